"""Charts of money: notes in circulation, gold, the ruble."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sovstats.charts.alt import Record
from sovstats.charts.axes import (
    bar_axis,
    label_rows,
    time_axis,
    value_axis,
    widest,
)
from sovstats.charts.canvas import Canvas, open_canvas
from sovstats.charts.captions import GAPS, MOMENTS, close_canvas
from sovstats.charts.data import Figures, unrepeated
from sovstats.charts.marks import (
    draw_bar,
    draw_path,
    draw_period,
    draw_point,
    note_at,
)
from sovstats.charts.style import (
    BLACK,
    BLUE,
    GREY,
    ORANGE,
    SMALL,
    VERMILION,
)
from sovstats.numbers.intervals import Interval
from sovstats.numbers.wording import count_word, percent, show_interval, show_number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sovstats.charts.data import Point


def draw_banknotes(figures: Figures, ax: Axes | None) -> Axes:
    """Draw the notes in circulation with the turns of policy."""
    found = figures.points(
        "banknotes_in_circulation", "billion * ruble", statuses=("actual",)
    )
    points = [point for point in unrepeated(found) if point.span]
    canvas = open_canvas(figures, ax, 3.1)
    axes = canvas.ax
    # A point on the first tick needs room to its left for its number.
    time_axis(axes, int(points[0].when - 0.3), int(points[-1].when))
    value_axis(axes, max(float(p.middle) for p in points), room=1.28)
    _turns(canvas)
    draw_path(axes, points, BLUE)
    for number, point in enumerate(points):
        draw_period(axes, point, BLUE)
        draw_point(canvas, axes, point, point.when, BLUE, "Notes in circulation")
        _value_label(axes, points, number)
    subtitle = "Soviet banknotes outstanding, billion rubles"
    return close_canvas(canvas, _notes_title(points), subtitle, [MOMENTS, GAPS])


def _value_label(ax: Axes, points: list[Point], number: int) -> None:
    """Write a value above its point, or beside it where the line climbs steeply."""
    point = points[number]
    peak = point.middle == max(p.middle for p in points)
    rising = number + 1 < len(points) and points[number + 1].middle > point.middle
    left = {"ha": "right", "va": "bottom"}
    offset = (-3.0, 2.0) if rising and not peak else (0.0, 8.0)
    style = left if rising and not peak else {}
    if point.spread:
        offset, style = (0.0, -22.0), {}
    if number and points[number - 1].middle > point.middle:
        offset, style = (0.0, -9.0), {}
    note_at(ax, point.label, (point.when, float(point.middle)), offset, **style)


def _turns(canvas: Canvas) -> None:
    """Mark off the first plan from what came before and after, in our own words."""
    plans = canvas.figures.points(
        "plan_completion_time", "month", statuses=("actual",), optional=True
    )
    dated = [plan for plan in plans if plan.span]
    if not dated or dated[0].span is None:
        return
    first, last = dated[0].span
    low, high = canvas.ax.get_xlim()
    parts = (
        (low, first, "NEP: the currency\nis kept sound"),
        (first, last, "First plan: notes are printed\nto meet its deficits"),
        (last, high, "Second plan:\nretrenchment"),
    )
    for left, right, words in parts:
        canvas.ax.annotate(
            words, ((left + right) / 2, 1), (0, -2), canvas.ax.get_xaxis_transform(),
            "offset points", ha="center", va="top", fontsize=SMALL, color=GREY,
        )  # fmt: skip
    for year in (first, last):
        canvas.ax.axvline(year, color=GREY, lw=0.6, ls=(0, (2, 2)), zorder=1)
    canvas.extra.append(dated[0])


def _notes_title(points: list[Point]) -> str:
    """Say how far the notes rose, and what came after the peak."""
    peak = max(points, key=lambda p: p.middle)
    times = peak.middle / points[0].middle
    years = round(peak.when - points[0].when)
    whole = count_word(times).isalpha()
    word = f"{count_word(times)}fold" if whole else f"{show_number(times, 2)}-fold"
    title = f"Notes in circulation grew {word} in {count_word(years)} years"
    after = [p.middle for p in points[points.index(peak) + 1 :]]
    if not after:
        return title
    again = any(two > one for one, two in zip(after, after[1:], strict=False))
    return f"{title}, fell, and rose again" if again else f"{title}, then fell"


def draw_gold(figures: Figures, ax: Axes | None) -> Axes:
    """Draw the gold reserve beside the notes that it covers."""
    unit = "billion * ruble"
    reserve = unrepeated(figures.points("gold_reserve", unit, statuses=("actual",)))
    cover = figures.points("gold_coverage", "percent")[0]
    notes = figures.points("banknotes_in_circulation", unit, statuses=("actual",))
    behind = [p for p in notes if p.figure == cover.row["base"]] or notes[-1:]
    rows = [("Gold reserve", p, ORANGE) for p in reserve]
    rows += [("Notes in circulation", p, BLUE) for p in behind]
    labels = [f"{name}, {point.period}{point.marks}" for name, point, _ in rows]
    canvas = open_canvas(figures, ax, 1.3, left=widest(labels))
    label_rows(canvas.ax, labels)
    bar_axis(canvas.ax, [p.reach for _, p, _ in rows], [p.number for _, p, _ in rows])
    for at, (name, point, colour) in enumerate(rows):
        draw_bar(canvas, canvas.ax, point, at, colour, name, "billion rubles")
        note_at(canvas.ax, point.number, (point.reach, at), (5, 0), ha="left")
    words, note = _coverage(canvas, reserve[-1], behind[0], cover)
    return close_canvas(canvas, words, "Billion rubles", [note], 2)


def _coverage(
    canvas: Canvas, reserve: Point, notes: Point, cover: Point
) -> tuple[str, str]:
    """Return the title, and the note that recomputes the stated coverage."""
    wide = [Interval(*(p.spread or (p.middle, p.middle))) for p in (reserve, notes)]
    literal = show_number(reserve.middle / notes.middle * 100)
    loose = show_interval((wide[0] / wide[1]) * Interval.point(100), digits=3)
    part = count_word(notes.middle / reserve.middle)
    canvas.extra.append(cover)
    said = f"Coverage stated in the text: {cover.number} per cent"
    text = f"{cover.number} per cent as stated"
    canvas.records.append(Record("Coverage", text, cover))
    note = (
        f"{said}; recomputed from the numbers as printed {literal}, from their hedged "
        f"readings {loose}."
    )
    return f"In {notes.period} gold stood behind one note in {part}", note


def draw_ruble(figures: Figures, ax: Axes | None) -> Axes:
    """Draw the official rate of the ruble against its purchasing power."""
    unit = "franc/ruble"
    rate = [p for p in unrepeated(figures.points("ruble_in_francs", unit)) if p.span]
    power = [
        p for p in unrepeated(figures.points("ruble_purchasing_power", unit)) if p.span
    ]
    both = [*rate, *power]
    canvas = open_canvas(figures, ax, 2.7)
    first = int(min(p.when for p in both))
    time_axis(canvas.ax, first, int(max(p.when for p in both)))
    value_axis(canvas.ax, max(float(p.middle) for p in both), 1.15)
    draw_path(canvas.ax, rate, BLUE)
    for name, points, colour in (
        ("Official rate", rate, BLUE),
        ("Purchasing power at world prices", power, VERMILION),
    ):
        for point in points:
            draw_period(canvas.ax, point, colour)
            draw_point(canvas, canvas.ax, point, point.when, colour, name)
            place = (point.when, float(point.middle))
            style = {"ha": "left"} if points is rate else {}
            offset = (6.0, 5.0) if points is rate else (0.0, -12.0)
            note_at(canvas.ax, point.label, place, offset, **style)
    _ruble_names(canvas, rate, power)
    title = _ruble_title(rate, power)
    return close_canvas(canvas, title, "French francs to one ruble", [GAPS])


def _ruble_names(canvas: Canvas, rate: list[Point], power: list[Point]) -> None:
    """Name the two series beside their first points."""
    place = (rate[0].when, float(rate[0].middle))
    note_at(canvas.ax, "Official rate", place, (32, 5), ha="left", color=BLUE)
    if power:
        place = (power[0].when, float(power[0].middle))
        words = "Purchasing power,\nworld prices"
        note_at(canvas.ax, words, place, (-22, 0), ha="right", color=VERMILION)
    canvas.ax.spines["bottom"].set_color(BLACK)


def _ruble_title(rate: list[Point], power: list[Point]) -> str:
    """Say what was left of the official rate and what the ruble bought."""
    lost = percent(1 - rate[-1].middle / rate[0].middle)
    title = f"The ruble's official rate fell by {lost} per cent"
    if not power or power[0].middle >= rate[-1].middle:
        return title
    times = rate[-1].middle / power[0].middle
    word = "twice" if times == 2 else f"{show_number(times, 2)} times"
    return f"{title} and still was {word} what a ruble bought"
