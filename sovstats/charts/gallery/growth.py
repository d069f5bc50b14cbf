"""The chart of industrial growth: what was planned, promised and admitted, by year."""

from sovstats.charts.axes import lifts, quiet_axis, time_axis, value_axis
from sovstats.charts.canvas import Canvas, Panel, columns, open_panel
from sovstats.charts.captions import close_panel
from sovstats.charts.data import Measure, Point, unrepeated
from sovstats.charts.marks import Series, draw_point, line_of, note_at
from sovstats.charts.style import BLUE, GREEN, GREY, VERMILION
from sovstats.numbers import listed

UNNAMED = ("official", "trotsky", "study")
"""Speakers whose name a label can do without."""


def draw_industrial_growth(canvas: Canvas) -> None:
    """Draw yearly growth rates over their periods, and those without a date beside."""
    found = unrepeated(canvas.data.points(Measure("industrial_growth", "percent")))
    whole = [point for point in found if _cumulative(point)]
    rates = [point for point in found if point not in whole]
    # What several works print stands once, whatever hedge each of them gives it.
    once = unrepeated(rates, ("period", "status"))
    dated = [point for point in once if point.span]
    undated = [point for point in once if not point.span]
    if not dated:
        canvas.data.lacks("dated figures of the indicator 'industrial_growth'")
    host = open_panel(canvas, 3.4, left=0, right=0)
    left, right = columns(host, 24, (0, 0.72, 20, 0), (0.76, 0.24, 0, 0))
    top = max(point.reach for point in rates)
    _over_time(left, dated, top)
    _without_date(right, undated, top)
    notes = ["A line spans the period that a rate is for."]
    if whole:
        said = listed([f"{p.number} per cent in {p.period}" for p in whole])
        notes.append(f"Not drawn, being over a whole period and not yearly: {said}.")
    canvas.extra.extend(whole)
    subtitle = "Growth of industrial production in a year, per cent"
    close_panel(host, _title(dated), subtitle, notes)


def _cumulative(point: Point) -> bool:
    """Say whether a growth runs over its whole period and not from year to year."""
    base = point.row["base"]
    return bool(base) and point.length > 1.5 and point.row["period"].startswith(base)


def _draw(panel: Panel, point: Point, at: float) -> str:
    """Draw a rate as its status asks, and return the colour."""
    series = Series("Promised or forecast", GREEN, "per cent")
    if point.fact:
        series = Series("Admitted", BLUE, "per cent")
    elif point.row["status"] == "plan":
        series = Series("Planned", VERMILION, "per cent")
    draw_point(panel, point, at, series)
    return series.colour


def _words(point: Point, between: str = " ") -> str:
    """Return a label: the status, whose it is, and the number."""
    draft = "draft " if "draft" in point.figure.split("_") else ""
    if point.fact:
        return f"{draft}{between}{point.label}".strip()
    speaker = point.row["speaker"]
    whose = "" if speaker in UNNAMED else f" ({speaker.title()})"
    return f"{draft}{point.row['status']}{whose}{between}{point.label}"


def _over_time(panel: Panel, points: list[Point], top: float) -> None:
    """Draw the rates that have a period as lines over it."""
    panel.head("Of a year or period", "Per cent a year", 20)
    spans = [point.span for point in points if point.span]
    # A year ends where the next one begins, which is not to be shown.
    last_year = max(last for _, last in spans) - 0.01
    time_axis(panel, min(first for first, _ in spans), last_year)
    value_axis(panel, top, 1.12)
    height = panel.size[1] / panel.ax.get_ylim()[1]
    for point, (first, last) in zip(points, spans, strict=True):
        level = float(point.middle)
        # Lines that follow one another at one level must not look like one.
        ends = [first + 0.07, last - 0.07]
        stroke = panel.ax.plot(ends, [level] * 2, lw=1.8, ls=line_of(point), zorder=2)
        colour = _draw(panel, point, point.when)
        stroke[0].set_color(colour)
        crowded = any(
            0 < float(other.middle) - level < 5 and start < last and first < end
            for other, (start, end) in zip(points, spans, strict=True)
        )
        lift = 9 + (point.reach - level) * height
        note_at(panel, _words(point), point.place, (0, -lift if crowded else lift),
                color=colour)  # fmt: skip


def _without_date(panel: Panel, points: list[Point], top: float) -> None:
    """Draw the rates that the texts do not date, side by side."""
    panel.head("Without a date", "Per cent a year")
    value_axis(panel, top, 1.12)
    quiet_axis(panel)
    # The ticks of the panel beside it hold for this one.
    panel.ax.set_yticks(panel.ax.get_yticks(), [""] * len(panel.ax.get_yticks()))
    panel.ax.set_xticks([])
    panel.ax.set_xlim(-0.1, 1)
    points = sorted(points, key=lambda point: point.middle)
    levels = [float(point.middle) for point in points]
    for number, lift in enumerate(lifts(panel, levels, 20)):
        at = 0.08 * number
        colour = _draw(panel, points[number], at)
        # The labels stand one above the other, right of the last mark.
        aside = (0.08 * len(points) - at) * panel.size[0] / 1.1
        note_at(panel, _words(points[number], "\n"), (at, levels[number]),
                (aside, lift), colour, ha="left",
                arrowprops={"arrowstyle": "-", "lw": 0.4, "color": GREY})  # fmt: skip


def _title(points: list[Point]) -> str:
    """Set the year's plan against what was admitted, where both are there."""
    facts: dict[str, Point] = {}
    for point in points:
        if point.fact:
            facts.setdefault(point.row["period"], point)
    for plan in points:
        if plan.row["status"] == "plan" and plan.row["period"] in facts:
            return (
                f"The plan for {plan.period} was {plan.number} per cent; "
                f"{facts[plan.row['period']].number} was admitted"
            )
    return "Industrial growth: plans, promises and facts"
