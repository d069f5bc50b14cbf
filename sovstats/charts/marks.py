"""Marks: points, bars and lines that show hedge, status and period of a figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.patheffects import withStroke

from sovstats.charts.alt import record_point
from sovstats.charts.style import (
    BLACK,
    GREY,
    INK,
    SMALL,
    STATUS_MARKS,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sovstats.charts.canvas import Canvas
    from sovstats.charts.data import Point

FACTS = ("actual", "estimate", "norm")
KEY = {
    "fact": "stated as a fact",
    "hedged": "hedged in the text (bar: its hedged reading)",
    "range": "printed as a range",
    "plan": "planned",
    "promise": "promised or forecast",
    "hypothetical": "supposed",
    "bar": "stated as a fact",
    "hedged bar": "hedged in the text (line: its hedged reading)",
    "recomputed": "recomputed from the figures",
}
"""The words of the key, in its order."""

LONGEST_STEP = 1.6
"""Years between points up to which a line between them is drawn solid."""


def kind_of(point: Point) -> str:
    """Return the kind of mark that a figure gets."""
    status = point.row["status"]
    if status in FACTS:
        return "hedged" if point.hedged else "fact"
    if status in ("hypothetical", "rhetorical"):
        return "hypothetical"
    return "plan" if status == "plan" else "promise"


def draw_point(
    canvas: Canvas,
    ax: Axes,
    point: Point,
    at: float,
    colour: str,
    series: str,
    unit: str = "",
    across: bool = False,
) -> None:
    """Draw one figure as a marker, with what its hedge leaves open.

    Parameters
    ----------
    canvas, ax, point
        Where, and what.
    at
        The position on the other axis.
    colour, series, unit
        Its colour; what it belongs to and its unit, for the alternative text.
    across
        Whether the value runs along the x axis.
    """
    kind = kind_of(point)
    if point.value is not None or point.hedged:
        canvas.kinds.add(kind)
    marker, _ = STATUS_MARKS[point.row["status"]]
    _whisker(ax, point, at, across, colour)
    record_point(canvas, series, point, unit)
    if point.low is not None and point.high is not None:
        canvas.kinds.add("range")
        ends = [float(point.low), float(point.high)]
        band = _segment(ax, [at, at], ends, across, color=colour, lw=4, zorder=3,
                        alpha=0.75, solid_capstyle="butt")  # fmt: skip
        canvas.name_artist(band, "xrange" if across else "yrange", point)
        return
    line = _segment(
        ax, [at], [float(point.middle)], across, color=colour, ls="", marker=marker,
        mfc=colour if kind == "fact" else "white", mew=1.2, zorder=3, clip_on=False,
    )  # fmt: skip
    canvas.name_artist(line, "x" if across else "y", point)


def _whisker(ax: Axes, point: Point, at: float, across: bool, colour: str) -> None:
    """Draw the hedged reading of a figure that the text hedges, with its ends."""
    if point.spread is None:
        return
    ends = [float(end) for end in point.spread]
    style = {"color": colour, "lw": 1.1, "zorder": 2.5}
    _segment(ax, [at, at], ends, across, marker="|" if across else "_", **style)


def _segment(
    ax: Axes, at: Sequence[float], values: Sequence[float], across: bool, **style: Any
) -> Line2D:
    """Plot values against positions, on either axis."""
    pair = (values, at) if across else (at, values)
    return ax.plot(*pair, **style)[0]


def draw_period(ax: Axes, point: Point, colour: str) -> None:
    """Draw a thin line over the period of a figure that is not of a single day."""
    assert point.span is not None
    if point.span[1] - point.span[0] > 0:
        _, line = STATUS_MARKS[point.row["status"]]
        level = float(point.middle)
        ax.plot(point.span, [level, level], color=colour, lw=0.9, ls=line, zorder=2)


def draw_path(ax: Axes, points: Sequence[Point], colour: str) -> None:
    """Join points: solid from year to year, dotted where years lie between."""
    for one, two in zip(points, points[1:], strict=False):
        near = two.when - one.when <= LONGEST_STEP
        ax.plot(
            [one.when, two.when],
            [float(one.middle), float(two.middle)],
            color=colour,
            lw=1.4 if near else 0.9,
            ls="-" if near else (0, (1, 2)),
            zorder=2,
        )


def draw_bar(
    canvas: Canvas,
    ax: Axes,
    point: Point,
    at: float,
    colour: str,
    series: str,
    unit: str = "",
    across: bool = True,
    thickness: float = 0.62,
) -> None:
    """Draw one figure as a bar from zero: filled for a fact, pale if it is hedged."""
    kind = "hedged bar" if point.hedged else "bar"
    canvas.kinds.add(kind)
    draw = ax.barh if across else ax.bar
    face = _pale(colour) if point.hedged else colour
    bars = draw(at, float(point.middle), thickness, color=face, ec=colour, lw=0.8)
    canvas.name_artist(bars[0], "w" if across else "h", point)
    _whisker(ax, point, at, across, BLACK)
    record_point(canvas, series, point, unit)


def _pale(colour: str) -> tuple[float, float, float]:
    from matplotlib.colors import to_rgb

    red, green, blue = (1 - (1 - part) * 0.35 for part in to_rgb(colour))
    return red, green, blue


def note_at(
    ax: Axes,
    text: str,
    xy: tuple[float, float],
    offset: tuple[float, float],
    color: str = BLACK,
    **style: Any,
) -> Any:
    """Write a label beside a place in the data, at an offset in points."""
    usual: dict[str, Any] = {
        "fontsize": SMALL,
        "ha": "center",
        "va": "center",
        "color": INK.get(color, color),
        "path_effects": [withStroke(linewidth=2, foreground="white")],
        "zorder": 4,
        "annotation_clip": False,
    }
    return ax.annotate(text, xy, offset, "data", "offset points", **(usual | style))


def key_entries(canvas: Canvas) -> tuple[list[Any], list[str]]:
    """Return the handles and words of the key, of the marks that were used."""
    used = [kind for kind in KEY if kind in canvas.kinds]
    # A key of one plain mark says nothing.
    if used in (["fact"], ["bar"]):
        return [], []
    return [_handle(kind) for kind in used], [KEY[kind] for kind in used]


def _handle(kind: str, colour: str = GREY) -> Any:
    if kind == "bar":
        return Patch(fc=colour, ec=colour)
    if kind == "hedged bar":
        return Patch(fc=_pale(colour), ec=colour)
    if kind == "range":
        return Line2D([], [], color=colour, lw=4, solid_capstyle="butt")
    if kind == "recomputed":
        return Line2D([], [], color=BLACK, ls="", marker="|", ms=9, mew=1.6)
    status = {"fact": "actual", "hedged": "actual", "promise": "target"}.get(kind, kind)
    marker, line = STATUS_MARKS[status]
    face = colour if kind == "fact" else "white"
    return Line2D([], [], color=colour, marker=marker, mfc=face, ls=line, lw=1, mew=1.2)


def quiet_axis(ax: Axes, horizontal: bool = False) -> None:
    """Take away what a reader does not need: spines on two sides, tick marks."""
    for side in ("top", "right", "left" if not horizontal else "bottom"):
        ax.spines[side].set_visible(False)
    ax.tick_params(axis="both", length=0, labelsize=7.5)
    ax.grid(axis="x" if horizontal else "y", color="#E4E4E4", lw=0.6, zorder=0)
    ax.set_axisbelow(True)
    ax.spines["left" if horizontal else "bottom"].set_color(GREY)
