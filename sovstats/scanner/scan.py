"""Finding every number in an English text, with its value and how it is hedged.

A regular expression jumps from number to number; only the few words around each are
looked at, so that the time grows with the length of the text and with nothing else.
What no rule can join becomes a mention of its own: no digit and no number word is ever
passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from sovstats.numbers.words import ROMAN, SCALES, roman_value
from sovstats.scanner.cues import cue_of
from sovstats.scanner.hedges import (
    hedge_before,
    hedge_behind,
    words_before,
)
from sovstats.scanner.joins import is_bare, linked
from sovstats.scanner.kinds import (
    QUANTITIES,
    is_pronoun,
    is_rank,
    lone_kind,
)
from sovstats.scanner.mention import Draft, Mention
from sovstats.scanner.patterns import FIRST, ROMAN_REFERENCE, START, run_end
from sovstats.scanner.runs import (
    LONGEST_CACHED,
    read_cached,
    read_run,
)
from sovstats.scanner.vocabulary import TIME_UNITS

__all__ = ["Mention", "find_mentions", "iter_mentions"]


def find_mentions(text: str) -> list[Mention]:
    """Return every mention of a number in a text, in order and without overlaps.

    Parameters
    ----------
    text
        Any text; English number words, digits of any script.

    Examples
    --------
    >>> [(each.printed, each.hedge) for each in find_mentions("almost 3 1/2 times")]
    [('3 1/2 times', 'almost')]
    """
    return list(iter_mentions(text))


def iter_mentions(text: str) -> Iterator[Mention]:
    """Yield the mentions of `find_mentions` one by one, for texts of any length."""
    position = 0
    while found := START.search(text, position):
        roman = ROMAN_REFERENCE.match(text, found.start())
        if roman and roman.end() == found.end():
            yield from roman_mentions(roman)
            position = found.end()
            continue
        start = first_of(text, found.start())
        first = FIRST.match(text, start)
        if first is None or first.end() == start:
            # A money sign or a pair that stands in no company with a number.
            position = found.end()
            continue
        end, cut = run_end(text, first.end())
        run = text[start:end]
        read = read_cached if len(run) <= LONGEST_CACHED else read_run
        drafts = read(run, cue_of(text, start, end))
        if cut and len(drafts) > 4:
            # What stands at the cut may go on behind it: it is read again from there.
            drafts = drafts[:-2]
            end = start + drafts[-1].end
        yield from finished(text, start, run, drafts)
        position = max(end, found.end())


def first_of(text: str, start: int) -> int:
    """Return where a number begins, with the point in front of .5."""
    if start and text[start - 1] == "." and text[start].isdecimal():
        before = text[start - 2 : start - 1] if start > 1 else ""
        if not before or not (before.isalnum() or before in "._"):
            return start - 1
    return start


_NAME = r"(?:the\s+)?[A-Z][^\W\d_]+(?:\s+(?:of\s+)?[A-Z][^\W\d_]+){0,3}"
_ONLY_TO = re.compile(
    rf"\s+only\s+to\s+({_NAME}(?:,\s+{_NAME}){{0,4}}(?:,?\s+and\s+{_NAME})?)"
)
_REPEAT = 60
_SCALE = "thousand|million|billion|trillion"
_CARRIED = frozenset(("about", "almost"))


def finished(
    text: str, offset: int, run: str, drafts: Sequence[Draft]
) -> Iterator[Mention]:
    """Yield the mentions of a run that begins at an offset of a text.

    In a list the hedge of one member (``about three, five or ten``) holds for those
    behind it.
    """
    before: Draft | None = None
    carried = "none"
    for draft in _with_scale_of_repeat(text, offset, run, drafts):
        start, end = offset + draft.start, offset + draft.end
        kind, value = draft.kind, draft.value
        hedge = "none"
        if kind in QUANTITIES:
            words = words_before(text, start)
            kind = _kind(text, start, end, draft, words)
        elif kind == "ordinal" and value is not None:
            kind, end, places = _rank(text, end)
            value += places
        if kind in QUANTITIES:
            hedge = _hedge(text, start, end, draft, words)
            chained = before is not None and linked(run, before, draft)
            if hedge == "none" and chained and carried in _CARRIED:
                hedge = carried
        printed = " ".join(text[start:end].split())
        low, high = draft.low, draft.high
        yield Mention(start, end, printed, value, low, high, draft.scale, hedge, kind)
        before, carried = draft, hedge


def _with_scale_of_repeat(
    text: str, offset: int, run: str, drafts: Sequence[Draft]
) -> Sequence[Draft]:
    """Give a series the scale word with which its last member is soon repeated."""
    if len(drafts) < 3 or not all(map(is_bare, drafts)):
        return drafts
    behind = offset + drafts[-1].end
    last = run[drafts[-1].start : drafts[-1].end]
    nearby = text[behind : behind + _REPEAT] if len(last) > 2 else ""
    found = re.search(rf"(?<![\w.]){re.escape(last)}\s+({_SCALE})s?\b", nearby)
    if found is None:
        return drafts
    scaled = [replace(draft, scale=found[1]) for draft in drafts]
    for draft in scaled:
        draft.multiply(SCALES[found[1]])
    return scaled


def _kind(text: str, start: int, end: int, draft: Draft, words: list[str]) -> str:
    """Return the kind of a draft that may be no quantity where it stands."""
    if draft.kind != "number" or draft.unit or draft.value is None:
        return draft.kind
    if end - start <= 4 and text[start:end].isdecimal():
        return lone_kind(text, start, end)
    if draft.value == 1 and text[start:end].lower() == "one":
        if is_pronoun(words, text[end : end + 24]):
            return "pronoun"
    return draft.kind


def _rank(text: str, end: int) -> tuple[str, int, int]:
    """Return kind, end and further places of an ordinal: second only to two others."""
    found = _ONLY_TO.match(text, end)
    if found:
        names = re.split(r",?\s+and\s+|,\s+", found[1])
        return "rank", found.end(), len(names) - 1
    return ("rank" if is_rank(text[end : end + 24]) else "ordinal"), end, 0


def _hedge(text: str, start: int, end: int, draft: Draft, words: list[str]) -> str:
    """Return the hedge of a quantity."""
    if draft.vague:
        return "vague"
    unit = "time" if draft.unit in TIME_UNITS else draft.unit
    in_digits = any(character.isdigit() for character in text[start : start + 3])
    hedge = hedge_before(words, unit, in_digits or draft.own_scale > 1)
    return hedge if hedge != "none" else hedge_behind(text, end)


def roman_mentions(found: re.Match[str]) -> Iterator[Mention]:
    """Yield the Roman numeral behind a word that names what it counts."""
    name, numeral = found["name"], found["roman"]
    if not ROMAN.fullmatch(numeral) or numeral in ("C", "L"):
        return
    if numeral == "I" and not (name[0].isupper() or found["point"]):
        return
    value = Fraction(roman_value(numeral))
    start, end = found.span("roman")
    yield Mention(start, end, numeral, value, None, None, "", "none", "reference")
