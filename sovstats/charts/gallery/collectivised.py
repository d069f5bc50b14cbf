"""The chart of the collectivised share: facts against plans, work against work."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sovstats.charts.axes import (
    spread_out,
    time_axis,
    value_axis,
)
from sovstats.charts.canvas import (
    Canvas,
    open_canvas,
    size_in_points,
)
from sovstats.charts.captions import (
    MOMENTS,
    close_canvas,
    short_title,
    undated_note,
)
from sovstats.charts.data import Figures, Point, unrepeated
from sovstats.charts.marks import (
    FACTS,
    draw_path,
    draw_period,
    draw_point,
    note_at,
)
from sovstats.charts.style import (
    BLUE,
    GREEN,
    ORANGE,
    PURPLE,
    SMALL,
    VERMILION,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MAIN = "betrayed"
COLOURS = {"newcourse": ORANGE, "choices": GREEN}
MOVED = "Figures of other works are moved within their year, to be told apart."


def draw_collectivised(figures: Figures, ax: Axes | None) -> Axes:
    """Draw the collectivised share of peasant farms, facts against plans."""
    every = unrepeated(figures.points("collectivised_share", "percent"))
    dated = [point for point in every if point.span]
    facts = [p for p in dated if p.row["status"] in FACTS and p.row["source"] == MAIN]
    if not facts:
        what = "dated figures of the indicator 'collectivised_share'"
        raise figures.missing(what)
    plans = [p for p in dated if p.row["status"] == "plan"]
    others = [p for p in dated if p not in facts and p not in plans]
    canvas = open_canvas(figures, ax, 3.4, right=8)
    short = [point for point in facts if _length(point) <= 1]
    time_axis(canvas.ax, int(short[0].when) - 1, int(max(p.when for p in dated)))
    value_axis(canvas.ax, 100, 1.06)
    disputed = _disputed(figures, short)
    _facts(canvas, [p for p in short if p.figure not in disputed])
    for point in [p for p in facts if _length(p) > 1]:
        _era(canvas, point)
    for point in [p for p in short if p.figure in disputed]:
        _alone(canvas, point)
    _plans(canvas, plans)
    _others(canvas, others)
    notes = [MOMENTS, MOVED, *_notes(figures, every, short, disputed)]
    return close_canvas(canvas, _title(short, plans), SUBTITLE, notes)


SUBTITLE = "Peasant holdings in collective farms, per cent"


def _length(point: Point) -> float:
    """Return the years that a period lasts."""
    return 0 if point.span is None else point.span[1] - point.span[0]


def _disputed(figures: Figures, points: list[Point]) -> set[str]:
    """Return what two or more contradicted claims among the main figures share.

    Claims that rest on another work do not count, and one of them at least must be
    what the texts say and not our own construction.
    """
    own = {
        row["figure"]
        for row in figures.rows
        if row["source"] == MAIN and row["indicator"] == points[0].row["indicator"]
    }
    against = [
        claim
        for claim in figures.dataset.claims()
        if claim.reading == "contradicted" and own.issuperset(claim.verdict.figures)
    ]
    counts = Counter(name for claim in against for name in set(claim.verdict.figures))
    said = {
        name
        for claim in against
        if claim.row["asserted"] != "reading"
        for name in claim.verdict.figures
    }
    shown = {point.figure for point in points} & said
    return {name for name, count in counts.items() if count > 1 and name in shown}


def _facts(canvas: Canvas, points: list[Point]) -> None:
    draw_path(canvas.ax, points, BLUE)
    name = short_title(canvas.figures, MAIN)
    for point in points:
        draw_period(canvas.ax, point, BLUE)
        draw_point(canvas, canvas.ax, point, point.when, BLUE, name, "per cent")
        place = (point.when, float(point.middle))
        if float(point.middle) < 5:
            # Under the steep part the numbers find room on the right only.
            offset, side = ((7, 2), "left") if _length(point) else ((0, 8), "center")
        else:
            offset, side = (7, -6), "left"
        note_at(canvas.ax, point.label, place, offset, ha=side)
    last = points[-1]
    place = (last.when, float(last.middle))
    note_at(canvas.ax, name, place, (0, 12), color=BLUE, fontsize=7.5)


def _era(canvas: Canvas, point: Point) -> None:
    """Draw a figure for many years as a line over what the axis shows of them."""
    assert point.span is not None
    left = max(point.span[0], canvas.ax.get_xlim()[0])
    draw_period(canvas.ax, point, BLUE)
    draw_point(
        canvas, canvas.ax, point, left + 0.5, BLUE, "The years before", "per cent"
    )
    words = f"{point.label}, {point.period}"
    place = (left, float(point.middle))
    note_at(canvas.ax, words, place, (2, 8), ha="left")


def _alone(canvas: Canvas, point: Point) -> None:
    """Draw a disputed figure by itself."""
    draw_period(canvas.ax, point, BLUE)
    name = "Disputed by other figures of the same text"
    draw_point(canvas, canvas.ax, point, point.when, BLUE, name, "per cent")
    place = (point.when, float(point.middle))
    note_at(canvas.ax, f"{point.label}\u2021", place, (0, 9))


def _plans(canvas: Canvas, plans: list[Point]) -> None:
    """Draw plans; one that several works print is drawn once."""
    seen = {(p.row["period"], p.middle): p for p in reversed(plans)}
    canvas.extra.extend(plans)
    for point in seen.values():
        draw_period(canvas.ax, point, VERMILION)
        draw_point(canvas, canvas.ax, point, point.when, VERMILION, "Plan", "per cent")
        place = (point.when, float(point.middle))
        words = f"Plan: {point.label}"
        note_at(canvas.ax, words, place, (0, 14), color=VERMILION, fontsize=7.5)


def _others(canvas: Canvas, points: list[Point]) -> None:
    """Draw what other works give, told apart by colour and named beside the point."""
    years: dict[int, list[Point]] = {}
    for point in points:
        years.setdefault(int(point.when), []).append(point)
    for group in years.values():
        _, height = size_in_points(canvas.ax)
        scale = height / canvas.ax.get_ylim()[1]
        levels = [float(point.middle) * scale for point in group]
        for number, (point, level) in enumerate(
            zip(group, spread_out(levels, SMALL * 1.4), strict=True)
        ):
            at = point.when + 0.5 * ((number + 1) / (len(group) + 1) - 0.5)
            _other(canvas, point, at, level - float(point.middle) * scale)


def _other(canvas: Canvas, point: Point, at: float, lift: float) -> None:
    colour = COLOURS.get(point.row["source"], PURPLE)
    name = short_title(canvas.figures, point.row["source"])
    draw_point(canvas, canvas.ax, point, at, colour, name, "per cent")
    status = "" if point.row["status"] in FACTS else f", {point.row['status']}"
    words = f"{name}{status}: {point.label}"
    place = (at, float(point.middle))
    last = at > canvas.ax.get_xlim()[1] - 1
    style = {"ha": "center"} if last else {"ha": "right"}
    offset = (-8.0, -12.0) if last else (-8 - 36 * (at % 1 - 0.25), lift)
    note_at(canvas.ax, words, place, offset, color=colour, **style)


def _notes(
    figures: Figures, every: list[Point], facts: list[Point], disputed: set[str]
) -> list[str]:
    notes = []
    for point in facts:
        if point.figure in disputed:
            notes.append(
                f"\u2021 {point.number} for {point.period} cannot stand beside the "
                "figures around it and is not joined to them."
            )
    for point in every:
        if point.span and point.row["status"] == "forecast" and point.row["note"]:
            notes.append(f"Forecast of {point.number}: {point.row['note']}.")
    return [*notes, *undated_note(figures, every)]


def _title(facts: list[Point], plans: list[Point]) -> str:
    """Say when the facts passed the plan."""
    if not plans:
        return "Peasant holdings in collective farms"
    plan = max(plans, key=lambda p: p.when)
    passed = [p for p in facts if p.middle > plan.middle and p.when < plan.when]
    if not passed:
        return f"The share stayed below the plan for {plan.period}"
    return (
        f"Collectivisation passed the plan for {plan.period} in {passed[0].period} and "
        f"reached {facts[-1].number} per cent in {facts[-1].period}"
    )
