"""What a chart takes from a dataset: its figures as points, converted exactly."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import NoReturn

from sovstats.charts.style import BLUE
from sovstats.dataset import Dataset
from sovstats.errors import DatasetError
from sovstats.numbers import show_number
from sovstats.storage import Cells

FACTS = ("actual", "estimate", "norm")
"""The status of what is stated as a fact."""

HOME = "ussr"
"""The place that the charts are about."""


@dataclass(eq=False)
class ChartDataError(DatasetError):
    """A dataset that lacks what a chart shows."""


@dataclass(frozen=True)
class Measure:
    """An indicator as a chart shows it.

    Attributes
    ----------
    indicator, unit
        What is measured, and the unit to show it in.
    title, words
        What people call it, and the unit in words; empty where a chart says neither.
    places
        The places that are shown; None for all.
    colour
        Its colour among others.
    """

    indicator: str
    unit: str = "dimensionless"
    title: str = ""
    words: str = ""
    places: Collection[str] | None = (HOME,)
    colour: str = BLUE


class ChartInput:
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

    def table(self, name: str) -> list[Cells]:
        """Return a table of the dataset as rows of text, in the order of the texts."""
        return self.dataset.store.rows(name)

    def titles(self, name: str) -> dict[str, str]:
        """Return the titles of a table's rows by their key, the first column."""
        rows = self.dataset.store.by_key(name)
        return {key: row["title"] for key, row in rows.items()}

    def points(
        self, measure: Measure, statuses: Collection[str] = (), optional: bool = False
    ) -> list[Point]:
        """Return the figures of an indicator that state a number, by time.

        Parameters
        ----------
        measure
            What is measured, of which places, and the unit to show it in.
        statuses
            Only figures of these; without any, all are taken.
        optional
            Whether the chart can do without. Otherwise none found is an error.

        Raises
        ------
        ChartDataError
            If the dataset has no such figure, or measures it in another dimension.
        """
        places = measure.places
        found = [
            row
            for row in self.table("figures")
            if row["indicator"] == measure.indicator
            and (places is None or row["place"] in places)
            and (not statuses or row["status"] in statuses)
            and (row["value"] or row["low"])
        ]
        if not found and not optional:
            self.lacks(f"figures of the indicator '{measure.indicator}'")
        points = [self._point(row, measure.unit) for row in found]
        # What has no date comes last.
        return sorted(points, key=lambda p: p.span or (float("inf"), 0.0))

    def dated(self, measure: Measure, statuses: Collection[str] = ()) -> list[Point]:
        """Return what `points` does, without repetition and only what has a period.

        Raises
        ------
        ChartDataError
            If there is none.
        """
        found = unrepeated(self.points(measure, statuses))
        dated = [point for point in found if point.span]
        if not dated:
            self.lacks(f"dated figures of the indicator '{measure.indicator}'")
        return dated

    def lacks(self, what: str) -> NoReturn:
        """Raise the error that says what the dataset lacks."""
        reason = f"the chart '{self.chart}' needs {what}, and this dataset has none"
        raise ChartDataError(str(self.dataset.folder), reason)

    def _point(self, row: Cells, unit: str) -> Point:
        names = self.dataset.names
        quantity = names.quantities[row["figure"]]
        shown = names.units.parse(unit)
        if quantity.dimension != shown.dimension:
            self.lacks(f"'{row['indicator']}' in {unit}, not {row['unit']}")
        stated = quantity.statement
        spread = None
        if row["hedge"] not in ("none", "vague"):
            loose = stated.under("hedged")
            # Only a vague hedge says nothing, or leaves an end open.
            assert loose and loose.hull.low is not None and loose.hull.high is not None
            spread = loose.hull.low, loose.hull.high
        low, high = stated.low, stated.high
        if stated.value is not None:
            low = high = stated.value
        assert low is not None
        point = Point(row, low, high, spread, _span(row), self._meant(row))
        return point.scaled(1 / shown.factor)

    def _meant(self, row: Cells) -> str:
        """Return what a correction that covers the figure reads."""
        first, last = int(row["start"]), int(row["end"])
        for each in self.table("corrections"):
            covered = int(each["start"]) < last and int(each["end"]) > first
            if each["source"] == row["source"] and covered:
                return each["meant"]
        return ""


def _span(row: Cells) -> tuple[float, float] | None:
    """Return the ends of a period in years; a single day is one moment."""
    if not row["period_start"]:
        return None
    first, last = row["period_start"], row["period_end"]
    # A period lasts until the end of its last day.
    return _years(first, 0), _years(last, 0 if first == last else 1)


def _years(day: str, more: int) -> float:
    """Return a date, and some days more, in years and parts of years."""
    when = date.fromisoformat(day)
    first = date(when.year, 1, 1)
    length = (date(when.year + 1, 1, 1) - first).days
    return when.year + ((when - first).days + more) / length


HEDGE_WORDS = {"none": "", "vague": "some", "up_to": "up to", "at_least": "at least"}
"""How a label writes a hedge; those not listed are their own word."""

_DECIMALS = re.compile(r"\d+\.\d+")


@dataclass(frozen=True)
class Point:
    """One figure as a chart shows it.

    Attributes
    ----------
    row
        The processed row, as text.
    low, high
        The ends of what is printed, in the chart's unit: equal for a number, None for
        the upper end of "so many or more".
    spread
        What the hedge leaves open, in the chart's unit: the ends of the ``hedged``
        reading. None for a figure without a hedge.
    span
        The beginning and the end of the period, in years and parts of years. Equal for
        a single day, None without a period.
    meant
        What a correction reads instead of the printed string; empty without one.
    """

    row: Cells
    low: Fraction
    high: Fraction | None
    spread: tuple[Fraction, Fraction] | None
    span: tuple[float, float] | None
    meant: str = ""

    @property
    def figure(self) -> str:
        """The name of the figure."""
        return self.row["figure"]

    @property
    def ends(self) -> list[Fraction]:
        """Both ends where a range is printed, otherwise the number alone."""
        if self.high is None or self.high == self.low:
            return [self.low]
        return [self.low, self.high]

    @property
    def ranged(self) -> bool:
        """Whether a range is printed."""
        return len(self.ends) > 1

    @property
    def middle(self) -> Fraction:
        """The number, or the middle of the range."""
        return sum(self.ends, Fraction(0)) / len(self.ends)

    @property
    def reach(self) -> float:
        """The farthest end of what is drawn for it."""
        return float(max(*self.ends, *(self.spread or ()), self.middle))

    @property
    def when(self) -> float:
        """The middle of the period, in years."""
        assert self.span is not None
        return (self.span[0] + self.span[1]) / 2

    @property
    def place(self) -> tuple[float, float]:
        """Where a chart over time shows it."""
        return self.when, float(self.middle)

    @property
    def length(self) -> float:
        """How many years the period lasts; 0 for a day, or without a period."""
        return self.span[1] - self.span[0] if self.span else 0

    @property
    def fact(self) -> bool:
        """Whether it is stated as a fact."""
        return self.row["status"] in FACTS

    @property
    def hedged(self) -> bool:
        """Whether the text itself loosens the number."""
        return self.row["hedge"] != "none"

    @property
    def inferred(self) -> bool:
        """Whether the period is inferred."""
        return self.row["period_basis"] == "inferred"

    @property
    def marks(self) -> str:
        """The marks that send the reader to the notes."""
        return ("*" if self.inferred else "") + ("\u2020" if self.meant else "")

    @property
    def number(self) -> str:
        """The number with its hedge, such as ``about 8`` or ``15 to 18``."""
        text = " to ".join(self._digits(end) for end in self.ends)
        more = " or more" if self.high is None else ""
        return f"{self.hedge} {text}{more}".strip()

    @property
    def hedge(self) -> str:
        """The hedge in words."""
        return HEDGE_WORDS.get(self.row["hedge"], self.row["hedge"])

    @property
    def label(self) -> str:
        """The number with its hedge and its marks."""
        return self.number + self.marks

    @property
    def period(self) -> str:
        """The period as people write it: ``1929``, ``start of 1933``, ``1931-32``."""
        return period_words(self.row["period"])

    @property
    def period_label(self) -> str:
        """The period with the marks of the figure."""
        return self.period + self.marks

    def scaled(self, factor: Fraction | int) -> Point:
        """Return it with its numbers multiplied."""
        high = None if self.high is None else self.high * factor
        spread = self.spread and (self.spread[0] * factor, self.spread[1] * factor)
        return replace(self, low=self.low * factor, high=high, spread=spread)

    def _digits(self, number: Fraction) -> str:
        """Keep the decimals that are printed, where the unit leaves them."""
        found = _DECIMALS.search(self.row["printed"])
        if found and Fraction(found[0]) == number:
            return found[0]
        return show_number(number)


def period_words(period: str) -> str:
    """Write a period as people do.

    Examples
    --------
    >>> period_words("1933-01-01"), period_words("1928-10/1929-09")
    ('start of 1933', '1928-29')
    """
    if "/" in period:
        first, last = period.split("/")
        if first[:2] == last[:2] and first[:4] != last[:4]:
            return f"{first[:4]}-{last[2:4]}"
        return f"{first} to {last}"
    if period.endswith("-01-01"):
        return f"start of {period[:4]}"
    parts = period.split("-")
    if len(parts) == 2:
        return f"{date(2000, int(parts[1]), 1):%B} {parts[0]}"
    return period


def unrepeated(
    points: Iterable[Point], by: Sequence[str] = ("place", "period", "status", "hedge")
) -> list[Point]:
    """Return one point for what is printed again: the same columns and number.

    The first one that prints its period is kept, else the first.
    """
    kept: dict[tuple[object, ...], Point] = {}
    for point in points:
        key = (*(point.row[column] for column in by), point.low, point.high)
        first = kept.setdefault(key, point)
        if first.inferred and not point.inferred:
            kept[key] = point
    return list(kept.values())
