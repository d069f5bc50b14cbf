"""Adding a text to a dataset: its draft becomes ledgers, a source and new codes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from sovstats import storage
from sovstats.drafting.draft import UNREADABLE, UNSORTED, Draft, draft_rows
from sovstats.errors import DatasetError, ValidationError
from sovstats.storage import LAYOUTS, RAW, UNITS, Cells, Tables
from sovstats.units.definitions import unit_factors
from sovstats.validation import Validation, cells, encoding, validate

ANOTHER = "nothing is overwritten, give the text another name with --source"
OWN_CODES = {
    ("topic", UNSORTED): "Not named yet: what a draft proposes",
    ("speaker", UNSORTED): "Not looked at yet: what a draft proposes",
    ("reason", UNREADABLE): "Too long a number for any table",
}


@dataclass(frozen=True)
class NewText:
    """A text that is to be drafted: its file, its source's name, its characters."""

    path: Path
    source: str
    text: str


def propose(path: Path, given: str | None) -> Draft:
    r"""Return the draft of a text by the units of our own dataset; nothing is written.

    Parameters
    ----------
    path
        The text, in UTF-8 with LF.
    given
        The name of its source. None makes one of the file's name.

    Returns
    -------
    Draft
        What is proposed; no name of a figure is taken.

    Raises
    ------
    DatasetError
        If it cannot be read, or is no text.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "harbour.txt"
    >>> _ = path.write_text("It shipped 300 tonnes of rye.\n")
    >>> [(row["value"], row["unit"]) for row in propose(path, None).figures]
    [('300', 'tonne')]
    """
    new = read_new_text(path, given)
    units = unit_factors(storage.default_folder() / RAW / UNITS)
    return draft_rows(new.text, new.source, [row["name"] for row in units])


def add_text(tables: Tables, path: Path, given: str | None) -> tuple[Draft, list[Path]]:
    r"""Draft a text into a dataset, which its reader validates and builds afterwards.

    Parameters
    ----------
    tables
        The tables of the dataset; one that does not validate is left alone.
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
        If the text cannot be used, the dataset has rows of that source already, or a
        file cannot be written; nothing is written then.
    ValidationError
        If the dataset does not validate as it is.

    Examples
    --------
    >>> import tempfile
    >>> from sovstats.drafting import start_dataset
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "harbour.txt").write_text("It had 12 cranes.\n")
    >>> raw = start_dataset(folder / "mine")
    >>> draft, files = add_text(Tables(raw.parent), folder / "harbour.txt", None)
    >>> str(draft), len(files)
    ('1 figure and 0 exclusions', 5)
    """
    new = read_new_text(path, given)
    # A folder raw that is a link is written where it leads, not replaced.
    raw = (tables.folder / RAW).resolve()
    with storage.exchange(raw.parent) as place:
        checked = validate(tables.folder)
        if checked.problems:
            raise ValidationError(checked.problems, checked.left_out)
        _refuse_known(tables.folder, checked, new)
        context = checked.context
        taken = {*context.names, *context.observations}
        draft = draft_rows(new.text, new.source, context.units.names, taken)
        _refuse_changed(tables.folder, checked, draft)
        files = _changed_tables(checked, new, draft)
        for file, (table, rows) in files.items():
            storage.write_table(
                place(f"{raw.name}/{file}"), LAYOUTS[table].columns, rows
            )
    return draft, [tables.folder / RAW / file for file in files]


def _refuse_known(folder: Path, checked: Validation, new: NewText) -> None:
    """Refuse a source that has rows, and a file name that cannot be told apart."""
    source, file = new.source, new.path.name
    for table in ("figures", "exclusions"):
        if (folder / RAW / table / f"{source}.csv").exists():
            reason = f"raw/{table}/{source}.csv is there already; {ANOTHER}"
            raise DatasetError(str(folder), reason)
    for row in checked.tables["sources"]:
        if row["source"] == source:
            reason = f"raw/sources.csv has a source '{source}' already; {ANOTHER}"
            raise DatasetError(str(folder), reason)
        if row["file"] == file:
            reason = f"'{file}' is the file of the source '{row['source']}' already"
            raise DatasetError(str(folder), f"{reason}; rename the new text")
    if complaint := cells.file_name(file):
        reason = f"{complaint}; rename the text, letters, digits, '.', '_' and '-' only"
        raise DatasetError(file, reason)


def _refuse_changed(folder: Path, checked: Validation, draft: Draft) -> None:
    """Refuse an indicator of drafts that now measures something else."""
    for row in checked.tables["indicators"]:
        name = row["indicator"]
        meant = draft.indicators.get(name, row)
        if (row["unit"], row["stem"]) != (meant["unit"], meant["stem"]):
            reason = (
                f"the indicator '{name}' is for drafts, with the unit "
                f"'{meant['unit']}' and no stem; rename it in raw/indicators.csv"
            )
            raise DatasetError(str(folder), reason)


def _source_row(new: NewText) -> Cells:
    """Return the row of a new source: what the file itself tells."""
    return dict.fromkeys(LAYOUTS["sources"].columns, "") | {
        "source": new.source,
        "title": new.path.stem,
        "file": new.path.name,
        "length": str(len(new.text)),
        "sha256": hashlib.sha256(new.text.encode("utf-8")).hexdigest(),
    }


def _changed_tables(
    checked: Validation, new: NewText, draft: Draft
) -> dict[str, tuple[str, list[Cells]]]:
    """Return table and rows of each file that a new source writes or adds to."""
    known = {row["indicator"] for row in checked.tables["indicators"]}
    indicators = [row for name, row in draft.indicators.items() if name not in known]
    files = {
        f"figures/{new.source}.csv": ("figures", draft.figures),
        f"exclusions/{new.source}.csv": ("exclusions", draft.exclusions),
    }
    added = {
        "indicators": indicators,
        "codes": _missing_codes(checked.context.codes, draft, indicators),
        "sources": [_source_row(new)],
    }
    for table, new_rows in added.items():
        if new_rows:
            rows = [*checked.tables[table], *new_rows]
            rows.sort(key=itemgetter(*LAYOUTS[table].order))
            files[f"{table}.csv"] = table, rows
    return files


def _missing_codes(
    known: Mapping[str, set[str]], draft: Draft, indicators: list[Cells]
) -> list[Cells]:
    """Return the codes that a draft uses and a dataset has not, with definitions."""
    coded = [
        (draft.figures, ("hedge", "status", "speaker", "period_basis")),
        (draft.exclusions, ("reason", "basis")),
        (indicators, ("topic", "measure")),
    ]
    used = {
        (column, row[column])
        for rows, columns in coded
        for row in rows
        for column in columns
    }
    ours = Tables(storage.default_folder()).raw_rows("codes")
    definitions = {(row["list"], row["code"]): row["definition"] for row in ours}
    definitions |= OWN_CODES
    return [
        {"list": key[0], "code": key[1], "definition": definitions[key], "example": ""}
        for key in sorted(used)
        if key[1] not in known.get(key[0], ())
    ]


def read_new_text(path: Path, given: str | None) -> NewText:
    """Return a text that is to be drafted, with the name of its source.

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
    if complaint := _complaint(data):
        raise DatasetError(str(path), complaint)
    return NewText(path, source_name(path, given), data.decode("utf-8"))


def _complaint(data: bytes) -> str:
    """Say what is wrong with the bytes of a text, the most telling first."""
    faults = encoding.find_faults(data)
    bad_byte = faults.get(encoding.BAD_BYTE, 0) + 1
    kind = "CR LF" if b"\r\n" in data else "CR"
    # Bytes that are no text at all have many faults: NUL says most, line ends least.
    complaints = {
        encoding.EMPTY: "the file is empty; expected a text",
        encoding.UTF_16: f"the file is in UTF-16; {encoding.SAVE_AS}",
        encoding.NUL: "the file is not text (it has NUL bytes); expected UTF-8 text",
        encoding.BAD_BYTE: f"byte {bad_byte} is not UTF-8; save it as UTF-8, it may be "
        "Latin-1 now, or no text at all",
        encoding.MARK: "it begins with a byte-order mark; save it as UTF-8 without one",
        encoding.CARRIAGE: f"its lines end with {kind}; save it with Unix line ends, "
        "LF alone",
    }
    return next((says for fault, says in complaints.items() if fault in faults), "")


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
        if complaint := cells.identifier(given):
            raise DatasetError(folder="--source", reason=complaint)
        return given
    name = re.sub(r"[^a-z0-9]+", "_", path.stem.lower()).strip("_")
    name = name if name[:1].isalpha() else f"text_{name}".rstrip("_")
    return name[: cells.LONGEST_NAME].rstrip("_")
