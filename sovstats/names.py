"""What expressions may name: the processed figures, observations and units.

Quantities are made when they are first asked for, so that a claim on two figures does
not pay for three thousand observations. Only the standard library is imported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from sovstats.errors import NumeralError
from sovstats.layout import read_table
from sovstats.namespace import Names, Quantity
from sovstats.numeral_values import make_digits
from sovstats.numerals import parse
from sovstats.readings import Statement
from sovstats.units import Units

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = re.compile(r"[0-9]+(\.[0-9]+)?")
FACTS = "indicator place status speaker period period_start year source printed".split()


def read_names(processed: Path) -> Names:
    """Return everything that an expression may name in a dataset.

    Parameters
    ----------
    processed
        A folder of processed tables.
    """
    units = Units(read_table(processed / "unit_factors.csv"))
    figures = read_table(processed / "figures.csv")
    observations = read_table(processed / "independent.csv")
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
