"""Intervals on exact rationals, with infinities and open or closed ends.

Arithmetic encloses: whatever point values lie in the operands, the result of the same
operation on them lies in the result. No float takes part.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

Operation = Callable[[Fraction | None, Fraction | None], Fraction | None]


class End(NamedTuple):
    """One end of an interval: a number, or None for an infinity; open or closed."""

    number: Fraction | None
    open: bool = False


@dataclass(frozen=True)
class Interval:
    """All numbers from `low` to `high`.

    Attributes
    ----------
    low, high
        Exact ends; None stands for minus infinity below and plus infinity above.
    low_open, high_open
        Whether the end itself is left out. An infinite end always is.

    Raises
    ------
    ValueError
        If no number lies in it.
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

    def __neg__(self) -> Interval:
        """Enclose -x for every x in it."""
        low = None if self.high is None else -self.high
        if self.low is self.high:
            return Interval(low, low, self.high_open, self.low_open)
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        """Enclose x + y for every x in it and y in the other."""
        return self._end_by_end(other, _plus)

    def _end_by_end(self, other: Interval, operation: Operation) -> Interval:
        """Apply an operation that grows with both operands: low to low, high to high.

        Points, whose ends are one object, are worked out once and stay such points.
        """
        low = operation(self.low, other.low)
        points = self.low is self.high and other.low is other.high
        high = low if points else operation(self.high, other.high)
        return Interval(
            low,
            high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        """Enclose x - y for every x in it and y in the other."""
        return self + (-other)

    def __mul__(self, other: Interval) -> Interval:
        """Enclose x * y for every x in it and y in the other."""
        if _is_positive(self.low) and _is_positive(other.low):
            return self._end_by_end(other, _product)
        products = [
            _times(one, two, one_up, two_up)
            for one, one_up in _ends(self)
            for two, two_up in _ends(other)
        ]
        return _spanning(products)

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
        if not _is_positive(self.low) and self.holds(Fraction(0)):
            message = "the divisor can be zero"
            raise ZeroDivisionError(message)
        low, low_open = _inverse_end(self.high, self.high_open)
        if self.low is self.high and self.low is not None:
            return Interval(low, low)
        high, high_open = _inverse_end(self.low, self.low_open)
        return Interval(low, high, low_open, high_open)

    def __pow__(self, exponent: int) -> Interval:
        """Enclose the power of every x in it; only whole exponents."""
        if exponent < 0:
            return (self**-exponent).reciprocal()
        if exponent == 0:
            return Interval.point(1)
        if exponent % 2 or (self.low is not None and self.low >= 0):
            return Interval(
                _power(self.low, exponent),
                _power(self.high, exponent),
                self.low_open,
                self.high_open,
            )
        if self.high is not None and self.high <= 0:
            return (-self) ** exponent
        return abs(self) ** exponent

    def __abs__(self) -> Interval:
        """Enclose the distance from zero of every x in it."""
        if self.low is not None and self.low >= 0:
            return self
        if self.high is not None and self.high <= 0:
            return -self
        mirrored = -self
        high = _larger(self.high, mirrored.high)
        is_open = all(one.high_open for one in (self, mirrored) if one.high == high)
        return Interval(Fraction(0), high, False, is_open)

    def holds(self, number: Fraction) -> bool:
        """Say whether a number lies in it."""
        return not self.wholly_above(number) and not self.wholly_below(number)

    def wholly_above(self, number: Fraction) -> bool:
        """Say whether every number in it is greater than the given one."""
        if self.low is None:
            return False
        return self.low > number or (self.low == number and self.low_open)

    def wholly_below(self, number: Fraction) -> bool:
        """Say whether every number in it is less than the given one."""
        if self.high is None:
            return False
        return self.high < number or (self.high == number and self.high_open)

    def within(self, other: Interval) -> bool:
        """Say whether every number in it lies in the other."""
        return not (
            _below(self.low, self.low_open, other.low, other.low_open, lower=True)
            or _below(
                other.high, other.high_open, self.high, self.high_open, lower=False
            )
        )

    def meets(self, other: Interval) -> bool:
        """Say whether the two have a number in common.

        Two intervals of positive length that share only an end point do not meet: the
        writer's rule for ties is unknown. A point and an interval may.
        """
        for one, two in ((self, other), (other, self)):
            if one.high is None or two.low is None:
                continue
            if one.high < two.low:
                return False
            if one.high == two.low:
                if one.high_open or two.low_open:
                    return False
                if not one.is_point and not two.is_point:
                    return False
        return True

    def hull(self, other: Interval) -> Interval:
        """Return the smallest interval that holds both."""
        return lowest(self, other, low=True, high=False)

    def __str__(self) -> str:
        """Write it with round brackets at open ends: ``[1/2, inf)``."""
        left = "(" if self.low_open else "["
        right = ")" if self.high_open else "]"
        low = "-inf" if self.low is None else str(self.low)
        high = "inf" if self.high is None else str(self.high)
        return f"{left}{low}, {high}{right}"


def _inverse_end(
    number: Fraction | None, is_open: bool
) -> tuple[Fraction | None, bool]:
    """Invert an end: an infinity becomes an open zero, an open zero an infinity."""
    if number is None:
        return Fraction(0), True
    return (1 / number, is_open) if number else (None, True)


def _is_positive(number: Fraction | None) -> bool:
    """Compare with zero by an integer, much quicker than by a fraction."""
    return number is not None and number.numerator > 0


def _product(one: Fraction | None, two: Fraction | None) -> Fraction | None:
    return None if one is None or two is None else one * two


def _plus(one: Fraction | None, two: Fraction | None) -> Fraction | None:
    return None if one is None or two is None else one + two


def _power(number: Fraction | None, exponent: int) -> Fraction | None:
    return None if number is None else number**exponent


def _larger(one: Fraction | None, two: Fraction | None) -> Fraction | None:
    return None if one is None or two is None else max(one, two)


class _Product(NamedTuple):
    """A product of two ends: its sign of infinity (0 if finite), number, open."""

    infinite: int
    number: Fraction
    open: bool

    @property
    def key(self) -> tuple[int, Fraction]:
        """What products are ordered by."""
        return self.infinite, self.number


def _ends(interval: Interval) -> tuple[tuple[End, int], tuple[End, int]]:
    """Return both ends, each with the sign of the infinity that None stands for."""
    low = End(interval.low, interval.low_open)
    return (low, -1), (End(interval.high, interval.high_open), 1)


def _times(one: End, two: End, one_up: int, two_up: int) -> _Product:
    """Multiply two ends; zero times infinity is zero, as a limit of finite products."""
    signs = []
    for end, upward in ((one, one_up), (two, two_up)):
        number = end.number
        signs.append(upward if number is None else (number > 0) - (number < 0))
    if 0 in signs:
        closed_zero = any(e.number == 0 and not e.open for e in (one, two))
        return _Product(0, Fraction(0), not closed_zero)
    if one.number is None or two.number is None:
        return _Product(signs[0] * signs[1], Fraction(0), True)
    return _Product(0, one.number * two.number, one.open or two.open)


def _spanning(products: list[_Product]) -> Interval:
    """Return the interval from the least to the greatest product."""
    least = min(products, key=lambda p: (p.key, p.open))
    most = max(products, key=lambda p: (p.key, not p.open))
    low = None if least.infinite else least.number
    high = None if most.infinite else most.number
    return Interval(low, high, least.open, most.open)


def _below(
    one: Fraction | None,
    one_open: bool,
    two: Fraction | None,
    two_open: bool,
    *,
    lower: bool,
) -> bool:
    """Say whether end `one` reaches lower than end `two`; both lower or both upper."""
    if one is None or two is None:
        infinite_one, infinite_two = one is None, two is None
        if infinite_one and infinite_two:
            return False
        return infinite_one if lower else infinite_two
    if one is not two and one != two:
        return one < two
    return (not one_open and two_open) if lower else (one_open and not two_open)


def lowest(one: Interval, two: Interval, *, low: bool, high: bool) -> Interval:
    """Take from two intervals the lower or the higher of each pair of ends.

    Parameters
    ----------
    one, two
        The intervals.
    low
        Whether the lower end of the result is the lower of the two lower ends.
    high
        Whether the upper end of the result is the lower of the two upper ends.
    """
    first = _below(one.low, one.low_open, two.low, two.low_open, lower=True)
    below = one if first == low else two
    second = _below(one.high, one.high_open, two.high, two.high_open, lower=False)
    above = one if second == high else two
    return Interval(below.low, above.high, below.low_open, above.high_open)
