"""Adding a text to a dataset: its draft becomes ledgers, a source and new codes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sovstats.dataset.dataset import default_dataset
from sovstats.drafting.draft import (
    UNREADABLE,
    UNSORTED,
    Draft,
    Row,
    draft_rows,
)
from sovstats.errors import DatasetError, ValidationError
from sovstats.storage import exchange as swap
from sovstats.storage.files import read_table, write_table
from sovstats.storage.layout import (
    LAYOUTS,
    RAW,
    UNITS,
)
from sovstats.units.definitions import unit_factors
from sovstats.validation.cells import LONGEST_NAME, file_name, identifier
from sovstats.validation.encoding import BYTE_ORDER_MARK, OTHER_MARKS
from sovstats.validation.passes import validate

if TYPE_CHECKING:
    from sovstats.dataset.dataset import Dataset
    from sovstats.validation.passes import Report

Table = tuple[str, Path, list[Row]]

PART = ".part"
ANOTHER = "nothing is overwritten, give the text another name with --source"
CODED = {
    "figures": ("hedge", "status", "speaker", "period_basis"),
    "exclusions": ("reason", "basis"),
    "indicators": ("topic", "measure"),
}
OWN_CODES = {
    ("topic", UNSORTED): "Not named yet: what a draft proposes",
    ("speaker", UNSORTED): "Not looked at yet: what a draft proposes",
    ("reason", UNREADABLE): "Too long a number for any table",
}


def propose(path: Path, given: str | None) -> Draft:
    """Return the draft of a text by the units of our own dataset; nothing is written.

    Raises
    ------
    DatasetError
        If it cannot be read, or is no text.
    """
    _, text = read_new_text(path)
    source = source_name(path, given)
    units = unit_factors(default_dataset().folder / RAW / UNITS)
    return draft_rows(text, source, [row["name"] for row in units])


def add_text(
    dataset: Dataset, path: Path, given: str | None
) -> tuple[Draft, list[Path]]:
    """Draft a text into a dataset, which validates and builds afterwards.

    Parameters
    ----------
    dataset
        The dataset; one that does not validate is left alone.
    path
        The text.
    given
        The name of its source. None makes one of the file's name.

    Returns
    -------
    draft : Draft
        What was written.
    files : list of Path
        The files that were written: both ledgers, then the tables that got new rows.

    Raises
    ------
    DatasetError
        If the text cannot be used, or the dataset has rows of that source already.
    ValidationError
        If the dataset does not validate as it is.
    """
    data, text = read_new_text(path)
    source = source_name(path, given)
    folder = dataset.folder
    try:
        with swap.locked(folder):
            report = validate(folder)
            if report.problems:
                raise ValidationError(report.problems, report.left_out)
            _refuse_known(folder, report, source, path.name)
            draft = draft_rows(text, source, *_names(report))
            _refuse_changed(folder, report, draft)
            sources = [*report.tables["sources"], _source_row(source, path, data, text)]
            return draft, _write(folder / RAW, report, source, draft, sources)
    except OSError as error:
        reason = f"cannot write into it ({error.strerror}); nothing was changed"
        raise DatasetError(str(folder), reason) from error


def _refuse_known(folder: Path, report: Report, source: str, file: str) -> None:
    """Refuse a source that has rows, and a file name that cannot be told apart."""
    for table in ("figures", "exclusions"):
        if (folder / RAW / table / f"{source}.csv").exists():
            reason = f"raw/{table}/{source}.csv is there already; {ANOTHER}"
            raise DatasetError(str(folder), reason)
    for row in report.tables["sources"]:
        if row["source"] == source:
            reason = f"raw/sources.csv has a source '{source}' already; {ANOTHER}"
            raise DatasetError(str(folder), reason)
        if row["file"] == file:
            reason = f"'{file}' is the file of the source '{row['source']}' already"
            raise DatasetError(str(folder), f"{reason}; rename the new text")
    if complaint := file_name(file):
        reason = f"{complaint}; rename the text, letters, digits, '.', '_' and '-' only"
        raise DatasetError(file, reason)


def _refuse_changed(folder: Path, report: Report, draft: Draft) -> None:
    """Refuse an indicator of drafts that now measures something else."""
    for row in report.tables["indicators"]:
        name = row["indicator"]
        meant = draft.indicators.get(name, row)
        if (row["unit"], row["stem"]) != (meant["unit"], meant["stem"]):
            reason = (
                f"the indicator '{name}' is for drafts, with the unit "
                f"'{meant['unit']}' and no stem; rename it in raw/indicators.csv"
            )
            raise DatasetError(str(folder), reason)


def _names(report: Report) -> tuple[frozenset[str], set[str]]:
    """Return the units of a dataset, and the names that no new figure may have."""
    context = report.context
    assert context.units is not None, "a dataset without units does not validate"
    return context.units.names, {*context.names, *context.observations}


def _source_row(source: str, path: Path, data: bytes, text: str) -> Row:
    """Return the row of a new source: what the file itself tells."""
    row = dict.fromkeys(LAYOUTS["sources"].columns, "")
    row |= {"source": source, "title": path.stem, "file": path.name}
    row |= {"length": str(len(text)), "sha256": hashlib.sha256(data).hexdigest()}
    return row


def _write(
    raw: Path, report: Report, source: str, draft: Draft, sources: list[Row]
) -> list[Path]:
    """Write both ledgers of a new source and the tables that get new rows."""
    known = {row["indicator"] for row in report.tables["indicators"]}
    new = [row for name, row in draft.indicators.items() if name not in known]
    codes = _missing_codes(report.context.codes, draft, new)
    tables: list[Table] = [
        ("figures", raw / f"figures/{source}.csv", draft.figures),
        ("exclusions", raw / f"exclusions/{source}.csv", draft.exclusions),
    ]
    if new:
        rows = [*report.tables["indicators"], *new]
        tables.append(("indicators", raw / "indicators.csv", rows))
    if codes:
        rows = [*report.tables["codes"], *codes]
        tables.append(("codes", raw / "codes.csv", rows))
    tables.append(("sources", raw / "sources.csv", sources))
    _write_all(tables)
    return [path for _, path, _ in tables]


def _missing_codes(
    known: dict[str, set[str]], draft: Draft, indicators: Iterable[Row]
) -> list[Row]:
    """Return the codes that a draft uses and a dataset has not, with definitions."""
    rows = {"figures": draft.figures, "exclusions": draft.exclusions}
    rows["indicators"] = list(indicators)
    used = {
        (column, row[column])
        for table, columns in CODED.items()
        for row in rows[table]
        for column in columns
    }
    ours = read_table(default_dataset().folder / RAW / "codes.csv")
    definitions = {(row["list"], row["code"]): row["definition"] for row in ours}
    definitions |= OWN_CODES
    return [
        {"list": key[0], "code": key[1], "definition": definitions[key], "example": ""}
        for key in sorted(used)
        if key[1] not in known.get(key[0], ())
    ]


def _write_all(tables: Sequence[Table]) -> None:
    """Write tables beside the old ones, then put all in place; undo all on failure."""
    before = {path: path.read_bytes() for _, path, _ in tables if path.exists()}
    parts = [path.with_name(path.name + PART) for _, path, _ in tables]
    done: list[Path] = []
    try:
        for (name, path, rows), part in zip(tables, parts, strict=True):
            path.parent.mkdir(exist_ok=True)
            write_table(part, LAYOUTS[name].columns, _in_order(name, rows))
        for (_, path, _), part in zip(tables, parts, strict=True):
            part.replace(path)
            done.append(path)
    except BaseException:
        for path in done:
            if path in before:
                path.write_bytes(before[path])
            else:
                path.unlink()
        raise
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def _in_order(name: str, rows: list[Row]) -> list[Row]:
    """Sort rows by what their table is sorted by; ledgers are in order as they come."""
    layout = LAYOUTS[name]
    if layout.by_source:
        return rows
    return sorted(rows, key=lambda row: [row[column] for column in layout.order])


def read_new_text(path: Path) -> tuple[bytes, str]:
    """Return the bytes and the characters of a text that is to be drafted.

    Raises
    ------
    DatasetError
        If it is not there, empty, or anything but UTF-8 text with LF: offsets count
        characters, and another encoding or another line end would shift them.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = f"cannot read it ({error.strerror}); name a text file"
        raise DatasetError(str(path), reason) from error
    complaint = _complaint(data)
    if complaint:
        raise DatasetError(str(path), complaint)
    return data, data.decode("utf-8")


def _complaint(data: bytes) -> str:
    """Say what is wrong with the bytes of a text, the most telling first."""
    if not data.removeprefix(BYTE_ORDER_MARK).strip():
        return "the file is empty; expected a text"
    if data.startswith(OTHER_MARKS):
        return "the file is in UTF-16; save it as UTF-8 without a byte-order mark"
    if b"\0" in data:
        return "the file is not text (it has NUL bytes); expected UTF-8 text"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = f"byte {error.start + 1} is not UTF-8"
        return f"{place}; save it as UTF-8, it may be Latin-1 now, or no text at all"
    if data.startswith(BYTE_ORDER_MARK):
        return "it begins with a byte-order mark; save it as UTF-8 without one"
    if b"\r" in data:
        kind = "CR LF" if b"\r\n" in data else "CR"
        return f"its lines end with {kind}; save it with Unix line ends, LF alone"
    return ""


def source_name(path: Path, given: str | None) -> str:
    """Return the name of a new source: what was given, or made of its file's name.

    Examples
    --------
    >>> source_name(Path("The Harbour, 2nd ed.txt"), None)
    'the_harbour_2nd_ed'

    Raises
    ------
    DatasetError
        If the name that was given is none.
    """
    if given is not None:
        if complaint := identifier(given):
            option = "--source"
            raise DatasetError(option, complaint)
        return given
    name = re.sub(r"[^a-z0-9]+", "_", path.stem.lower()).strip("_")
    name = name if name[:1].isalpha() else f"text_{name}".rstrip("_")
    return name[:LONGEST_NAME].rstrip("_")
