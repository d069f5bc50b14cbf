"""The grammar of one number: digits, words, scale words, fractions, mixed numbers.

`sovstats.numbers.shapes` builds ranges, ratios, durations and the rest on it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sovstats.numbers.numeral import HALF, Numeral, make_digits
from sovstats.numbers.tokens import Tokens
from sovstats.numbers.words import CARDINALS, FRACTION_WORDS, ORDINALS, SCALES, VULGAR

MONEY = frozenset("$£€")
"""Signs after which ``m`` stands for a million."""

Found = tuple[Numeral, int]
"""A numeral and the index of the first token after it."""


class NumberGrammar:
    """Recursive descent over tokens; every method takes and gives indices.

    Parameters
    ----------
    tokens
        The tokens.
    quick
        Reads the commonest numbers by a shorter way and returns None for all others;
        by default there is no such way.
    """

    def __init__(
        self, tokens: Tokens, quick: Callable[[Tokens, int], Found | None] | None = None
    ) -> None:
        self.tokens = tokens
        self._quick = quick
        self._known: dict[int, Found | None] = {}

    def cardinal(self, index: int) -> Found | None:
        """Read one number of any shape but a range, once for each token."""
        # Most shapes begin with a number, so that each is asked for many times.
        if index not in self._known:
            quick = self._quick(self.tokens, index) if self._quick else None
            self._known[index] = quick or self._cardinal(index)
        return self._known[index]

    def _cardinal(self, index: int) -> Found | None:
        """Read the number at a token for the first time."""
        found = self.digits(index)
        if found:
            return self.fraction_of_digits(found)
        fraction = self.fraction_words(index)
        if fraction:
            return self.scale_of(fraction)
        number = self.below_thousand(index)
        mixed = self.mixed(*number) if number else None
        if mixed:
            return mixed
        found = self.scaled_words(index, 10**30) or self.bare_scale(index)
        return self.half_of_scale(found) if found else None

    # -- small parts ------------------------------------------------------------------

    def small(self, index: int) -> Found | None:
        """Read a cardinal in words below one hundred: seven, twenty-five."""
        value = CARDINALS.get(self.tokens.word(index))
        if value is None:
            return None
        after = self.tokens.past_hyphen(index + 1)
        ones = CARDINALS.get(self.tokens.word(after), 0)
        if value >= 20 and 0 < ones < 10:
            return Numeral.whole(value + ones), after + 1
        return Numeral.whole(value), index + 1

    def below_thousand(self, index: int) -> Found | None:
        """Read words up to 999, where hundred is a scale: two hundred and fifty."""
        small = self.small(index)
        word = self.tokens.word(index)
        if small:
            numeral, index = small
        elif word in ("a", "an", "hundred"):
            numeral = Numeral.whole(1)
            index += word != "hundred"
        else:
            return None
        scale_at = self.tokens.past_hyphen(index)
        if self.tokens.word(scale_at) != "hundred":
            return small
        return self.add_rest(numeral.scaled(100), scale_at + 1, 100)

    def add_rest(self, numeral: Numeral, index: int, scale: int) -> Found:
        """Add what follows a scale word and is smaller than it: ... and fifty."""
        after = self.tokens.past_hyphen(index)
        if self.tokens.word(index) == "and":
            after = index + 1
        rest = self.small(after) if scale == 100 else self.scaled_words(after, scale)
        if rest is None or not rest[0].value or rest[0].value >= scale:
            return numeral, index
        following = self.tokens.word(self.tokens.past_hyphen(rest[1]))
        step = SCALES.get(following, 0)
        # 120 thousand is one number, 1 thousand and 2 million are two.
        greater = scale != 100 and step > scale
        joined_on = after > index and (greater or following in FRACTION_WORDS)
        if step == scale or joined_on:
            return numeral, index
        assert numeral.value is not None
        unit = int(2 * rest[0].written[0])
        joined = Numeral.whole(int(numeral.value + rest[0].value), unit)
        return replace(joined, scale=rest[0].scale), rest[1]

    def scaled_words(self, index: int, below: int) -> Found | None:
        """Read words with scale words smaller than `below`: three hundred thousand."""
        found = self.below_thousand(index)
        article = found is None and self.tokens.word(index) == "a"
        if article:
            found = Numeral.whole(1), index + 1
        if found is None:
            return None
        scale_at = self.tokens.past_hyphen(found[1])
        factor = SCALES.get(self.tokens.word(scale_at))
        if factor is None or factor >= below:
            return None if article else found
        return self.scale(*self.add_rest(found[0].scaled(factor), scale_at + 1, factor))

    def scale(self, numeral: Numeral, index: int) -> Found:
        """Multiply by the scale words that follow: million, hundred thousand."""
        while True:
            scale_at = self.tokens.past_hyphen(index)
            word = self.tokens.word(scale_at)
            if word not in SCALES:
                return numeral, index
            numeral, index = numeral.scaled(SCALES[word]), scale_at + 1

    # -- numbers ----------------------------------------------------------------------

    def digits(self, index: int) -> Found | None:
        """Read digits, with a fraction after them, as ordinal or with a scale."""
        fraction = self.plain_fraction(index)
        if fraction:
            return self.scale_of(fraction)
        kind = self.tokens.kind(index)
        if kind not in ("number", "ordinal"):
            return None
        number = make_digits(self.tokens[index].plain)
        if number is None:
            return None
        if kind == "ordinal":
            return replace(number, shape="ordinal"), index + 1
        # Without a money sign m may be a unit: 3 m of cloth.
        if self.tokens.mark(index - 1) in MONEY and self.tokens.word(index + 1) == "m":
            return number.scaled(10**6), index + 2
        mixed = self.mixed(number, index + 1)
        return mixed or self.half_of_scale(self.scale(number, index + 1))

    def plain_fraction(self, index: int) -> Found | None:
        """Read k/n in digits or as one character, without what is after it."""
        if self.tokens.kind(index) not in ("fraction", "vulgar"):
            return None
        plain = self.tokens[index].plain
        top, bottom = VULGAR.get(plain) or [int(part) for part in plain.split("/")]
        return (Numeral.fraction(top, bottom), index + 1) if bottom else None

    def scale_of(self, found: Found) -> Found:
        """Read the scale after a fraction: half a million, 3/4 of a billion."""
        numeral, index = found
        after = self.tokens.past_hyphen(index)
        after += self.tokens.word(after) == "of"
        after += self.tokens.word(after) in ("a", "an", "one")
        if self.tokens.word(after) in SCALES and self.tokens.word(after) != "score":
            return self.scale(numeral, after)
        return numeral, index

    def mixed(self, whole: Numeral, index: int) -> Found | None:
        """Read the fraction after a whole number: 3 1/2, 3½, two and a half."""
        if whole.shape != "whole":
            return None
        at = self.tokens.past_hyphen(index)
        joined = self.tokens.word(at) == "and"
        at = self.tokens.past_hyphen(at + 1) if joined else at
        part = self.plain_fraction(at)
        if part is None and joined:
            part = self.fraction_words(at, article=True)
        mixed = _plus_part(whole, part, 1)
        return self.scale(*mixed) if mixed else None

    def fraction_words(self, index: int, article: bool = False) -> Found | None:
        """Read a fraction in words: half, a third, two-thirds, three quarters.

        With `article` the fraction must have its own numerator or article, as the
        second part of a mixed number has.
        """
        top = 1
        first = self.small(index)
        if first:
            top = int(first[0].value or 0)
            at = self.tokens.past_hyphen(first[1])
            # The first of two ones is the numerator: one one-hundredth.
            if top == 1 and self.tokens.word(at) == "one":
                at = self.tokens.past_hyphen(at + 1)
        elif self.tokens.word(index) in ("a", "an"):
            at = self.tokens.past_hyphen(index + 1)
        elif article:
            return None
        else:
            at = index
        word = self.tokens.word(at)
        bottom = FRACTION_WORDS.get(word)
        rank = word.removesuffix("s")
        if bottom is None and at > index and rank not in ("first", "second"):
            bottom = ORDINALS.get(rank)
        plural = word.endswith("s")
        if bottom is None or (at == index and word != "half" and not plural):
            return None
        # With a hyphen or in the singular twenty-fifth is a rank, not twenty fifths.
        ranked = bool(self.tokens.mark(at - 1)) or not plural
        if ranked and bottom < 10 and top >= 20 and top % 10 == 0:
            return None
        return Numeral.fraction(top, bottom), at + 1

    def half_of_scale(self, found: Found) -> Found:
        """Read the fraction of its scale word after a number: a million and a half."""
        numeral, index = found
        # Only from a million on is a half one of the scale word before it.
        unit = SCALES.get(self.tokens.word(index - 1), 0)
        if unit < 10**6 or self.tokens.word(index) != "and":
            return found
        part = self.fraction_words(index + 1, article=True)
        mixed = _plus_part(numeral, part, unit)
        if mixed is None or self.tokens.word(mixed[1]) in ("of", *SCALES):
            return found
        return replace(mixed[0], scale=numeral.scale), mixed[1]

    def fraction_of_digits(self, found: Found) -> Found:
        """Read a digit with a fraction word: 3 quarters, 9-tenths."""
        numeral, after = found
        at = self.tokens.past_hyphen(after)
        bottom = FRACTION_WORDS.get(self.tokens.word(at))
        if not bottom or numeral.shape != "whole" or not numeral.value:
            return found
        if numeral.value >= 100:
            return found
        return self.scale_of((Numeral.fraction(int(numeral.value), bottom), at + 1))

    def bare_scale(self, index: int) -> Found | None:
        """Read a scale word in the singular that stands for one of itself."""
        word = self.tokens.word(index)
        if word in SCALES and word != "score" and not word.endswith("s"):
            return self.scale(Numeral.whole(1), index)
        return None


def _plus_part(numeral: Numeral, part: Found | None, unit: int) -> Found | None:
    """Add a fraction of a unit below one; the sum is written to half of that part."""
    value = part[0].value if part else None
    if part is None or value is None or value >= 1 or numeral.value is None:
        return None
    half = unit * HALF / value.denominator
    return Numeral.of(numeral.value + unit * value, half, "mixed"), part[1]
