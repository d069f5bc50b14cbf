"""What expressions may name, and whether names and dimensions fit.

Quantities are made when they are first asked for, so that a claim on two figures does
not pay for three thousand observations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from sovstats.errors import (
    DimensionError,
    ExpressionError,
    NumeralError,
    nearest,
)
from sovstats.expressions.nodes import (
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
from sovstats.expressions.syntax import FUNCTIONS
from sovstats.numbers.numeral import make_digits
from sovstats.numbers.parsing import parse
from sovstats.numbers.readings import Statement
from sovstats.storage import Tables
from sovstats.units.table import (
    Dimension,
    Unit,
    Units,
)

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


PLAIN = re.compile(r"[0-9]+(\.[0-9]+)?")
FACTS = "indicator place status speaker period period_start year source printed".split()


def read_names(tables: Tables) -> Names:
    """Return everything that an expression may name in a dataset.

    Parameters
    ----------
    tables
        The tables of the dataset.
    """
    units = Units(tables.rows("unit_factors"))
    figures = tables.rows("figures")
    observations = tables.rows("independent")
    return Names(Quantities(figures, observations, units), units)


class Quantities(Mapping[str, Quantity]):
    """The figures and observations of a dataset by name, former names included.

    Iteration gives the present names only.
    """

    def __init__(
        self,
        figures: list[dict[str, str]],
        observations: list[dict[str, str]],
        units: Units,
    ) -> None:
        self._figures = {row["figure"]: row for row in figures}
        self._former = {
            name: row["figure"] for row in figures for name in row["former"].split()
        }
        self._observations = {row["name"]: row for row in observations}
        self._units = units
        self._made: dict[str, Quantity] = {}

    def __getitem__(self, name: str) -> Quantity:
        name = self._former.get(name, name)
        if name not in self._made:
            if name in self._figures:
                self._made[name] = figure_quantity(self._figures[name], self._units)
            else:
                row = self._observations[name]
                self._made[name] = observation_quantity(row, self._units)
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return (
            name in self._figures or name in self._former or name in self._observations
        )

    def __iter__(self) -> Iterator[str]:
        yield from self._figures
        yield from self._observations

    def __len__(self) -> int:
        return len(self._figures) + len(self._observations)


def _number(text: str) -> Fraction | None:
    return Fraction(text) if text else None


def figure_quantity(row: Mapping[str, str], units: Units) -> Quantity:
    """Return the quantity that a processed figure row states, in base units."""
    unit = units.parse(row["unit"])
    widths = [
        Fraction(row[column] or 0)
        for column in (
            "written_below",
            "written_above",
            "significant_below",
            "significant_above",
        )
    ]
    statement = Statement(
        _number(row["value_exact"]),
        _number(row["low_exact"]),
        _number(row["high_exact"]),
        row["hedge"],
        row["exact"] == "yes",
        (widths[0], widths[1]),
        (widths[2], widths[3]),
    )
    facts = {column: row[column] for column in FACTS}
    return Quantity(
        row["figure"],
        statement.scaled(unit.factor),
        unit.dimension,
        row["unit"],
        facts,
    )


def observation_quantity(row: Mapping[str, str], units: Units) -> Quantity:
    """Return the quantity of an outside observation, as precise as it is written."""
    unit = units.parse(row["unit"])
    try:
        # Nearly all are plain digits, for which the whole grammar is not needed.
        digits = make_digits(row["value"]) if PLAIN.fullmatch(row["value"]) else None
        statement = Statement.of(digits or parse(row["value"]))
    except NumeralError:
        statement = Statement.point(Fraction(row["value_exact"]))
    facts = {"indicator": row["series"], "place": row["place"], "period": row["year"]}
    facts |= {"year": row["year"], "period_start": row["year"], "printed": row["value"]}
    return Quantity(
        row["name"],
        statement.scaled(unit.factor),
        unit.dimension,
        row["unit"],
        facts,
        outside=True,
    )
