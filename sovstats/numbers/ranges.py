"""The grammar of ranges: two numbers that are joined and may share a scale word."""

from __future__ import annotations

from fractions import Fraction

from sovstats.numbers.grammar import MONEY, Found, NumberGrammar
from sovstats.numbers.numeral import Numeral
from sovstats.numbers.words import FRACTION_WORDS, SPAN_WORDS


class RangeGrammar:
    """Ranges and lists whose ends are read with the grammar of one number."""

    def __init__(self, numbers: NumberGrammar) -> None:
        self.numbers = numbers
        self.tokens = numbers.tokens

    def one_or_range(self, index: int) -> Found | None:
        """Read a number, or two joined by to, or, a dash, between ... and."""
        first = self.numbers.cardinal(index) or self.bare_fraction(index)
        if first is None or first[0].value is None:
            return first
        between = self.tokens.word(index - 1) == "between"
        return self.rest_of_list(first) or self.rest_of_range(first, between) or first

    def bare_fraction(self, index: int) -> Found | None:
        """Read a fraction word whose article is fused or stands outside: third."""
        bottom = FRACTION_WORDS.get(self.tokens.word(index))
        return (Numeral.fraction(1, bottom), index + 1) if bottom else None

    def rest_of_list(self, first: Found) -> Found | None:
        """Read the rest of a rising list with 'or': six, seven or eight."""
        mark, word, cardinal = self.tokens.mark, self.tokens.word, self.numbers.cardinal
        least, at = first
        if mark(at) != ",":
            return None
        previous = least
        while mark(at) == "," and word(at + 1) != "or":
            following = cardinal(at + 1)
            if following is None or not _rises(previous, following[0]):
                return None
            previous, at = following
        at += mark(at) == ","
        last = cardinal(at + 1) if word(at) == "or" else None
        if last is None or not _rises(previous, last[0]):
            return None
        span = make_span(least, last[0])
        if span is None or span.high != last[0].value:
            return None
        return span, last[1]

    def one_or_more(self, index: int) -> Found | None:
        """Read a unit that stands for one of itself in a range: a year or two."""
        tokens = self.tokens
        if tokens.word(index) not in SPAN_WORDS or tokens.word(index + 1) != "or":
            return None
        one, last = Numeral.whole(1), self.numbers.cardinal(index + 2)
        if last is None or not _rises(one, last[0]):
            return None
        return one.to(last[0]), last[1]

    def rest_of_range(self, first: Found, between: bool) -> Found | None:
        """Read the second end of a range."""
        mark, word = self.tokens.mark, self.tokens.word
        at = first[1] + self.repeated_unit(first[1])
        if mark(at) == "-" and word(at + 1) in ("to", "or"):
            at += 1
        joined = word(at) in ("to", "or") or between and word(at) == "and"
        dash = mark(at) in ("-", "–", "—", "‐", "‑")
        if not joined and (not dash or word(at + 1) in FRACTION_WORDS):
            return None
        second = self.after_sign(at + 1)
        if second is None or second[0].shape == "ordinal":
            return None
        span, end = make_span(first[0], second[0]), second[1]
        # A hyphen stands after both ends of 60- to 80-.
        if mark(end) == "-" and mark(first[1]) == "-":
            end += 1
        return (span, end) if span else None

    def repeated_unit(self, index: int) -> int:
        """Return how many tokens the unit of 20 per cent to 30 per cent takes, or 0.

        Only a unit that stands after both ends is passed over, so that two different
        quantities are never made one range.
        """
        for size in (1, 2, 3):
            joint = index + size
            if self.tokens.word(joint) not in ("to", "or", "and"):
                continue
            second = self.after_sign(joint + 1)
            if second is None:
                return 0
            unit = [each.plain for each in self.tokens[index:joint]]
            again = [each.plain for each in self.tokens[second[1] : second[1] + size]]
            return size if again == unit else 0
        return 0

    def after_sign(self, index: int) -> Found | None:
        """Read a number with or without a money sign before it."""
        return self.numbers.cardinal(index + (self.tokens.mark(index) in MONEY))


def _rises(one: Numeral, other: Numeral) -> bool:
    """Say whether the second of two single numbers is the greater."""
    return (one.value or 0) < (other.value or 0)


def make_span(one: Numeral, other: Numeral) -> Numeral | None:
    """Join two numbers, one of which may lack its scale word; None if equal."""
    if one.value == other.value:
        return None
    low, high = one, other
    # A hundred is a whole number in ten to a hundred, not a scale word for both.
    if low.scale < high.scale and high.value != 100:
        low = share_scale(low, high)
    elif high.scale < low.scale:
        high = share_scale(high, low)
    return one.to(other) if low.value == high.value else low.to(high)


def share_scale(bare: Numeral, scaled: Numeral) -> Numeral:
    """Give one end of a range the scale word that only the other end has, if it does.

    ``two to three hundred thousand`` shares both words, ``150 to two hundred thousand``
    only the second, ``fifty to a hundred`` none: the ends of a range are near each
    other, so the scale that brings them nearest is meant.
    """
    value, aim = bare.value, scaled.value
    if bare.scale not in (1, 100) or not value or not aim or value >= 1000:
        return bare
    last_word = scaled.scale / 100  # of 'hundred thousand'
    shared = [last_word] if last_word in (10**3, 10**6, 10**9) else []
    # Of two scales equally near, the greater is the one that was left out.
    factors = [scaled.scale, *shared, Fraction(1)]
    ratios = [value * factor / aim for factor in factors]
    distances = [max(ratio, 1 / ratio) for ratio in ratios]
    return bare.scaled(factors[distances.index(min(distances))])
