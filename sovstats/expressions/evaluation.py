"""Evaluation of an operand under a reading, with dimensions, in exact arithmetic."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from sovstats.errors import ExpressionError
from sovstats.expressions.names import Names, Quantity
from sovstats.expressions.nodes import (
    Binary,
    Call,
    Date,
    Minus,
    Name,
    Node,
    Number,
    Power,
)
from sovstats.numbers.comparison import (
    CERTAIN,
    IMPOSSIBLE,
    compare,
)
from sovstats.numbers.intervals import Interval, lowest
from sovstats.numbers.parsing import parse
from sovstats.numbers.readings import (
    HEDGE_WIDTH,
    Span,
    Statement,
)
from sovstats.units.table import ONE, Unit

if TYPE_CHECKING:
    from sovstats.expressions.names import Names

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


_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def calendar_months(function: str, first: Node, last: Node, names: Names) -> int:
    """Return the whole months from one date to another.

    Parameters
    ----------
    function
        ``months`` counts from the beginning of one period to that of the other;
        ``years`` as well where both dates name a month, else it takes the difference
        of calendar years.
    first, last
        A date in quotes (``"1928-10"``) or a figure, which stands for its period.
    names
        What the names stand for.
    """
    dates = [_date(function, node, names) for node in (first, last)]
    if function == "years" and any(month is None for _, month in dates):
        dates = [(year, None) for year, _ in dates]
    one, other = (12 * year + (month or 1) for year, month in dates)
    return other - one


def _date(function: str, node: Node, names: Names) -> tuple[int, int | None]:
    """Return the year and, where it has one, the month of a date."""
    text = _date_text(function, node, names)
    found = _DATE.fullmatch(text)
    if found is None or not 1 <= int(found[2] or 1) <= 12:
        reason = f'\'{text[:40]}\' is no date such as "1928", "1928-10" or "1928-10-01"'
        raise ExpressionError(text, reason)
    if isinstance(node, Date) and (found[3] or "01") != "01":
        reason = (
            f"months are counted whole, so that the day of '{text}' has no place; "
            f'write "{found[1]}-{found[2]}"'
        )
        raise ExpressionError(text, reason)
    return int(found[1]), int(found[2]) if found[2] else None


def _date_text(function: str, node: Node, names: Names) -> str:
    if isinstance(node, Date):
        return node.text
    if isinstance(node, Name) and node.name in names.quantities:
        facts = names.quantities[node.name].facts
        date = facts.get("year" if function == "years" else "period_start", "")
        if date:
            return date
        reason = f"'{node.name}' has no single {function.removesuffix('s')}"
        raise ExpressionError(node.name, reason)
    reason = f"{function}() takes two dates in quotes or figures"
    raise ExpressionError(function, reason)
