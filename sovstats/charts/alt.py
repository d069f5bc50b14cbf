"""Alternative text: a chart in words, made from what was drawn."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes

from sovstats.charts.canvas import Panel, Record
from sovstats.charts.data import Point
from sovstats.charts.files import ALTERNATIVE, TITLE, root_figure
from sovstats.numbers.wording import sentence


def record_point(panel: Panel, series: str, point: Point, unit: str = "") -> None:
    """Remember a figure that was drawn."""
    words = [point.number, unit]
    if point.row["status"] != "actual":
        words.append(f"({point.row['status']})")
    if point.period.startswith("start"):
        words.append(f"at the {point.period}")
    elif point.period:
        words.append(f"in {point.period}")
    panel.canvas.record(series, " ".join(filter(None, words)), point)


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
    panel: Panel, title: str, subtitle: str, notes: Sequence[str], source: str
) -> None:
    """Put the alternative text and the title on the axes and their figure."""
    parts = [sentence(title), sentence(subtitle), describe(panel.canvas.records)]
    text = " ".join([*filter(None, parts), *notes, source])
    for thing in (panel.ax, root_figure(panel.ax)):
        setattr(thing, ALTERNATIVE, text)
        setattr(thing, TITLE, title)


def alternative_text_of(ax: Axes) -> str:
    """Return the alternative text of a chart's axes; empty for other axes."""
    own = getattr(ax, ALTERNATIVE, "")
    return str(own or getattr(root_figure(ax), ALTERNATIVE, ""))
