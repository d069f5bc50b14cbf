"""The frame of a chart: its figure, its axes and its panels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sovstats.charts.files import render, root_figure
from sovstats.charts.style import (
    BLACK,
    GREY,
    LABEL,
    SMALL,
    WIDTH,
)

if TYPE_CHECKING:
    from sovstats.charts.alt import Record
    from sovstats.charts.data import Figures, Point

MARGIN = 6.0
"""Room at the edges of a chart of its own, in points."""

INCH = 72.0


class ChartFigure(Figure):
    """A figure of its own, outside pyplot, that notebooks show as SVG."""

    def _repr_svg_(self) -> str:
        return render(self, "svg").decode("utf-8")


class ChartAxes(Axes):
    """Axes that notebooks show with the whole figure."""

    def _repr_svg_(self) -> str | None:
        figure = self.get_figure()
        return figure._repr_svg_() if isinstance(figure, ChartFigure) else None


@dataclass
class Canvas:
    """A chart while it is drawn.

    Attributes
    ----------
    figures
        Where its numbers come from.
    ax
        The axes that are returned: the only ones, or the host of small multiples.
    own
        Whether the figure is ours and may be given another size.
    left, right
        Points kept free beside axes of our own, for labels.
    records
        What was drawn, for the alternative text.
    kinds
        Which kinds of marks were drawn, for the key.
    extra
        Figures that were used without being drawn as points.
    source_rows
        Rows whose works are named among the sources, for charts of many figures.
    """

    figures: Figures
    ax: Axes
    own: bool
    left: float
    right: float
    records: list[Record] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    extra: list[Point] = field(default_factory=list)
    source_rows: list[dict[str, str]] = field(default_factory=list)

    @property
    def chart(self) -> str:
        """The chart's name."""
        return self.figures.chart

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the axes in points."""
        return size_in_points(self.ax)

    def name_artist(self, artist: Any, axis: str, point: Point) -> None:
        """Give an artist the name of its figure and the axis that carries its value."""
        artist.set_gid(f"{self.chart}-{axis}-{point.figure}")


def size_in_points(ax: Axes) -> tuple[float, float]:
    """Return width and height of axes in points."""
    box = ax.get_window_extent()
    scale = INCH / root_figure(ax).dpi
    return box.width * scale, box.height * scale


def open_canvas(
    figures: Figures,
    ax: Axes | None,
    height: float,
    left: float = 24,
    right: float = 4,
    width: float = WIDTH,
) -> Canvas:
    """Return a canvas on given axes, or on a figure of its own.

    Parameters
    ----------
    figures
        Where the numbers come from.
    ax
        Axes to draw in; None makes a figure.
    height, width
        Height of the axes and width of the whole figure, in inches.
    left, right
        Points to keep free beside axes of our own.
    """
    if ax is not None:
        return Canvas(figures, ax, False, 0, 0)
    figure = ChartFigure(figsize=(width, height))
    left, right = left + MARGIN, right + MARGIN
    whole = width * INCH
    box = (left / whole, 0, 1 - (left + right) / whole, 1)
    made = figure.add_axes(box, axes_class=ChartAxes)
    return Canvas(figures, made, True, left, right)


def split(canvas: Canvas, boxes: Sequence[tuple[float, float, float, float]]) -> Any:
    """Make the axes a host of panels and return these.

    The host keeps title and notes and shows no axes of its own.

    Parameters
    ----------
    canvas
        The canvas.
    boxes
        Left, bottom, width and height of each panel, as parts of the host.
    """
    canvas.ax.set_axis_off()
    return [canvas.ax.inset_axes(box) for box in boxes]


def grid(
    canvas: Canvas,
    rows: int,
    columns: int,
    left: float,
    gap: float,
    top: float,
    bottom: float,
) -> Any:
    """Make the axes a host of panels in rows and columns, from the top left.

    Parameters
    ----------
    canvas, rows, columns
        The canvas and how many panels it gets.
    left, gap
        Points kept free left of every panel for labels, and between columns.
    top, bottom
        Points kept free above and below every panel.
    """
    width, height = canvas.size
    across = (width - gap * (columns - 1)) / columns
    up = height / rows
    boxes = [
        (
            (column * (across + gap) + left) / width,
            1 - ((row + 1) * up - bottom) / height,
            max(across - left, 1) / width,
            max(up - top - bottom, 1) / height,
        )
        for row in range(rows)
        for column in range(columns)
    ]
    return split(canvas, boxes)


def panel_title(ax: Axes, title: str, unit: str, left: float = 0) -> None:
    """Write a panel's title and unit above it, flush with its labels."""
    for text, lift, size, weight, color in (
        (title, 14, LABEL, "bold", BLACK),
        (unit, 4, SMALL, "normal", GREY),
    ):
        ax.annotate(
            text,
            (0, 1),
            (-left, lift),
            "axes fraction",
            "offset points",
            fontsize=size,
            fontweight=weight,
            color=color,
        )
