"""Alternative text: a chart in words, made from what was drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sovstats.charts.files import root_figure
from sovstats.numbers.wording import sentence

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sovstats.charts.canvas import Canvas
    from sovstats.charts.data import Point

ATTRIBUTE = "sovstats_alt"
TITLE = "sovstats_title"


@dataclass(frozen=True)
class Record:
    """One thing that was drawn, in words.

    Attributes
    ----------
    series
        What it belongs to: an animal, a country, a verdict.
    text
        What it says, such as ``34.6 in 1929``.
    point
        The figure; None where something was recomputed.
    """

    series: str
    text: str
    point: Point | None = None


def record_point(canvas: Canvas, series: str, point: Point, unit: str = "") -> None:
    """Remember a figure that was drawn."""
    words = [point.number, unit]
    if point.row["status"] != "actual":
        words.append(f"({point.row['status']})")
    if point.row["period"]:
        words.append(_when(point.period))
    canvas.records.append(Record(series, " ".join(filter(None, words)), point))


def _when(period: str) -> str:
    return f"at the {period}" if period.startswith("start") else f"in {period}"


def describe(records: Sequence[Record]) -> str:
    """Return what was drawn, one sentence a series."""
    series: dict[str, list[str]] = {}
    for record in records:
        series.setdefault(record.series, []).append(record.text)
    return " ".join(
        sentence(f"{name}: {', '.join(dict.fromkeys(texts))}")
        for name, texts in series.items()
    )


def attach(
    canvas: Canvas, title: str, subtitle: str, notes: Sequence[str], source: str
) -> None:
    """Put the alternative text and the title on the axes and their figure."""
    parts = [sentence(title), sentence(subtitle), describe(canvas.records)]
    text = " ".join([*filter(None, parts), *notes, source])
    for thing in (canvas.ax, root_figure(canvas.ax)):
        setattr(thing, ATTRIBUTE, text)
        setattr(thing, TITLE, title)


def alternative_text_of(ax: Axes) -> str:
    """Return the alternative text of a chart's axes; empty for other axes."""
    own = getattr(ax, ATTRIBUTE, "")
    return str(own or getattr(root_figure(ax), ATTRIBUTE, ""))
