"""The grammar of all shapes: ratios, rates, durations, plurals, multiples, ranks."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sovstats.numbers import words
from sovstats.numbers.grammar import Found, NumberGrammar
from sovstats.numbers.numeral import HALF, Numeral
from sovstats.numbers.ranges import RangeGrammar


class ShapeGrammar:
    """Every shape that a numeral can have; `readings` tries them all.

    Parameters
    ----------
    numbers
        The grammar of one number, with the tokens.
    """

    def __init__(self, numbers: NumberGrammar) -> None:
        self.numbers = numbers
        self.tokens = numbers.tokens
        self.ranges = RangeGrammar(numbers)

    def readings(self, index: int) -> list[Found]:
        """Return every way to read the tokens from an index, the likeliest first."""
        # A shape of several numbers comes before one that is its beginning.
        shapes = (
            self.duration,
            self.unit_and_half,
            self.ranges.one_or_more,
            self.rate,
            self.vague,
            self.ranges.one_or_range,
            self.numbers.cardinal,
            self.ratio,
            self.multiple,
            self.ordinal_words,
            self.ranges.bare_fraction,
            self.pair,
        )
        found = [shape(index) for shape in shapes]
        return [each for each in found if each is not None]

    def ordinal_words(self, index: int) -> Found | None:
        """Read an ordinal in words: second, twenty-fifth, hundredth."""
        word = self.tokens.word
        tens = words.CARDINALS.get(word(index), 0)
        if tens < 20:
            tens = 0
        else:
            index = self.tokens.past_hyphen(index + 1)
        value = words.ORDINALS.get(word(index))
        if value is None or tens and value >= 10:
            return None
        number = Numeral.of(Fraction(tens + value), HALF, "ordinal")
        if word(index + 1) == "only" and word(index + 2) == "to":
            return self.second_only_to(number, index + 3)
        return number, index + 1

    def second_only_to(self, number: Numeral, index: int) -> Found:
        """Read 'second only to A and B': each further name is one place more."""
        mark, word = self.tokens.mark, self.tokens.word
        # The names are looked for in a dozen tokens, not in the whole text after them.
        places, end = 0, index
        for at in range(index, min(index + 12, len(self.tokens))):
            if not mark(at) and not word(at):
                break
            comma = mark(at) == "," and word(at + 1) not in ("", "and")
            places += comma or word(at) == "and"
            end = at + 1
        assert number.value is not None
        return replace(number, value=number.value + places), end

    def multiple(self, index: int) -> Found | None:
        """Read a multiple in one word: doubled, twice, threefold."""
        word = self.tokens.word(index)
        value = words.MULTIPLE_WORDS.get(word)
        if value is None and word.endswith("fold"):
            stem = word.removesuffix("fold")
            value = words.CARDINALS.get(stem) or words.SCALES.get(stem)
        if value is None:
            return None
        return Numeral.of(Fraction(value), HALF, "multiple"), index + 1

    def vague(self, index: int) -> Found | None:
        """Read a plural without a number: millions, a few thousand, several times ten.

        Of two plurals joined by 'and' the first gives the floor.
        """
        if self.tokens.word(index) in ("few", "several"):
            return self.several(index + 1)
        found = self.plural(index)
        if found is None or self.tokens.word(found[1]) != "and":
            return found
        second = self.plural(found[1] + 1)
        return found[0], second[1] if second else found[1]

    def several(self, index: int) -> Found | None:
        """Read what follows 'several' or 'few': at least two of it."""
        if self.tokens.word(index) == "times":
            found = self.numbers.cardinal(index + 1)
        elif self.tokens.word(index) in words.SCALES:
            found = self.numbers.scale(Numeral.whole(1), index)
        else:
            return None
        if found is None or found[0].value is None:
            return None
        return Numeral(None, 2 * found[0].value, shape="vague"), found[1]

    def plural(self, index: int) -> Found | None:
        """Read the plural of a scale word, which is two of it at the least."""
        word = self.tokens.word
        scale = 10 if word(index) == "tens" else words.SCALES.get(word(index))
        if scale is None or not word(index).endswith("s"):
            return None
        floor = Fraction(2 * scale)
        index += 1
        while word(index) == "of" and word(index + 1) in words.SCALES:
            floor *= words.SCALES[word(index + 1)]
            index += 2
        return Numeral(None, floor, shape="vague"), index

    def duration(self, index: int) -> Found | None:
        """Read a compound duration: four years and three months, in the finer unit."""
        word, cardinal = self.tokens.word, self.numbers.cardinal
        total, half, steps, unit = Fraction(0), HALF, 0, ""
        found = cardinal(index)
        if found is None and word(index) in ("a", "an"):
            found = Numeral.whole(1), index + 1
        while found and found[0].value is not None:
            named = word(found[1]).removesuffix("s")
            first = not unit and named in words.SPAN_WORDS
            step = words.TIME_STEPS.get((unit, named), int(first))
            if not step:
                break
            # The finest unit tells how precisely the whole is written.
            total, half = total * step + found[0].value, found[0].written[0]
            unit, steps, end = named, steps + 1, found[1] + 1
            after = end + (self.tokens.mark(end) == ",")
            found = cardinal(after + (word(after) == "and"))
        return (Numeral.of(total, half, "duration"), end) if steps > 1 else None

    def unit_and_half(self, index: int) -> Found | None:
        """Read a unit before a half: a year and a half, two days and a half."""
        word = self.tokens.word
        whole = self.numbers.cardinal(index)
        if whole is None and word(index) in words.SPAN_WORDS:
            whole = Numeral.whole(1), index
        if whole is None or word(whole[1]).removesuffix("s") not in words.SPAN_WORDS:
            return None
        after = whole[1] + 1
        return self.numbers.mixed(whole[0], after) if word(after) == "and" else None

    def rate(self, index: int) -> Found | None:
        """Read one thing for so many others: one for every eight, 1 horse to each 9."""
        first = self._whole(index)
        if first is None:
            return None
        count, after = first
        # At most two words name what is counted: 1 good horse to each 9.
        for at in range(after, after + 3):
            to_each = self.tokens.word(at + 1) in ("every", "each")
            if to_each and self.tokens.word(at) in ("for", "to", "per"):
                second = self.ranges.one_or_range(at + 2)
                if second is None:
                    return None
                return second[0].scaled(Fraction(1, count)), second[1]
            if not self.tokens.word(at):
                return None
        return None

    def ratio(self, index: int) -> Found | None:
        """Read a ratio: 1 to 5, 1:5, one in five, 3 out of 10."""
        first = self._whole(index)
        if first is None:
            return None
        part, at = first
        word = self.tokens.word
        if word(at) in ("to", "in", "against") or self.tokens.mark(at) == ":":
            at += 1
        elif word(at) == "out" and word(at + 1) == "of":
            at += 2
        else:
            return None
        second = self._whole(at + (word(at) in ("every", "each")))
        if second is None:
            return None
        return Numeral.fraction(part, second[0], "ratio"), second[1]

    def _whole(self, index: int) -> tuple[int, int] | None:
        """Read a whole number other than zero, and return where it ends."""
        found = self.numbers.cardinal(index)
        if found is None or not found[0].value or found[0].shape != "whole":
            return None
        return int(found[0].value), found[1]

    def pair(self, index: int) -> Found | None:
        """Read the measures 'pair' and 'score (of)', which stand for themselves."""
        word = self.tokens.word(index)
        if word == "score" and self.tokens.word(index + 1) in ("", "of"):
            return Numeral.whole(20, 20), index + 1
        return (Numeral.whole(1), index + 1) if word == "pair" else None
