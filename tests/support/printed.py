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

QUOTED = names(
    *STATED,
    printed("quarry_own", "500 tons", "tonne"),
    printed("quarry_theirs", "5,000 tons", "tonne"),
    printed("quarry_part", "1/10", "dimensionless"),
    printed("share_1927", "8 per cent", "percent"),
    printed("share_1929", "1.7 per cent", "percent"),
    printed("share_1930", "3.9 per cent", "percent"),
    printed("share_1931", "23.6", "percent"),
    printed("share_1932", "52.7", "percent"),
    printed("share_1933", "61.5 per cent", "percent"),
    printed("share_again", "60%", "percent"),
    printed("truck_own", "20,000", "kilometre"),
    printed("truck_theirs", "60- to 80-", "thousand * kilometre"),
    printed("truck_part", "third or a fourth", "dimensionless"),
    printed("offices_once", "2,000", "count"),
    printed("offices_again", "200,000", "count"),
    printed("people", "170 million", "person"),
    printed("people_to_a_cow", "one for every eight", "person/head", "about"),
    printed("rank", "3rd", "dimensionless", exact=True),
    missing("unknown", "head"),
)
"""Figures with their claims worked out by hand in the tests of slips and repairs."""

CATTLE = "decline(cattle_before, cattle_after) == cattle_fall"
"""The fall of cattle that they state."""
