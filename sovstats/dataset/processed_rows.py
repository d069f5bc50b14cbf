"""The rows of the processed tables, made from validated raw rows.

Numbers are written twice: as a float for those who compute in floats, and as the exact
text of a fraction, on which every verdict stands.
"""

from __future__ import annotations

from fractions import Fraction

from sovstats.numbers import parse_exact
from sovstats.storage import COPIED, LAYOUTS, Cells, Row, parse_period
from sovstats.validation import Context
from sovstats.validation.lookups import amount, observation_name, observation_unit

WIDTHS = ("written_below", "written_above", "significant_below", "significant_above")
DAYS = ("period_start", "period_end", "year")


def make_tables(context: Context, units: list[Cells]) -> dict[str, list[Cells]]:
    """Return the rows of every processed table but those that claims are worked into.

    Parameters
    ----------
    context
        The rows of validated raw tables.
    units
        The unit table.
    """
    tables = {name: [row.cells for row in context.tables[name]] for name in COPIED}
    figures = sorted(context.tables["figures"], key=lambda row: row["source"])
    tables["figures"] = [figure_cells(row, context) for row in figures]
    observations = context.tables["observations"]
    tables["independent"] = [observation_cells(row) for row in observations]
    return tables | {"unit_factors": units}


def figure_cells(row: Row, context: Context) -> Cells:
    """Return the processed row of a figure: typed, with what follows from its cells."""
    indicator = context.keys["indicators"][row["indicator"]]
    unit = context.units.parse(row["unit"])
    cells = {column: row[column] for column in LAYOUTS["figures"].columns}
    cells |= {column: indicator[column] for column in ("topic", "measure")}
    cells["dimension"] = str(unit.dimension)
    for column in ("value", "low", "high"):
        number = amount(row[column])
        magnitude = column.replace("value", "") and f"_{column}"
        cells |= _number_cells(column, number)
        cells[f"magnitude{magnitude}"] = _exact(number, unit.factor)
    return cells | _width_cells(row, context) | _period_cells(row["period"])


def observation_cells(row: Row) -> Cells:
    """Return the processed row of an outside observation, with its name."""
    cells = row.cells | {"name": observation_name(row)}
    cells["unit"] = observation_unit(row["unit"])
    return cells | _number_cells("value", parse_exact(row["value"]))


def _number_cells(column: str, number: Fraction | None) -> Cells:
    """Write a number as a float and exactly; nothing stays nothing."""
    text = "" if number is None else repr(float(number))
    return {column: text, f"{column}_exact": _exact(number)}


def _exact(number: Fraction | None, factor: Fraction = Fraction(1)) -> str:
    """Write the exact text of a number: 34600000, 25/2."""
    return "" if number is None else str(number * factor)


def _width_cells(row: Row, context: Context) -> Cells:
    """Write how far the digits of a figure leave it open, in the figure's own unit."""
    if not (row["value"] or row["low"]):
        return dict.fromkeys(WIDTHS, "")
    if row["exact"] == "yes":
        return dict.fromkeys(WIDTHS, "0")
    numeral = context.numeral(row)
    assert numeral is not None, "validation compares every figure with its print"
    widths = map(str, (*numeral.written, *numeral.significant))
    return dict(zip(WIDTHS, widths, strict=True))


def _period_cells(text: str) -> Cells:
    """Write the first and last day of a period, and the one year in which it counts."""
    if not text:
        return dict.fromkeys(DAYS, "")
    period = parse_period(text)
    # An economic year counts in the year in which it ends, as the sources count.
    year = "" if period.year is None else str(period.year)
    days = (period.start.isoformat(), period.end.isoformat(), year)
    return dict(zip(DAYS, days, strict=True))
