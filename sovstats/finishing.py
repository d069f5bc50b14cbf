"""From the drafts of a run to mentions: hedge and kind depend on the text around."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from sovstats.drafts import Draft
from sovstats.hedges import hedge_before, hedge_behind, words_before
from sovstats.mention import Mention
from sovstats.mention_kinds import QUANTITIES, is_pronoun, is_rank, lone_kind
from sovstats.number_words import SCALES
from sovstats.ranges import is_bare, linked
from sovstats.roman import ROMAN, roman_value
from sovstats.unit_words import TIME_UNITS

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
