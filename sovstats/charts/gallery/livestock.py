"""The chart of livestock: herds counted, and the falls that are stated."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sovstats.charts.alt import Record
from sovstats.charts.axes import (
    label_rows,
    time_axis,
    value_axis,
    widest,
)
from sovstats.charts.canvas import (
    Canvas,
    open_canvas,
    panel_title,
    split,
)
from sovstats.charts.captions import GAPS, close_canvas
from sovstats.charts.data import Figures, unrepeated
from sovstats.charts.marks import (
    draw_path,
    draw_point,
    note_at,
)
from sovstats.charts.style import (
    BLACK,
    BLUE,
    GREEN,
    ORANGE,
    VERMILION,
)
from sovstats.numbers.wording import percent, sentence, show_number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sovstats.charts.data import Point

ANIMALS = {
    "Horses": ("horses", BLUE),
    "Cattle": ("cattle", VERMILION),
    "Pigs": ("pigs", ORANGE),
    "Sheep": ("sheep", GREEN),
}


def draw_livestock(figures: Figures, ax: Axes | None) -> Axes:
    """Draw the counts of animals, and beside them the falls that are stated."""
    counts = {
        name: unrepeated(figures.points(key, "million * head", statuses=("actual",)))
        for name, (key, _) in list(ANIMALS.items())[:2]
    }
    falls = {
        name: figures.points(f"{key}_decline", "percent", statuses=("actual",))[0]
        for name, (key, _) in ANIMALS.items()
    }
    canvas = open_canvas(figures, ax, 2.5, left=0, right=0)
    width, height = canvas.size
    top = 1 - 28 / height
    left, right = split(
        canvas,
        [
            (24 / width, 0, 0.42 - 24 / width, top),
            (0.54 + 40 / width, 0, 0.46 - 52 / width, top),
        ],
    )
    _herds(canvas, left, counts)
    recomputed = {
        name: 1 - points[-1].middle / points[0].middle
        for name, points in counts.items()
        if len(points) > 1
    }
    _falls(canvas, right, falls, recomputed)
    title = _livestock_title(falls, recomputed)
    subtitle = "Animals counted, and the falls that the text states beside the counts"
    return close_canvas(canvas, title, subtitle, [GAPS])


def _herds(canvas: Canvas, ax: Axes, counts: dict[str, list[Point]]) -> None:
    """Draw the herds at both times, joined by lines that are named."""
    dated = [point for points in counts.values() for point in points if point.span]
    years = sorted({int(point.when) for point in dated})
    panel_title(ax, "Herds", "Million head", 24)
    time_axis(ax, years[0], years[-1])
    value_axis(ax, max(float(point.middle) for point in dated), 1.12)
    for name, points in counts.items():
        colour = ANIMALS[name][1]
        draw_path(ax, points, colour)
        for point in points:
            draw_point(canvas, ax, point, point.when, colour, name, "million head")
            place = (point.when, float(point.middle))
            up = 8 if name == "Horses" and point is points[0] else -9
            up = -up if point is not points[0] else up
            down = -9 if name == "Horses" and point is not points[0] else up
            note_at(ax, point.label, place, (0, down))
        middle = (points[0].when + points[-1].when) / 2
        level = float(points[0].middle + points[-1].middle) / 2
        up = -14 if name == "Horses" else 14
        note_at(ax, name, (middle, level), (up, up), color=colour, fontsize=7.5)


def _falls(
    canvas: Canvas,
    ax: Axes,
    falls: dict[str, Point],
    recomputed: dict[str, Fraction],
) -> None:
    """Draw stated falls as points and recomputed ones as strokes, one animal a row."""
    names = sorted(falls, key=lambda name: falls[name].middle, reverse=True)
    labels = [f"{name}{falls[name].marks}" for name in names]
    panel_title(ax, "Falls", f"Per cent, {falls[names[0]].period}", widest(labels))
    label_rows(ax, labels)
    value_axis(ax, 100, 1.0, across=True)
    for row, name in enumerate(names):
        colour = ANIMALS[name][1]
        point = falls[name]
        draw_point(canvas, ax, point, row, colour, f"Fall in {name.lower()}",
                   "per cent", across=True)  # fmt: skip
        place = (float(point.middle), row)
        note_at(ax, point.number, place, (7, 0), ha="left")
        if name not in recomputed:
            continue
        canvas.kinds.add("recomputed")
        part = recomputed[name] * 100
        ax.plot([float(part)], [row], ls="", marker="|", ms=13, mew=1.6, color=BLACK,
                zorder=2, gid=f"{canvas.chart}-recomputed-{name.lower()}")  # fmt: skip
        text = show_number(part, 3)
        note_at(ax, text, (float(part), row), (-6, 0), ha="right")
        record = Record(f"Fall in {name.lower()}", f"{text} per cent as recomputed")
        canvas.records.append(record)


def _livestock_title(falls: dict[str, Point], recomputed: dict[str, Fraction]) -> str:
    """Say which stated falls the counts bear out."""
    parts: list[str] = []
    for name, part in recomputed.items():
        stated, counted = falls[name].number, percent(part)
        word = "as stated" if stated == counted else f"not {stated}"
        more = "" if parts else " fell"
        unit = "" if parts else " per cent"
        parts.append(f"{name.lower()}{more} by {counted}{unit}, {word}")
    return sentence("; ".join(parts)).rstrip(".") if parts else "Falls in livestock"
