"""One indicator over time, converted by pint at the boundary."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

import pandas as pd

from sovstats.errors import ConflictError, UnitError, UnknownNameError, nearest
from sovstats.storage import RAW, UNITS, Cells, Tables
from sovstats.units import TON
from sovstats.units.definitions import load_registry

YEAR_DIGITS = 4


def make_series(
    tables: Tables,
    indicator: str,
    unit: str | None,
    place: str,
    status: str,
    source: str | None,
) -> pd.Series:
    """Return one indicator over time; see `sovstats.Dataset.series`."""
    indicators = tables.by_key("indicators")
    if indicator not in indicators:
        raise UnknownNameError.of(kind="indicator", name=indicator, known=indicators)
    wanted = {"place": place, "status": status} | ({"source": source} if source else {})
    rows = [
        row
        for row in tables.rows("figures")
        if row["indicator"] == indicator and row["value"] and row["period"]
    ]
    fitting = [r for r in rows if all(r[key] == cell for key, cell in wanted.items())]
    if not fitting:
        of = f" in '{source}'" if source else ""
        kind = f"{status} series of {place}{of}"
        raise UnknownNameError(kind, indicator, _what_there_is(rows))
    fitting.sort(key=lambda row: (row["period_start"], row["period_end"]))
    kept = _one_a_period(indicator, fitting)
    shown = unit or indicators[indicator]["unit"]
    values = [_convert(tables, row, shown) for row in kept.values()]
    return pd.Series(values, index=_index(kept), name=indicator, dtype="float64")


def _index(periods: Collection[str]) -> pd.Index:
    """Return the index by year; by period where not all periods are years."""
    if all(len(period) == YEAR_DIGITS for period in periods):
        return pd.Index([int(period) for period in periods], name="year")
    return pd.Index(list(periods), name="period")


def _what_there_is(rows: list[Cells]) -> str:
    """Return a hint that names the first places and statuses of an indicator."""
    there = sorted({f"place='{r['place']}', status='{r['status']}'" for r in rows})
    return f"; there are {' and '.join(there[:4])}" if there else ""


def _one_a_period(indicator: str, rows: list[Cells]) -> dict[str, Cells]:
    """Return one row a period; unequal values for one period are an error."""
    kept: dict[str, Cells] = {}
    for row in rows:
        first = kept.setdefault(row["period"], row)
        if first["magnitude"] != row["magnitude"]:
            raise ConflictError(
                indicator,
                f"{first['figure']} ({first['printed']})",
                f"{row['figure']} ({row['printed']})",
                "choose one text with source=...",
            )
    return kept


def _convert(tables: Tables, row: Cells, unit: str) -> float:
    """Convert the exact value of a figure to a unit."""
    import pint

    registry = load_registry(tables.folder / RAW / UNITS)
    try:
        quantity = registry.Quantity(Fraction(row["value_exact"]), row["unit"])
        return float(quantity.to(unit).magnitude)
    except pint.errors.UndefinedUnitError as error:
        reason = f"it has an unknown name{nearest(unit, tables.by_key('unit_factors'))}"
        if unit in ("ton", "tons"):
            reason = TON
        raise UnitError(unit, reason) from error
    except pint.errors.DimensionalityError as error:
        reason = f"'{row['indicator']}' is measured in {row['unit']}"
        raise UnitError(unit, reason) from error
    except (pint.errors.PintError, ValueError, TypeError, AttributeError) as error:
        raise UnitError(unit, "expected unit names joined by *, / or **") from error
