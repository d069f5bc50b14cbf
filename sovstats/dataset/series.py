"""One indicator over time, converted by pint at the boundary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from sovstats.errors import (
    ConflictError,
    UnitError,
    UnknownNameError,
    nearest,
)
from sovstats.storage.files import read_table
from sovstats.storage.layout import RAW, UNITS

if TYPE_CHECKING:
    from sovstats.dataset.dataset import Dataset

YEAR_DIGITS = 4


def make_series(
    dataset: Dataset,
    indicator: str,
    unit: str | None,
    place: str,
    status: str,
    source: str | None,
) -> pd.Series:
    """Return one indicator over time; see `sovstats.Dataset.series`."""
    canonical = _canonical_unit(dataset, indicator)
    rows = [
        row
        for row in read_table(dataset.processed / "figures.csv")
        if row["indicator"] == indicator
        and row["place"] == place
        and row["status"] == status
        and (source is None or row["source"] == source)
        and row["value"]
        and row["period"]
    ]
    if not rows:
        _refuse(dataset, indicator, place, status, source)
    rows.sort(key=lambda row: (row["period_start"], row["period_end"]))
    kept = _one_a_period(indicator, rows)
    wanted = unit or canonical
    values = [_convert(dataset, row, wanted) for row in kept.values()]
    years = all(len(period) == YEAR_DIGITS for period in kept)
    index = pd.Index(
        [int(period) for period in kept] if years else list(kept),
        name="year" if years else "period",
    )
    return pd.Series(values, index=index, name=indicator, dtype="float64")


def _canonical_unit(dataset: Dataset, indicator: str) -> str:
    """Return the unit of an indicator, or refuse one that is not there."""
    rows = read_table(dataset.processed / "indicators.csv")
    units = {row["indicator"]: row["unit"] for row in rows}
    if indicator not in units:
        msg = "indicator"
        raise UnknownNameError(msg, indicator, nearest(indicator, units))
    return units[indicator]


def _refuse(
    dataset: Dataset, indicator: str, place: str, status: str, source: str | None
) -> None:
    """Say which figures there are instead."""
    there = sorted(
        {
            f"place='{row['place']}', status='{row['status']}'"
            for row in read_table(dataset.processed / "figures.csv")
            if row["indicator"] == indicator and row["value"] and row["period"]
        }
    )
    hint = f"; there are {' and '.join(there[:4])}" if there else ""
    of = f" in '{source}'" if source else ""
    msg = f"{status} series of {place}{of}"
    raise UnknownNameError(msg, indicator, hint)


def _one_a_period(
    indicator: str, rows: list[dict[str, str]]
) -> dict[str, dict[str, str]]:
    """Return one row a period; unequal values for one period are an error."""
    kept: dict[str, dict[str, str]] = {}
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


def _convert(dataset: Dataset, row: dict[str, str], unit: str) -> float:
    """Convert the exact value of a figure to a unit."""
    from fractions import Fraction

    import pint

    from sovstats.units.definitions import load_registry

    registry = load_registry(dataset.folder / RAW / UNITS)
    try:
        quantity = registry.Quantity(Fraction(row["value_exact"]), row["unit"])
        return float(quantity.to(unit).magnitude)
    except pint.errors.UndefinedUnitError as error:
        known = read_table(dataset.processed / "unit_factors.csv")
        names = [each["name"] for each in known]
        reason = f"it has an unknown name{nearest(unit, names)}"
        if unit in ("ton", "tons"):
            reason = "'ton' is ambiguous (short, long or metric); write 'tonne'"
        raise UnitError(unit, reason) from error
    except pint.errors.DimensionalityError as error:
        reason = f"'{row['indicator']}' is measured in {row['unit']}"
        raise UnitError(unit, reason) from error
    except (pint.errors.PintError, ValueError, TypeError, AttributeError) as error:
        reason = "expected unit names joined by *, / or **"
        raise UnitError(unit, reason) from error
