"""Dates, times of day and years in a run of numbers."""

from __future__ import annotations

import re
from fractions import Fraction

from sovstats.numbers.words import CARDINALS, ORDINALS
from sovstats.scanner.mention import Cue, PartialMention
from sovstats.scanner.patterns import DECADES, UNIT, any_of
from sovstats.scanner.vocabulary import MONTHS

TIME_CUES = frozenset(
    "in since until till during year years before after winter summer spring autumn "
    "early late mid end beginning "
    "january february march april june july august september october november december"
    " (".split()
)
"""Words in front of four digits that make them a year whatever follows."""

_MONTH = rf"(?:{any_of(MONTHS)})\b\.?"
_DAY = r"\d{1,2}(?i:(?:st|nd|rd|d|th)(?![^\W\d_]))?"
_YEAR = r"(?:,?\s+(?:of\s+)?[12]\d{3}(?!\d|[.,]\d))?"
_SCALED = "%|per\\s?cent|million|billion|thousand|hundred|times"
_NO_DATE = rf"(?!\d|[.,:/]\d|\s?(?i:{_SCALED}))"
_RANK = rf"(?i:(?:twenty|thirty)?[\s\-]?(?:{any_of(ORDINALS)}))"
DATE = re.compile(
    rf"\d{{1,2}}(?P<sign>[/.\-])\d{{1,2}}(?P=sign)(?:\d{{4}}|\d{{2}})(?!\d)"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}(?!\d)"
    rf"|\d{{1,2}}:[0-5]\d(?::[0-5]\d)?(?:\s?(?i:[ap]\.?m\b\.?))?(?!\d)"
    rf"|\d{{1,2}}\s?(?i:[ap]\.m\.|[ap]m\b|o['’]clock\b)"
    rf"|{_DAY}(?:\s?(?:[-–—]|to|and|or)\s?{_DAY})?(?:\s+day)?(?:\s+of)?"
    rf"\s+{_MONTH}{_YEAR}"
    rf"|{_RANK}(?:\s+day)?\s+of\s+{_MONTH}{_YEAR}"
    rf"|{_MONTH}\s+(?:the\s+)?{_DAY}{_NO_DATE}"
    rf"(?:\s?[-–—]\s?(?:{_MONTH}\s+)?{_DAY}(?!\d))?{_YEAR}"
    rf"|{_MONTH},?\s+(?:of\s+)?[12]\d{{3}}{_NO_DATE}"
)
_YEARS = re.compile(
    r"(1\d{3}|20\d\d)(?:\s?[-–—/‐‑]\s?(\d{4})|[-–—/‐‑](\d{2}))(?!\d|[.,]\d)"
)
_DECADE = re.compile(r"(\d{2}|1\d{3}|20\d\d)['’]?s\b")
_ONE_YEAR = re.compile(r"(1\d{3}|20\d\d)(?!\d|[.,:/]\d|\s?[½⅓¼¾]|[\s\-]\d{1,2}/\d)")
_QUANTITY = re.compile(r"\s?(?:%|per|percent|times|million|billion|thousand)")
_TEENS = {word: value for word, value in CARDINALS.items() if 16 <= value <= 20}
_WORD_YEAR = re.compile(
    rf"({any_of(_TEENS)})[\s\-]{{1,3}}"
    rf"(?:({any_of(DECADES)})\b|({any_of(w for w, v in CARDINALS.items() if v >= 10)})"
    rf"(?:[\s\-]{{1,2}}({any_of(w for w, v in CARDINALS.items() if 0 < v < 10)}))?"
    rf"(?![^\W_]|[\s\-]+(?:hundred|thousand|per|times|years|or|to)\b))",
    re.IGNORECASE,
)
_DECADE_WORD = re.compile(rf"({any_of(DECADES)})\b", re.IGNORECASE)


def calendar_at(run: str, start: int, cue: Cue) -> PartialMention | None:
    """Return the date or year that begins at an offset of a run, if there is one.

    Parameters
    ----------
    run
        A run of numbers.
    start
        Where a number begins in it.
    cue
        What stands around the number; what follows is known of the whole run alone.
    """
    found = DATE.match(run, start)
    if found and not (found.group().startswith("1:") and _is_ratio(found.group())):
        return PartialMention(start, found.end(), kind="date")
    if run[start].isdigit():
        return _years(run, start, cue) or _year(run, start, cue)
    return _word_year(run, start)


def _is_ratio(printed: str) -> bool:
    """Say whether what could be a time of day is the ratio of one to something."""
    return printed.count(":") == 1 and not printed.rstrip(".").lower().endswith("m")


def _years(run: str, start: int, cue: Cue) -> PartialMention | None:
    """Read two years joined by a sign, or a decade: 1928-29, 1930s."""
    decade = _DECADE.match(run, start)
    # Two digits are a decade only after an apostrophe or an article: the 30s.
    if decade and (len(decade[1]) > 2 or cue.before in ("'", "’", "the")):
        year = Fraction(int(decade[1]))
        low, high = (year, year + 9) if year > 99 else (None, None)
        return PartialMention(start, decade.end(), year, low, high, "year")
    found = _YEARS.match(run, start)
    if not found:
        return None
    first = int(found[1])
    last = int(found[2]) if found[2] else first - first % 100 + int(found[3])
    # Two digits may lie beyond the turn of a century: 1899-00.
    last += 100 if first % 100 == 99 and last % 100 == 0 and found[3] else 0
    if not first < last < 2100 or UNIT.match(run, found.end()):
        return None
    low, high = Fraction(first), Fraction(last)
    return PartialMention(start, found.end(), None, low, high, "year")


def _year(run: str, start: int, cue: Cue) -> PartialMention | None:
    """Read one year in digits, unless what stands around it makes it a quantity."""
    found = _ONE_YEAR.match(run, start)
    if not found:
        return None
    year = int(found[1])
    if _QUANTITY.match(run, found.end()):
        return None
    # After a preposition of time four digits are a year, whatever follows.
    dated = cue.before in TIME_CUES
    if not 1500 <= year < 2100 and not (dated and cue.after == "mark"):
        return None
    if not dated:
        if UNIT.match(run, found.end()):
            return None
        if cue.before == "hedge" and cue.after != "mark":
            return None
        counted = cue.after == "plural" or cue.after == "word" and year % 100 == 0
        if found.end() == len(run) and counted:
            return None
    return PartialMention(start, found.end(), Fraction(year), kind="year")


def _word_year(run: str, start: int) -> PartialMention | None:
    """Read a year in words: nineteen-thirty-five, eighteen forty-eight, thirties."""
    decade = _DECADE_WORD.match(run, start)
    if decade:
        value = Fraction(DECADES[decade[1].lower()])
        return PartialMention(start, decade.end(), value, kind="year")
    found = _WORD_YEAR.match(run, start)
    if not found:
        return None
    century, plural, tens, ones = (part and part.lower() for part in found.groups())
    rest = DECADES[plural] if plural else CARDINALS[tens]
    year = 100 * _TEENS[century] + rest + CARDINALS.get(ones, 0)
    return PartialMention(start, found.end(), Fraction(year), kind="year")
