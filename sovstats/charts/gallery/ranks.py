"""The chart of ranks: the place of the Soviet Union among countries, as slopes."""

from sovstats.charts.axes import time_axis
from sovstats.charts.canvas import Canvas, Panel, open_panel
from sovstats.charts.captions import GAPS, close_panel
from sovstats.charts.data import FACTS, Measure, Point
from sovstats.charts.marks import Series, draw_point, note_at
from sovstats.charts.style import BLUE, GREEN, ORANGE, VERMILION
from sovstats.numbers import count_word, listed

BRANCHES = (
    Measure("electricity_rank", title="Electricity", colour=BLUE),
    Measure("coal_rank", title="Coal", colour=VERMILION),
    Measure("steel_rank", title="Steel", colour=GREEN),
    Measure("tractor_rank", title="Tractors", colour=ORANGE),
)


def draw_ranks(canvas: Canvas) -> None:
    """Draw the ranks of four branches, earlier and later."""
    series = {branch.title: canvas.data.dated(branch, FACTS) for branch in BRANCHES}
    every = [point for points in series.values() for point in points]
    times = [point.when for point in every]
    ranks = range(1, int(max(point.middle for point in every)) + 1)
    panel = open_panel(canvas, 3.2, right=78)
    # The names of the left ends stand in the year before.
    time_axis(panel, min(times) - 1, max(times))
    panel.ax.set_ylim(ranks[-1] + 0.7, 0.4)
    panel.ax.set_yticks(ranks, [str(rank) for rank in ranks])
    for branch in BRANCHES:
        _slope(panel, branch, series[branch.title])
    _name_ends(panel, {name: points[-1] for name, points in series.items()}, 9, "left")
    starts = {name: points[0] for name, points in series.items() if len(points) > 1}
    _name_ends(panel, starts, -8, "right")
    subtitle = "Place of the Soviet Union in the world by output, 1 is the first"
    close_panel(panel, _title(series), subtitle, [GAPS])


def _slope(panel: Panel, branch: Measure, points: list[Point]) -> None:
    times, ranks = zip(*(point.place for point in points), strict=True)
    panel.ax.plot(times, ranks, color=branch.colour, lw=1.2, ls=(0, (1, 2)), zorder=2)
    series = Series(f"{branch.title}, place", branch.colour)
    for point in points:
        draw_point(panel, point, point.when, series)


def _name_ends(panel: Panel, ends: dict[str, Point], offset: int, side: str) -> None:
    """Name the ends of the slopes; what shares a place shares a label."""
    places: dict[tuple[float, float], list[str]] = {}
    for name, point in ends.items():
        places.setdefault(point.place, []).append(f"{name}{point.marks}")
    for place, names in places.items():
        words = listed([names[0], *(name.lower() for name in names[1:])])
        note_at(panel, words, place, (offset, 0), ha=side)


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
    first, last = series[name][0], series[name][-1]
    return (
        f"{name} rose by {count_word(rises[name])} places in the world from "
        f"{first.period} to {last.period}"
    )
