"""Evaluation of an operand under a reading, with dimensions, in exact arithmetic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from sovstats.comparison import CERTAIN, IMPOSSIBLE, compare
from sovstats.intervals import Interval, lowest
from sovstats.namespace import Names, Quantity
from sovstats.nodes import Binary, Call, Minus, Name, Node, Number, Power
from sovstats.numerals import parse
from sovstats.readings import HEDGE_WIDTH, Span, Statement
from sovstats.units import ONE, Unit

Leaf = Callable[[Quantity], Span | None]
"""How a quantity is taken: its span under a reading, or None where it has none."""


def whole_side(node: Node, names: Names) -> tuple[Number, Unit] | None:
    """Return the number and unit of an operand that is one printed numeral.

    Such an operand holds a single number, and apart from it only units and scale words.
    A minus makes the factor of the unit negative.
    """
    numbers, unit = _numeral_parts(node, names)
    return (numbers[0], unit) if len(numbers) == 1 and unit is not None else None


def _numeral_parts(node: Node, names: Names) -> tuple[list[Number], Unit | None]:
    match node:
        case Number():
            return [node], ONE
        case Name(name):
            return [], names.unit(name)
        case Minus(operand):
            numbers, unit = _numeral_parts(operand, names)
            negative = None if unit is None else replace(unit, factor=-unit.factor)
            return numbers, negative
        case Binary(operator, left, right) if operator in "*/":
            above, one = _numeral_parts(left, names)
            below, other = _numeral_parts(right, names)
            if one is None or other is None or (below and operator == "/"):
                return above + below, None
            return above + below, one * other if operator == "*" else one / other
    return [], None


def numeral_span(number: Number, unit: Unit, reading: str) -> Span | None:
    """Read a number of an expression from its characters, like a printed one."""
    statement = Statement.of(parse(number.text)).scaled(abs(unit.factor))
    span = statement.under(reading)
    return -span if span is not None and unit.factor < 0 else span


def evaluate(node: Node, names: Names, leaf: Leaf) -> Span | None:
    """Return the span of an operand, or None where a quantity in it has none.

    Parameters
    ----------
    node
        The operand.
    names
        What its names stand for.
    leaf
        How each quantity is taken.

    Raises
    ------
    ZeroDivisionError
        If a divisor can be zero.
    """
    match node:
        case Number():
            return Span.of(Interval.point(node.value))
        case Name(name):
            if name in names.quantities:
                return leaf(names.quantities[name])
            return Span.of(Interval.point(names.units[name].factor))
        case Minus(inner):
            span = evaluate(inner, names, leaf)
            return None if span is None else -span
        case Power(base, exponent):
            span = evaluate(base, names, leaf)
            return None if span is None else _each(span, lambda i: i**exponent)
        case Binary(operator, left, right):
            one, other = evaluate(left, names, leaf), evaluate(right, names, leaf)
            if one is None or other is None:
                return None
            return combine(one, other, ARITHMETIC[operator])
        case Call(function, arguments):
            if function in ("years", "months"):
                return _between(function, arguments, names)
            spans = [
                evaluate(argument, names, _exactly if function == "exact" else leaf)
                for argument in arguments
            ]
            known = [span for span in spans if span is not None]
            return _call(function, known) if len(known) == len(spans) else None
    return None


ARITHMETIC: dict[str, Callable[[Interval, Interval], Interval]] = {
    "+": lambda one, other: one + other,
    "-": lambda one, other: one - other,
    "*": lambda one, other: one * other,
    "/": lambda one, other: one / other,
}


def _exactly(quantity: Quantity) -> Span | None:
    return quantity.statement.under("literal")


def _each(span: Span, change: Callable[[Interval], Interval]) -> Span:
    """Apply a function to both ends and put them in order."""
    one, other = change(span.lower), change(span.upper)
    return Span(
        lowest(one, other, low=True, high=True),
        lowest(one, other, low=False, high=False),
    )


def combine(
    one: Span, other: Span, operation: Callable[[Interval, Interval], Interval]
) -> Span:
    """Combine two spans: the least and the greatest of what their ends give."""
    results = [
        operation(first, second)
        for first in ((one.lower, one.upper) if one.is_range else (one.lower,))
        for second in ((other.lower, other.upper) if other.is_range else (other.lower,))
    ]
    lower = upper = results[0]
    for result in results[1:]:
        lower = lowest(lower, result, low=True, high=True)
        upper = lowest(upper, result, low=False, high=False)
    return Span(lower, upper)


def _call(function: str, spans: list[Span]) -> Span:
    """Apply one of the functions of the grammar."""
    one = Span.of(Interval.point(1))
    plus, minus, over = ARITHMETIC["+"], ARITHMETIC["-"], ARITHMETIC["/"]
    if function == "growth":
        return combine(combine(spans[1], spans[0], over), one, minus)
    if function == "decline":
        return combine(one, combine(spans[1], spans[0], over), minus)
    if function == "share":
        rest = spans[1]
        for span in spans[2:]:
            rest = combine(rest, span, plus)
        return combine(one, combine(one, combine(rest, spans[0], over), plus), over)
    if function == "abs":
        return _each(spans[0], abs)
    if function == "rank":
        return _rank(spans[0].hull, [span.hull for span in spans[1:]])
    result = spans[0]
    for span in spans[1:]:
        result = combine(result, span, EXTREMES.get(function, plus))
    if function == "mean":
        return combine(result, Span.of(Interval.point(len(spans))), over)
    return result


def _rank(one: Interval, others: list[Interval]) -> Span:
    """Return the place of a number among others, the greatest being the first.

    Numbers that must be greater push it back for certain, numbers that may be greater
    perhaps; an equal one does not.
    """
    point = Span.of(one)
    less = [compare("<", point, Span.of(other)) for other in others]
    best, worst = less.count(CERTAIN), len(less) - less.count(IMPOSSIBLE)
    return Span.of(Interval(Fraction(1 + best), Fraction(1 + worst)))


EXTREMES: dict[str, Callable[[Interval, Interval], Interval]] = {
    "min": lambda one, other: lowest(one, other, low=True, high=True),
    "max": lambda one, other: lowest(one, other, low=False, high=False),
}


def _between(function: str, arguments: tuple[Node, ...], names: Names) -> Span:
    """Return the time between two dates or the periods of two figures."""
    from sovstats.durations import calendar_months

    months = calendar_months(function, arguments[0], arguments[1], names)
    return Span.of(Interval.point(months * names.units["month"].factor))


def statement_leaf(reading: str, width: Fraction = HEDGE_WIDTH) -> Leaf:
    """Return how quantities are taken in an equality under a reading.

    Outside observations are read as written at the loosest: the ladder runs on the
    printed side.
    """

    def leaf(quantity: Quantity) -> Span | None:
        outside = quantity.outside and reading != "literal"
        return quantity.statement.under("written" if outside else reading, width)

    return leaf


def threshold_leaf(reading: str) -> Leaf:
    """Return how quantities are taken in an ordering under a reading."""
    return lambda quantity: quantity.statement.threshold(reading)


def hedge_leaf(reading: str, width: Fraction = HEDGE_WIDTH) -> Leaf:
    """Return how quantities are taken when directional hedges mean what they say."""
    return lambda quantity: quantity.statement.as_hedged(reading, width)
