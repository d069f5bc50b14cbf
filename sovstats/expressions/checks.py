"""Whether the names and dimensions of a comparison fit."""

from __future__ import annotations

from dataclasses import dataclass

from sovstats.errors import DimensionError, ExpressionError, nearest
from sovstats.expressions import nodes
from sovstats.expressions.functions import FUNCTIONS
from sovstats.expressions.names import Names
from sovstats.expressions.nodes import Comparison, Node, names_in, parts
from sovstats.units import TON, Dimension

DIMENSIONLESS = Dimension()


def check(comparison: Comparison, names: Names) -> None:
    """Refuse unknown and repeated names and dimensions that do not fit.

    Raises
    ------
    ExpressionError, DimensionError
    """
    # Names first: the dimension of an unknown one could not be looked up.
    checker = _Checker(comparison.text, names)
    for operand in comparison.operands:
        checker.refuse_unknown(operand)
        checker.refuse_repeated(operand)
    checker.same_dimension(comparison.operands, "compare")


def dimension_of(node: Node, names: Names) -> Dimension:
    """Return the dimension of an operand that has been checked."""
    return _Checker("", names).dimension(node)


@dataclass(frozen=True)
class _Checker:
    """Checks the operands of one expression.

    Attributes
    ----------
    text
        The expression, for messages.
    names
        What its names stand for.
    """

    text: str
    names: Names

    def refuse_unknown(self, operand: Node) -> None:
        known = self.names.quantities, self.names.units.names
        for name in names_in(operand):
            if any(name in these for these in known):
                continue
            if name in ("ton", "tons"):
                raise ExpressionError(self.text, TON)
            hint = nearest(name, [*known[0], *known[1], *FUNCTIONS])
            reason = f"there is no figure or unit named '{name[:80]}'{hint}"
            raise ExpressionError(self.text, reason)

    def refuse_repeated(self, operand: Node) -> None:
        # Intervals forget that two places hold one number: x - x would not be zero.
        for name in repeated_names(operand):
            if name in self.names.quantities:
                reason = (
                    f"'{name}' stands twice on one side; growth, decline and share "
                    "take the same figure only once"
                )
                raise ExpressionError(self.text, reason)

    def dimension(self, node: Node) -> Dimension:
        """Return the dimension of an operand; refuse unlike quantities joined."""
        match node:
            case nodes.Name(name):
                quantity = self.names.quantities.get(name)
                return (quantity or self.names.units[name]).dimension
            case nodes.Minus(inner):
                return self.dimension(inner)
            case nodes.Power(base, exponent):
                return self.dimension(base) ** exponent
            case nodes.Binary("+" | "-" as sign, left, right):
                action = "add" if sign == "+" else "subtract"
                return self.same_dimension((left, right), action)
            case nodes.Binary(operator, left, right):
                one, other = self.dimension(left), self.dimension(right)
                return one * other if operator == "*" else one / other
            case nodes.Call(name, arguments):
                function = FUNCTIONS[name]
                if function.dated:
                    return self.names.units["year"].dimension
                shared = self.same_dimension(arguments, f"put into one {name}()")
                return DIMENSIONLESS if function.relative else shared
            case nodes.Date():
                reason = "a date in quotes belongs into years(...) or months(...)"
                raise ExpressionError(self.text, reason)
        return DIMENSIONLESS

    def same_dimension(self, nodes: tuple[Node, ...], action: str) -> Dimension:
        """Return the one dimension of several operands, or name two that differ."""
        first, *others = [(node, self.dimension(node)) for node in nodes]
        for other in others:
            if other[1] != first[1]:
                raise DimensionError(
                    self.describe(*first), self.describe(*other), action
                )
        return first[1]

    def describe(self, node: Node, dimension: Dimension) -> str:
        """Name an operand for a message: a figure with its unit, else its dimension."""
        if isinstance(node, nodes.Name):
            quantity = self.names.quantities.get(node.name)
            return f"{node.name} ({quantity.unit if quantity else 'a unit'})"
        if dimension.powers:
            return f"a number of dimension {dimension}"
        return "a plain number"


def repeated_names(node: Node) -> list[str]:
    """Return the names that stand more often on one side than they may."""
    groups = [_single_uses(node), *map(names_in, _sharing_calls(node))]
    return [
        name
        for group in groups
        for name in dict.fromkeys(group)
        if group.count(name) > 1
    ]


def _single_uses(node: Node) -> list[str]:
    """Return the names outside the functions that may share theirs."""
    if isinstance(node, nodes.Call):
        return [] if FUNCTIONS[node.function].shares_figures else names_in(node)
    if isinstance(node, nodes.Name):
        return [node.name]
    return [name for part in parts(node) for name in _single_uses(part)]


def _sharing_calls(node: Node) -> list[nodes.Call]:
    """Return the calls of functions that may share their figures."""
    inner = [call for part in parts(node) for call in _sharing_calls(part)]
    if isinstance(node, nodes.Call) and FUNCTIONS[node.function].shares_figures:
        return [node, *inner]
    return inner
