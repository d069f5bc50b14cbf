"""The five nested readings: how literally a printed number is taken.

literal < written < hedged < significant < open. Each interval holds the one before it;
`docs/method.md` gives the reasons for the order and the evidence for the hedge width.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from sovstats.numbers.intervals import Interval
from sovstats.numbers.numeral import NO_WIDTHS, Numeral, Widths

_ZERO = Fraction(0)
_UPWARDS = ("over", "at_least")
_DOWNWARDS = ("under", "up_to")

READINGS = ("literal", "written", "hedged", "significant", "open")
"""From the strictest to the most generous."""

CONTRADICTED = "contradicted"
"""The verdict of a claim that holds under no reading."""

UNDECIDABLE = "undecidable"
"""The verdict of a claim that lacks a value even at the most generous reading."""

VERDICTS = (*READINGS, CONTRADICTED, UNDECIDABLE)
"""All verdicts of a claim: the readings under which it can hold, then the rest."""

HEDGE_WIDTH = Fraction(1, 10)
"""How far a hedge loosens a number, as a part of it. A parameter of every check."""

HEDGES = ("none", "about", "almost", "over", "under", "at_least", "up_to", "vague")
"""The codes of the words that loosen a number."""

DIRECTIONAL = frozenset({*_UPWARDS, *_DOWNWARDS, "almost"})
"""Hedges that say on which side of the printed number the true one lies."""


@dataclass(frozen=True)
class Span:
    """A number or a range whose ends are known to an interval each.

    Attributes
    ----------
    lower, upper
        What is known of the lower and of the upper end; a number has the same interval
        at both.

    Examples
    --------
    >>> from sovstats.numbers import Interval
    >>> span = Span(Interval.point(15), Interval.point(20))
    >>> span.is_range, str(span.hull), str((-span).hull)
    (True, '[15, 20]', '[-20, -15]')
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
        # Most spans are numbers, for which nothing has to be compared.
        return self.lower if self.lower is self.upper else self.lower.hull(self.upper)

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
        None where there is no such number; all are None for a missing value.
    hedge
        A code of the code list ``hedge``; ``none`` by default.
    exact
        Whether it is a definition, a rank or a count one by one: then it is a point
        under every reading. By default it is not.
    written, significant
        Half-widths below and above, as in `Numeral`; zero by default.

    Examples
    --------
    >>> from sovstats.numbers import parse
    >>> herd = Statement.of(parse("8 billion"), "about")
    >>> str(herd.under("hedged").hull)
    '[7200000000, 8800000000]'
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
        value, low, high = numeral.value, numeral.low, numeral.high
        widths = (numeral.written, numeral.significant)
        return cls(value, low, high, hedge, exact, *widths)

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
        ends = (self.value, self.low, self.high)
        numeral = Numeral(*ends, self.written, self.significant, shape="")
        return Statement.of(numeral.scaled(factor), self.hedge, self.exact)

    def under(self, reading: str, width: Fraction = HEDGE_WIDTH) -> Span | None:
        """Return what the statement admits under a reading.

        Parameters
        ----------
        reading
            One of `READINGS`.
        width
            The hedge width, a part of the number; a tenth by default.

        Returns
        -------
        Span or None
            None where the reading gives no number: a missing value, or a vague plural
            under any reading but ``open``.
        """
        if self.missing or (self.vague and reading != "open"):
            return None
        if self.vague:
            return Span.of(Interval(self.low, None))
        return self._span(lambda number: self._interval(number, reading, width))

    def _span(self, interval_of: Callable[[Fraction], Interval]) -> Span:
        """Return the interval of the number, or of both ends of the range."""
        if self.value is not None:
            return Span.of(interval_of(self.value))
        assert self.low is not None and self.high is not None
        return Span(interval_of(self.low), interval_of(self.high))

    def _interval(self, number: Fraction, reading: str, width: Fraction) -> Interval:
        """Return the interval of one printed number under a reading.

        Each reading keeps the limits of those before it and never narrows them.
        """
        level = 0 if self.exact else READINGS.index(reading)
        interval = Interval.point(number)
        if level >= 1:
            interval = Interval(number - self.written[0], number + self.written[1])
        if level >= 2 and self.hedge not in ("none", "vague"):
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
        if self.vague:
            assert self.low is not None
            return Span.of(Interval.point(self.low))
        return self.under("literal" if self.hedge in DIRECTIONAL else reading)

    def as_hedged(self, reading: str, width: Fraction = HEDGE_WIDTH) -> Span | None:
        """Return what is admitted if a directional hedge is meant literally."""
        if self.hedge not in DIRECTIONAL or self.missing or self.vague or self.exact:
            return self.under(reading, width)
        return self._span(lambda number: literal_hedge(number, self.hedge, width))


def hedge_interval(number: Fraction, hedge: str, width: Fraction) -> Interval:
    """Return the number loosened by its hedge word alone."""
    part = abs(number) * width
    below = part if hedge in ("about", "almost", *_DOWNWARDS) else _ZERO
    above = part if hedge in ("about", *_UPWARDS) else _ZERO
    return Interval(number - below, number + above)


def open_interval(number: Fraction, hedge: str) -> Interval:
    """Return the number with a directional hedge taken as far as it can go."""
    if hedge in _UPWARDS:
        return Interval(number, None)
    # A quantity that is below some number still is one: it goes down to zero alone.
    if hedge in _DOWNWARDS:
        return Interval(_ZERO, number, True) if number > 0 else Interval.point(number)
    return Interval.point(number)


def literal_hedge(number: Fraction, hedge: str, width: Fraction) -> Interval:
    """Return exactly what a directional hedge says: more than v, at most v, ..."""
    if hedge in _UPWARDS:
        return Interval(number, None, hedge == "over")
    if hedge == "almost":
        part = abs(number) * width
        return Interval(number - part, number, False, part > 0)
    low = _ZERO if number > 0 else None
    return Interval(low, number, True, hedge == "under")
