"""Evaluation of an operand under a reading, in exact arithmetic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from sovstats.expressions.arithmetic import ARITHMETIC, combine, each
from sovstats.expressions.dates import calendar_months
from sovstats.expressions.functions import FUNCTIONS
from sovstats.expressions.names import Names, Quantity
from sovstats.expressions.nodes import Binary, Call, Minus, Name, Node, Number, Power
from sovstats.numbers import HEDGE_WIDTH, Interval, Span, Statement, parse
from sovstats.units import ONE, Unit

Leaf = Callable[[Quantity], Span | None]
"""How a quantity is taken: its span under a reading, or None where it has none."""


def evaluate(node: Node, names: Names, leaf: Leaf) -> Span | None:
    """Return the span of an operand.

    Parameters
    ----------
    node
        The operand.
    names
        What its names stand for.
    leaf
        How each quantity is taken, such as `statement_leaf("written")`.

    Returns
    -------
    Span or None
        What the operand can be, in base units; None where a quantity in it has no
        number under this reading.

    Raises
    ------
    ZeroDivisionError
        If a divisor can be zero.
    ExpressionError
        If `years` or `months` is given anything but dates.

    Examples
    --------
    >>> import sovstats as ss
    >>> from sovstats.expressions import evaluate, parse_expression, statement_leaf
    >>> ratio = parse_expression("cattle_1934 / cattle_1929 == 1").operands[0]
    >>> str(evaluate(ratio, ss.default().names, statement_leaf("literal")).hull)
    '[195/307, 195/307]'
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
            return None if span is None else each(span, lambda i: i**exponent)
        case Binary(operator, left, right):
            one, other = evaluate(left, names, leaf), evaluate(right, names, leaf)
            if one is None or other is None:
                return None
            return combine(one, other, ARITHMETIC[operator])
        case Call():
            return _evaluate_call(node, names, leaf)
    return None


def _evaluate_call(call: Call, names: Names, leaf: Leaf) -> Span | None:
    function = FUNCTIONS[call.function]
    if function.dated:
        months = calendar_months(call, names)
        return Span.of(Interval.point(months * names.units["month"].factor))
    # Written so that each figure stands once: old and new of growth(old, new) are one
    # ratio less one, narrower than (new - old) / old, which holds the old figure twice.
    if function.operations:
        return evaluate(function.operations(call.arguments), names, leaf)
    assert function.of_spans
    # As printed holds for all that stands in the brackets, other functions included.
    leaf = statement_leaf("literal") if function.as_printed else leaf
    spans = [evaluate(argument, names, leaf) for argument in call.arguments]
    known = [span for span in spans if span is not None]
    return function.of_spans(known) if len(known) == len(spans) else None


def evaluate_side(node: Node, names: Names, leaf: Leaf, reading: str) -> Span | None:
    """Evaluate a whole side; a lone numeral is read from its characters like a figure.

    Raises
    ------
    ZeroDivisionError
        If a divisor can be zero.
    """
    numeral = whole_side(node, names)
    if numeral is None:
        return evaluate(node, names, leaf)
    number, unit = numeral
    span = Statement.of(parse(number.text)).scaled(abs(unit.factor)).under(reading)
    return -span if span is not None and unit.factor < 0 else span


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


def statement_leaf(reading: str, width: Fraction = HEDGE_WIDTH) -> Leaf:
    """Return how quantities are taken in an equality under a reading.

    Outside observations are read as written at the loosest: the ladder runs on the
    printed side.

    Parameters
    ----------
    reading
        One of the five readings, such as ``written``.
    width
        How far a hedge loosens a number, as a part of it; a tenth unless told.

    Returns
    -------
    callable
        Of a quantity: its span in base units, or None where it has no number.

    Examples
    --------
    >>> import sovstats as ss
    >>> from sovstats.expressions import statement_leaf
    >>> herd = ss.default().names.quantities["cattle_1929"]
    >>> str(statement_leaf("written")(herd).hull)
    '[30650000, 30750000]'
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
