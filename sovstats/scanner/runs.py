"""Reading a run: cutting it into mentions, so that no number in it is left over.

A run is a short stretch of text with nothing in it but numbers, units and words that
may join them (`sovstats.scanner.patterns`). Every token of it that is a number ends up in
some draft: what no rule joins becomes a draft of its own.
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache

from sovstats.numbers.numeral import make_whole
from sovstats.numbers.tokens import BEFORE
from sovstats.numbers.words import ROMAN, SCALES, roman_value
from sovstats.scanner.dates import calendar_at
from sovstats.scanner.elements import draft_of
from sovstats.scanner.joins import (
    RangeReader,
    linked,
    share_scales,
)
from sovstats.scanner.mention import Cue, Draft
from sovstats.scanner.patterns import (
    DECADES,
    NUMBER_WORDS,
    SPECIAL,
)
from sovstats.scanner.vocabulary import (
    MONTHS,
    REFERENCE_WORDS,
    TIME_UNITS,
    UNIT_ALONE,
)

LONGEST_CACHED = 400

_SPECIAL = re.compile(f"[{SPECIAL}]")
_PAGES = re.compile(r"(\d{1,6})\s?[-–—‐‑]\s?(\d{1,6})(?![\d.])")
_MONTH_WORDS = frozenset(month.lower() for month in MONTHS)
_VAGUE_CUES = frozenset(("several", "few", "many", "afew"))


class RunReader(RangeReader):
    """A reader that takes the tokens of a run one after the other."""

    last: int | None = None

    def drafts(self) -> list[Draft]:
        """Return the mentions of the run in their order."""
        found: list[Draft] = []
        index = 0
        while index < len(self.tokens):
            taken = self.take(index) if self.begins(index) else []
            found += taken
            index = max(index + 1, self.close(taken[-1]) if taken else 0)
        self.mark_references(found)
        share_scales(self.run, found)
        return found

    def close(self, draft: Draft) -> int:
        """Let a draft end where a token ends, and return the index of the next one."""
        index = self.index_at(draft.end)
        last = self.tokens[index - 1]
        numeral = last.kind != "word" or last.plain in NUMBER_WORDS
        if last.end > draft.end and numeral:
            draft.end = last.end
        return index

    def mark_references(self, found: list[Draft]) -> None:
        """Call the numbers behind the word chapter, page ... references."""
        if self.cue.before not in REFERENCE_WORDS:
            return
        for place, draft in enumerate(found):
            chained = place == 0 or linked(self.run, found[place - 1], draft)
            if draft.unit or draft.kind not in ("number", "range") or not chained:
                return
            draft.kind = "reference"

    def begins(self, index: int) -> bool:
        """Say whether a mention begins at a token."""
        token = self.tokens[index]
        if token.kind != "word":
            return token.kind != "mark" or self._is_money(index)
        word = token.plain
        if word in NUMBER_WORDS or word in DECADES or _SPECIAL.search(word):
            return True
        if index == 0:
            return word not in BEFORE
        return (
            word in SCALES
            and len(word) > 3
            or self._is_money(index)
            or (
                word in _MONTH_WORDS
                and self.grammar.kind(index + 1) in ("number", "ordinal")
            )
            or word.removesuffix("s") in UNIT_ALONE
            and bool(self.grammar.half_behind(index))
        )

    def take(self, index: int) -> list[Draft]:
        """Return the mentions that begin with a token, one at least for a number."""
        start = self.tokens[index].start
        cue = self.cue if index == 0 else Cue(self.cue_at(index), self.cue.after)
        dated = calendar_at(self.run, start, cue)
        if dated:
            return [dated]
        if cue.before in REFERENCE_WORDS:
            pages = self.pages(start)
            if pages:
                return [pages]
        compound = [] if self.is_last(index) else self.compound(index)
        return compound or self.numbers(index) or self.lone(index)

    def is_last(self, index: int) -> bool:
        """Say whether nothing behind a token can be joined to the number it begins."""
        if self.last is None:
            tokens = range(len(self.tokens) - 1, -1, -1)
            numbers = (at for at in tokens if self.begins(at))
            self.last = next(numbers, 0)
        return index >= self.last and self.grammar.word(index) not in UNIT_ALONE

    def pages(self, start: int) -> Draft | None:
        """Read a range of pages, whose second end may leave digits out: 274-5."""
        found = _PAGES.match(self.run, start)
        if found is None:
            return None
        first, last = found[1], found[2]
        if len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        low, high = Fraction(int(first)), Fraction(int(last))
        return Draft(start, found.end(), None, low, high, "reference")

    def compound(self, index: int) -> list[Draft]:
        """Read what has a noun inside: a year and a half, one for every six."""
        grammar = self.grammar
        if grammar.word(index) in UNIT_ALONE and grammar.word(index + 1) == "or":
            return self.one_or_more(index)
        found = grammar.duration(index) or grammar.half_behind(index)
        if found:
            numeral, after = found
            end = self.tokens[after - 1].end
            draft = Draft(self.tokens[index].start, end, numeral.value, kind="duration")
            return [draft]
        found = grammar.rate(index)
        if found:
            numeral, after = found
            draft = Draft(
                self.tokens[index].start,
                self.tokens[after - 1].end,
                numeral.value,
                numeral.low,
                numeral.high,
                "ratio",
            )
            return [draft]
        return []

    def one_or_more(self, index: int) -> list[Draft]:
        """Read 'year or two', one to two years, and 'million or two'."""
        more = self.grammar.small(index + 2)
        if more is None:
            return []
        start, end = self.tokens[index].start, self.tokens[more[1] - 1].end
        word = self.grammar.word(index)
        scale = SCALES.get(word, 1)
        unit = "" if word in SCALES else word
        kind = "duration" if word in TIME_UNITS else "range"
        low, high = Fraction(scale), Fraction(scale * more[0])
        return [Draft(start, end, None, low, high, kind, unit)]

    def numbers(self, index: int) -> list[Draft]:
        """Read a number, or several that are joined."""
        if self.cue_at(index) in _VAGUE_CUES and self.grammar.word(index) in SCALES:
            numeral, after = self.grammar.scale(make_whole(2), index)
            assert numeral.value is not None
            return [self.vague(index, int(numeral.value), after)]
        plural = self.grammar.vague(index)
        if plural and plural[0].low is not None:
            return [self.vague(index, int(plural[0].low), plural[1])]
        first = self.element(index)
        if first is None:
            return []
        joined = [] if self.is_last(index) else self.joined(index, first)
        return joined or [draft_of(first)]

    def vague(self, index: int, floor: int, after: int) -> Draft:
        """Return the draft of a plural without a number."""
        end = self.tokens[after - 1].end
        unit_end, unit = self.unit_behind("vague", end, False)
        start = self.tokens[index].start
        draft = Draft(start, unit_end, None, Fraction(floor), None, "vague", unit)
        draft.vague = True
        return draft

    def lone(self, index: int) -> list[Draft]:
        """Return a draft for a token that nothing else has read."""
        token = self.tokens[index]
        printed = self.run[token.start : token.end]
        draft = Draft(token.start, token.end)
        if token.plain in ("pair", "score"):
            draft.value = Fraction(1 if token.plain == "pair" else 20)
        elif token.plain in ("pairs", "scores"):
            draft.low = Fraction(2 if token.plain == "pairs" else 40)
            draft.kind, draft.vague = "vague", True
        elif ROMAN.fullmatch(printed):
            draft.value, draft.kind = Fraction(roman_value(printed)), "reference"
        elif sign := _SPECIAL.search(printed):
            draft.start = token.start + sign.start()
            draft.end = draft.start + 1
            draft.value = sign_value(sign.group())
            draft.kind = "number" if sign.group() in "½¼¾" else "note_mark"
        elif token.kind == "word" and token.plain not in NUMBER_WORDS:
            return []
        return [draft]


def sign_value(sign: str) -> Fraction:
    """Return the number that one sign states: ², Ⅳ, ⅒."""
    return Fraction(unicodedata.numeric(sign)).limit_denominator(1000)


def read_run(run: str, cue: Cue) -> tuple[Draft, ...]:
    """Return the mentions of a run; offsets count from its beginning.

    Parameters
    ----------
    run
        A stretch of text from `sovstats.scanner.patterns`.
    cue
        What stands before and behind it.
    """
    if run.isdecimal() and len(run) <= 4:
        return (_short(run, cue),)
    return tuple(RunReader(run, cue).drafts())


def _short(run: str, cue: Cue) -> Draft:
    """Read a run of a few digits alone, the commonest of all, without its grammar."""
    dated = calendar_at(run, 0, cue)
    if dated:
        return dated
    kind = "reference" if cue.before in REFERENCE_WORDS else "number"
    return Draft(0, len(run), Fraction(int(run)), kind=kind)


read_cached = lru_cache(maxsize=8192)(read_run)
"""`read_run` for short runs, which come again and again in any text."""
