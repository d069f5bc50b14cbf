"""What a chart takes from a dataset: its figures as points, converted exactly."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from sovstats.errors import DatasetError
from sovstats.numbers.wording import show_number

if TYPE_CHECKING:
    from sovstats.dataset.dataset import Dataset
    from sovstats.expressions import Names
    from sovstats.numbers.readings import Span


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
        return self.dataset.store.rows("figures")

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
        return self.dataset.store.rows(name)

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
    value, low, high
        The printed number or the ends of a printed range, in the chart's unit.
    spread
        What the hedge leaves open, in the chart's unit: the ends of the ``hedged``
        reading. None for a figure without a hedge.
    span
        The beginning and the end of the period, in years and parts of years. Equal for
        a single day, None without a period.
    meant
        What a correction reads instead of the printed string; empty without one.
    """

    row: dict[str, str]
    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    spread: tuple[Fraction, Fraction] | None
    span: tuple[float, float] | None
    meant: str = ""

    @property
    def figure(self) -> str:
        """The name of the figure."""
        return self.row["figure"]

    @property
    def middle(self) -> Fraction:
        """The number, or the middle of the range."""
        if self.value is not None:
            return self.value
        assert self.low is not None
        return self.low if self.high is None else (self.low + self.high) / 2

    @property
    def reach(self) -> float:
        """The farthest end of what is drawn for it."""
        ends = [self.middle, *(self.spread or ()), self.high or self.middle]
        return float(max(ends))

    @property
    def when(self) -> float:
        """The middle of the period, in years."""
        assert self.span is not None
        return (self.span[0] + self.span[1]) / 2

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
        hedge = HEDGE_WORDS.get(self.row["hedge"], self.row["hedge"])
        if self.value is not None:
            text = self._digits(self.value)
        elif self.low is not None and self.high is not None:
            text = f"{self._digits(self.low)} to {self._digits(self.high)}"
        else:
            text = f"{self._digits(self.middle)} or more"
        return f"{hedge} {text}".strip()

    @property
    def label(self) -> str:
        """The number with its hedge and its marks."""
        return self.number + self.marks

    @property
    def period(self) -> str:
        """The period as people write it: ``1929``, ``start of 1933``, ``1931-32``."""
        return period_words(self.row["period"])

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


def unrepeated(points: Iterable[Point]) -> list[Point]:
    """Return one point for what is printed again: same place, period, status, number.

    The first one that prints its period is kept, else the first.
    """
    kept: dict[tuple[object, ...], Point] = {}
    for point in points:
        row = point.row
        key = (row["place"], row["period"], row["status"], row["hedge"])
        number = (point.value, point.low, point.high)
        first = kept.setdefault((*key, *number), point)
        if first.inferred and not point.inferred:
            kept[(*key, *number)] = point
    return list(kept.values())
