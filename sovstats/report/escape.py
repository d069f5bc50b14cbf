"""Text of others made harmless: on a page as text, in a download as data.

A note, a title or a passage may hold anything. Jinja2 escapes what HTML would read;
here marks that change the direction of what follows are made visible, and cells that a
spreadsheet would take for a formula are given an apostrophe.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

FORMULA_STARTS = "=+-@\uff1d\uff0b\uff0d\uff20"
"""What spreadsheets begin a formula with, in ASCII and in full width."""
_INVISIBLE = re.compile(
    # Control characters save white space, then marks and isolates of direction.
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
_QUOTED = re.compile(r"[\",;\s]")


def visible(value: Any) -> Any:
    """Return a value for a page, invisible marks in text written as ``[U+202E]``.

    Control characters and marks of direction would change how the rest of a line is
    read; numbers and markup of our own pass unchanged.
    """
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return _INVISIBLE.sub(lambda found: f"[U+{ord(found[0]):04X}]", value)


def searchable(text: str) -> str:
    """Return text for a search without the characters that markup is made of.

    The table library decodes what it searches by way of the page's own parser: there
    nothing may be left that could be an element.
    """
    return re.sub(r"[<>&]", " ", text)


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    Examples
    --------
    >>> defused("=1+1")
    "'=1+1"
    >>> defused("-0.09")
    '-0.09'
    """
    start = cell.lstrip("\ufeff\0 \t\r\n")[:1]
    # A signed number is a number; only what could be computed is touched.
    if start and start in FORMULA_STARTS and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def csv_line(cells: Iterable[str]) -> str:
    """Return one line of CSV, without its end; each cell is defused."""
    return ",".join(_quoted(defused(cell)) for cell in cells)


def _quoted(cell: str) -> str:
    """Quote a cell that holds a separator of any locale's CSV, or white space."""
    if not _QUOTED.search(cell):
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Return a table as CSV with LF and a header; every cell is defused."""
    lines = [csv_line(columns), *(csv_line(row[c] for c in columns) for row in rows)]
    return "\n".join(lines) + "\n"


def json_for_page(data: Any) -> Markup:
    """Return data as JSON that may stand inside a script element of a page."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    # The only characters with which an element could end or a comment begin.
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704
