"""The unit in which both sides of a comparison are best read."""

from __future__ import annotations

from sovstats.claims.decision import Pair
from sovstats.expressions import Names, Node
from sovstats.expressions.checks import dimension_of
from sovstats.expressions.nodes import Binary, Minus, Name

DIMENSIONLESS = "dimensionless"


def display_unit(pair: Pair) -> str:
    """Return the unit of the stated side, else of the computed one, else nothing."""
    for node in (pair.right, pair.left):
        unit = _unit_of(node, pair.names)
        if unit:
            return unit
    return "" if dimension_of(pair.right, pair.names).powers else DIMENSIONLESS


def _unit_of(node: Node, names: Names) -> str:
    """Return the unit of a lone figure, or those that a numeral is multiplied by."""
    if isinstance(node, Name) and node.name in names.quantities:
        return names.quantities[node.name].unit
    return " * ".join(_unit_words(node, names))


def _unit_words(node: Node, names: Names) -> list[str]:
    """Return the unit names that a side multiplies a number by."""
    match node:
        case Name(name) if names.unit(name):
            return [name]
        case Binary("*", left, right):
            return _unit_words(left, names) + _unit_words(right, names)
        case Minus(operand):
            return _unit_words(operand, names)
    return []
