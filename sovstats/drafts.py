"""What the readers of a run hand to one another: cues, number elements, drafts."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from sovstats.numeral_values import Numeral


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
