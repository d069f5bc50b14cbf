"""The chart of the collectivised share: facts against plans, work against work."""

from collections import Counter

from sovstats.charts.axes import lifts, time_axis, value_axis
from sovstats.charts.canvas import Canvas, Panel, open_panel
from sovstats.charts.captions import MOMENTS, close_panel, short_title, undated_note
from sovstats.charts.data import ChartInput, Measure, Point, unrepeated
from sovstats.charts.marks import Series, draw_dated, draw_path, draw_point, note_at
from sovstats.charts.style import BLUE, GREEN, LABEL, ORANGE, PURPLE, SMALL, VERMILION
from sovstats.numbers import CONTRADICTED

SHARE = Measure("collectivised_share", "percent")
MAIN = "betrayed"
COLOURS = {"newcourse": ORANGE, "choices": GREEN}
MOVED = "Figures of other works are moved within their year, to be told apart."
SUBTITLE = "Peasant holdings in collective farms, per cent"


def draw_collectivised(canvas: Canvas) -> None:
    """Draw the collectivised share of peasant farms, facts against plans."""
    every = unrepeated(canvas.data.points(SHARE))
    dated = [point for point in every if point.span]
    facts = [point for point in dated if point.fact and point.row["source"] == MAIN]
    if not facts:
        canvas.data.lacks(f"dated figures of the indicator '{SHARE.indicator}'")
    plans = [point for point in dated if point.row["status"] == "plan"]
    others = [point for point in dated if point not in facts and point not in plans]
    short = [point for point in facts if point.length <= 1]
    disputed = _disputed(canvas.data, short)
    panel = open_panel(canvas, 3.4, right=8)
    time_axis(panel, short[0].when - 1, max(point.when for point in dated))
    value_axis(panel, 100, 1.06)
    _facts(panel, [point for point in short if point not in disputed])
    for point in facts:
        if point.length > 1:
            _era(panel, point)
    doubt = Series("Disputed by other figures of the same text", BLUE, "per cent")
    for point in disputed:
        draw_dated(panel, point, doubt)
        note_at(panel, f"{point.label}\u2021", point.place, (0, 9))
    _plans(panel, plans)
    _others(panel, others)
    notes = [MOMENTS, MOVED, *_notes(every, disputed)]
    notes += undated_note(canvas.data, every)
    close_panel(panel, _title(short, plans), SUBTITLE, notes)


def _disputed(data: ChartInput, points: list[Point]) -> list[Point]:
    """Return what two or more contradicted claims among the main figures share.

    Claims that rest on another work do not count, and one of them at least must be
    what the texts say and not our own construction.
    """
    own = {p.figure for p in data.points(SHARE) if p.row["source"] == MAIN}
    counts, said = Counter[str](), set[str]()
    for claim in data.dataset.claims():
        used = set(claim.verdict.figures)
        if claim.reading == CONTRADICTED and own.issuperset(used):
            counts.update(used)
            if not claim.ours:
                said |= used
    return [p for p in points if counts[p.figure] > 1 and p.figure in said]


def _facts(panel: Panel, points: list[Point]) -> None:
    """Draw what the main work states, joined by a line with its name."""
    draw_path(panel, points, BLUE)
    name = short_title(panel.canvas.data, MAIN)
    for point in points:
        draw_dated(panel, point, Series(name, BLUE, "per cent"))
        offset, side = (7, -6), "left"
        if point.middle < 5:
            # Under the steep part the numbers find room on the right only.
            offset, side = ((7, 2), "left") if point.length else ((0, 8), "center")
        note_at(panel, point.label, point.place, offset, ha=side)
    note_at(panel, name, points[-1].place, (0, 12), BLUE, fontsize=LABEL)


def _era(panel: Panel, point: Point) -> None:
    """Draw a figure for many years as a line over what the axis shows of them."""
    left = max(point.when - point.length / 2, panel.ax.get_xlim()[0])
    draw_dated(panel, point, Series("The years before", BLUE, "per cent"), left + 0.5)
    words = f"{point.label}, {point.period}"
    note_at(panel, words, (left, float(point.middle)), (2, 8), ha="left")


def _plans(panel: Panel, plans: list[Point]) -> None:
    """Draw plans; one that several works print is drawn once."""
    seen = {(p.row["period"], p.middle): p for p in reversed(plans)}
    panel.canvas.extra.extend(plans)
    for point in seen.values():
        draw_dated(panel, point, Series("Plan", VERMILION, "per cent"))
        words = f"Plan: {point.label}"
        note_at(panel, words, point.place, (0, 14), VERMILION, fontsize=LABEL)


def _others(panel: Panel, points: list[Point]) -> None:
    """Draw what other works give, told apart by colour and named beside the point."""
    years: dict[int, list[Point]] = {}
    for point in points:
        years.setdefault(int(point.when), []).append(point)
    for group in years.values():
        levels = [float(point.middle) for point in group]
        moved = lifts(panel, levels, SMALL * 1.4)
        for number, (point, lift) in enumerate(zip(group, moved, strict=True), 1):
            aside = 0.5 * (number / (len(group) + 1) - 0.5)
            _other(panel, point, point.when + aside, lift)


def _other(panel: Panel, point: Point, at: float, lift: float) -> None:
    """Draw one figure of another work, its label left of it or, at the edge, below."""
    colour = COLOURS.get(point.row["source"], PURPLE)
    name = short_title(panel.canvas.data, point.row["source"])
    draw_point(panel, point, at, Series(name, colour, "per cent"))
    status = "" if point.fact else f", {point.row['status']}"
    offset, side = (-8 - 36 * (at % 1 - 0.25), lift), "right"
    if at > panel.ax.get_xlim()[1] - 1:
        offset, side = (-8, -12), "center"
    words = f"{name}{status}: {point.label}"
    note_at(panel, words, (at, float(point.middle)), offset, colour, ha=side)


def _notes(every: list[Point], disputed: list[Point]) -> list[str]:
    notes = [
        f"\u2021 {point.number} for {point.period} cannot stand beside the figures "
        "around it and is not joined to them."
        for point in disputed
    ]
    for point in every:
        if point.span and point.row["status"] == "forecast" and point.row["note"]:
            notes.append(f"Forecast of {point.number}: {point.row['note']}.")
    return notes


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
