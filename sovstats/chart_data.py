"""What a chart takes from a dataset: its figures, converted exactly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from sovstats.chart_points import Point
from sovstats.errors import DatasetError

if TYPE_CHECKING:
    from collections.abc import Collection
    from fractions import Fraction

    from sovstats.dataset import Dataset
    from sovstats.namespace import Names
    from sovstats.readings import Span


@dataclass
class ChartDataError(DatasetError):
    """A dataset that lacks what a chart shows."""


class Figures:
    """The figures of a dataset, as one chart asks for them.

    Parameters
    ----------
    dataset
        The dataset.
    chart
        The chart's name, for messages.
    """

    def __init__(self, dataset: Dataset, chart: str) -> None:
        self.dataset = dataset
        self.chart = chart

    @cached_property
    def rows(self) -> list[dict[str, str]]:
        """The processed rows, as text, in the order of the texts."""
        return [self.dataset.row(name) for name in self.dataset.load()["figure"]]

    @cached_property
    def names(self) -> Names:
        """The quantities and units of the dataset."""
        return self.dataset.names

    @cached_property
    def corrections(self) -> list[dict[str, str]]:
        """The corrections, as text."""
        return self.table("corrections")

    def table(self, name: str) -> list[dict[str, str]]:
        """Return a table of the dataset as rows of text."""
        frame = self.dataset.load(name).astype("object")
        rows = frame.where(frame.notna(), "").to_dict("records")
        return [{str(key): str(cell) for key, cell in row.items()} for row in rows]

    def titles(self, name: str, key: str) -> dict[str, str]:
        """Return the titles of a table's rows by their key."""
        return {row[key]: row["title"] for row in self.table(name)}

    def points(
        self,
        indicator: str,
        unit: str,
        *,
        places: Collection[str] | None = ("ussr",),
        statuses: Collection[str] | None = None,
        optional: bool = False,
    ) -> list[Point]:
        """Return the figures of an indicator that state a number, by time.

        Parameters
        ----------
        indicator, unit
            What is measured, and the unit to show it in.
        places, statuses
            Only figures of these; None takes all.
        optional
            Whether the chart can do without. Otherwise none found is an error.

        Raises
        ------
        ChartDataError
            If the dataset has no such figure, or measures it in another dimension.
        """
        found = [
            row
            for row in self.rows
            if row["indicator"] == indicator
            and (places is None or row["place"] in places)
            and (statuses is None or row["status"] in statuses)
            and (row["value"] or row["low"])
        ]
        if not found and not optional:
            what = f"figures of the indicator '{indicator}'"
            raise self.missing(what)
        points = [self._point(row, unit) for row in found]
        return sorted(points, key=lambda p: p.span or (float("inf"), 0.0))

    def missing(self, what: str) -> ChartDataError:
        """Return the error that says what the dataset lacks."""
        reason = f"the chart '{self.chart}' needs {what}, and this dataset has none"
        return ChartDataError(str(self.dataset.folder), reason)

    def _point(self, row: dict[str, str], unit: str) -> Point:
        quantity = self.names.quantities[row["figure"]]
        shown = self.names.units.parse(unit)
        if quantity.dimension != shown.dimension:
            what = f"'{row['indicator']}' in {unit}, not {row['unit']}"
            raise self.missing(what)
        plain, factor = quantity.statement, shown.factor
        loose = plain.under("hedged") if _loosens(row) else None
        return Point(
            row,
            None if plain.value is None else plain.value / factor,
            None if plain.low is None else plain.low / factor,
            None if plain.high is None else plain.high / factor,
            _bounded(loose, factor) if loose else None,
            _span(row),
            self._meant(row),
        )

    def _meant(self, row: dict[str, str]) -> str:
        """Return what a correction that covers the figure reads."""
        for each in self.corrections:
            covered = int(each["start"]) < int(row["end"]) and int(each["end"]) > int(
                row["start"]
            )
            if each["source"] == row["source"] and covered:
                return each["meant"]
        return ""


def _loosens(row: dict[str, str]) -> bool:
    return row["hedge"] not in ("none", "vague")


def _bounded(span: Span, factor: Fraction) -> tuple[Fraction, Fraction]:
    """Return the ends of a reading, which ``hedged`` never leaves open."""
    low, high = span.hull.low, span.hull.high
    assert low is not None and high is not None
    return low / factor, high / factor


def _span(row: dict[str, str]) -> tuple[float, float] | None:
    """Return the ends of a period in years; a single day is one moment."""
    if not row["period_start"]:
        return None
    first, last = row["period_start"], row["period_end"]
    moment = first == last
    return _years(first, 0), _years(last, 0 if moment else 1)


def _years(day: str, more: int) -> float:
    """Return a date, and some days more, in years and parts of years."""
    when = date.fromisoformat(day)
    first = date(when.year, 1, 1)
    length = (date(when.year + 1, 1, 1) - first).days
    return when.year + ((when - first).days + more) / length
