"""The second pass: whether a raw file is a table of the expected shape.

Records are read with the physical line on which they begin, since a quoted cell may
span lines. A column that is missing spoils no other one: the others are read by their
names.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from sovstats.errors import Problem, nearest
from sovstats.storage import NUMERIC, RawFile, Row

HEADER = 1


@dataclass
class Shaped:
    """What the second pass could read of one file.

    Attributes
    ----------
    file
        Its layout and its name in messages.
    rows
        The records of the right width.
    missing
        The columns that its header lacks.
    whole
        Whether no record was lost.
    problems
        What is wrong with it.
    """

    file: RawFile
    rows: list[Row] = field(default_factory=list)
    missing: frozenset[str] = frozenset()
    whole: bool = True
    problems: list[Problem] = field(default_factory=list)

    def report(self, line: int, column: str, message: str) -> None:
        """Report what is wrong at one place of the file."""
        self.problems.append(Problem(self.file.shown, line, column, message))


def read_shape(text: str, file: RawFile) -> Shaped:
    """Return the rows of a raw file and what is wrong with its shape.

    Parameters
    ----------
    text
        The whole file, with LF.
    file
        Its layout and its name in messages.
    """
    shaped, layout = Shaped(file), file.layout
    columns = layout.columns
    records = _records(text, shaped)
    _, header = next(records, (HEADER, []))
    shaped.missing = frozenset(columns) - frozenset(header)
    if shaped.missing.issuperset(columns):
        message = f"none of the expected columns is there; write {','.join(columns)}"
        shaped.report(HEADER, "header", message)
        shaped.whole = False
        return shaped
    _check_header(header, shaped)
    for line, cells in records:
        if len(cells) == len(header):
            # The first of two columns of one name counts; the second is reported.
            named = {c: v for c, v in zip(header[::-1], cells[::-1], strict=True)}
            known = {c: named[c] for c in columns if c in named}
            shaped.rows.append(Row(layout.name, file.shown, line, known))
        else:
            shaped.report(line, "row", _width(len(cells), len(header)))
    shaped.whole = not any(p.column in ("row", "quote") for p in shaped.problems)
    if layout.key and not shaped.missing & set(layout.key):
        _check_keys(shaped)
    if not shaped.missing & set(layout.order):
        _check_order(shaped)
    return shaped


def _records(text: str, shaped: Shaped) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the physical line, from 1, on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            message = (
                f"the record that begins here is no CSV ({error}); put quotes around a "
                'cell with a comma, write a quote within it twice: ""'
            )
            shaped.report(line, "quote", message)


def _width(got: int, expected: int) -> str:
    """Say how a record differs from the header in its number of cells."""
    if got == 0:
        return "the line is empty; remove it"
    if got > expected:
        hint = "look for a comma outside quotes"
        return f"the row is too long: {got} cells of {expected}; {hint}"
    return f"the row is too short: {got} cells of {expected}; add the missing commas"


def _check_header(header: list[str], shaped: Shaped) -> None:
    """Report columns that are missing, unexpected, repeated or in another order."""
    table, columns = shaped.file.layout.name, shaped.file.layout.columns
    for place, column in enumerate(columns):
        if column not in header:
            behind = f"behind '{columns[place - 1]}'" if place else "at the beginning"
            message = f"the column '{column}' is missing; add it {behind}"
            shaped.report(HEADER, column, message)
    for place, column in enumerate(header):
        if column not in columns:
            hint = nearest(column, columns) or "; remove it"
            message = f"the column '{column}' is not expected in '{table}'{hint}"
            shaped.report(HEADER, column or "header", message)
        elif column in header[:place]:
            message = f"the column '{column}' is there twice; remove one"
            shaped.report(HEADER, column, message)
    known = list(dict.fromkeys(column for column in header if column in columns))
    expected = [column for column in columns if column in known]
    if known != expected:
        column = next(k for k, e in zip(known, expected, strict=True) if k != e)
        message = f"the columns are in another order; write {','.join(columns)}"
        shaped.report(HEADER, column, message)


def _check_keys(shaped: Shaped) -> None:
    """Report rows that repeat the key of an earlier one."""
    columns = shaped.file.layout.key
    first: dict[tuple[str, ...], int] = {}
    for row in shaped.rows:
        key = tuple(row[column] for column in columns)
        if key in first:
            shown = ", ".join(key)
            message = (
                f"'{shown}' is there already, on line {first[key]}; expected each "
                f"{' and '.join(columns)} once, remove or rename one"
            )
            shaped.report(row.line, columns[-1], message)
        else:
            first[key] = row.line


def _check_order(shaped: Shaped) -> None:
    """Report rows that sort before the row above them."""
    order = shaped.file.layout.order
    above: Row | None = None
    for row in shaped.rows:
        # A number that is none is for the third pass, and no row can be compared by it.
        if any(c in NUMERIC and not _is_count(row[c]) for c in order):
            continue
        if above and _sort_key(row, order) < _sort_key(above, order):
            message = (
                f"the row sorts before line {above.line}; expected rows sorted by "
                f"{', '.join(order)}, move it up"
            )
            shaped.report(row.line, order[0], message)
        above = row


def _is_count(cell: str) -> bool:
    """Say whether a cell is a whole number short enough to be compared as one."""
    return cell.isascii() and cell.isdigit() and len(cell) < 20


def _sort_key(row: Row, order: tuple[str, ...]) -> tuple[int | str, ...]:
    """Return what a row is sorted by: numbers as numbers, text by its characters."""
    return tuple(int(row[c]) if c in NUMERIC else row[c] for c in order)
