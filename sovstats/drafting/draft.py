"""Drafting: the rows that the scanner proposes for a text that nobody has read yet.

Every mention becomes a row: an exclusion where a rule can tell that it states no
quantity (a year, a page, a word of order), else a figure. A figure's indicator says
only its guessed unit, ``unsorted_tonne``, and its name adds the offset at which it
stands, ``unsorted_tonne_at_1234``. That is no name for good, but no bare number either:
the offset is what tells the figure apart, and it stands in the row.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container
from dataclasses import dataclass, field, replace
from fractions import Fraction

from sovstats.drafting.guessed_units import Guess, guess_unit
from sovstats.errors import NumeralError
from sovstats.numbers.words import ROMAN
from sovstats.scanner import Mention, iter_mentions
from sovstats.scanner.vocabulary import TIME_UNITS
from sovstats.storage import LAYOUTS, Cells
from sovstats.validation import LONGEST_NAME, LONGEST_TEXT, number, stated_numerals

UNSORTED = "unsorted"
UNREADABLE = "unreadable"
STEM = f"{UNSORTED}_"

_OWN_REASONS = "year date pronoun enumerator note_mark".split()
REASONS = {"ordinal": "order"} | {kind: kind for kind in _OWN_REASONS}
"""The reason for which a rule closes a kind of mention; references are looked at."""

MEASURES = {"count": "count", "percent": "share", "dimensionless": "ratio"}
MEASURES |= dict.fromkeys(TIME_UNITS, "duration")

_PAGE = re.compile(r"(?<![^\W\d_])(?:pp?|pages?)[.\s]*$", re.IGNORECASE)
_NAME_AFTER = re.compile(r"\s[A-Z][a-z]")
_OF_AFTER = re.compile(r"\s+of\b")
_SEVERAL = re.compile(r"(?<!\w)(?:few|several)\s{1,9}$", re.IGNORECASE)
_ADDRESS = re.compile(r"://|^\W*www\.|^[^\s@]+@[^\s@]+\.[a-z]")
_ADDRESS_REACH = 200


@dataclass
class Draft:
    """The rows that are proposed for a text.

    Attributes
    ----------
    figures, exclusions
        Rows of these two tables as text, in the order of the text.
    indicators
        The rows of the indicators of the figures, by name.

    Examples
    --------
    >>> draft = draft_rows("In 1931 it had 12 cranes.", "harbour", ["count"])
    >>> print(draft)
    1 figure and 1 exclusion
    >>> list(draft.indicators)
    ['unsorted_count']
    """

    figures: list[Cells] = field(default_factory=list)
    exclusions: list[Cells] = field(default_factory=list)
    indicators: dict[str, Cells] = field(default_factory=dict)

    def __str__(self) -> str:
        """Say in one line what is proposed."""
        unread = sum(not (row["value"] or row["low"]) for row in self.figures)
        rest = f", {unread:,} of them without a number," if unread else ""
        return (
            f"{_counted(len(self.figures), 'figure')}{rest} and "
            f"{_counted(len(self.exclusions), 'exclusion')}"
        )


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def draft_rows(
    text: str, source: str, units: Collection[str], taken: Container[str] = ()
) -> Draft:
    """Return a figure or an exclusion for every mention of a text.

    The rows pass validation as they are: the hedge and the numbers are those of the
    scanner, unit and reason are guessed, status is actual and the speaker unsorted.
    What cannot be recorded as a number has a note. No figure gets a name in `taken`.
    """
    draft = Draft()
    for found in iter_mentions(text):
        mention = _with_several(text, found)
        reason = _reason(text, mention)
        if reason or len(mention.printed) > LONGEST_TEXT:
            draft.exclusions.append(_exclusion(mention, source, reason))
            continue
        guess = guess_unit(mention, text[mention.end : mention.end + 20], units)
        indicator = f"{STEM}{guess.label}"
        draft.indicators.setdefault(indicator, _indicator(indicator, guess.unit))
        name = _name(indicator, mention.start, source, taken)
        draft.figures.append(_figure(mention, source, guess, name))
    return draft


def _with_several(text: str, mention: Mention) -> Mention:
    """Widen the span by the word without which a scale word is no vague number."""
    before = _SEVERAL.search(text[max(0, mention.start - 20) : mention.start])
    if mention.kind != "vague" or before is None:
        return mention
    start = mention.start - len(before[0])
    printed = " ".join(text[start : mention.end].split())
    return replace(mention, start=start, printed=printed)


def _reason(text: str, mention: Mention) -> str:
    """Return the reason for which a rule closes a mention; empty for a quantity."""
    start, end = mention.start, mention.end
    if not any(map(str.isspace, text[start:end])) and _in_address(text, start, end):
        return "address"
    if mention.kind == "ordinal" and _NAME_AFTER.match(text, end):
        return "name"
    if mention.printed.lower() == "one" and _OF_AFTER.match(text, end):
        return "pronoun"
    if mention.kind != "reference":
        return REASONS.get(mention.kind, "")
    if ROMAN.fullmatch(mention.printed):
        return "roman"
    return "page" if _PAGE.search(text[max(0, start - 12) : start]) else "enumerator"


def _in_address(text: str, start: int, end: int) -> bool:
    """Say whether the characters without a space around a span are an address."""
    before = re.split(r"\s", text[max(0, start - _ADDRESS_REACH) : start])[-1]
    after = re.split(r"\s", text[end : end + _ADDRESS_REACH], maxsplit=1)[0]
    return _ADDRESS.search(before + text[start:end] + after) is not None


def _row(table: str, mention: Mention, source: str) -> Cells:
    """Return a row of one of the ledgers that says no more than where it stands."""
    row = dict.fromkeys(LAYOUTS[table].columns, "")
    row |= {"start": str(mention.start), "end": str(mention.end)}
    return row | {"source": source, "printed": mention.printed}


def _exclusion(mention: Mention, source: str, reason: str) -> Cells:
    """Return the exclusion of a mention; a region if its print fits into no cell."""
    row = _row("exclusions", mention, source)
    row |= {"reason": reason or UNREADABLE, "basis": "rule"}
    if len(mention.printed) > LONGEST_TEXT:
        note = f"{len(mention.printed)} characters"
        row |= {"printed": "", "count": "1", "note": note}
    return row


def _figure(mention: Mention, source: str, guess: Guess, name: str) -> Cells:
    """Return the figure of a mention."""
    row = _row("figures", mention, source) | {
        "figure": name,
        "indicator": f"{STEM}{guess.label}",
        "unit": guess.unit,
        "period_basis": "none",
        "status": "actual",
        "speaker": UNSORTED,
        "hedge": mention.hedge,
        "scale": mention.scale,
        "exact": "yes" if mention.kind == "rank" else "",
        "note": guess.note,
    }
    numbers = number_cells(mention)
    if numbers:
        return row | numbers
    notes = ["the print alone does not read as one number; write what is meant"]
    if row["hedge"] == "vague":
        # A vague number needs a floor, and the audit asks for a word on another hedge.
        row["hedge"] = "none"
        notes.append("hedge none until then")
    return row | {"scale": "", "note": "; ".join(filter(None, [guess.note, *notes]))}


def number_cells(mention: Mention) -> Cells | None:
    """Return value, low and high, or None where validation would refuse them.

    The printed characters must state the number by themselves, times the scale word
    that stands elsewhere; the ends of a range must differ; a floor alone is vague.
    """
    numbers = (mention.value, mention.low, mention.high)
    value, low, high = numbers
    is_floor = value is None and low is not None and high is None
    if is_floor != (mention.hedge == "vague") or (low is not None and low == high):
        return None
    try:
        read = stated_numerals(mention.printed, mention.scale)
    except (KeyError, NumeralError):
        return None
    # What the scanner reads from the surroundings, no rule could read from the print.
    if numbers not in [(each.value, each.low, each.high) for each in read]:
        return None
    cells = [_written(each) for each in numbers]
    if not any(cells) or any(cell and number(cell) for cell in cells):
        return None
    return dict(zip(("value", "low", "high"), cells, strict=True))


def _written(value: Fraction | None) -> str:
    """Write a number exactly: 34600000, 12.5, and 1/23 where no decimals end it."""
    if value is None:
        return ""
    places = (n for n in range(1, 10) if 10**n % value.denominator == 0)
    shift = next(places, None)
    if shift is None or value.denominator == 1:
        return str(value)
    whole, part = divmod(int(value * 10**shift), 10**shift)
    return f"{whole}.{part:0{shift}}"


def _indicator(name: str, unit: str) -> Cells:
    """Return the indicator of the figures in a unit that are not named yet."""
    return {
        "indicator": name,
        "stem": "",
        "title": f"To be named: {unit}",
        "definition": f"Figures of a draft in the unit {unit}; name what each measures",
        "topic": UNSORTED,
        "unit": unit,
        "measure": MEASURES.get(unit, "level"),
        "sense": "",
    }


def _name(indicator: str, start: int, source: str, taken: Container[str]) -> str:
    """Return a name that no other figure has: the source, then letters tell it apart.

    No two mentions of a text begin at one offset: only other texts can be in the way.
    """
    plain = f"{indicator}_at_{start}"
    room = LONGEST_NAME - len(plain) - 1
    ends = (f"{source}{letter}" for letter in ("", *"bcdefghijklmnopqrstuvwxyz"))
    names = (plain, *(f"{plain}_{end[-room:].lstrip('_')}" for end in ends))
    return next(name for name in names if name not in taken)
