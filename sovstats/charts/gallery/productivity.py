"""The chart of productivity: Soviet work as a part of American or Western work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from sovstats.charts.axes import (
    label_rows,
    value_axis,
    widest,
)
from sovstats.charts.canvas import Canvas, open_canvas
from sovstats.charts.captions import close_canvas
from sovstats.charts.data import Figures, Point, unrepeated
from sovstats.charts.marks import (
    FACTS,
    draw_point,
    note_at,
)
from sovstats.charts.style import (
    BLUE,
    GREEN,
    GREY,
    VERMILION,
)
from sovstats.numbers.wording import show_number

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@dataclass(frozen=True)
class Ratio:
    """An indicator of the chart: its rows, and whether it is the West's multiple."""

    indicator: str
    title: str
    colour: str
    inverse: bool = False


RATIOS = (
    Ratio("metal_per_worker_ratio", "Iron and steel per worker", BLUE),
    Ratio("quarry_output_ratio", "Stone per quarry worker", BLUE),
    Ratio("truck_distance_ratio", "Distance per truck", GREEN),
    Ratio("productivity_gap", "Labour productivity", VERMILION, inverse=True),
)


def draw_productivity(figures: Figures, ax: Axes | None) -> Axes:
    """Draw the ratios of productivity, as a part of the American or Western one."""
    rows: list[tuple[Ratio, Point]] = []
    for ratio in RATIOS:
        found = figures.points(ratio.indicator, "dimensionless", statuses=FACTS)
        rows += [(ratio, _part(p) if ratio.inverse else p) for p in unrepeated(found)]
    labels = [_label(figures, ratio, point) for ratio, point in rows]
    pairs = zip(labels, ["", *labels], strict=False)
    labels = ["or" if label == before else label for label, before in pairs]
    canvas = open_canvas(figures, ax, 0.21 * len(rows) + 0.15, left=widest(labels))
    label_rows(canvas.ax, labels)
    value_axis(canvas.ax, 100, 1.02, across=True)
    canvas.ax.axvline(100, color=GREY, lw=1, zorder=1)
    for row, (ratio, point) in enumerate(rows):
        _draw(canvas, row, ratio, point)
    best = max(point.high or point.middle for _, point in rows)
    worst = min(point.low or point.middle for _, point in rows)
    title = (
        f"Soviet work is put at {_part_words(best)} of Western work at best, at "
        f"{_part_words(worst)} at worst"
    )
    note = "Gaps printed as multiples are drawn as their inverse."
    subtitle = "Soviet as a percentage of American (labour productivity: of Western)"
    return close_canvas(canvas, title, subtitle, [note])


def _part(point: Point) -> Point:
    """Return a figure that is printed as a multiple as the part that it leaves."""
    spread = point.spread and (1 / point.spread[1], 1 / point.spread[0])
    return replace(
        point,
        value=None if point.value is None else 1 / point.value,
        low=None if point.high is None else 1 / point.high,
        high=None if point.low is None or point.high is None else 1 / point.low,
        spread=spread,
    )


def _label(figures: Figures, ratio: Ratio, point: Point) -> str:
    last = point.figure.rsplit("_", 1)[-1]
    told = last.isalpha() and last not in ("low", "middle", "high")
    kind = f", {last}" if told else ""
    best = ""
    if ratio.indicator == "metal_per_worker_ratio" and not kind:
        best = ", best works"
    return f"{ratio.title}{kind}{best}, {point.period}{point.marks}"


def _draw(canvas: Canvas, row: int, ratio: Ratio, point: Point) -> None:
    """Draw one ratio in per cent."""
    hundred = replace(
        point,
        value=None if point.value is None else point.value * 100,
        low=None if point.low is None else point.low * 100,
        high=None if point.high is None else point.high * 100,
        spread=point.spread and (point.spread[0] * 100, point.spread[1] * 100),
    )
    draw_point(canvas, canvas.ax, hundred, row, ratio.colour, ratio.title, "per cent",
               across=True)  # fmt: skip
    words = " ".join(filter(None, [_hedge(point), _part_words_of(point)]))
    note_at(canvas.ax, words, (hundred.reach, row), (7, 0), ha="left")


def _hedge(point: Point) -> str:
    return "" if point.row["hedge"] == "none" else point.row["hedge"].replace("_", " ")


def _part_words_of(point: Point) -> str:
    if point.low is not None and point.high is not None:
        return f"{_part_words(point.low)} to {_part_words(point.high)}"
    return _part_words(point.middle)


def _part_words(part: Fraction) -> str:
    """Write a part as a simple fraction where it is one, else in per cent."""
    if part.numerator == 1 and part.denominator <= 100:
        return str(part)
    return f"{show_number(part * 100, 2)} per cent"
