"""Charts of horizontal bars: a row a figure, its value written after its end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sovstats.charts.axes import label_rows, widest
from sovstats.charts.canvas import Canvas, Panel, grid, open_panel
from sovstats.charts.data import Measure, Point
from sovstats.charts.marks import Series, draw_bar, note_at
from sovstats.charts.style import SMALL
from sovstats.charts.text import text_width


@dataclass(frozen=True)
class Bar:
    """A figure as a bar.

    Attributes
    ----------
    point, label, series
        The figure, the name of its row, and what it belongs to.
    words
        What is written after its end; empty for its number.
    end
        How far something else in its row reaches that is not to be written over.
    """

    point: Point
    label: str
    series: Series
    words: str = ""
    end: float = 0


def open_bars(canvas: Canvas, height: float, bars: Sequence[Bar]) -> Panel:
    """Return a panel, as `open_panel` does, with bars drawn on it."""
    panel = open_panel(canvas, height, widest([bar.label for bar in bars]))
    draw_bars(panel, bars, gap=5)
    return panel


def open_bar_panels(
    canvas: Canvas,
    height: float,
    bars: Mapping[Measure, Sequence[Bar]],
    gap: float,
    top: float,
    bottom: float,
) -> tuple[Panel, list[Panel]]:
    """Return a panel, as `open_panel` does, and those in it: one a measure.

    Parameters
    ----------
    canvas, height
        See `open_panel`.
    bars
        What to draw in each panel.
    gap, top, bottom
        Points kept free between columns, and above and below every panel.
    """
    # One width of labels for all panels keeps their bars in line.
    left = widest([bar.label for each in bars.values() for bar in each])
    host = open_panel(canvas, height, left=0, right=0)
    panels = grid(host, len(bars), left, gap, top, bottom)
    for panel, (measure, each) in zip(panels, bars.items(), strict=True):
        panel.head(measure.title, measure.words, left)
        draw_bars(panel, each)
    return host, panels


def draw_bars(panel: Panel, bars: Sequence[Bar], gap: float = 4) -> None:
    """Draw bars from the top down; they carry their values, so that no axis does.

    Parameters
    ----------
    panel, bars
        Where, and what.
    gap
        Points between the end of a bar and its value.
    """
    label_rows(panel, [bar.label for bar in bars])
    width, limit = panel.size[0], 0.0
    for row, bar in enumerate(bars):
        words = bar.words or bar.point.number
        end = max(bar.point.reach, bar.end)
        draw_bar(panel, bar.point, row, bar.series)
        note_at(panel, words, (end, row), (gap, 0), ha="left")
        # The axis ends where the value of every bar has room.
        free = width - text_width(words, SMALL) - 8
        limit = max(limit, end * width / free if free > 0 else end)
    panel.ax.set_xlim(0, limit)
    panel.ax.set_xticks([])
