"""The elements of a run: one number each, with its money sign and its unit."""

from __future__ import annotations

import re
from bisect import bisect_left
from fractions import Fraction

from sovstats.numbers.grammar import Found
from sovstats.numbers.numeral import Numeral
from sovstats.numbers.shapes import ShapeGrammar
from sovstats.numbers.tokens import Token, tokenize
from sovstats.numbers.words import FRACTION_WORDS, SCALES
from sovstats.scanner.mention import (
    Cue,
    Draft,
    Element,
)
from sovstats.scanner.patterns import UNIT
from sovstats.scanner.vocabulary import CURRENCY_SIGNS, TIME_UNITS

_LONGEST = 30
_NO_WIDTHS = (Fraction(0), Fraction(0))
_CONTINUING = frozenset((*SCALES, *FRACTION_WORDS, "and", "m"))
_PARTS = frozenset(("fraction", "vulgar"))
_PART_OF = re.compile(r"\s+(?:of\s+)?an?(?=\s)", re.IGNORECASE)
_OF = re.compile(r"\s+of(?=\s)", re.IGNORECASE)
_HALF_YEAR = re.compile(r"[\s\-]{1,3}(?:half|quarter)\b", re.IGNORECASE)
_PART_CUES = frozenset(("mark", "part"))
_FOLD = frozenset(("times", "fold"))


class RunGrammar(ShapeGrammar):
    """The grammar of numerals, which remembers the numbers that it has read."""

    def __init__(self, tokens: list[Token]) -> None:
        super().__init__(tokens)
        self._known: dict[int, Found | None] = {}

    def cardinal(self, index: int) -> Found | None:
        """Read one number of any shape but a range, once for each token."""
        if index not in self._known:
            self._known[index] = self.plain(index) or super().cardinal(index)
        return self._known[index]

    def plain(self, index: int) -> Found | None:
        """Read digits that nothing behind them can belong to, which most are.

        The half-widths, which take most of the time, are left out: no mention has them.
        """
        if self.kind(index) != "number" or len(self.tokens[index].plain) > _LONGEST:
            return None
        after = self.skip_hyphen(index + 1)
        if self.word(after) in _CONTINUING or self.kind(after) in _PARTS:
            return None
        plain = self.tokens[index].plain
        shape = "decimal" if "." in plain else "whole"
        value = Fraction(plain if shape == "decimal" else int(plain))
        return Numeral(value, None, None, _NO_WIDTHS, _NO_WIDTHS, shape), index + 1


class ElementReader:
    """The tokens of one run, and how to read one number among them."""

    def __init__(self, run: str, cue: Cue) -> None:
        self.run = run
        self.cue = cue
        self.tokens = tokenize(run)
        self.starts = [token.start for token in self.tokens]
        self.grammar = RunGrammar(self.tokens)
        self._elements: dict[int, Element | None] = {}

    def index_at(self, offset: int) -> int:
        """Return the index of the first token that begins at an offset or later."""
        return bisect_left(self.starts, offset)

    def cue_at(self, index: int) -> str:
        """Return the word or mark before a token, inside or outside the run."""
        if index <= 0:
            return self.cue.before
        return self.tokens[index - 1].plain

    def element(self, index: int) -> Element | None:
        """Read a number with its sign and unit at a token; None if there is none."""
        if index not in self._elements:
            self._elements[index] = self._element(index)
        return self._elements[index]

    def _element(self, index: int) -> Element | None:
        """Read the element at a token for the first time."""
        start = index
        while index < len(self.tokens) and self._is_money(index):
            index += 1
        found = self.number(index)
        if found is None:
            return None
        numeral, after = found
        number_end = self.tokens[after - 1].end
        end, unit = self.unit_behind(numeral.shape, number_end, index > start)
        if numeral.shape == "fraction" and not self.run[start:number_end].isalpha():
            end = self._ordinal_mark(end)
        return Element(
            numeral,
            self.tokens[start].start,
            number_end,
            end,
            max(after, self.index_at(end)),
            unit,
            index > start,
        )

    def _is_money(self, index: int) -> bool:
        """Say whether a token belongs to a money sign in front of a number."""
        token = self.tokens[index]
        if token.kind == "mark":
            return token.plain in CURRENCY_SIGNS or (
                token.plain == "."
                and index > 0
                and self.tokens[index - 1].plain == "rs"
            )
        return token.plain in ("rs", "us", "eur", "usd", "a", "c") and (
            index + 1 < len(self.tokens)
            and (token.plain not in ("a", "c", "us") or self._is_money(index + 1))
        )

    def _ordinal_mark(self, end: int) -> int:
        """Pass over the letters of 1/3rd."""
        found = re.compile(r"(?:st|nds?|rds?|ths?)\b").match(self.run, end)
        return found.end() if found else end

    def number(self, index: int) -> Found | None:
        """Read one number without its unit."""
        grammar = self.grammar
        word = grammar.word(index)
        ranked = grammar.ordinal_words(index)
        if ranked and not self._is_part(index, ranked[1]):
            return ranked
        if word in FRACTION_WORDS:
            fraction = grammar.fraction_words(index) or grammar.bare_fraction(index)
            return grammar.scale_of(fraction) if fraction else None
        return grammar.multiple(index) or grammar.cardinal(index)

    def _is_part(self, index: int, after: int) -> bool:
        """Say whether an ordinal word means a part (a third of) and not a rank."""
        word = self.grammar.word(index)
        if after - index > 1 or word not in FRACTION_WORDS:
            return False
        if word.endswith("s"):
            return True
        before = self.cue_at(index)
        following = self.grammar.word(after)
        if self.grammar.mark(after) == "-":
            return False
        if before in ("a", "an"):
            if following:
                return following not in ("year", "day", "month")
            return self.cue.after in _PART_CUES
        return before == "hedge" and self.cue.after in _PART_CUES

    def unit_behind(self, shape: str, end: int, sign: bool) -> tuple[int, str]:
        """Return where the unit behind a number ends, and the unit."""
        at = end
        if shape == "fraction":
            article = _PART_OF.match(self.run, end)
            at = article.end() if article else end
        elif shape == "vague":
            of = _OF.match(self.run, end)
            at = of.end() if of else end
        elif shape == "multiple":
            return end, ""
        if shape == "ordinal":
            half = _HALF_YEAR.match(self.run, end)
            if half:
                return half.end(), ""
        found = UNIT.match(self.run, at)
        if found is None:
            return end, ""
        unit = next(filter(None, found.groups())).lower()
        singular = unit.removesuffix("s")
        if shape == "ordinal" and singular not in TIME_UNITS:
            return end, ""
        if sign and found[4]:
            return end, ""
        return found.end(), singular if singular in TIME_UNITS else unit


def kind_of(element: Element) -> str:
    """Return the kind of a mention that is one number."""
    shape = element.numeral.shape
    if shape in ("vague", "range", "ratio", "ordinal", "multiple", "duration"):
        return shape
    if element.unit in _FOLD:
        return "multiple"
    if element.unit in TIME_UNITS:
        return "duration"
    return "fraction" if shape == "fraction" else "number"


def draft_of(element: Element) -> Draft:
    """Turn an element into a draft."""
    numeral = element.numeral
    return Draft(
        element.start,
        element.end,
        numeral.value,
        numeral.low,
        numeral.high,
        kind_of(element),
        element.unit or ("money" if element.sign else ""),
        own_scale=numeral.scale,
        vague=numeral.shape == "vague",
    )
