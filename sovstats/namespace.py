"""What expressions may name, and whether names and dimensions fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sovstats.errors import DimensionError, ExpressionError, nearest
from sovstats.nodes import (
    Binary,
    Call,
    Comparison,
    Date,
    Minus,
    Name,
    Node,
    Power,
    names_in,
    repeated_names,
)
from sovstats.readings import Statement
from sovstats.syntax import FUNCTIONS
from sovstats.units import Dimension, Unit, Units

DIMENSIONLESS = Dimension()


@dataclass(frozen=True)
class Quantity:
    """What a name stands for: a statement in base units, its dimension and its facts.

    Attributes
    ----------
    name
        The figure's name.
    statement
        The printed number, in base units.
    dimension
        Its dimension.
    unit
        The unit as recorded, for display.
    facts
        Indicator, place, status, speaker, period and printed string.
    outside
        Whether it comes from an outside series: read as written at the loosest.
    """

    name: str
    statement: Statement
    dimension: Dimension
    unit: str = "dimensionless"
    facts: Mapping[str, str] = field(default_factory=dict)
    outside: bool = False


@dataclass(frozen=True)
class Names:
    """Everything that an expression may name."""

    quantities: Mapping[str, Quantity]
    units: Units

    def check(self, comparison: Comparison) -> None:
        """Refuse unknown and repeated names and dimensions that do not fit.

        Raises
        ------
        ExpressionError, DimensionError
        """
        for operand in comparison.operands:
            for name in names_in(operand):
                self._refuse_unknown(comparison.text, name)
            for name in repeated_names(operand):
                if name in self.quantities:
                    reason = (
                        f"'{name}' stands twice on one side; growth, decline and share "
                        "take the same figure only once"
                    )
                    raise ExpressionError(comparison.text, reason)
        self._same(comparison.text, comparison.operands, "compare")

    def _refuse_unknown(self, text: str, name: str) -> None:
        if name in self.quantities or name in self.units.names:
            return
        if name in ("ton", "tons"):
            reason = "'ton' is ambiguous (short, long or metric); write 'tonne'"
            raise ExpressionError(text, reason)
        known = [*self.quantities, *self.units.names, *FUNCTIONS]
        reason = f"there is no figure or unit named '{name[:80]}'{nearest(name, known)}"
        raise ExpressionError(text, reason)

    def present(self, name: str) -> str:
        """Return the present name of a figure; any other name is returned as it is."""
        return self.quantities[name].name if name in self.quantities else name

    def unit(self, name: str) -> Unit | None:
        """Return the unit of a name that is no figure."""
        if name in self.quantities:
            return None
        return self.units[name] if name in self.units.names else None

    def dimension(self, text: str, node: Node) -> Dimension:
        """Return the dimension of an operand.

        Raises
        ------
        DimensionError
            If unlike quantities are added, or handed to one function.
        """
        match node:
            case Name(name):
                quantity = self.quantities.get(name)
                return quantity.dimension if quantity else self.units[name].dimension
            case Minus(inner):
                return self.dimension(text, inner)
            case Power(base, exponent):
                return self.dimension(text, base) ** exponent
            case Binary(operator, left, right):
                if operator in "+-":
                    action = "add" if operator == "+" else "subtract"
                    return self._same(text, (left, right), action)
                one, other = self.dimension(text, left), self.dimension(text, right)
                return one * other if operator == "*" else one / other
            case Call(function, arguments):
                return self._of_call(text, function, arguments)
            case Date():
                reason = "a date in quotes belongs into years(...) or months(...)"
                raise ExpressionError(text, reason)
        return DIMENSIONLESS

    def _of_call(
        self, text: str, function: str, arguments: tuple[Node, ...]
    ) -> Dimension:
        if function in ("years", "months"):
            return self.units["year"].dimension
        shared = self._same(text, arguments, f"put into one {function}()")
        relative = function in ("growth", "decline", "share", "rank")
        return DIMENSIONLESS if relative else shared

    def _same(self, text: str, nodes: tuple[Node, ...], action: str) -> Dimension:
        """Return the one dimension of several operands, or name two that differ."""
        first, *others = [(node, self.dimension(text, node)) for node in nodes]
        for node, dimension in others:
            if dimension != first[1]:
                names = self.describe(*first), self.describe(node, dimension)
                raise DimensionError(*names, action)
        return first[1]

    def describe(self, node: Node, dimension: Dimension) -> str:
        """Name an operand for a message: a figure with its unit, else its dimension."""
        if isinstance(node, Name):
            quantity = self.quantities.get(node.name)
            return f"{node.name} ({quantity.unit if quantity else 'a unit'})"
        return (
            f"a number of dimension {dimension}"
            if dimension.powers
            else "a plain number"
        )
