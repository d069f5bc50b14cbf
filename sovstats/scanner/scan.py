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
from sovstats.scanner.hedges import hedge_after, hedge_before, words_before
from sovstats.scanner.joins import is_bare, linked
from sovstats.scanner.kinds import QUANTITIES, is_pronoun, lone_kind, rank_at
from sovstats.scanner.mention import Mention, PartialMention
from sovstats.scanner.patterns import FIRST, ROMAN_REFERENCE, START, run_end
from sovstats.scanner.runs import LONGEST_CACHED, read_cached, read_run
from sovstats.scanner.vocabulary import TIME_UNITS

_POINT = re.compile(r"(?<![\w.])\.")
_REPEAT = 60
_SCALE = "thousand|million|billion|trillion"
_CARRIED = frozenset(("about", "almost"))


def find_mentions(text: str) -> list[Mention]:
    """Return every mention of a number in an English text.

    Parameters
    ----------
    text
        Any text; English number words, digits of any script.

    Returns
    -------
    list of Mention
        In order and without overlaps; each has start, end, printed, value, low, high,
        scale, hedge and kind.

    Examples
    --------
    >>> import sovstats as ss
    >>> [(each.printed, each.hedge) for each in ss.find_mentions("almost 3 1/2 times")]
    [('3 1/2 times', 'almost')]
    """
    return list(iter_mentions(text))


def iter_mentions(text: str) -> Iterator[Mention]:
    """Yield the mentions of `find_mentions` one by one, for texts of any length.

    Parameters
    ----------
    text
        Any text; English number words, digits of any script.

    Yields
    ------
    Mention
        The next mention.

    Examples
    --------
    >>> next(iter_mentions("Ten of them, or eleven, or twelve.")).printed
    'Ten'
    """
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
        found_in_run = read(run, cue_of(text, start, end))
        if cut and len(found_in_run) > 4:
            # What stands at the cut may go on after it: it is read again from there.
            found_in_run = found_in_run[:-2]
            end = start + found_in_run[-1].end
        yield from finished(text, start, run, found_in_run)
        position = max(end, found.end())


def first_of(text: str, start: int) -> int:
    """Return where a number begins, with the point in front of .5."""
    pointed = text[start - 1 : start] == "." and text[start].isdecimal()
    return start - 1 if pointed and _POINT.match(text, start - 1) else start


def finished(
    text: str, offset: int, run: str, partial: Sequence[PartialMention]
) -> Iterator[Mention]:
    """Yield the mentions of a run that begins at an offset of a text.

    In a list the hedge of one member (``about three, five or ten``) holds for those
    after it.
    """
    before: PartialMention | None = None
    carried = "none"
    for each in _with_scale_of_repeat(text, offset, run, partial):
        start, end = offset + each.start, offset + each.end
        kind, value, hedge = each.kind, each.value, "none"
        if kind in QUANTITIES:
            words = words_before(text, start)
            kind = _kind(text, start, end, each, words)
        elif kind == "ordinal" and value is not None:
            kind, end, places = rank_at(text, end)
            value += places
        if kind in QUANTITIES:
            hedge = _hedge(text, start, end, each, words)
            if hedge == "none" and carried in _CARRIED:
                chained = before is not None and linked(run, before, each)
                hedge = carried if chained else "none"
        printed = " ".join(text[start:end].split())
        low, high = each.low, each.high
        yield Mention(start, end, printed, value, low, high, each.scale, hedge, kind)
        before, carried = each, hedge


def _with_scale_of_repeat(
    text: str, offset: int, run: str, partial: Sequence[PartialMention]
) -> Sequence[PartialMention]:
    """Give a series the scale word with which its last member is soon repeated."""
    if len(partial) < 3 or not all(map(is_bare, partial)):
        return partial
    after = offset + partial[-1].end
    last = run[partial[-1].start : partial[-1].end]
    nearby = text[after : after + _REPEAT] if len(last) > 2 else ""
    found = re.search(rf"(?<![\w.]){re.escape(last)}\s+({_SCALE})s?\b", nearby)
    if found is None:
        return partial
    # What is read is cached and must not change: copies take the scale word.
    scaled = [replace(each) for each in partial]
    for each in scaled:
        each.apply_scale(found[1], SCALES[found[1]])
    return scaled


def _kind(
    text: str, start: int, end: int, partial: PartialMention, words: list[str]
) -> str:
    """Return the kind of a mention that may be no quantity where it stands."""
    if partial.kind != "number" or partial.unit or partial.value is None:
        return partial.kind
    printed = text[start:end]
    if len(printed) <= 4 and printed.isdecimal():
        return lone_kind(text, start, end)
    one = partial.value == 1 and printed.lower() == "one"
    return "pronoun" if one and is_pronoun(words, text[end : end + 24]) else "number"


def _hedge(
    text: str, start: int, end: int, partial: PartialMention, words: list[str]
) -> str:
    """Return the hedge of a quantity."""
    if partial.vague:
        return "vague"
    unit = "time" if partial.unit in TIME_UNITS else partial.unit
    in_digits = any(character.isdigit() for character in text[start : start + 3])
    hedge = hedge_before(words, unit, in_digits or partial.own_scale > 1)
    return hedge if hedge != "none" else hedge_after(text, end)


def roman_mentions(found: re.Match[str]) -> Iterator[Mention]:
    """Yield the Roman numeral after a word that names what it counts."""
    name, numeral = found["name"], found["roman"]
    if not ROMAN.fullmatch(numeral) or numeral in ("C", "L"):
        return
    # The pronoun I follows many words that can name a part, but no capital of theirs.
    if numeral == "I" and not (name[0].isupper() or found["point"]):
        return
    value = Fraction(roman_value(numeral))
    start, end = found.span("roman")
    yield Mention(start, end, numeral, value, None, None, "", "none", "reference")
