"""One table of operators decides every comparison of two spans."""

from __future__ import annotations

from collections.abc import Callable

from sovstats.numbers.intervals import Interval
from sovstats.numbers.readings import Span

CERTAIN = "certain"
POSSIBLE = "possible"
IMPOSSIBLE = "impossible"


def _surely_less(one: Interval, other: Interval) -> bool:
    """Say whether every number of one is less than every number of the other."""
    if one.high is None or other.low is None:
        return False
    if one.high == other.low:
        return one.high_open or other.low_open
    return one.high < other.low


def _surely_at_most(one: Interval, other: Interval) -> bool:
    """Say whether no number of one is greater than any number of the other."""
    if one.high is None or other.low is None:
        return False
    return one.high <= other.low


def _less(one: Span, other: Span) -> str:
    if _surely_less(one.hull, other.hull):
        return CERTAIN
    return IMPOSSIBLE if _surely_at_most(other.hull, one.hull) else POSSIBLE


def _at_most(one: Span, other: Span) -> str:
    if _surely_at_most(one.hull, other.hull):
        return CERTAIN
    return IMPOSSIBLE if _surely_less(other.hull, one.hull) else POSSIBLE


def _equal(computed: Span, stated: Span) -> str:
    """Compare a recomputed span with a stated one.

    Two ranges are equal when their lower ends are and their upper ends are; a number
    equals a range when it can lie in it.
    """
    if computed.is_range and stated.is_range:
        ends = ((computed.lower, stated.lower), (computed.upper, stated.upper))
        if all(one.within(other) for one, other in ends):
            return CERTAIN
        return POSSIBLE if all(one.meets(other) for one, other in ends) else IMPOSSIBLE
    if computed.hull.within(stated.hull):
        return CERTAIN
    return POSSIBLE if computed.hull.meets(stated.hull) else IMPOSSIBLE


OPERATORS: dict[str, Callable[[Span, Span], str]] = {
    "==": _equal,
    "<": _less,
    "<=": _at_most,
    ">": lambda one, other: _less(other, one),
    ">=": lambda one, other: _at_most(other, one),
}
"""For each operator: certain, possible or impossible, of two spans."""


def compare(operator: str, one: Span, other: Span) -> str:
    """Say whether a comparison is certain, possible or impossible."""
    return OPERATORS[operator](one, other)
