"""Arithmetic on spans: the least and the greatest of what their ends give."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from functools import reduce

from sovstats.numbers import CERTAIN, IMPOSSIBLE, Interval, Span, compare

Operation = Callable[[Interval, Interval], Interval]

ARITHMETIC: dict[str, Operation] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


def combine(one: Span, other: Span, operation: Operation) -> Span:
    """Combine two spans: the least and the greatest of what their ends give."""
    # Of ranges all four pairs of ends count: which of them give the least and the
    # greatest depends on the signs.
    results = [
        operation(first, second)
        for first in ((one.lower, one.upper) if one.is_range else (one.lower,))
        for second in ((other.lower, other.upper) if other.is_range else (other.lower,))
    ]
    return Span(reduce(Interval.lesser, results), reduce(Interval.greater, results))


def each(span: Span, change: Callable[[Interval], Interval]) -> Span:
    """Apply a function to both ends and put them in order."""
    one, other = change(span.lower), change(span.upper)
    return Span(one.lesser(other), one.greater(other))


def least(spans: list[Span]) -> Span:
    """Return the least of several numbers."""
    return reduce(lambda one, other: combine(one, other, Interval.lesser), spans)


def greatest(spans: list[Span]) -> Span:
    """Return the greatest of several numbers."""
    return reduce(lambda one, other: combine(one, other, Interval.greater), spans)


def rank(spans: list[Span]) -> Span:
    """Return the place of the first number among all, the greatest being number one.

    Numbers that must be greater push it back for certain, numbers that may be greater
    perhaps; an equal one does not.
    """
    one, *others = (Span.of(span.hull) for span in spans)
    less = [compare("<", one, other) for other in others]
    best, worst = less.count(CERTAIN), len(less) - less.count(IMPOSSIBLE)
    return Span.of(Interval(Fraction(1 + best), Fraction(1 + worst)))
