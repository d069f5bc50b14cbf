"""A mention, and what the readers of a run hand to one another on the way to it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from sovstats.numbers.numeral import Numeral


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
        The ends of a range; a vague plural has its floor in `low` alone.
    scale
        The scale word that stands outside the span and is already applied, else empty.
    hedge
        none, about, almost, over, under, at_least, up_to or vague.
    kind
        number, range, fraction, ratio, rank, multiple, duration, vague, date, year,
        reference, ordinal, pronoun, enumerator or note_mark.
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


@dataclass(frozen=True)
class Element:
    """One number of a run with its money sign and unit; offsets are within the run."""

    numeral: Numeral
    start: int
    number_end: int
    end: int
    index: int
    unit: str
    sign: bool


@dataclass
class Draft:
    """A mention in the making; offsets are within the run."""

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

    def multiply(self, factor: int) -> None:
        """Apply a scale word that stands outside the span."""
        self.value = None if self.value is None else self.value * factor
        self.low = None if self.low is None else self.low * factor
        self.high = None if self.high is None else self.high * factor
        self.own_scale = Fraction(factor)
