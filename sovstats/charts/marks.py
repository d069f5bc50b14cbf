"""Marks: points, bars and lines that show hedge, status and period of a figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from matplotlib.colors import to_rgb
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.patheffects import withStroke

from sovstats.charts.canvas import Panel, Position
from sovstats.charts.data import Point
from sovstats.charts.style import BLACK, GREY, INK, KIND_MARKS, SMALL

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

NOTE: dict[str, Any] = {
    "fontsize": SMALL,
    "ha": "center",
    "va": "center",
    "path_effects": [withStroke(linewidth=2, foreground="white")],
    "zorder": 4,
    "annotation_clip": False,
}
"""The style of a label: centred, and with a margin that keeps lines off its letters."""


KINDS = {
    "plan": "plan",
    "target": "promise",
    "forecast": "promise",
    "hypothetical": "hypothetical",
    "rhetorical": "hypothetical",
}
"""The kind of mark for each status that is not a fact."""


@dataclass(frozen=True)
class Series:
    """What the figures that belong together share.

    Attributes
    ----------
    name, unit
        What they are, and their unit where the name does not say it, in the words of
        the alternative text.
    colour
        The colour of their marks.
    """

    name: str
    colour: str
    unit: str = ""


def kind_of(point: Point) -> str:
    """Return the kind of mark that a figure gets."""
    return KINDS.get(point.row["status"]) or ("hedged" if point.hedged else "fact")


def line_of(point: Point) -> Any:
    """Return the style of a line that stands for a figure."""
    return KIND_MARKS[kind_of(point)][1]


def draw_point(
    panel: Panel, point: Point, at: float, series: Series, across: bool = False
) -> None:
    """Draw one figure as a marker, with what its hedge leaves open.

    Parameters
    ----------
    panel, point
        Where, and what.
    at
        The position on the other axis.
    series
        What it belongs to.
    across
        Whether the value runs along the x axis.
    """
    kind, colour = kind_of(point), series.colour
    # A range without a hedge has no mark of its own: the key names its band.
    if point.hedged or not point.ranged:
        panel.canvas.kinds.add(kind)
    _whisker(panel, point, at, across, colour)
    _record(panel, series, point)
    axis = "x" if across else "y"
    if point.ranged:
        panel.canvas.kinds.add("range")
        ends = [float(end) for end in point.ends]
        band = _segment(panel, at, ends, across, color=colour, lw=4, zorder=3,
                        alpha=0.75, solid_capstyle="butt")  # fmt: skip
        panel.name_artist(band, f"{axis}range", point.figure)
        return
    marker, _ = KIND_MARKS[kind]
    face = colour if kind == "fact" else "white"
    # A mark on the edge of the axes is not cut in half.
    mark = _segment(panel, at, [float(point.middle)], across, color=colour, ls="",
                    marker=marker, mfc=face, mew=1.2, zorder=3,
                    clip_on=False)  # fmt: skip
    panel.name_artist(mark, axis, point.figure)


def _record(panel: Panel, series: Series, point: Point) -> None:
    """Remember in words a figure that was drawn."""
    words = [point.number, series.unit]
    if point.row["status"] != "actual":
        words.append(f"({point.row['status']})")
    if point.period.startswith("start"):
        words.append(f"at the {point.period}")
    elif point.period:
        words.append(f"in {point.period}")
    panel.canvas.record(series.name, " ".join(filter(None, words)), point)


def _whisker(panel: Panel, point: Point, at: float, across: bool, colour: str) -> None:
    """Draw the hedged reading of a figure that the text hedges, with its ends."""
    if point.spread is not None:
        ends = [float(end) for end in point.spread]
        marker = "|" if across else "_"
        _segment(panel, at, ends, across, marker=marker, color=colour, lw=1.1,
                 zorder=2.5)  # fmt: skip


def _segment(
    panel: Panel, at: float, values: Sequence[float], across: bool, **style: Any
) -> Line2D:
    """Plot values at one position, on either axis."""
    places = [at] * len(values)
    pair = (values, places) if across else (places, values)
    return panel.ax.plot(*pair, **style)[0]


def draw_dated(
    panel: Panel, point: Point, series: Series, at: float | None = None
) -> None:
    """Draw one figure as a marker with a thin line over its period.

    Parameters are those of `draw_point`. Without a position the marker stands in the
    middle of the period.
    """
    # A single day has a marker only.
    if point.span and point.length:
        panel.ax.plot(point.span, [float(point.middle)] * 2, color=series.colour,
                      lw=0.9, ls=line_of(point), zorder=2)  # fmt: skip
    draw_point(panel, point, point.when if at is None else at, series)


def draw_path(panel: Panel, points: Sequence[Point], colour: str) -> None:
    """Join points: solid from year to year, dotted where years lie between."""
    for one, two in pairwise(points):
        near = two.when - one.when <= LONGEST_STEP
        line, width = ("-", 1.4) if near else ((0, (1, 2)), 0.9)
        panel.ax.plot(*zip(one.place, two.place, strict=True), color=colour, lw=width,
                      ls=line, zorder=2)  # fmt: skip


def draw_bar(
    panel: Panel, point: Point, at: float, series: Series, width: float = 0
) -> None:
    """Draw one figure as a bar from zero: filled for a fact, pale if it is hedged.

    Parameters are those of `draw_point`, and the width of a bar that stands upright;
    without one it lies in its row.
    """
    panel.canvas.kinds.add("hedged bar" if point.hedged else "bar")
    draw = panel.ax.bar if width else panel.ax.barh
    colour, length = series.colour, float(point.middle)
    face = _pale(colour) if point.hedged else colour
    bars = draw(at, length, width or 0.62, color=face, ec=colour, lw=0.8)
    panel.name_artist(bars[0], "h" if width else "w", point.figure)
    _whisker(panel, point, at, not width, BLACK)
    _record(panel, series, point)


def _pale(colour: str) -> tuple[float, ...]:
    return tuple(1 - (1 - part) * 0.35 for part in to_rgb(colour))


def note_at(
    panel: Panel,
    text: str,
    place: Position,
    offset: Position,
    color: str = BLACK,
    **style: Any,
) -> None:
    """Write a label beside a place in the data, at an offset in points."""
    panel.write(
        text, place, offset, "data", **NOTE | {"color": INK.get(color, color)} | style
    )


def key_entries(kinds: set[str]) -> tuple[list[Any], list[str]]:
    """Return the handles and words of the key, of the marks that were used."""
    used = [kind for kind in KEY if kind in kinds]
    # A key of one plain mark says nothing.
    if used in (["fact"], ["bar"]):
        return [], []
    return [_handle(kind) for kind in used], [KEY[kind] for kind in used]


def _handle(kind: str) -> Any:
    if kind == "bar":
        return Patch(fc=GREY, ec=GREY)
    if kind == "hedged bar":
        return Patch(fc=_pale(GREY), ec=GREY)
    if kind == "range":
        return Line2D([], [], color=GREY, lw=4, solid_capstyle="butt")
    if kind == "recomputed":
        return Line2D([], [], color=BLACK, ls="", marker="|", ms=9, mew=1.6)
    marker, line = KIND_MARKS[kind]
    face = GREY if kind == "fact" else "white"
    return Line2D([], [], color=GREY, marker=marker, mfc=face, ls=line, lw=1, mew=1.2)
