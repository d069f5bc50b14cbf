"""A mention, and what the readers of a run hand to one another on the way to it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from sovstats.numbers import Numeral
from sovstats.numbers.numeral import times


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a text that expresses a number.

    Attributes
    ----------
    start, end
        Where it stands, as string indices, end exclusive: the number, its scale word
        and the unit next to it, without the hedge.
    printed
        ``text[start:end]`` with every run of white space made one space.
    value
        The number, with `scale` applied; None for ranges, vague plurals and dates, and
        for what cannot be read, such as a string of 400 digits.
    low, high
        The ends of a range; a vague plural has its floor in `low` alone. None where
        there is no such end.
    scale
        The scale word that stands outside the span and is already applied, else empty.
    hedge
        none, about, almost, over, under, at_least, up_to or vague.
    kind
        number, range, fraction, ratio, rank, multiple, duration, vague, date, year,
        reference, ordinal, pronoun, enumerator or note_mark.

    Examples
    --------
    >>> from sovstats.scanner import find_mentions
    >>> (mention,) = find_mentions("They sowed almost 20 million hectares.")
    >>> mention.printed, int(mention.value), mention.hedge, mention.kind
    ('20 million hectares', 20000000, 'almost', 'number')
    """

    start: int
    end: int
    printed: str
    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    scale: str
    hedge: str
    kind: str


class Cue(NamedTuple):
    """What stands around a run, as far as it decides how the run is read.

    Attributes
    ----------
    before
        The word or mark in front of the run, if it is one that matters, else empty.
    after
        What follows the run: ``mark``, ``part`` (of, less, as ...), ``plural`` or
        ``word``.
    """

    before: str
    after: str


class Element(NamedTuple):
    """One number of a run with its money sign and unit; offsets are within the run.

    Attributes
    ----------
    numeral
        The number.
    start, number_end, end
        Where the sign or number begins, where the number and where its unit ends.
    after
        The index of the first token after it.
    unit
        The unit after it, or an empty string.
    sign
        Whether a money sign stands before it.
    """

    numeral: Numeral
    start: int
    number_end: int
    end: int
    after: int
    unit: str
    sign: bool


@dataclass
class PartialMention:
    """A mention without its hedge, before its surroundings change its kind.

    The attributes are those of `Mention`, save that offsets are within the run.

    Attributes
    ----------
    unit
        The unit next to the number, ``money`` for a sign without one.
    own_scale
        The product of the scale words inside the span, or of the one applied to it.
    vague
        Whether it is a plural without a number.
    """

    start: int
    end: int
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    kind: str = "number"
    unit: str = ""
    scale: str = ""
    own_scale: Fraction = Fraction(1)
    vague: bool = False

    @classmethod
    def of(
        cls, numeral: Numeral, start: int, end: int, kind: str, unit: str
    ) -> PartialMention:
        """Return the mention of a numeral that stands between two offsets."""
        ends = (numeral.value, numeral.low, numeral.high)
        vague = numeral.shape == "vague"
        return cls(start, end, *ends, kind, unit, "", numeral.scale, vague)

    def apply_scale(self, word: str, factor: int) -> None:
        """Apply a scale word that stands outside the span."""
        ends = (self.value, self.low, self.high)
        self.value, self.low, self.high = (times(number, factor) for number in ends)
        self.scale, self.own_scale = word, Fraction(factor)
