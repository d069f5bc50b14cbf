"""The chart of industrial growth: what was planned, promised and admitted, by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sovstats.charts.axes import (
    spread_out,
    time_axis,
    value_axis,
)
from sovstats.charts.canvas import (
    Canvas,
    open_canvas,
    panel_title,
    size_in_points,
    split,
)
from sovstats.charts.captions import close_canvas
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
    GREY,
    STATUS_MARKS,
    VERMILION,
)
from sovstats.numbers.wording import listed

if TYPE_CHECKING:
    from matplotlib.axes import Axes

UNNAMED = ("official", "trotsky", "study")
"""Speakers whose name a label can do without."""


def draw_industrial_growth(figures: Figures, ax: Axes | None) -> Axes:
    """Draw yearly growth rates over their periods, and those without a date beside."""
    found = unrepeated(figures.points("industrial_growth", "percent"))
    rates = [point for point in found if not _cumulative(point)]
    dated, undated = _once(rates, True), _once(rates, False)
    if not dated:
        what = "dated figures of the indicator 'industrial_growth'"
        raise figures.missing(what)
    canvas = open_canvas(figures, ax, 3.4, left=0, right=0)
    width, height = canvas.size
    left, right = split(
        canvas,
        [
            (20 / width, 0, 0.72 - 20 / width, 1 - 24 / height),
            (0.76, 0, 0.24, 1 - 24 / height),
        ],
    )
    top = max(point.reach for point in rates)
    _over_time(canvas, left, dated, top)
    _without_date(canvas, right, undated, top)
    notes = ["A line spans the period that a rate is for."]
    whole = [point for point in found if _cumulative(point)]
    if whole:
        said = listed([f"{p.number} per cent in {p.period}" for p in whole])
        notes.append(f"Not drawn, being over a whole period and not yearly: {said}.")
    canvas.extra.extend(whole)
    subtitle = "Growth of industrial production in a year, per cent"
    return close_canvas(canvas, _title(dated), subtitle, notes)


def _cumulative(point: Point) -> bool:
    """Say whether a growth runs over its whole period and not from year to year."""
    base = point.row["base"]
    long = point.span is not None and point.span[1] - point.span[0] > 1.5
    return bool(base) and long and point.row["period"].startswith(base)


def _once(points: list[Point], dated: bool) -> list[Point]:
    """Return those with or without a date; what several works print once."""
    wanted = [point for point in points if (point.span is not None) is dated]
    seen: dict[tuple[object, ...], Point] = {}
    for point in wanted:
        number = (point.value, point.low, point.high)
        seen.setdefault((point.row["period"], point.row["status"], *number), point)
    return list(seen.values())


def _colour(point: Point) -> str:
    if point.row["status"] in FACTS:
        return BLUE
    return VERMILION if point.row["status"] == "plan" else GREEN


def _words(point: Point, between: str = " ") -> str:
    """Return a label: the status, whose it is, and the number."""
    draft = "draft " if "draft" in point.figure.split("_") else ""
    status = "" if point.row["status"] in FACTS else point.row["status"]
    speaker = point.row["speaker"]
    whose = "" if speaker in UNNAMED or not status else f" ({speaker.title()})"
    return f"{draft}{status}{whose}{between}{point.label}".strip()


def _over_time(canvas: Canvas, ax: Axes, points: list[Point], top: float) -> None:
    panel_title(ax, "Of a year or period", "Per cent a year", 20)
    spans = [point.span for point in points if point.span]
    time_axis(ax, int(min(s[0] for s in spans)), int(max(s[1] for s in spans) - 0.01))
    value_axis(ax, top, 1.12)
    for point in points:
        assert point.span is not None
        colour = _colour(point)
        _, line = STATUS_MARKS[point.row["status"]]
        level = float(point.middle)
        # Lines that follow one another at one level must not look like one.
        ends = [point.span[0] + 0.07, point.span[1] - 0.07]
        ax.plot(ends, [level, level], color=colour, lw=1.8, ls=line, zorder=2)
        draw_point(canvas, ax, point, point.when, colour, _series(point), "per cent")
        below = any(0 < float(p.middle) - level < 5 and _overlap(p, point)
                    for p in points)  # fmt: skip
        lift = 6 if point.spread is None else 6 + point_height(ax, point)
        offset = (0, -lift - 3) if below else (0, lift + 3)
        note_at(ax, _words(point), (point.when, level), offset, color=colour)


def _overlap(one: Point, two: Point) -> bool:
    assert one.span is not None and two.span is not None
    return one.span[0] < two.span[1] and two.span[0] < one.span[1]


def point_height(ax: Axes, point: Point) -> float:
    """Return how many points the bar of a hedge reaches above its marker."""
    _, height = size_in_points(ax)
    bottom, top = ax.get_ylim()
    return (point.reach - float(point.middle)) * height / (top - bottom)


def _series(point: Point) -> str:
    if point.row["status"] in FACTS:
        return "Admitted"
    return "Planned" if point.row["status"] == "plan" else "Promised or forecast"


def _without_date(canvas: Canvas, ax: Axes, points: list[Point], top: float) -> None:
    """Draw the rates that the texts do not date, side by side."""
    panel_title(ax, "Without a date", "Per cent a year")
    value_axis(ax, top, 1.12)
    quiet_axis(ax)
    ax.set_yticks(ax.get_yticks(), [""] * len(ax.get_yticks()))
    ax.set_xticks([])
    ax.set_xlim(-0.1, 1)
    points = sorted(points, key=lambda point: point.middle)
    width, height = size_in_points(ax)
    scale = height / ax.get_ylim()[1]
    levels = [float(point.middle) * scale for point in points]
    for number, (point, level) in enumerate(
        zip(points, spread_out(levels, 20), strict=True)
    ):
        colour = _colour(point)
        at = 0.08 * number
        draw_point(canvas, ax, point, at, colour, _series(point), "per cent")
        place = (at, float(point.middle))
        lift = level - float(point.middle) * scale
        offset = ((0.08 * len(points) - at) * width / 1.1, lift)
        note_at(ax, _words(point, "\n"), place, offset, ha="left", color=colour,
                arrowprops={"arrowstyle": "-", "lw": 0.4, "color": GREY})  # fmt: skip


def _title(points: list[Point]) -> str:
    """Set the year's plan against what was admitted, where both are there."""
    for plan in points:
        facts = [
            p for p in points
            if p.row["status"] in FACTS and p.row["period"] == plan.row["period"]
        ]  # fmt: skip
        if plan.row["status"] == "plan" and facts:
            return (
                f"The plan for {plan.period} was {plan.number} per cent; "
                f"{facts[0].number} was admitted"
            )
    return "Industrial growth: plans, promises and facts"
