"""Validation: three passes over all raw tables, and every problem in one report.

Bytes (module `encoding`), shape (`shape`), rows (`cell_checks` for cells, `rule_checks`
for row rules). A file that fails one pass hides nothing in another file, and what could
not be checked is listed.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path

from sovstats import storage
from sovstats.errors import DatasetError, Problem, UnitError
from sovstats.storage import LAYOUTS, RAW, UNITS, Cells, RawFile, Row
from sovstats.units import Units
from sovstats.units.definitions import unit_factors
from sovstats.validation.cell_checks import check_cells
from sovstats.validation.encoding import decode
from sovstats.validation.lookups import Context
from sovstats.validation.rule_checks import Failed, run_rules
from sovstats.validation.shape import read_shape


@dataclass
class Validation:
    """What validation found in a dataset folder.

    Attributes
    ----------
    problems
        Everything that is wrong, sorted by file and line.
    left_out
        What could not be checked, and why.
    unit_factors
        The unit table: name, factor, dimension.
    hashes
        The SHA-256 of every raw file that was read, by its shown name.
    context
        The rows of each raw table, with their file and line, and indices over them.
    fired
        How many problems each row rule found, by its title.

    Examples
    --------
    >>> from sovstats.storage import default_folder
    >>> checked = validate(default_folder())
    >>> checked.problems, checked.left_out
    ([], [])
    >>> row = checked.context.tables["places"][0]
    >>> row.where, checked.tables["places"][0]["place"]
    ('raw/places.csv:2', 'advanced_countries')
    """

    problems: list[Problem]
    left_out: list[str]
    unit_factors: list[Cells]
    hashes: dict[str, str]
    context: Context
    fired: Counter[str]

    @property
    def tables(self) -> dict[str, list[Cells]]:
        """The text tables as plain rows; `context` has file and line of each."""
        tables = self.context.tables
        return {name: [row.cells for row in rows] for name, rows in tables.items()}


@dataclass
class _Passes:
    """What the passes collect on their way."""

    folder: Path
    problems: list[Problem] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    failed: Failed = field(default_factory=Failed)

    def report(self, shown: str, message: str, column: str = "file") -> None:
        """Report what is wrong with a file as a whole."""
        self.problems.append(Problem(shown, 1, column, message))

    def read(self, path: Path, shown: str) -> str | None:
        """Run the first pass over one file; return its text, if it has any."""
        data = path.read_bytes()
        self.hashes[shown] = hashlib.sha256(data).hexdigest()
        text, problems = decode(data, shown)
        self.problems += problems
        return text

    def read_rows(self, file: RawFile) -> None:
        """Run the first two passes over one table."""
        table = file.layout.name
        text = self.read(file.path, file.shown)
        if text is None:
            self.lose(table, file.shown)
            return
        shaped = read_shape(text, file)
        self.problems += shaped.problems
        self.rows[table] += shaped.rows
        if shaped.missing:
            self.failed.columns[file.shown, table] = shaped.missing
        if not shaped.whole:
            self.lose(table, file.shown)

    def lose(self, table: str, shown: str) -> None:
        """Remember that rows of a file could not be read."""
        self.failed.tables.setdefault(table, f"{shown} could not be read whole")
        self.left_out.append(f"the unread rows of {shown}")

    def read_units(self) -> list[Cells]:
        """Run the first pass over the unit definitions, then let pint read them."""
        path, shown = self.folder / RAW / UNITS, f"{RAW}/{UNITS}"
        before = len(self.problems)
        if not path.is_file():
            message = "the file is missing; write the units of the dataset into it"
            self.report(shown, message)
        elif self.read(path, shown) is not None and len(self.problems) == before:
            try:
                return unit_factors(path)
            # Definitions are a small language; pint raises whatever its parts do.
            except Exception as error:
                reason = error.reason if isinstance(error, UnitError) else error
                message = f"cannot read the units: {reason}; correct the definition"
                self.report(shown, message, "units")
        self.failed.tables["units"] = f"{shown} could not be read"
        return []

    def find_missing(self, files: list[RawFile]) -> None:
        """Report the tables that a dataset must have and has not."""
        there = {file.layout.name for file in files}
        for layout in LAYOUTS.values():
            if layout.required and not layout.by_source and layout.name not in there:
                shown = f"{RAW}/{layout.path}"
                header = ",".join(layout.columns)
                message = f"the file is missing; write it, at least its header {header}"
                self.report(shown, message)
                self.lose(layout.name, shown)


def validate(folder: Path) -> Validation:
    r"""Check the raw tables of a dataset folder and return everything that is wrong.

    Parameters
    ----------
    folder
        A dataset folder, with its tables in ``raw``. Nothing in it is changed.

    Returns
    -------
    Validation
        All problems at once, what could not be checked, and the tables that were read.

    Raises
    ------
    DatasetError
        If there is no folder ``raw`` in it.

    Examples
    --------
    >>> import tempfile
    >>> from sovstats.drafting import start_dataset
    >>> raw = start_dataset(tempfile.mkdtemp())
    >>> _ = (raw / "places.csv").write_text("place,title\nussr,The Union\n")
    >>> [str(problem) for problem in validate(raw.parent).problems]
    ["raw/places.csv:1:note: the column 'note' is missing; add it behind 'title'"]
    """
    if not (folder / RAW).is_dir():
        reason = f"there is no folder '{RAW}' in it; name a folder with raw tables"
        raise DatasetError(str(folder), reason)
    passes = _Passes(folder, rows={name: [] for name in LAYOUTS})
    files = storage.find_raw_files(folder)
    for file in files:
        passes.read_rows(file)
    passes.find_missing(files)
    for shown, hint in storage.find_stray_files(folder):
        message = f"no table of a dataset has this file{hint}; rename or remove it"
        passes.report(shown, message)
    factors = passes.read_units()
    for rows in passes.rows.values():
        passes.problems += (refused := check_cells(rows))
        passes.failed.cells |= {(p.file, p.line, p.column) for p in refused}
    context = Context(passes.rows, Units(factors), {file.shown for file in files})
    outcome = run_rules(context, passes.failed)
    # Problems are sorted as a person goes through the files.
    place = attrgetter("file", "line", "column", "message")
    return Validation(
        sorted(passes.problems + outcome.problems, key=place),
        passes.left_out + outcome.left_out,
        factors,
        passes.hashes,
        context,
        outcome.fired,
    )
