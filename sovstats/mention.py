"""A mention: a stretch of a text that expresses a number."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


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
