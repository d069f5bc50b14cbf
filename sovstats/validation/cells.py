"""What one cell of each column may hold: one test a column, as data.

A test takes the text of a cell and returns a complaint, or an empty string. Whether a
key exists elsewhere is no matter of one cell: that is for `sovstats.validation.rules`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sovstats.errors import NumeralError, nearest
from sovstats.numbers import VERDICTS, parse_exact
from sovstats.storage import LAYOUTS, PeriodError, parse_period

Test = Callable[[str], str]

LONGEST_NAME = 60
"""How many characters the name of a figure, a source or anything else may have."""
LONGEST_TEXT = 5000
"""How many characters any cell may have."""


def shown(cell: str) -> str:
    """Return a cell as messages quote it: in quotes, at most 60 characters."""
    return f"'{cell}'" if len(cell) <= 60 else f"'{cell[:57]}...'"


def text(cell: str) -> str:
    """Require any text without white space around it; line breaks are allowed."""
    if cell != cell.strip():
        return f"{shown(cell)} has white space around it; remove it"
    if len(cell) > LONGEST_TEXT:
        return f"the text has {len(cell)} characters; shorten it to {LONGEST_TEXT}"
    return ""


def words(cell: str) -> str:
    """Require text on one line with single spaces, as a printed numeral is recorded."""
    if cell != " ".join(cell.split()):
        return f"{shown(cell)} has doubled or other white space; write single spaces"
    return text(cell)


def identifier(cell: str) -> str:
    """Require a name: a lower-case letter, then letters, digits and underscores."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", cell):
        return (
            f"{shown(cell)} is no name; expected a lower-case ASCII letter, then "
            "letters, digits and underscores only"
        )
    if len(cell) > LONGEST_NAME:
        return f"{shown(cell)} has {len(cell)} characters; shorten it to {LONGEST_NAME}"
    return ""


def identifiers(cell: str) -> str:
    """Require names with a space between them, or nothing."""
    complaints = [identifier(name) for name in cell.split()]
    return next(filter(None, complaints), "") or words(cell)


def whole(cell: str) -> str:
    """Require a whole number of at most nine digits without leading zeros."""
    # No text has more characters than nine digits count, and int() refuses thousands.
    if not re.fullmatch(r"0|[1-9][0-9]{0,8}", cell):
        return f"{shown(cell)} is no whole number; write digits only, such as 1204"
    return ""


def number(cell: str) -> str:
    """Require an exact number of bounded length: 34600000, 12.5, 1/23.

    Parameters
    ----------
    cell
        The text of the cell.

    Returns
    -------
    str
        A complaint; empty if there is none.

    Examples
    --------
    >>> number("1/23")
    ''
    >>> number("a few")[:20]
    "'a few' is no number"
    """
    try:
        parse_exact(cell)
    except NumeralError as error:
        return f"{shown(cell)} is no number: {error.reason}"
    return ""


def period(cell: str) -> str:
    """Require a closed period in EDTF."""
    try:
        parse_period(cell)
    except PeriodError as error:
        return f"{shown(cell)} is no period: {error.reason}"
    return ""


def pattern(regex: str, expected: str) -> Test:
    """Require what a regular expression matches as a whole."""

    def test(cell: str) -> str:
        fits = re.fullmatch(regex, cell)
        return "" if fits else f"{shown(cell)} does not fit; expected {expected}"

    return test


def one_of(*values: str) -> Test:
    """Require one of a few words that are fixed by the program."""

    def test(cell: str) -> str:
        if cell in values:
            return ""
        listed = ", ".join(value or "nothing" for value in values)
        return f"{shown(cell)} is not allowed{nearest(cell, values)}; use {listed}"

    return test


def filled(test: Test) -> Test:
    """Require what another test requires, and no empty cell."""
    return lambda cell: test(cell) if cell else "the cell is empty; fill it in"


def maybe(test: Test) -> Test:
    """Require what another test requires, or an empty cell."""
    return lambda cell: test(cell) if cell else ""


window = pattern("([0-9a-f]{12})?", "12 hexadecimal digits; stamp the anchors again")
file_name = pattern(
    r"[A-Za-z0-9_][A-Za-z0-9._-]*", "a plain file name such as betrayed.txt"
)
"""Require the plain name of a file, without folders; return a complaint or nothing."""
digest = pattern("[0-9a-f]{64}", "a SHA-256 of 64 lower-case hexadecimal digits")

_BY_COLUMN: list[tuple[Test, str]] = [
    (identifier, "source indicator place list code claim figure dataset series"),
    (maybe(identifier), "stem"),
    (identifiers, "former"),
    (whole, "start end length"),
    (maybe(whole), "count"),
    (maybe(number), "value low high"),
    (maybe(period), "written period"),
    (pattern("[12][0-9]{3}", "a year of four digits"), "year"),
    (filled(text), "title definition expression"),
    (text, "author edition translator published address licence locator example note"),
    (text, "citation retrieved_from caveat"),
    (filled(words), "printed meant hedge unit topic measure kind asserted status"),
    (filled(words), "speaker period_basis reason basis"),
    (words, "scale base sense"),
    (file_name, "file"),
    (digest, "sha256"),
    (one_of("", *VERDICTS), "expected"),
    (one_of("", "yes"), "exact"),
    (window, "before_3 before_2 before_1 after_1 after_2 after_3"),
]
COLUMNS = {column: test for test, columns in _BY_COLUMN for column in columns.split()}
"""The test of each column, whatever its table."""

EXCEPTIONS: dict[tuple[str, str], Test] = {
    ("corrections", "reason"): filled(text),
    ("figures", "indicator"): filled(words),
    ("figures", "place"): words,
    ("exclusions", "printed"): words,
    ("observations", "place"): filled(words),
    ("observations", "value"): number,
}
"""The tests of columns that hold something else in one table, by table and column."""

# A new column without a test is a KeyError here.
TESTS: dict[str, dict[str, Test]] = {
    table: {c: EXCEPTIONS.get((table, c)) or COLUMNS[c] for c in layout.columns}
    for table, layout in LAYOUTS.items()
}
"""The test of each column of each raw table, in the order of its header."""
