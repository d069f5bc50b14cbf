"""One table of operators decides every comparison of two spans."""

from __future__ import annotations

from collections.abc import Callable

from sovstats.numbers.readings import Span

CERTAIN = "certain"
"""The outcome where a comparison holds for all values of both sides."""

POSSIBLE = "possible"
"""The outcome where a comparison holds for some values and not for others."""

IMPOSSIBLE = "impossible"
"""The outcome where a comparison holds for no values."""


def _outcome(certain: bool, possible: bool) -> str:
    """Name an outcome."""
    if certain:
        return CERTAIN
    return POSSIBLE if possible else IMPOSSIBLE


def _less(one: Span, other: Span) -> str:
    """Compare the places of ends: a shared end that is open on one side is less."""
    first, second = one.hull, other.hull
    return _outcome(first.stop < second.start, not second.stop <= first.start)


def _at_most(one: Span, other: Span) -> str:
    first, second = one.hull, other.hull
    return _outcome(first.stop <= second.start, not second.stop < first.start)


def _equal(computed: Span, stated: Span) -> str:
    """Compare a recomputed span with a stated one.

    Two ranges are equal when their lower ends are and their upper ends are; a number
    equals a range when it can lie in it.
    """
    pairs = [(computed.hull, stated.hull)]
    if computed.is_range and stated.is_range:
        pairs = [(computed.lower, stated.lower), (computed.upper, stated.upper)]
    inside = all(one.within(other) for one, other in pairs)
    return _outcome(inside, inside or all(one.meets(other) for one, other in pairs))


OPERATORS: dict[str, Callable[[Span, Span], str]] = {
    "==": _equal,
    "<": _less,
    "<=": _at_most,
    ">": lambda one, other: _less(other, one),
    ">=": lambda one, other: _at_most(other, one),
}
"""For each operator: certain, possible or impossible, of two spans."""


def compare(operator: str, one: Span, other: Span) -> str:
    """Say whether a comparison of two spans is certain, possible or impossible.

    Parameters
    ----------
    operator
        One of ``==``, ``<``, ``<=``, ``>`` and ``>=``.
    one, other
        The two sides; for ``==`` the recomputed one first, then the stated one. Two
        ranges are equal end by end, all else is compared by its hull.

    Returns
    -------
    str
        `CERTAIN`, `POSSIBLE` or `IMPOSSIBLE`.

    Raises
    ------
    KeyError
        If there is no such operator.

    Examples
    --------
    >>> from sovstats.numbers import Statement, parse
    >>> fall, stated = (Statement.of(parse(text)) for text in ("54.9", "55"))
    >>> compare("==", fall.under("literal"), stated.under("literal"))
    'impossible'
    >>> compare("==", fall.under("written"), stated.under("written"))
    'certain'
    """
    return OPERATORS[operator](one, other)
