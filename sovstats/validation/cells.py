"""What one cell of each column may hold: one test a column, as data.

A test takes the text of a cell and returns a complaint, or an empty string. Whether a
key exists elsewhere is no matter of one cell: that is for `sovstats.validation.rules`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sovstats.errors import NumeralError, nearest
from sovstats.numbers.parsing import parse_exact
from sovstats.numbers.readings import VERDICTS
from sovstats.storage.layout import LAYOUTS
from sovstats.storage.periods import PeriodError, parse_period

Test = Callable[[str], str]

LONGEST_NAME = 60
LONGEST_TEXT = 5000


def shown(cell: str) -> str:
    """Return a cell as messages quote it: in quotes, at most 60 characters."""
    return f"'{cell}'" if len(cell) <= 60 else f"'{cell[:57]}...'"


def text(cell: str) -> str:
    """Take any text without white space around it; line breaks are allowed."""
    if cell != cell.strip():
        return f"{shown(cell)} has white space around it; remove it"
    if len(cell) > LONGEST_TEXT:
        return f"the text has {len(cell)} characters; shorten it to {LONGEST_TEXT}"
    return ""


def words(cell: str) -> str:
    """Take text on one line with single spaces, as a printed numeral is recorded."""
    if cell != " ".join(cell.split()):
        return f"{shown(cell)} has doubled or other white space; write single spaces"
    return text(cell)


def identifier(cell: str) -> str:
    """Take a name: a lower-case letter, then letters, digits and underscores."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", cell):
        return (
            f"{shown(cell)} is no name; expected a lower-case ASCII letter, then "
            "letters, digits and underscores only"
        )
    if len(cell) > LONGEST_NAME:
        return f"{shown(cell)} has {len(cell)} characters; shorten it to {LONGEST_NAME}"
    return ""


def identifiers(cell: str) -> str:
    """Take names with a space between them, or nothing."""
    complaints = [identifier(name) for name in cell.split()]
    return next(filter(None, complaints), "") or words(cell)


def whole(cell: str) -> str:
    """Take a whole number of at most nine digits without leading zeros."""
    if not re.fullmatch(r"0|[1-9][0-9]{0,8}", cell):
        return f"{shown(cell)} is no whole number; write digits only, such as 1204"
    return ""


def number(cell: str) -> str:
    """Take an exact number of bounded length: 34600000, 12.5, 1/23."""
    try:
        parse_exact(cell)
    except NumeralError as error:
        return f"{shown(cell)} is no number: {error.reason}"
    return ""


def period(cell: str) -> str:
    """Take a closed period in EDTF."""
    try:
        parse_period(cell)
    except PeriodError as error:
        return f"{shown(cell)} is no period: {error.reason}"
    return ""


def pattern(regex: str, expected: str) -> Test:
    """Take what a regular expression matches as a whole."""

    def test(cell: str) -> str:
        fits = re.fullmatch(regex, cell)
        return "" if fits else f"{shown(cell)} does not fit; expected {expected}"

    return test


def one_of(*values: str) -> Test:
    """Take one of a few words that are fixed by the program."""

    def test(cell: str) -> str:
        if cell in values:
            return ""
        listed = ", ".join(value or "nothing" for value in values)
        return f"{shown(cell)} is not allowed{nearest(cell, values)}; use {listed}"

    return test


def filled(test: Test) -> Test:
    """Take what another test takes, but not an empty cell."""
    return lambda cell: test(cell) if cell else "the cell is empty; fill it in"


def maybe(test: Test) -> Test:
    """Take what another test takes, or nothing."""
    return lambda cell: test(cell) if cell else ""


window = pattern("([0-9a-f]{12})?", "12 hexadecimal digits; stamp the anchors again")
file_name = pattern(
    r"[A-Za-z0-9_][A-Za-z0-9._-]*", "a plain file name such as betrayed.txt"
)
digest = pattern("[0-9a-f]{64}", "a SHA-256 of 64 lower-case hexadecimal digits")

# By table and column; "*" is for the columns that a table does not name.
TESTS: dict[str, dict[str, Test]] = {
    "sources": {
        "*": text,
        "source": identifier,
        "title": filled(text),
        "written": maybe(period),
        "file": file_name,
        "length": whole,
        "sha256": digest,
    },
    "indicators": {
        "indicator": identifier,
        "stem": maybe(identifier),
        "title": filled(text),
        "definition": filled(text),
        "topic": filled(words),
        "unit": filled(words),
        "measure": filled(words),
        "sense": words,
    },
    "places": {"place": identifier, "title": filled(text), "note": text},
    "codes": {
        "list": identifier,
        "code": identifier,
        "definition": filled(text),
        "example": text,
    },
    "claims": {
        "claim": identifier,
        "title": filled(text),
        "expression": filled(text),
        "kind": filled(words),
        "asserted": filled(words),
        "expected": one_of("", *VERDICTS),
        "note": text,
    },
    "corrections": {
        "source": identifier,
        "start": whole,
        "end": whole,
        "printed": filled(words),
        "meant": filled(words),
        "reason": filled(text),
    },
    "figures": {
        "figure": identifier,
        "source": identifier,
        "start": whole,
        "end": whole,
        "printed": filled(words),
        "scale": words,
        "hedge": filled(words),
        "value": maybe(number),
        "low": maybe(number),
        "high": maybe(number),
        "exact": one_of("", "yes"),
        "unit": filled(words),
        "indicator": filled(words),
        "place": words,
        "base": words,
        "period": maybe(period),
        "period_basis": filled(words),
        "status": filled(words),
        "speaker": filled(words),
        "locator": text,
        "former": identifiers,
        "note": text,
    },
    "exclusions": {
        "source": identifier,
        "start": whole,
        "end": whole,
        "printed": words,
        "reason": filled(words),
        "basis": filled(words),
        "count": maybe(whole),
        "note": text,
    },
    "anchors": {"*": window, "source": identifier, "start": whole},
    "datasets": {"*": text, "dataset": identifier, "title": filled(text)},
    "observations": {
        "dataset": identifier,
        "series": identifier,
        "place": filled(words),
        "year": pattern("[12][0-9]{3}", "a year of four digits"),
        "value": number,
        "unit": filled(words),
    },
}


def column_tests(table: str) -> dict[str, Test]:
    """Return the test of each column of a raw table, in the order of its header.

    Raises
    ------
    KeyError
        If a column has no test: a new column must get one.
    """
    tests = TESTS[table]
    columns = LAYOUTS[table].columns
    return {c: tests[c] if c in tests else tests["*"] for c in columns}
