"""The grammar of what is more than one number: ranges, ratios, durations, plurals."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sovstats.numbers.grammar import (
    MONEY,
    Found,
    Grammar,
)
from sovstats.numbers.numeral import (
    HALF,
    Numeral,
    make_fraction,
    make_number,
    make_range,
    make_vague,
    make_whole,
)
from sovstats.numbers.words import (
    CARDINALS,
    FRACTION_WORDS,
    MULTIPLE_WORDS,
    ORDINALS,
    SCALES,
    SPAN_WORDS,
    TIME_STEPS,
)


class ShapeGrammar(Grammar):
    """Every shape that a numeral can have; `readings` tries them all."""

    def ordinal_words(self, index: int) -> Found | None:
        """Read an ordinal in words: second, twenty-fifth, hundredth."""
        base = 0
        tens = CARDINALS.get(self.word(index), 0)
        if tens >= 20:
            base, index = tens, self.skip_hyphen(index + 1)
        value = ORDINALS.get(self.word(index))
        if value is None or base and value >= 10:
            return None
        number = make_number(Fraction(base + value), HALF, HALF, "ordinal")
        if [self.word(index + 1), self.word(index + 2)] == ["only", "to"]:
            return self.second_only_to(number, index + 3)
        return number, index + 1

    def second_only_to(self, number: Numeral, index: int) -> Found:
        """Read 'second only to A and B': each further name is one place more."""
        places, end = 0, index
        for at in range(index, min(index + 12, len(self.tokens))):
            if self.kind(at) not in ("word", "mark"):
                break
            comma = self.mark(at) == "," and self.word(at + 1) not in ("", "and")
            places += comma or self.word(at) == "and"
            end = at + 1
        assert number.value is not None
        return replace(number, value=number.value + places), end

    def multiple(self, index: int) -> Found | None:
        """Read a multiple in one word: doubled, twice, threefold."""
        word = self.word(index)
        value = MULTIPLE_WORDS.get(word)
        if value is None and word.endswith("fold"):
            stem = word.removesuffix("fold")
            value = CARDINALS.get(stem) or SCALES.get(stem)
        if value is None:
            return None
        return make_number(Fraction(value), HALF, HALF, "multiple"), index + 1

    def vague(self, index: int) -> Found | None:
        """Read a plural without a number: millions, a few thousand, several times ten.

        Of two plurals joined by 'and' the first gives the floor.
        """
        if self.word(index) in ("few", "several"):
            return self.several(index + 1)
        found = self.plural(index)
        if found is None:
            return None
        floor, end = found
        second = self.plural(end + 1) if self.word(end) == "and" else None
        return make_vague(floor), second[1] if second else end

    def several(self, index: int) -> Found | None:
        """Read what stands behind 'several' or 'few': at least two of it."""
        times = self.word(index) == "times"
        if not times and self.word(index) not in SCALES:
            return None
        found = self.cardinal(index + 1) if times else self.scale(make_whole(1), index)
        if found is None or found[0].value is None:
            return None
        return make_vague(int(2 * found[0].value)), found[1]

    def plural(self, index: int) -> tuple[int, int] | None:
        """Read the plural of a scale word: its floor, two of it, and where it ends."""
        word = self.word(index)
        if word == "tens":
            floor = 20
        elif word.endswith("s") and word in SCALES:
            floor = 2 * SCALES[word]
        else:
            return None
        index += 1
        while self.word(index) == "of" and self.word(index + 1) in SCALES:
            floor *= SCALES[self.word(index + 1)]
            index += 2
        return floor, index

    def duration(self, index: int) -> Found | None:
        """Read a compound duration: four years and three months, in the finer unit."""
        total, half = Fraction(0), HALF
        found = self.cardinal(index)
        if found is None and self.word(index) in ("a", "an"):
            found = make_whole(1), index + 1
        steps = 0
        unit = ""
        while found and found[0].value is not None:
            named = self.word(found[1]).removesuffix("s")
            step = TIME_STEPS.get((unit, named)) if unit else named in SPAN_WORDS
            if not step:
                break
            total, half = total * step + found[0].value, found[0].written[0]
            unit, steps, end = named, steps + 1, found[1] + 1
            after = end + (self.mark(end) == ",")
            after += self.word(after) == "and"
            found = self.cardinal(after)
        return (make_number(total, half, half, "duration"), end) if steps > 1 else None

    def half_behind(self, index: int) -> Found | None:
        """Read a unit before a half: a year and a half, two days and a half."""
        whole = self.cardinal(index)
        if whole is None and self.word(index) in SPAN_WORDS:
            whole = make_whole(1), index
        if whole is None or self.word(whole[1]).removesuffix("s") not in SPAN_WORDS:
            return None
        behind = whole[1] + 1
        return self.mixed(whole[0], behind) if self.word(behind) == "and" else None

    def rate(self, index: int) -> Found | None:
        """Read one thing for so many others: one for every eight, 1 horse to each 9."""
        first = self.cardinal(index)
        if first is None or not first[0].value or first[0].shape != "whole":
            return None
        at = first[1]
        for _ in range(3):
            to_each = self.word(at + 1) in ("every", "each")
            if to_each and self.word(at) in ("for", "to", "per"):
                second = self.one_or_range(at + 2)
                if second is None:
                    return None
                return second[0].scaled(1 / first[0].value), second[1]
            if self.kind(at) != "word":
                return None
            at += 1
        return None

    def ratio(self, index: int) -> Found | None:
        """Read a ratio: 1 to 5, 1:5, one in five, 3 out of 10."""
        first = self.cardinal(index)
        if first is None or not first[0].value or first[0].shape != "whole":
            return None
        at = first[1]
        if self.word(at) in ("to", "in", "against") or self.mark(at) == ":":
            at += 1
        elif [self.word(at), self.word(at + 1)] == ["out", "of"]:
            at += 2
        else:
            return None
        at += self.word(at) in ("every", "each")
        second = self.cardinal(at)
        if second is None or not second[0].value or second[0].shape != "whole":
            return None
        part, whole = int(first[0].value), int(second[0].value)
        return make_fraction(part, whole, "ratio"), second[1]

    def one_or_range(self, index: int) -> Found | None:
        """Read a number, or two joined by to, or, a dash, between ... and."""
        first = self.cardinal(index) or self.bare_fraction(index)
        if first is None or first[0].value is None:
            return first
        between = self.word(index - 1) == "between"
        return self.list_behind(first) or self.range_behind(first, between) or first

    def list_behind(self, first: Found) -> Found | None:
        """Read the rest of a rising list with 'or': six, seven or eight."""
        least, at = first
        if self.mark(at) != ",":
            return None
        previous = least
        while self.mark(at) == "," and self.word(at + 1) != "or":
            following = self.cardinal(at + 1)
            if following is None or not rises(previous, following[0]):
                return None
            previous, at = following
        at += self.mark(at) == ","
        last = self.cardinal(at + 1) if self.word(at) == "or" else None
        if last is None or not rises(previous, last[0]):
            return None
        span = make_span(least, last[0])
        if span is None or span.high != last[0].value:
            return None
        return span, last[1]

    def one_or_more(self, index: int) -> Found | None:
        """Read a unit that stands for one of itself in a range: a year or two."""
        if self.word(index) not in SPAN_WORDS or self.word(index + 1) != "or":
            return None
        one, last = make_whole(1), self.cardinal(index + 2)
        if last is None or not rises(one, last[0]):
            return None
        return make_range(one, last[0]), last[1]

    def bare_fraction(self, index: int) -> Found | None:
        """Read a fraction word whose article is fused or stands outside: third."""
        bottom = FRACTION_WORDS.get(self.word(index))
        return (make_fraction(1, bottom), index + 1) if bottom else None

    def range_behind(self, first: Found, between: bool) -> Found | None:
        """Read the second end of a range."""
        unit = self.repeated_unit(first[1])
        at = first[1] + unit
        if self.mark(at) == "-" and self.word(at + 1) in ("to", "or"):
            at += 1
        joined = self.word(at) in ("to", "or") or between and self.word(at) == "and"
        dash = self.mark(at) in ("-", "–", "—", "‐", "‑")
        if not joined and (not dash or self.word(at + 1) in FRACTION_WORDS):
            return None
        second = self.cardinal(at + 1 + (self.mark(at + 1) in MONEY))
        if second is None or second[0].shape == "ordinal":
            return None
        span, end = make_span(first[0], second[0]), second[1]
        if self.mark(end) == "-" and self.mark(first[1]) == "-":
            end += 1
        return (span, end) if span else None

    def repeated_unit(self, index: int) -> int:
        """Return how many tokens the unit of 20 per cent to 30 per cent takes, or 0.

        Only a unit that stands behind both ends is passed over, so that two different
        quantities are never made one range.
        """
        for size in (1, 2, 3):
            joint = index + size
            if self.word(joint) not in ("to", "or", "and"):
                continue
            second = self.cardinal(joint + 1 + (self.mark(joint + 1) in MONEY))
            if second is None:
                return 0
            unit = [each.plain for each in self.tokens[index:joint]]
            behind = self.tokens[second[1] : second[1] + size]
            return size if [each.plain for each in behind] == unit else 0
        return 0

    def pair(self, index: int) -> Found | None:
        """Read the measures 'pair' and 'score (of)', which stand for themselves."""
        if self.word(index) == "score" and self.word(index + 1) in ("", "of"):
            return make_whole(20, 20), index + 1
        return (make_whole(1), index + 1) if self.word(index) == "pair" else None

    def readings(self, index: int) -> list[Found]:
        """Return every way to read the tokens from an index, the likeliest first."""
        shapes = (
            self.duration,
            self.half_behind,
            self.one_or_more,
            self.rate,
            self.vague,
            self.one_or_range,
            self.cardinal,
            self.ratio,
            self.multiple,
            self.ordinal_words,
            self.bare_fraction,
            self.pair,
        )
        found = [shape(index) for shape in shapes]
        return [each for each in found if each is not None]


def rises(one: Numeral, other: Numeral) -> bool:
    """Say whether the second of two single numbers is the greater."""
    return (one.value or 0) < (other.value or 0)


def make_span(one: Numeral, other: Numeral) -> Numeral | None:
    """Join two numbers, one of which may lack its scale word; None if equal."""
    if one.value == other.value:
        return None
    low, high = one, other
    if low.scale < high.scale and high.value != 100:  # ten to a hundred
        low = share_scale(low, high)
    elif high.scale < low.scale:
        high = share_scale(high, low)
    return make_range(one, other) if low.value == high.value else make_range(low, high)


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
