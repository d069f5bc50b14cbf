"""Figures as points of a chart: value, hedge, period and how labels write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sovstats.display import show_number

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
