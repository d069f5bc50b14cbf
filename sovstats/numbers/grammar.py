"""The grammar of one number: digits, words, scale words, fractions, mixed numbers.

`sovstats.numbers.shapes` builds ranges, ratios, durations and the rest on it.
"""

from __future__ import annotations

from dataclasses import replace

from sovstats.numbers.numeral import (
    HALF,
    Numeral,
    make_digits,
    make_fraction,
    make_number,
    make_whole,
)
from sovstats.numbers.tokens import Token
from sovstats.numbers.words import (
    CARDINALS,
    FRACTION_WORDS,
    ORDINALS,
    SCALES,
    VULGAR,
)

MONEY = frozenset("$£€")
"""Signs behind which ``m`` stands for a million."""

Found = tuple[Numeral, int]
"""A numeral and the index of the first token behind it."""


class Grammar:
    """Recursive descent over a list of tokens; every method takes and gives indices."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens

    def word(self, index: int) -> str:
        """Return the lower-case word at an index, or an empty string."""
        if 0 <= index < len(self.tokens) and self.tokens[index].kind == "word":
            return self.tokens[index].plain
        return ""

    def mark(self, index: int) -> str:
        """Return the punctuation mark at an index, or an empty string."""
        if 0 <= index < len(self.tokens) and self.tokens[index].kind == "mark":
            return self.tokens[index].plain
        return ""

    def kind(self, index: int) -> str:
        """Return the kind of the token at an index, or an empty string."""
        return self.tokens[index].kind if 0 <= index < len(self.tokens) else ""

    def skip_hyphen(self, index: int) -> int:
        """Pass over one hyphen that joins two parts of a number."""
        return index + 1 if self.mark(index) in ("-", "‐", "‑") else index

    # -- small parts ------------------------------------------------------------------

    def small(self, index: int) -> tuple[int, int] | None:
        """Read a cardinal in words below one hundred: seven, twenty-five."""
        value = CARDINALS.get(self.word(index))
        if value is None:
            return None
        after = self.skip_hyphen(index + 1)
        if value >= 20 and 0 < CARDINALS.get(self.word(after), 0) < 10:
            return value + CARDINALS[self.word(after)], after + 1
        return value, index + 1

    def below_thousand(self, index: int) -> Found | None:
        """Read words up to 999, where hundred is a scale: two hundred and fifty."""
        small = self.small(index)
        if small:
            numeral, index = make_whole(small[0]), small[1]
        elif self.word(index) in ("a", "an", "hundred"):
            numeral = make_whole(1)
            index += self.word(index) != "hundred"
        else:
            return None
        scale_at = self.skip_hyphen(index)
        if self.word(scale_at) != "hundred":
            return (numeral, index) if small else None
        return self.add_rest(numeral.scaled(100), scale_at + 1, 100)

    def add_rest(self, numeral: Numeral, index: int, scale: int) -> Found:
        """Add what follows a scale word and is smaller than it: ... and fifty."""
        after = index + 1 if self.word(index) == "and" else self.skip_hyphen(index)
        if scale == 100:
            small = self.small(after)
            rest = (make_whole(small[0]), small[1]) if small else None
        else:
            rest = self.scaled_words(after, scale)
        if rest is None or not rest[0].value or rest[0].value >= scale:
            return numeral, index
        following = self.word(self.skip_hyphen(rest[1]))
        step = SCALES.get(following, 0)
        # 120 thousand is one number, 1 thousand and 2 million are two.
        greater = scale != 100 and step > scale
        joined_on = after > index and (greater or following in FRACTION_WORDS)
        if step == scale or joined_on:
            return numeral, index
        assert numeral.value is not None
        unit = int(2 * rest[0].written[0])
        joined = make_whole(int(numeral.value + rest[0].value), unit)
        return replace(joined, scale=rest[0].scale), rest[1]

    def scaled_words(self, index: int, below: int) -> Found | None:
        """Read words with scale words smaller than `below`: three hundred thousand."""
        found = self.below_thousand(index)
        article = found is None and self.word(index) == "a"
        if article:
            found = make_whole(1), index + 1
        if found is None:
            return None
        scale_at = self.skip_hyphen(found[1])
        factor = SCALES.get(self.word(scale_at))
        if factor is None or factor >= below:
            return None if article else found
        return self.scale(*self.add_rest(found[0].scaled(factor), scale_at + 1, factor))

    def scale(self, numeral: Numeral, index: int) -> Found:
        """Multiply by the scale words that follow: million, hundred thousand."""
        while True:
            scale_at = self.skip_hyphen(index)
            word = self.word(scale_at)
            if word not in SCALES:
                return numeral, index
            numeral, index = numeral.scaled(SCALES[word]), scale_at + 1

    # -- numbers ----------------------------------------------------------------------

    def digits(self, index: int) -> Found | None:
        """Read digits, with a fraction behind them, as ordinal or with a scale."""
        kind = self.kind(index)
        if kind in ("fraction", "vulgar"):
            found = self.plain_fraction(index)
            return None if found is None else self.scale_of(found)
        if kind not in ("number", "ordinal"):
            return None
        number = make_digits(self.tokens[index].plain)
        if number is None:
            return None
        if kind == "ordinal":
            return replace(number, shape="ordinal"), index + 1
        if self.mark(index - 1) in MONEY and self.word(index + 1) == "m":
            return number.scaled(10**6), index + 2
        mixed = self.mixed(number, index + 1)
        return mixed or self.half_of_scale(self.scale(number, index + 1))

    def plain_fraction(self, index: int) -> Found | None:
        """Read k/n in digits or as one character, without what is behind it."""
        kind = self.kind(index)
        if kind == "vulgar":
            return make_fraction(*VULGAR[self.tokens[index].plain]), index + 1
        if kind != "fraction":
            return None
        top, bottom = self.tokens[index].plain.split("/")
        if int(bottom) == 0:
            return None
        return make_fraction(int(top), int(bottom)), index + 1

    def scale_of(self, found: Found) -> Found:
        """Read the scale behind a fraction: half a million, 3/4 of a billion."""
        numeral, index = found
        after = self.skip_hyphen(index)
        after += self.word(after) == "of"
        after += self.word(after) in ("a", "an", "one")
        if self.word(after) in SCALES and self.word(after) != "score":
            return self.scale(numeral, after)
        return numeral, index

    def mixed(self, whole: Numeral, index: int) -> Found | None:
        """Read the fraction behind a whole number: 3 1/2, 3½, two and a half."""
        if whole.shape != "whole":
            return None
        at = self.skip_hyphen(index)
        joined = self.word(at) == "and"
        at = self.skip_hyphen(at + 1) if joined else at
        part = self.plain_fraction(at)
        if part is None and joined:
            part = self.fraction_words(at, article=True)
        if part is None or part[0].value is None or part[0].value >= 1:
            return None
        assert whole.value is not None
        half = HALF / part[0].value.denominator
        mixed = make_number(whole.value + part[0].value, half, half, "mixed")
        return self.scale(mixed, part[1])

    def fraction_words(self, index: int, article: bool = False) -> Found | None:
        """Read a fraction in words: half, a third, two-thirds, three quarters.

        With `article` the fraction must have its own numerator or article, as the
        second part of a mixed number has.
        """
        top = 1
        first = self.small(index)
        if first:
            top, at = first
            at = self.skip_hyphen(at)
            if top == 1 and self.word(at) == "one":  # one one-hundredth
                at = self.skip_hyphen(at + 1)
        elif self.word(index) in ("a", "an"):
            at = self.skip_hyphen(index + 1)
        elif article:
            return None
        else:
            at = index
        word = self.word(at)
        bottom = FRACTION_WORDS.get(word)
        rank = word.removesuffix("s")
        if bottom is None and at > index and rank not in ("first", "second"):
            bottom = ORDINALS.get(rank)
        plural = word.endswith("s")
        if bottom is None or (at == index and word != "half" and not plural):
            return None
        if bottom < 10 and top >= 20 and top % 10 == 0:
            if self.mark(at - 1) or not plural:
                return None  # twenty-fifth is a rank, not twenty fifths
        return make_fraction(top, bottom), at + 1

    def cardinal(self, index: int) -> Found | None:
        """Read one number of any shape but a range."""
        found = self.digits(index)
        if found:
            return self.fraction_of_digits(found)
        fraction = self.fraction_words(index)
        if fraction:
            return self.scale_of(fraction)
        number = self.below_thousand(index)
        if number:
            mixed = self.mixed(number[0], number[1])
            if mixed:
                return mixed
        found = self.scaled_words(index, 10**30) or self.bare_scale(index)
        return self.half_of_scale(found) if found else None

    def half_of_scale(self, found: Found) -> Found:
        """Read the fraction of its scale word behind a number: a million and a half."""
        numeral, index = found
        unit = SCALES.get(self.word(index - 1), 0)
        if unit < 10**6 or numeral.value is None or self.word(index) != "and":
            return found
        part = self.fraction_words(index + 1, article=True)
        if part is None or part[0].value is None or part[0].value >= 1:
            return found
        if self.word(part[1]) in ("of", *SCALES):
            return found
        half = unit * HALF / part[0].value.denominator
        value = numeral.value + unit * part[0].value
        mixed = make_number(value, half, half, "mixed")
        return replace(mixed, scale=numeral.scale), part[1]

    def fraction_of_digits(self, found: Found) -> Found:
        """Read a digit with a fraction word: 3 quarters, 9-tenths."""
        numeral, after = found
        bottom = FRACTION_WORDS.get(self.word(self.skip_hyphen(after)))
        if (
            bottom
            and numeral.shape == "whole"
            and numeral.value
            and numeral.value < 100
        ):
            joined = (
                make_fraction(int(numeral.value), bottom),
                self.skip_hyphen(after) + 1,
            )
            return self.scale_of(joined)
        return found

    def bare_scale(self, index: int) -> Found | None:
        """Read a scale word in the singular that stands for one of itself."""
        word = self.word(index)
        if word in SCALES and word != "score" and not word.endswith("s"):
            return self.scale(make_whole(1), index)
        return None
