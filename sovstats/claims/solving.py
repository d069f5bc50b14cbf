"""What one figure would have to be for two sides to be equal.

A figure stands on a side once, so the way from the side down to it can be walked
backwards, undoing one operation at a time, exactly and on intervals as well.
"""

from __future__ import annotations

from fractions import Fraction

from sovstats.expressions.evaluation import Leaf, evaluate
from sovstats.expressions.names import Names
from sovstats.expressions.nodes import (
    Binary,
    Call,
    Minus,
    Name,
    Node,
    Number,
    Power,
    names_in,
)
from sovstats.numbers.intervals import Interval


class Unsolvable(Exception):
    """The way back cannot be walked: a range, or a function that has no inverse."""


def solve(
    node: Node, figure: str, target: Interval, names: Names, leaf: Leaf
) -> Interval:
    """Return the values of a figure for which a side takes values in the target.

    Parameters
    ----------
    node
        The side; the figure stands in it once.
    figure
        The present name of the figure.
    target
        What the side has to be.
    names
        What the names stand for.
    leaf
        How the other figures are taken.

    Raises
    ------
    Unsolvable
        If a range takes part, or the figure stands below min, max or abs.
    """
    match node:
        case Name():
            return target
        case Minus(inner):
            return solve(inner, figure, -target, names, leaf)
        case Power(base, exponent):
            return solve(base, figure, _root(target, exponent), names, leaf)
        case Binary(operator, left, right):
            below, undone = _undo(operator, left, right, figure, target, names, leaf)
            return solve(below, figure, undone, names, leaf)
        case Call(function, arguments):
            plain = _as_operations(function, arguments)
            return solve(plain, figure, target, names, leaf)
    raise Unsolvable


def holds_figure(node: Node, figure: str, names: Names) -> bool:
    """Say whether a figure stands in an operand, under its present or a former name."""
    return any(names.present(name) == figure for name in names_in(node))


def single(node: Node, names: Names, leaf: Leaf) -> Interval:
    """Return the interval of an operand that is one number."""
    try:
        span = evaluate(node, names, leaf)
    except ZeroDivisionError:
        raise Unsolvable from None
    if span is None or span.is_range:
        raise Unsolvable
    return span.lower


def _undo(
    operator: str,
    left: Node,
    right: Node,
    figure: str,
    target: Interval,
    names: Names,
    leaf: Leaf,
) -> tuple[Node, Interval]:
    """Undo one operation: which operand goes on, and what it has to be."""
    on_left = holds_figure(left, figure, names)
    known = single(right if on_left else left, names, leaf)
    try:
        if operator == "+":
            undone = target - known
        elif operator == "-":
            undone = target + known if on_left else known - target
        elif operator == "*":
            undone = target / known
        else:
            undone = target * known if on_left else known / target
    except ZeroDivisionError:
        raise Unsolvable from None
    return (left if on_left else right), undone


def _as_operations(function: str, arguments: tuple[Node, ...]) -> Node:
    """Write a function as operations in which the figure stands once."""
    one = Number("1")
    if function == "growth":
        return Binary("-", Binary("/", arguments[1], arguments[0]), one)
    if function == "decline":
        return Binary("-", one, Binary("/", arguments[1], arguments[0]))
    if function == "share":
        rest = _sum(arguments[1:])
        return Binary("/", one, Binary("+", one, Binary("/", rest, arguments[0])))
    if function == "mean":
        return Binary("/", _sum(arguments), Number(str(len(arguments))))
    raise Unsolvable


def _sum(nodes: tuple[Node, ...]) -> Node:
    total = nodes[0]
    for node in nodes[1:]:
        total = Binary("+", total, node)
    return total


def _root(target: Interval, exponent: int) -> Interval:
    """Return the positive root of an interval, to about fifteen digits."""
    if target.low is None or target.high is None or target.low <= 0 or exponent == 0:
        raise Unsolvable
    low, high = (
        Fraction(float(end) ** (1 / exponent)).limit_denominator(10**12)
        for end in (target.low, target.high)
    )
    return Interval(min(low, high), max(low, high))
