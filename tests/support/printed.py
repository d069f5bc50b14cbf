"""Quantities made from printed strings, for tests of the engine."""

from __future__ import annotations

from pathlib import Path

from sovstats.expressions import Names, Quantity
from sovstats.numbers.parsing import parse_all
from sovstats.numbers.readings import Statement
from sovstats.units.definitions import unit_factors
from sovstats.units.table import Units

UNITS = Units(unit_factors(Path(__file__).parents[2] / "data/raw/units.txt"))


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


STATED = (
    printed("horses_before", "34.6 million", "head"),
    printed("horses_after", "15.6 million", "head"),
    printed("horses_fall", "55 per cent", "percent"),
    printed("cattle_before", "30.7 million", "head"),
    printed("cattle_after", "19.5 million", "head"),
    printed("cattle_fall", "40 per cent", "percent"),
    printed("steel_before", "4.2 million tons", "tonne"),
    printed("steel_after", "183,000 tons", "tonne"),
    printed("steel_part", "1/23", "dimensionless"),
    printed("sugar_before", "100 million poods", "pood", "almost"),
    printed("sugar_after", "48 million poods", "pood"),
    printed("sugar_part", "half", "dimensionless"),
    printed("gold", "billion", "ruble", "over"),
    printed("notes", "8 billions", "ruble", "about"),
    printed("coverage", "12.5 per cent", "percent"),
)
"""Falls, a part and a coverage that one text states, with what they rest on."""
