"""The chart of productivity: Soviet work as a part of American or Western work."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from sovstats.charts.axes import label_rows, value_axis, widest
from sovstats.charts.canvas import Canvas, Panel, open_panel
from sovstats.charts.captions import close_panel
from sovstats.charts.data import FACTS, Measure, Point, unrepeated
from sovstats.charts.marks import Series, draw_point, note_at
from sovstats.charts.style import GREEN, GREY, VERMILION
from sovstats.numbers import show_number

METAL = Measure("metal_per_worker_ratio", title="Iron and steel per worker")

GAP = Measure("productivity_gap", title="Labour productivity", colour=VERMILION)
"""Printed as the West's multiple, not as the Soviet part."""

RATIOS = (
    METAL,
    Measure("quarry_output_ratio", title="Stone per quarry worker"),
    Measure("truck_distance_ratio", title="Distance per truck", colour=GREEN),
    GAP,
)


def draw_productivity(canvas: Canvas) -> None:
    """Draw the ratios of productivity, as a part of the American or Western one."""
    rows: list[tuple[Measure, Point]] = []
    for ratio in RATIOS:
        found = unrepeated(canvas.data.points(ratio, FACTS))
        rows += [(ratio, _part(p) if ratio is GAP else p) for p in found]
    labels = [_label(ratio, point) for ratio, point in rows]
    # Two figures of one name and period are alternatives.
    labels = ["or" if two == one else two for one, two in pairwise(["", *labels])]
    panel = open_panel(canvas, 0.21 * len(rows) + 0.15, left=widest(labels))
    label_rows(panel, labels)
    value_axis(panel, 100, 1.02, across=True)
    panel.ax.axvline(100, color=GREY, lw=1, zorder=1)
    for row, (ratio, point) in enumerate(rows):
        _draw(panel, row, ratio, point)
    best = _part_words(max(point.high or point.middle for _, point in rows))
    worst = _part_words(min(point.low for _, point in rows))
    title = f"Soviet work is put at {best} of Western work at best, at {worst} at worst"
    note = "Gaps printed as multiples are drawn as their inverse."
    subtitle = "Soviet as a percentage of American (labour productivity: of Western)"
    close_panel(panel, title, subtitle, [note])


def _part(point: Point) -> Point:
    """Return a figure that is printed as a multiple as the part that it leaves."""
    spread = point.spread and (1 / point.spread[1], 1 / point.spread[0])
    low = 1 / (point.high or point.low)
    return replace(point, low=low, high=1 / point.low, spread=spread)


def _label(ratio: Measure, point: Point) -> str:
    """Name a row, with what the figure's own name tells it apart by."""
    last = point.figure.rsplit("_", 1)[-1]
    kind = ""
    if last.isalpha() and last not in ("low", "middle", "high"):
        kind = f", {last}"
    elif ratio is METAL:
        kind = ", best works"
    return f"{ratio.title}{kind}, {point.period_label}"


def _draw(panel: Panel, row: int, ratio: Measure, point: Point) -> None:
    """Draw one ratio in per cent, and write it as a part."""
    hundred = point.scaled(100)
    series = Series(ratio.title, ratio.colour, "per cent")
    draw_point(panel, hundred, row, series, across=True)
    parts = " to ".join(_part_words(end) for end in point.ends)
    words = f"{point.hedge} {parts}".strip()
    note_at(panel, words, (hundred.reach, row), (7, 0), ha="left")


def _part_words(part: Fraction) -> str:
    """Write a part as a simple fraction where it is one, else in per cent."""
    if part.numerator == 1 and part.denominator <= 100:
        return str(part)
    return f"{show_number(part * 100, 2)} per cent"
