"""The files of a dataset folder: finding, reading and writing tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sovstats.errors import nearest
from sovstats.storage.layout import LAYOUTS, RAW, Layout
from sovstats.storage.writing import write_bytes

Cells = dict[str, str]
"""One row of a table as text, by column."""


@dataclass(frozen=True, eq=False)
class Row:
    """One record of a raw table and where it stands; ``row["unit"]`` is its cell.

    Attributes
    ----------
    table
        The name of its table.
    file
        Its file, relative to the dataset folder.
    line
        The physical line on which it begins.
    cells
        Its text by column; a column that its file lacks is not there.

    Examples
    --------
    >>> row = Row("places", "raw/places.csv", 2, {"place": "ussr"})
    >>> row["place"], row.where
    ('ussr', 'raw/places.csv:2')
    """

    table: str
    file: str
    line: int
    cells: Cells

    def __getitem__(self, column: str) -> str:
        """Return the text of one cell."""
        return self.cells[column]

    @property
    def where(self) -> str:
        """The file and line, as a message names them."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class RawFile:
    """A file of the raw folder.

    Attributes
    ----------
    layout
        The layout that it follows.
    path
        Where it is.
    shown
        Its name in messages, relative to the dataset folder.

    Examples
    --------
    >>> RawFile(LAYOUTS["places"], Path("d/raw/places.csv"), "raw/places.csv").shown
    'raw/places.csv'
    """

    layout: Layout
    path: Path
    shown: str


def find_raw_files(folder: Path) -> list[RawFile]:
    """Return the raw tables that a dataset folder has.

    Parameters
    ----------
    folder
        The dataset folder.

    Returns
    -------
    list of RawFile
        Sorted by their shown name.

    Examples
    --------
    >>> from sovstats.storage import default_folder
    >>> find_raw_files(default_folder())[0].shown
    'raw/anchors/alarm_full.csv'
    """
    raw = folder / RAW
    found = [
        RawFile(layout, path, f"{RAW}/{path.relative_to(raw).as_posix()}")
        for layout in LAYOUTS.values()
        for path in raw.glob(layout.path)
        if path.is_file()
    ]
    return sorted(found, key=lambda file: file.shown)


def find_stray_files(folder: Path) -> list[tuple[str, str]]:
    """Return tables in the raw folder that no layout knows.

    Parameters
    ----------
    folder
        The dataset folder.

    Returns
    -------
    list of (str, str)
        The name of each in messages, and a hint that suggests the nearest name.

    Examples
    --------
    >>> from sovstats.storage import default_folder
    >>> find_stray_files(default_folder())
    []
    """
    raw = folder / RAW
    known = {file.path for file in find_raw_files(folder)}
    stray = sorted(path for path in raw.rglob("*.csv") if path not in known)
    names = [layout.path for layout in LAYOUTS.values()]
    return [
        (f"{RAW}/{path.relative_to(raw).as_posix()}", nearest(path.name, names))
        for path in stray
    ]


def read_table(path: Path) -> list[Cells]:
    """Return the rows of a table that is known to be well-formed, all cells as text.

    Parameters
    ----------
    path
        A CSV file, UTF-8.

    Returns
    -------
    list of dict
        The cells of each row by column.

    Examples
    --------
    >>> from sovstats.storage import default_folder
    >>> read_table(default_folder() / "raw" / "places.csv")[0]["place"]
    'advanced_countries'
    """
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def write_table(
    path: Path, columns: Iterable[str], rows: Iterable[Mapping[str, str]]
) -> None:
    r"""Write rows as UTF-8 CSV with LF, a header and quotes only where needed.

    Parameters
    ----------
    path
        The file; `exchange` gives one that takes its place when all is written.
    columns
        The header, in order.
    rows
        The cells of each row by column.

    Raises
    ------
    OSError
        If it cannot be written; the error names the file.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "places.csv"
    >>> write_table(path, ["place", "title"], [{"place": "ussr", "title": "A, B"}])
    >>> path.read_text().splitlines()
    ['place,title', 'ussr,"A, B"']
    """
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_bytes(path, stream.getvalue().encode("utf-8"))
