"""The chart of ranks: the place of the Soviet Union among countries, as slopes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sovstats.charts.axes import time_axis
from sovstats.charts.canvas import Canvas, open_canvas
from sovstats.charts.captions import GAPS, close_canvas
from sovstats.charts.data import Figures, Point, unrepeated
from sovstats.charts.marks import (
    FACTS,
    draw_point,
    note_at,
    quiet_axis,
)
from sovstats.charts.style import (
    BLUE,
    GREEN,
    ORANGE,
    VERMILION,
)
from sovstats.numbers.wording import (
    count_word,
    listed,
    sentence,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

RANKS = {
    "Electricity": ("electricity_rank", BLUE),
    "Coal": ("coal_rank", VERMILION),
    "Steel": ("steel_rank", GREEN),
    "Tractors": ("tractor_rank", ORANGE),
}


def draw_ranks(figures: Figures, ax: Axes | None) -> Axes:
    """Draw the ranks of four branches, earlier and later."""
    series = {name: _ranks(figures, key) for name, (key, _) in RANKS.items()}
    canvas = open_canvas(figures, ax, 3.2, right=78)
    every = [point for points in series.values() for point in points]
    first, final = (int(end(p.when for p in every)) for end in (min, max))
    # The names of the left ends stand in the year before.
    time_axis(canvas.ax, first - 1, final)
    lowest = int(max(point.middle for point in every))
    canvas.ax.set_ylim(lowest + 0.7, 0.4)
    canvas.ax.set_yticks(range(1, lowest + 1), [str(n) for n in range(1, lowest + 1)])
    quiet_axis(canvas.ax)
    canvas.ax.tick_params(axis="x", which="major", length=3)
    for name, points in series.items():
        _slope(canvas, name, points)
    _ends(canvas, series, last=True)
    _ends(canvas, series, last=False)
    title = _title(series)
    subtitle = "Place of the Soviet Union in the world by output, 1 is the first"
    return close_canvas(canvas, title, subtitle, [GAPS])


def _ranks(figures: Figures, indicator: str) -> list[Point]:
    """Return the dated ranks of one branch, by time."""
    found = figures.points(indicator, "dimensionless", statuses=FACTS)
    dated = [point for point in unrepeated(found) if point.span]
    if not dated:
        what = f"dated figures of the indicator '{indicator}'"
        raise figures.missing(what)
    return dated


def _slope(canvas: Canvas, name: str, points: list[Point]) -> None:
    colour = RANKS[name][1]
    canvas.ax.plot(
        [p.when for p in points], [float(p.middle) for p in points], color=colour,
        lw=1.2, ls=(0, (1, 2)), zorder=2,
    )  # fmt: skip
    for point in points:
        draw_point(canvas, canvas.ax, point, point.when, colour, f"{name}, place")


def _ends(canvas: Canvas, series: dict[str, list[Point]], last: bool) -> None:
    """Name the ends of the slopes; what shares a place shares a label."""
    ends: dict[tuple[float, float], list[str]] = {}
    for name, points in series.items():
        if not last and len(points) == 1:
            continue
        point = points[-1 if last else 0]
        place = (point.when, float(point.middle))
        ends.setdefault(place, []).append(f"{name}{point.marks}")
    for place, names in ends.items():
        words = listed([names[0], *(name.lower() for name in names[1:])])
        offset, side = ((9, 0), "left") if last else ((-8, 0), "right")
        note_at(canvas.ax, words, place, offset, ha=side)


def _title(series: dict[str, list[Point]]) -> str:
    """Say which branch rose furthest, and from where to where."""
    rises = {
        name: points[0].middle - points[-1].middle
        for name, points in series.items()
        if len(points) > 1
    }
    if not rises:
        return "The place of the Soviet Union in the world"
    name = max(rises, key=lambda each: rises[each])
    points = series[name]
    places = count_word(rises[name])
    return sentence(
        f"{name} rose by {places} places in the world from {points[0].period} to "
        f"{points[-1].period}"
    ).rstrip(".")
