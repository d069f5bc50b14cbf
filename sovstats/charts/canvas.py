"""The frame of a chart: its figure, its panels, and the record of what was drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sovstats.charts.data import ChartInput, Point
from sovstats.charts.files import render, root_figure
from sovstats.charts.style import GREY, LABEL, SMALL, WIDTH
from sovstats.storage import Cells

MARGIN = 6.0
"""Room at the edges of a chart of its own, in points."""

INCH = 72.0
"""Points to an inch."""

Position = tuple[float, float]
"""A place, a shift or a size on a drawing, across and up."""

Box = tuple[float, float, float, float]
"""Four numbers that place a panel in another; each function says which."""


class ChartFigure(Figure):
    """A figure of its own, outside pyplot, that notebooks show as SVG."""

    def _repr_svg_(self) -> str:
        return render(self, "svg").decode("utf-8")


class ChartAxes(Axes):
    """Axes that notebooks show with the whole figure."""

    def _repr_svg_(self) -> str | None:
        figure = self.get_figure()
        return figure._repr_svg_() if isinstance(figure, ChartFigure) else None


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


@dataclass
class Canvas:
    """What the panels of a chart share while it is drawn.

    Attributes
    ----------
    data
        Where its numbers come from.
    ax
        The axes to draw in; None until a figure of our own is made.
    own
        Whether the figure is ours and may be given another size.
    left, right
        Points from the outer axes to the edges of the figure.
    records
        What was drawn, for the alternative text.
    kinds
        Which kinds of marks were drawn, for the key.
    extra
        Figures that were used without being drawn as points.
    source_rows
        Rows whose works are named among the sources, for charts of many figures.
    """

    data: ChartInput
    ax: Axes | None
    own: bool = False
    left: float = MARGIN
    right: float = MARGIN
    records: list[Record] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    extra: list[Point] = field(default_factory=list)
    source_rows: list[Cells] = field(default_factory=list)

    @property
    def indent(self) -> float:
        """How many points left of the axes text begins."""
        return self.left - MARGIN

    def record(self, series: str, text: str, point: Point | None = None) -> None:
        """Remember in words what was drawn."""
        self.records.append(Record(series, text, point))


@dataclass(frozen=True)
class Panel:
    """Axes of a chart: the only ones, one of several, or the host of several."""

    canvas: Canvas
    ax: Axes

    @property
    def size(self) -> Position:
        """Width and height in points."""
        box = self.ax.get_window_extent()
        scale = INCH / root_figure(self.ax).dpi
        return box.width * scale, box.height * scale

    @property
    def chart(self) -> str:
        """The chart's name."""
        return self.canvas.data.chart

    def name_artist(self, artist: Any, part: str, name: str) -> None:
        """Name what was drawn: for a figure, after the axis that carries its value."""
        artist.set_gid(f"{self.chart}-{part}-{name}")

    def write(
        self,
        text: str,
        at: Position,
        offset: Position,
        coordinates: Any = "axes fraction",
        **style: Any,
    ) -> Any:
        """Write text at a place of the axes, moved by so many points."""
        return self.ax.annotate(text, at, offset, coordinates, "offset points", **style)

    def head(self, title: str, unit: str, left: float = 0) -> None:
        """Write title and unit above the axes, flush with labels of some width."""
        self.write(title, (0, 1), (-left, 14), fontsize=LABEL, fontweight="bold")
        self.write(unit, (0, 1), (-left, 4), fontsize=SMALL, color=GREY)


def open_panel(
    canvas: Canvas,
    height: float,
    left: float = 24,
    right: float = 4,
    width: float = WIDTH,
) -> Panel:
    """Return the outer panel of a chart, on axes given or on a figure of its own.

    Parameters
    ----------
    canvas
        The canvas.
    height, width
        Height of the axes and width of the whole figure, in inches.
    left, right
        Points to keep free beside axes of our own.
    """
    if canvas.ax is not None:
        return Panel(canvas, canvas.ax)
    # The axes fill the height; what stands above and below makes the figure higher.
    figure = ChartFigure(figsize=(width, height))
    canvas.own, canvas.left, canvas.right = True, left + MARGIN, right + MARGIN
    whole = width * INCH
    box = (canvas.left / whole, 0, 1 - (canvas.left + canvas.right) / whole, 1)
    canvas.ax = figure.add_axes(box, axes_class=ChartAxes)
    return Panel(canvas, canvas.ax)


def columns(host: Panel, top: float, *parts: Box) -> list[Panel]:
    """Split a panel into panels side by side.

    The host keeps title and notes and shows no axes of its own.

    Parameters
    ----------
    host, top
        The panel, and the points kept free above the new ones.
    parts
        For each new panel where it begins and how wide it is, as parts of the host, and
        the points kept free in it at the left and at the right.
    """
    width, height = host.size
    boxes = [
        (at + left / width, 0, part - (left + right) / width, 1 - top / height)
        for at, part, left, right in parts
    ]
    return _split(host, boxes)


def grid(
    host: Panel, count: int, left: float, gap: float, top: float, bottom: float
) -> list[Panel]:
    """Split a panel into panels in rows of two, from the top left.

    Parameters
    ----------
    host, count
        The panel and how many new ones it gets.
    left, gap
        Points kept free left of every panel for labels, and between columns.
    top, bottom
        Points kept free above and below every panel.
    """
    width, height = host.size
    across = (width - gap) / 2
    up = height / -(-count // 2)
    # Given axes may be too small for the labels.
    size = max(across - left, 1) / width, max(up - top - bottom, 1) / height
    boxes = []
    for number in range(count):
        row, column = divmod(number, 2)
        x = (column * (across + gap) + left) / width
        y = 1 - ((row + 1) * up - bottom) / height
        boxes.append((x, y, *size))
    return _split(host, boxes)


def _split(host: Panel, boxes: Sequence[Box]) -> list[Panel]:
    """Add panels by left and lower edge, width and height, as parts of the host."""
    host.ax.set_axis_off()
    return [Panel(host.canvas, host.ax.inset_axes(box)) for box in boxes]
