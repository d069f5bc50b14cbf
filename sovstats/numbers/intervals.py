"""Intervals on exact rationals, with infinities and open or closed ends.

Arithmetic encloses: whatever point values lie in the operands, the result of the same
operation on them lies in the result. No float takes part.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

Operation = Callable[[Fraction, Fraction], Fraction]

_ZERO = Fraction(0)


class Cut(NamedTuple):
    """Where an end lies on the number line: cuts are ordered as their places are.

    Attributes
    ----------
    infinite
        -1 for minus infinity, 1 for plus infinity, 0 for a number.
    number
        The number at the end; zero where the end is infinite.
    side
        0 at a closed end. An open lower end lies just above its number (1), an open
        upper end just below (-1).
    """

    infinite: int
    number: Fraction
    side: int = 0


@dataclass(frozen=True)
class Interval:
    """All numbers from `low` to `high`.

    Attributes
    ----------
    low, high
        Exact ends; None stands for minus infinity below and plus infinity above.
    low_open, high_open
        Whether the end itself is left out; by default it is not. An infinite end is
        always left out.

    Raises
    ------
    ValueError
        If no number lies in it.

    Examples
    --------
    >>> fall = Interval(Fraction(3, 2), Fraction(2)) / Interval.point(4)
    >>> str(fall), str(Interval(Fraction(5), None))
    ('[3/8, 1/2]', '[5, inf)')
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        """Refuse an empty interval and mark infinite ends as open."""
        if self.low is None or self.high is None:
            object.__setattr__(self, "low_open", self.low_open or self.low is None)
            object.__setattr__(self, "high_open", self.high_open or self.high is None)
            return
        # Comparing fractions is most of the work of a check: one comparison is made
        # where one will do, and none for a point whose ends are one object.
        if self.low is not self.high:
            if self.low < self.high:
                return
            if self.low > self.high:
                ends = f"begin at {self.low} and end at {self.high}"
                message = f"an interval cannot {ends}"
                raise ValueError(message)
        if self.low_open or self.high_open:
            message = f"an interval from {self.low} to itself cannot have an open end"
            raise ValueError(message)

    @classmethod
    def point(cls, number: Fraction | int) -> Interval:
        """Return the interval that holds one number."""
        exact = number if isinstance(number, Fraction) else Fraction(number)
        return cls(exact, exact)

    @property
    def is_point(self) -> bool:
        """Whether it holds exactly one number."""
        return self.low is not None and self.low == self.high

    @property
    def start(self) -> Cut:
        """Where it begins."""
        if self.low is None:
            return Cut(-1, _ZERO, 1)
        return Cut(0, self.low, self.low_open)

    @property
    def stop(self) -> Cut:
        """Where it ends."""
        if self.high is None:
            return Cut(1, _ZERO, -1)
        return Cut(0, self.high, -self.high_open)

    def __neg__(self) -> Interval:
        """Enclose -x for every x in it."""
        low = None if self.high is None else -self.high
        if self.low is self.high:
            return Interval(low, low, self.high_open, self.low_open)
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        """Enclose x + y for every x in it and y in the other."""
        return self._end_by_end(other, operator.add)

    def _end_by_end(self, other: Interval, operation: Operation) -> Interval:
        """Apply an operation that grows with both operands: low to low, high to high.

        Points, whose ends are one object, are worked out once and stay such points.
        """
        low = _apply(operation, self.low, other.low)
        points = self.low is self.high and other.low is other.high
        high = low if points else _apply(operation, self.high, other.high)
        low_open = self.low_open or other.low_open
        return Interval(low, high, low_open, self.high_open or other.high_open)

    def __sub__(self, other: Interval) -> Interval:
        """Enclose x - y for every x in it and y in the other."""
        return self + (-other)

    def __mul__(self, other: Interval) -> Interval:
        """Enclose x * y for every x in it and y in the other."""
        if _is_positive(self.low) and _is_positive(other.low):
            return self._end_by_end(other, operator.mul)
        others = (other.start, other.stop)
        products = [_product(a, b) for a in (self.start, self.stop) for b in others]
        # Of equal products the closed one counts: its value is taken.
        low = min(products, key=lambda cut: (cut.infinite, cut.number, cut.side))
        high = max(products, key=lambda cut: (cut.infinite, cut.number, -cut.side))
        return _between(low, high)

    def __truediv__(self, other: Interval) -> Interval:
        """Enclose x / y for every x in it and y in the other."""
        return self * other.reciprocal()

    def reciprocal(self) -> Interval:
        """Return 1/x for every x in it.

        Raises
        ------
        ZeroDivisionError
            If zero lies in it.
        """
        if not _is_positive(self.low) and self.holds(_ZERO):
            message = "the divisor can be zero"
            raise ZeroDivisionError(message)
        if self.low is self.high and self.low is not None:
            return Interval.point(1 / self.low)
        return _between(_inverse(self.stop), _inverse(self.start))

    def __pow__(self, exponent: int) -> Interval:
        """Enclose the power of every x in it; only whole exponents."""
        if exponent < 0:
            return (self**-exponent).reciprocal()
        if exponent == 0:
            return Interval.point(1)
        if exponent % 2 or (self.low is not None and self.low >= 0):
            low = None if self.low is None else self.low**exponent
            high = None if self.high is None else self.high**exponent
            return Interval(low, high, self.low_open, self.high_open)
        return abs(self) ** exponent

    def __abs__(self) -> Interval:
        """Enclose the distance from zero of every x in it."""
        if self.low is not None and self.low >= 0:
            return self
        mirrored = -self
        if self.high is not None and self.high <= 0:
            return mirrored
        return _between(Cut(0, _ZERO), max(self.stop, mirrored.stop))

    def holds(self, number: Fraction) -> bool:
        """Say whether a number lies in it."""
        return self.start <= Cut(0, number) <= self.stop

    def within(self, other: Interval) -> bool:
        """Say whether every number in it lies in the other."""
        return other.start <= self.start and self.stop <= other.stop

    def meets(self, other: Interval) -> bool:
        """Say whether the two have a number in common.

        Two intervals of positive length that share only an end point do not meet: the
        writer's rule for ties is unknown. A point and an interval may.
        """
        pointed = self.is_point or other.is_point
        for one, two in ((self, other), (other, self)):
            if one.stop < two.start or (one.stop == two.start and not pointed):
                return False
        return True

    def hull(self, other: Interval) -> Interval:
        """Return the smallest interval that holds both."""
        return _between(min(self.start, other.start), max(self.stop, other.stop))

    def lesser(self, other: Interval) -> Interval:
        """Enclose the lesser of x in it and y in the other."""
        return _between(min(self.start, other.start), min(self.stop, other.stop))

    def greater(self, other: Interval) -> Interval:
        """Enclose the greater of x in it and y in the other."""
        return _between(max(self.start, other.start), max(self.stop, other.stop))

    def __str__(self) -> str:
        """Write it with round brackets at open ends: ``[1/2, inf)``."""
        left = "(" if self.low_open else "["
        right = ")" if self.high_open else "]"
        low = "-inf" if self.low is None else str(self.low)
        high = "inf" if self.high is None else str(self.high)
        return f"{left}{low}, {high}{right}"


def _apply(
    operation: Operation, one: Fraction | None, two: Fraction | None
) -> Fraction | None:
    """Apply an operation to two ends, unless one of them is infinite."""
    return None if one is None or two is None else operation(one, two)


def _between(low: Cut, high: Cut) -> Interval:
    """Return the interval from one place to another."""
    first, last = (None if cut.infinite else cut.number for cut in (low, high))
    return Interval(first, last, bool(low.side), bool(high.side))


def _inverse(cut: Cut) -> Cut:
    """Invert an end: an infinity becomes an open zero, an open zero an infinity."""
    if cut.infinite:
        return Cut(0, _ZERO, 1)
    return Cut(0, 1 / cut.number, cut.side) if cut.number else Cut(1, _ZERO)


def _is_positive(number: Fraction | None) -> bool:
    """Compare with zero by an integer, much quicker than by a fraction."""
    return number is not None and number.numerator > 0


def _sign(cut: Cut) -> int:
    """Return 1 for an end above zero, -1 for one below, 0 for zero."""
    return cut.infinite or (cut.number > 0) - (cut.number < 0)


def _product(one: Cut, two: Cut) -> Cut:
    """Multiply two ends; its side is 0 if closed, else 1.

    Zero times infinity is zero, as a limit of finite products.
    """
    sign = _sign(one) * _sign(two)
    if sign == 0:
        closed_zero = any(_sign(cut) == 0 and cut.side == 0 for cut in (one, two))
        return Cut(0, _ZERO, not closed_zero)
    is_open = bool(one.side or two.side)
    if one.infinite or two.infinite:
        return Cut(sign, _ZERO, is_open)
    return Cut(0, one.number * two.number, is_open)
