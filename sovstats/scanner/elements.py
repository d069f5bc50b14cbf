"""The elements of a run: one number each, with its money sign and its unit."""

from __future__ import annotations

import re
from bisect import bisect_left
from fractions import Fraction

from sovstats.numbers import Numeral, tokenize
from sovstats.numbers.grammar import Found, NumberGrammar
from sovstats.numbers.numeral import LONGEST_DIGITS
from sovstats.numbers.shapes import ShapeGrammar
from sovstats.numbers.tokens import Tokens
from sovstats.numbers.words import FRACTION_WORDS, SCALES
from sovstats.scanner.mention import Cue, Element, PartialMention
from sovstats.scanner.patterns import UNIT
from sovstats.scanner.vocabulary import CURRENCY_SIGNS, TIME_UNITS

_CONTINUING = frozenset((*SCALES, *FRACTION_WORDS, "and", "m"))
_ORDINAL_MARK = re.compile(r"(?:st|nds?|rds?|ths?)\b")
_HALF_YEAR = re.compile(r"[\s\-]{1,3}(?:half|quarter)\b", re.IGNORECASE)
_BEFORE_UNIT = {
    "fraction": re.compile(r"\s+(?:of\s+)?an?(?=\s)", re.IGNORECASE),
    "vague": re.compile(r"\s+of(?=\s)", re.IGNORECASE),
}


def read_quickly(tokens: Tokens, index: int) -> Found | None:
    """Read digits that nothing after them can belong to, as most are.

    The half-widths, which take most of the time, are left out: no mention has them.
    """
    if tokens.kind(index) != "number":
        return None
    plain = tokens[index].plain
    after = tokens.past_hyphen(index + 1)
    continued = tokens.kind(after) in ("fraction", "vulgar")
    if len(plain) > LONGEST_DIGITS or continued or tokens.word(after) in _CONTINUING:
        return None
    shape = "decimal" if "." in plain else "whole"
    value = Fraction(plain if shape == "decimal" else int(plain))
    return Numeral(value, shape=shape), index + 1


class Elements:
    """The numbers of one run, each read once; None where there is none.

    Attributes
    ----------
    run, cue
        The run and what stands around it.
    tokens
        The tokens of the run.
    numbers, shapes
        The grammars over these tokens.
    """

    def __init__(self, run: str, cue: Cue) -> None:
        self.run = run
        self.cue = cue
        self.tokens = tokenize(run)
        self.numbers = NumberGrammar(self.tokens, read_quickly)
        self.shapes = ShapeGrammar(self.numbers)
        self._starts = [token.start for token in self.tokens]
        self._known: dict[int, Element | None] = {}

    def index_at(self, offset: int) -> int:
        """Return the index of the first token that begins at an offset or later."""
        return bisect_left(self._starts, offset)

    def cue_at(self, index: int) -> str:
        """Return the word or mark before a token, inside or outside the run."""
        return self.tokens[index - 1].plain if index > 0 else self.cue.before

    def at(self, index: int) -> Element | None:
        """Read a number with its sign and unit at a token; None if there is none."""
        if index not in self._known:
            self._known[index] = self._read(index)
        return self._known[index]

    def _read(self, first: int) -> Element | None:
        """Read the element at a token for the first time."""
        index = first
        while index < len(self.tokens) and self.is_money(index):
            index += 1
        found = self.number(index)
        if found is None:
            return None
        numeral, after = found
        sign = index > first
        start, number_end = self.tokens[first].start, self.tokens[after - 1].end
        end, unit = self.unit_after(numeral.shape, number_end, sign)
        if numeral.shape == "fraction":
            mark = _ORDINAL_MARK.match(self.run, end)
            end = mark.end() if mark else end
        after = max(after, self.index_at(end))
        return Element(numeral, start, number_end, end, after, unit, sign)

    def is_money(self, index: int) -> bool:
        """Say whether a token belongs to a money sign in front of a number."""
        plain = self.tokens[index].plain
        if self.tokens[index].kind == "mark":
            after_rs = plain == "." and self.tokens.word(index - 1) == "rs"
            return plain in CURRENCY_SIGNS or after_rs
        if plain not in ("rs", "us", "eur", "usd", "a", "c"):
            return False
        if index + 1 == len(self.tokens):
            return False
        return plain not in ("a", "c", "us") or self.is_money(index + 1)

    def number(self, index: int) -> Found | None:
        """Read one number without its unit."""
        # Most are in digits, which no other rule reads.
        if self.tokens.kind(index) != "word":
            return self.numbers.cardinal(index)
        ranked = self.shapes.ordinal_words(index)
        if ranked and not self._is_part(index, ranked[1]):
            return ranked
        if self.tokens.word(index) in FRACTION_WORDS:
            fraction = self.numbers.fraction_words(index)
            fraction = fraction or self.shapes.ranges.bare_fraction(index)
            return self.numbers.scale_of(fraction) if fraction else None
        return self.shapes.multiple(index) or self.numbers.cardinal(index)

    def _is_part(self, index: int, after: int) -> bool:
        """Say whether an ordinal word means a part (a third of) and not a rank."""
        word = self.tokens.word(index)
        if after - index > 1 or word not in FRACTION_WORDS:
            return False
        if word.endswith("s"):
            return True
        before = self.cue_at(index)
        following = self.tokens.word(after)
        if self.tokens.mark(after) == "-" or before not in ("a", "an", "hedge"):
            return False
        if following and before != "hedge":
            return following not in ("year", "day", "month")
        return self.cue.after in ("mark", "part")

    def unit_after(self, shape: str, end: int, sign: bool) -> tuple[int, str]:
        """Return where the unit after a number ends, and the unit."""
        if shape == "multiple":
            return end, ""
        half = _HALF_YEAR.match(self.run, end) if shape == "ordinal" else None
        if half:
            return half.end(), ""
        between = _BEFORE_UNIT.get(shape)
        article = between.match(self.run, end) if between else None
        found = UNIT.match(self.run, article.end() if article else end)
        # The last group is a unit of one letter, which no amount of money has.
        if found is None or (sign and found[4]):
            return end, ""
        unit = next(filter(None, found.groups())).lower()
        singular = unit.removesuffix("s")
        if singular in TIME_UNITS:
            return found.end(), singular
        return (end, "") if shape == "ordinal" else (found.end(), unit)


def kind_of(element: Element) -> str:
    """Return the kind of a mention that is one number."""
    shape = element.numeral.shape
    if shape in ("vague", "range", "ratio", "ordinal", "multiple", "duration"):
        return shape
    if element.unit in ("times", "fold"):
        return "multiple"
    if element.unit in TIME_UNITS:
        return "duration"
    return "fraction" if shape == "fraction" else "number"


def unit_of(first: Element, last: Element) -> str:
    """Return the unit of one or two numbers, ``money`` for a sign without one."""
    return last.unit or first.unit or ("money" if first.sign else "")


def mention_of(element: Element) -> PartialMention:
    """Turn an element into a mention of its own."""
    kind, unit = kind_of(element), unit_of(element, element)
    return PartialMention.of(element.numeral, element.start, element.end, kind, unit)
