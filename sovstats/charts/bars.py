"""Charts of horizontal bars: a row a figure, its value written after its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from sovstats.charts.axes import label_rows, widest
from sovstats.charts.canvas import Panel, open_panel
from sovstats.charts.data import ChartInput, Point
from sovstats.charts.marks import draw_bar, note_at
from sovstats.charts.style import SMALL
from sovstats.charts.text import text_width


@dataclass(frozen=True)
class Bar:
    """A figure as a bar.

    Attributes
    ----------
    point, label, colour
        The figure, the name of its row, and its colour.
    series
        What it belongs to, for the alternative text.
    value
        What is written after its end; empty for its number.
    end
        How far something else in its row reaches that is not to be written over.
    """

    point: Point
    label: str
    colour: str
    series: str
    value: str = ""
    end: float = 0

    @property
    def words(self) -> str:
        """What is written after its end."""
        return self.value or self.point.number

    @property
    def reach(self) -> float:
        """Where the row is free."""
        return max(self.point.reach, self.end)


def open_bars(
    data: ChartInput, ax: Axes | None, height: float, bars: Sequence[Bar], unit: str
) -> Panel:
    """Return a panel, as `open_panel` does, with bars in one unit drawn on it."""
    panel = open_panel(data, ax, height, widest([bar.label for bar in bars]))
    draw_bars(panel, bars, unit, gap=5)
    return panel


def draw_bars(
    panel: Panel, bars: Sequence[Bar], unit: str = "", gap: float = 4
) -> None:
    """Draw bars from the top down; they carry their values, so that no axis does.

    Parameters
    ----------
    panel, bars
        Where, and what.
    unit
        Their unit, for the alternative text; empty where the series names it.
    gap
        Points between the end of a bar and its value.
    """
    label_rows(panel, [bar.label for bar in bars])
    _leave_room(panel, bars)
    for row, bar in enumerate(bars):
        draw_bar(panel, bar.point, row, bar.colour, bar.series, unit)
        note_at(panel, bar.words, (bar.reach, row), (gap, 0), ha="left")


def _leave_room(panel: Panel, bars: Sequence[Bar]) -> None:
    """Run values along x from zero, so far that what is written has room."""
    width = panel.size[0]
    limit = max(bar.reach for bar in bars)
    for bar in bars:
        free = width - text_width(bar.words, SMALL) - 8
        if free > 0:
            limit = max(limit, bar.reach * width / free)
    panel.ax.set_xlim(0, limit)
    panel.ax.set_xticks([])
