"""What an expression may name: figures, outside observations and units.

Quantities are made when they are first asked for, so that a claim on two figures does
not pay for three thousand observations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from sovstats.errors import NumeralError
from sovstats.expressions.nodes import Node, names_in
from sovstats.numbers import Statement, make_digits, parse
from sovstats.storage import Tables
from sovstats.units import Dimension, Unit, Units

FACTS = "indicator place status speaker period period_start year source printed".split()
_PLAIN = re.compile(r"[0-9]+(\.[0-9]+)?")


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

    Examples
    --------
    >>> import sovstats as ss
    >>> herd = ss.default().names.quantities["cattle_1929"]
    >>> herd.facts["printed"], herd.unit, str(herd.dimension)
    ('30.7 million', 'head', 'animal')
    """

    name: str
    statement: Statement
    dimension: Dimension
    unit: str = "dimensionless"
    facts: Mapping[str, str] = field(default_factory=dict)
    outside: bool = False


@dataclass(frozen=True)
class Names:
    """Everything that an expression may name.

    Attributes
    ----------
    quantities
        Figures and outside observations by name, former names included.
    units
        The units and scale words.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from sovstats.expressions import Names, Quantity
    >>> from sovstats.numbers import Statement
    >>> from sovstats.units.table import Dimension, Units
    >>> ten = Quantity("ten", Statement.point(10), Dimension())
    >>> names = Names({"ten": ten}, Units([]))
    >>> names.quantities["ten"].statement.value
    Fraction(10, 1)
    """

    quantities: Mapping[str, Quantity]
    units: Units

    def quantities_in(self, *nodes: Node) -> list[Quantity]:
        """Return the figures and observations in operands, each once, in order."""
        used = [
            self.quantities[name]
            for node in nodes
            for name in names_in(node)
            if name in self.quantities
        ]
        return list({quantity.name: quantity for quantity in used}.values())

    def present(self, name: str) -> str:
        """Return the present name of a figure; any other name is returned as it is."""
        return self.quantities[name].name if name in self.quantities else name

    def unit(self, name: str) -> Unit | None:
        """Return the unit of a name that is no figure."""
        if name in self.quantities:
            return None
        return self.units[name] if name in self.units.names else None


def read_names(tables: Tables) -> Names:
    """Return everything that an expression may name in a dataset.

    Parameters
    ----------
    tables
        The tables of the dataset.

    Returns
    -------
    Names
        The figures, outside observations and units of the dataset.

    Examples
    --------
    >>> import sovstats as ss
    >>> from sovstats.expressions import read_names
    >>> names = read_names(ss.default().store)
    >>> "cattle_1929" in names.quantities, "pood" in names.units.names
    (True, True)
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
        # Only what is asked for is parsed: a check of one claim needs a few of them.
        self._made: dict[str, Quantity] = {}

    def __getitem__(self, name: str) -> Quantity:
        name = self._former.get(name, name)
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def _make(self, name: str) -> Quantity:
        """Return the quantity of a row, in base units."""
        outside = name not in self._figures
        if outside:
            row = self._observations[name]
            statement, facts = _observed(row), _observation_facts(row)
        else:
            row = self._figures[name]
            statement, facts = _printed(row), {fact: row[fact] for fact in FACTS}
        unit = self._units.parse(row["unit"])
        scaled = statement.scaled(unit.factor)
        return Quantity(name, scaled, unit.dimension, row["unit"], facts, outside)

    def __contains__(self, name: object) -> bool:
        return (
            name in self._figures or name in self._former or name in self._observations
        )

    def __iter__(self) -> Iterator[str]:
        yield from self._figures
        yield from self._observations

    def __len__(self) -> int:
        return len(self._figures) + len(self._observations)


def _printed(row: Mapping[str, str]) -> Statement:
    """Return what a processed row of a figure states, in its own unit."""
    value, low, high = (
        Fraction(row[column]) if row[column] else None
        for column in ("value_exact", "low_exact", "high_exact")
    )
    written, significant = (
        (Fraction(row[f"{name}_below"] or 0), Fraction(row[f"{name}_above"] or 0))
        for name in ("written", "significant")
    )
    exact = row["exact"] == "yes"
    return Statement(value, low, high, row["hedge"], exact, written, significant)


def _observed(row: Mapping[str, str]) -> Statement:
    """Return what an outside observation states: as precise as it is written."""
    try:
        # Nearly all are plain digits, for which the whole grammar is not needed.
        digits = make_digits(row["value"]) if _PLAIN.fullmatch(row["value"]) else None
        return Statement.of(digits or parse(row["value"]))
    except NumeralError:
        return Statement.point(Fraction(row["value_exact"]))


def _observation_facts(row: Mapping[str, str]) -> dict[str, str]:
    facts = {"indicator": row["series"], "place": row["place"], "printed": row["value"]}
    return facts | dict.fromkeys(("period", "year", "period_start"), row["year"])
