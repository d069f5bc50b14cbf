"""Quantities made from printed strings, for tests of the engine."""

from __future__ import annotations

from pathlib import Path

from sovstats.namespace import Names, Quantity
from sovstats.numerals import parse_all
from sovstats.readings import Statement
from sovstats.unit_definitions import unit_factors
from sovstats.units import Units

UNITS = Units(unit_factors(Path(__file__).parent.parent / "data/raw/units.txt"))


def printed(
    name: str,
    text: str,
    unit: str,
    hedge: str = "none",
    exact: bool = False,
    **facts: str,
) -> Quantity:
    """Return the quantity that a printed string states."""
    numeral = parse_all(text)[0]
    measured = UNITS.parse(unit)
    statement = Statement.of(numeral, hedge, exact).scaled(measured.factor)
    facts = {"printed": text, **facts}
    return Quantity(name, statement, measured.dimension, unit, facts)


def missing(name: str, unit: str) -> Quantity:
    """Return a figure for which the text gives no number."""
    return Quantity(name, Statement(None), UNITS.parse(unit).dimension, unit)


def names(*quantities: Quantity) -> Names:
    """Return a namespace that holds just these quantities."""
    return Names({quantity.name: quantity for quantity in quantities}, UNITS)
