"""The five nested readings: how literally a printed number is taken.

literal < written < hedged < significant < open. Each interval holds the one before it;
`docs/method.md` gives the reasons for the order and the evidence for the hedge width.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from sovstats.numbers.intervals import Interval
from sovstats.numbers.numeral import (
    Numeral,
    Widths,
    times,
    widen,
)

READINGS = ("literal", "written", "hedged", "significant", "open")
"""From the strictest to the most generous."""

CONTRADICTED = "contradicted"
UNDECIDABLE = "undecidable"

HEDGE_WIDTH = Fraction(1, 10)
"""How far a hedge loosens a number, as a part of it. A parameter of every check."""

HEDGES = ("none", "about", "almost", "over", "under", "at_least", "up_to", "vague")
"""The codes of the words that loosen a number."""

DIRECTIONAL = frozenset({"over", "at_least", "under", "up_to", "almost"})
"""Hedges that say on which side of the printed number the true one lies."""

ZERO = Fraction(0)
NO_WIDTHS: Widths = (ZERO, ZERO)


@dataclass(frozen=True)
class Span:
    """A number or a range whose ends are known to an interval each.

    A number has the same interval at both ends.
    """

    lower: Interval
    upper: Interval

    @property
    def is_range(self) -> bool:
        """Whether the two ends differ."""
        return self.lower != self.upper

    @property
    def hull(self) -> Interval:
        """The interval from the least to the greatest number in it."""
        return self.lower.hull(self.upper)

    @classmethod
    def of(cls, interval: Interval) -> Span:
        """Return the number that is known to one interval."""
        return cls(interval, interval)

    def __neg__(self) -> Span:
        """Return its negative."""
        return Span(-self.upper, -self.lower)


@dataclass(frozen=True)
class Statement:
    """What a text prints as one quantity: the number, its hedge and its widths.

    Attributes
    ----------
    value, low, high
        A number, or the ends of a range, or (`low` alone) the floor of a vague plural.
    hedge
        A code of the list ``hedge``.
    exact
        Whether it is a definition, a rank or a count one by one: then it is a point
        under every reading.
    written, significant
        Half-widths below and above, as in `sovstats.numbers.parsing.Numeral`.
    """

    value: Fraction | None
    low: Fraction | None = None
    high: Fraction | None = None
    hedge: str = "none"
    exact: bool = False
    written: Widths = NO_WIDTHS
    significant: Widths = NO_WIDTHS

    @classmethod
    def of(
        cls, numeral: Numeral, hedge: str = "none", exact: bool = False
    ) -> Statement:
        """Return the statement that a printed numeral makes."""
        return cls(
            numeral.value,
            numeral.low,
            numeral.high,
            hedge,
            exact,
            numeral.written,
            numeral.significant,
        )

    @classmethod
    def point(cls, number: Fraction | int) -> Statement:
        """Return the statement of an exact number."""
        return cls(Fraction(number), exact=True)

    @property
    def vague(self) -> bool:
        """Whether only a floor is known."""
        return self.value is None and self.low is not None and self.high is None

    @property
    def missing(self) -> bool:
        """Whether the text gives no number at all."""
        return self.value is None and self.low is None

    def scaled(self, factor: Fraction) -> Statement:
        """Return the statement in another unit; the factor must be positive."""
        if factor == 1:
            return self
        return replace(
            self,
            value=times(self.value, factor),
            low=times(self.low, factor),
            high=times(self.high, factor),
            written=widen(self.written, factor),
            significant=widen(self.significant, factor),
        )

    def under(self, reading: str, width: Fraction = HEDGE_WIDTH) -> Span | None:
        """Return what the statement admits under a reading.

        Parameters
        ----------
        reading
            One of `READINGS`.
        width
            The hedge width.

        Returns
        -------
        Span or None
            None where the reading gives no number: a missing value, or a vague plural
            under any reading but ``open``.
        """
        if self.missing:
            return None
        if self.vague:
            return (
                Span.of(Interval(self.low, None, False, True))
                if reading == "open"
                else None
            )
        if self.value is not None:
            return Span.of(self._interval(self.value, reading, width))
        assert self.low is not None and self.high is not None
        return Span(
            self._interval(self.low, reading, width),
            self._interval(self.high, reading, width),
        )

    def _interval(self, number: Fraction, reading: str, width: Fraction) -> Interval:
        """Return the interval of one printed number under a reading."""
        level = 0 if self.exact else READINGS.index(reading)
        interval = Interval.point(number)
        if level >= 1:
            interval = Interval(number - self.written[0], number + self.written[1])
        if level >= 2:
            if self.hedge not in ("none", "vague"):
                interval = interval.hull(hedge_interval(number, self.hedge, width))
        if level >= 3:
            below, above = self.significant
            interval = interval.hull(Interval(number - below, number + above))
        if level >= 4:
            interval = interval.hull(open_interval(number, self.hedge))
        return interval

    def threshold(self, reading: str) -> Span | None:
        """Return what the statement means in an ordering.

        A directional hedge makes it a threshold, taken at its printed value; a vague
        plural is its floor. Only rounding within the digits written loosens the rest.
        """
        if self.missing:
            return None
        if self.vague:
            assert self.low is not None
            return Span.of(Interval.point(self.low))
        strict = "literal" if self.hedge in DIRECTIONAL else reading
        return self.under(strict)

    def as_hedged(self, reading: str, width: Fraction = HEDGE_WIDTH) -> Span | None:
        """Return what is admitted if a directional hedge is meant literally."""
        if self.hedge not in DIRECTIONAL or self.missing or self.vague or self.exact:
            return self.under(reading, width)
        if self.value is not None:
            return Span.of(literal_hedge(self.value, self.hedge, width))
        assert self.low is not None and self.high is not None
        return Span(
            literal_hedge(self.low, self.hedge, width),
            literal_hedge(self.high, self.hedge, width),
        )


def hedge_interval(number: Fraction, hedge: str, width: Fraction) -> Interval:
    """Return the number loosened by its hedge word alone."""
    part = abs(number) * width
    below = part if hedge in ("about", "almost", "under", "up_to") else ZERO
    above = part if hedge in ("about", "over", "at_least") else ZERO
    return Interval(number - below, number + above)


def open_interval(number: Fraction, hedge: str) -> Interval:
    """Return the number with a directional hedge taken as far as it can go."""
    if hedge in ("over", "at_least"):
        return Interval(number, None, False, True)
    if hedge in ("under", "up_to"):
        return Interval(ZERO, number, True) if number > 0 else Interval.point(number)
    return Interval.point(number)


def literal_hedge(number: Fraction, hedge: str, width: Fraction) -> Interval:
    """Return exactly what a directional hedge says: more than v, at most v, ..."""
    if hedge in ("over", "at_least"):
        return Interval(number, None, hedge == "over", True)
    if hedge == "almost":
        part = abs(number) * width
        return Interval(number - part, number, False, part > 0)
    low = ZERO if number > 0 else None
    return Interval(low, number, True, hedge == "under")
