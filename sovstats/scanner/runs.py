"""Reading a run: cutting it into mentions, so that no number in it is left over.

A run is a short stretch of text with nothing in it but numbers, units and words that
may join them (`sovstats.scanner.patterns`). Every token of it that is a number ends up
in some mention: what no rule joins becomes a mention of its own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cached_property, lru_cache

from sovstats.numbers import Numeral
from sovstats.numbers.grammar import Found
from sovstats.numbers.tokens import BEFORE
from sovstats.numbers.words import ROMAN, SCALES, roman_value, sign_value
from sovstats.scanner.dates import calendar_at
from sovstats.scanner.elements import Elements, mention_of
from sovstats.scanner.joins import Joins, linked, share_scales
from sovstats.scanner.mention import Cue, PartialMention
from sovstats.scanner.patterns import DECADES, NUMBER_WORDS, SPECIAL
from sovstats.scanner.vocabulary import MONTHS, REFERENCE_WORDS, TIME_UNITS, UNIT_ALONE

LONGEST_CACHED = 400

_SPECIAL = re.compile(f"[{SPECIAL}]")
_PAGES = re.compile(r"(\d{1,6})\s?[-–—‐‑]\s?(\d{1,6})(?![\d.])")
_MONTH_WORDS = frozenset(month.lower() for month in MONTHS)
_VAGUE_CUES = frozenset(("several", "few", "many", "afew"))
_PAIRS = {"pair": 1, "score": 20}


class RunReader:
    """Cuts a run into mentions, one token after the other."""

    def __init__(self, elements: Elements, joins: Joins) -> None:
        self.elements = elements
        self.joins = joins
        self.run, self.cue, self.tokens = elements.run, elements.cue, elements.tokens

    def mentions(self) -> list[PartialMention]:
        """Return the mentions of the run in their order."""
        found: list[PartialMention] = []
        index = 0
        while index < len(self.tokens):
            read = self.read(index) if self.begins(index) else []
            found += read
            index = max(index + 1, self.close(read[-1]) if read else 0)
        # Scale words are shared last, since nothing else is shared with a reference.
        self.mark_references(found)
        share_scales(self.run, found)
        return found

    def close(self, mention: PartialMention) -> int:
        """Let a mention end where a token ends; return the index of the next one."""
        index = self.elements.index_at(mention.end)
        last = self.tokens[index - 1]
        if last.kind != "word" or last.plain in NUMBER_WORDS:
            mention.end = max(mention.end, last.end)
        return index

    def mark_references(self, found: list[PartialMention]) -> None:
        """Call the numbers after the word chapter, page ... references."""
        if self.cue.before not in REFERENCE_WORDS:
            return
        for place, mention in enumerate(found):
            chained = place == 0 or linked(self.run, found[place - 1], mention)
            if mention.unit or mention.kind not in ("number", "range") or not chained:
                return
            mention.kind = "reference"

    def begins(self, index: int) -> bool:
        """Say whether a mention begins at a token."""
        token = self.tokens[index]
        if token.kind != "word":
            return token.kind != "mark" or self.elements.is_money(index)
        word = token.plain
        if word in NUMBER_WORDS or word in DECADES or _SPECIAL.search(word):
            return True
        if index == 0:
            return word not in BEFORE
        if word in SCALES and len(word) > 3 or self.elements.is_money(index):
            return True
        if word in _MONTH_WORDS:
            return self.tokens.kind(index + 1) in ("number", "ordinal")
        if word.removesuffix("s") not in UNIT_ALONE:
            return False
        return self.elements.shapes.unit_and_half(index) is not None

    def read(self, index: int) -> list[PartialMention]:
        """Return the mentions that begin with a token, one at least for a number."""
        start = self.tokens[index].start
        cue = Cue(self.elements.cue_at(index), self.cue.after)
        dated = calendar_at(self.run, start, cue)
        if dated is None and cue.before in REFERENCE_WORDS:
            dated = self.pages(start)
        if dated:
            return [dated]
        compound = [] if self.is_last(index) else self.compound(index)
        return compound or self.numbers(index) or self.lone(index)

    def is_last(self, index: int) -> bool:
        """Say whether nothing after a token can be joined to the number it begins."""
        return index >= self._last and self.tokens.word(index) not in UNIT_ALONE

    @cached_property
    def _last(self) -> int:
        """The index of the last token with which a mention begins."""
        backwards = range(len(self.tokens) - 1, -1, -1)
        return next((index for index in backwards if self.begins(index)), 0)

    def pages(self, start: int) -> PartialMention | None:
        """Read a range of pages, whose second end may leave digits out: 274-5."""
        found = _PAGES.match(self.run, start)
        if found is None:
            return None
        first, last = found[1], found[2]
        # Digits that both ends have in common are often printed once.
        if len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        low, high = Fraction(int(first)), Fraction(int(last))
        return PartialMention(start, found.end(), None, low, high, "reference")

    def compound(self, index: int) -> list[PartialMention]:
        """Read what has a noun inside: a year and a half, one for every six."""
        shapes, word = self.elements.shapes, self.tokens.word(index)
        kind, unit = "duration", ""
        if word in UNIT_ALONE and self.tokens.word(index + 1) == "or":
            found = self.one_or_more(index)
            kind = "duration" if word in TIME_UNITS else "range"
            unit = "" if word in SCALES else word
        else:
            found = shapes.duration(index) or shapes.unit_and_half(index)
            if found is None:
                kind, found = "ratio", shapes.rate(index)
        if found is None:
            return []
        start, end = self.tokens[index].start, self.tokens[found[1] - 1].end
        # No number next to it is meant to have its scale word.
        numeral = replace(found[0], scale=Fraction(1))
        return [PartialMention.of(numeral, start, end, kind, unit)]

    def one_or_more(self, index: int) -> Found | None:
        """Read 'year or two', one to two years, and 'million or two'."""
        more = self.elements.numbers.small(index + 2)
        if more is None:
            return None
        numeral = Numeral(None, Fraction(1), more[0].value)
        return numeral.scaled(SCALES.get(self.tokens.word(index), 1)), more[1]

    def numbers(self, index: int) -> list[PartialMention]:
        """Read a number, or several that are joined."""
        shapes = self.elements.shapes
        cue = self.elements.cue_at(index)
        if cue in _VAGUE_CUES and self.tokens.word(index) in SCALES:
            vague = shapes.several(index)
        else:
            vague = shapes.vague(index)
        if vague:
            numeral, after = vague
            start, end = self.tokens[index].start, self.tokens[after - 1].end
            end, unit = self.elements.unit_after("vague", end, False)
            return [PartialMention.of(numeral, start, end, "vague", unit)]
        first = self.elements.at(index)
        if first is None:
            return []
        joined = [] if self.is_last(index) else self.joins.joined(first, cue)
        return joined or [mention_of(first)]

    def lone(self, index: int) -> list[PartialMention]:
        """Return a mention for a token that nothing else has read."""
        token = self.tokens[index]
        printed = self.run[token.start : token.end]
        mention = PartialMention(token.start, token.end)
        singular = token.plain.removesuffix("s")
        if token.plain in _PAIRS:
            mention.value = Fraction(_PAIRS[token.plain])
        elif singular in _PAIRS:
            mention.low = Fraction(2 * _PAIRS[singular])
            mention.kind, mention.vague = "vague", True
        elif ROMAN.fullmatch(printed):
            mention.value, mention.kind = Fraction(roman_value(printed)), "reference"
        elif sign := _SPECIAL.search(printed):
            mention.start = token.start + sign.start()
            mention.end = mention.start + 1
            mention.value = sign_value(sign.group())
            mention.kind = "number" if sign.group() in "½¼¾" else "note_mark"
        elif token.kind == "word" and token.plain not in NUMBER_WORDS:
            return []
        return [mention]


def read_run(run: str, cue: Cue) -> tuple[PartialMention, ...]:
    """Return the mentions of a run; offsets count from its beginning.

    Parameters
    ----------
    run
        A stretch of text from `sovstats.scanner.patterns`.
    cue
        What stands before and after it.
    """
    if not run.isdecimal() or len(run) > 4:
        elements = Elements(run, cue)
        return tuple(RunReader(elements, Joins(elements)).mentions())
    # A few digits alone, the commonest run of all, are read without any grammar.
    dated = calendar_at(run, 0, cue)
    kind = "reference" if cue.before in REFERENCE_WORDS else "number"
    return (dated or PartialMention(0, len(run), Fraction(int(run)), kind=kind),)


read_cached = lru_cache(maxsize=8192)(read_run)
"""`read_run` for short runs, which come again and again in any text."""
