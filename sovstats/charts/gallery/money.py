"""Charts of money: notes in circulation, gold, the ruble."""

from itertools import pairwise

from sovstats.charts.axes import time_axis, value_axis
from sovstats.charts.bars import Bar, open_bars
from sovstats.charts.canvas import Canvas, Panel, open_panel
from sovstats.charts.captions import GAPS, MOMENTS, close_panel
from sovstats.charts.data import Measure, Point, unrepeated
from sovstats.charts.marks import Series, draw_dated, draw_path, note_at
from sovstats.charts.style import BLACK, BLUE, GREY, ORANGE, SMALL, VERMILION
from sovstats.numbers import Interval, count_word, percent, show_interval, show_number

NOTES = Measure("banknotes_in_circulation", "billion * ruble", "Notes in circulation")
GOLD = Measure("gold_reserve", "billion * ruble", "Gold reserve", colour=ORANGE)
COVER = Measure("gold_coverage", "percent")
RATE = Measure("ruble_in_francs", "franc/ruble", "Official rate")
POWER = Measure("ruble_purchasing_power", "franc/ruble")
PLAN = Measure("plan_completion_time", "month")
ACTUAL = ("actual",)


def draw_banknotes(canvas: Canvas) -> None:
    """Draw the notes in circulation with the turns of policy."""
    points = canvas.data.dated(NOTES, ACTUAL)
    panel = open_panel(canvas, 3.1)
    # A point on the first tick needs room to its left for its number.
    time_axis(panel, points[0].when - 0.3, points[-1].when)
    value_axis(panel, max(float(p.middle) for p in points), 1.28)
    _turns(panel)
    draw_path(panel, points, BLUE)
    for number, point in enumerate(points):
        draw_dated(panel, point, Series(NOTES.title, BLUE))
        _value_label(panel, points, number)
    subtitle = "Soviet banknotes outstanding, billion rubles"
    close_panel(panel, _notes_title(points), subtitle, [MOMENTS, GAPS])


def _value_label(panel: Panel, points: list[Point], number: int) -> None:
    """Write a value above its point, or beside it where the line climbs steeply."""
    point = points[number]
    offset, style = (0.0, 8.0), {}
    if number and points[number - 1].middle > point.middle:
        offset = (0.0, -9.0)
    elif point.spread:
        offset = (0.0, -22.0)
    elif number + 1 < len(points) and points[number + 1].middle > point.middle:
        offset, style = (-3.0, 2.0), {"ha": "right", "va": "bottom"}
    note_at(panel, point.label, point.place, offset, **style)


def _turns(panel: Panel) -> None:
    """Mark off the first plan from what came before and after, in our own words."""
    plans = panel.canvas.data.points(PLAN, ACTUAL, optional=True)
    plan = next((plan for plan in plans if plan.span), None)
    if plan is None or plan.span is None:
        return
    first, last = plan.span
    low, high = panel.ax.get_xlim()
    parts = (
        (low, first, "NEP: the currency\nis kept sound"),
        (first, last, "First plan: notes are printed\nto meet its deficits"),
        (last, high, "Second plan:\nretrenchment"),
    )
    coordinates = panel.ax.get_xaxis_transform()
    for left, right, words in parts:
        panel.write(words, ((left + right) / 2, 1), (0, -2), coordinates, ha="center",
                    va="top", fontsize=SMALL, color=GREY)  # fmt: skip
    for year in plan.span:
        panel.ax.axvline(year, color=GREY, lw=0.6, ls=(0, (2, 2)), zorder=1)
    panel.canvas.extra.append(plan)


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
    again = any(two > one for one, two in pairwise(after))
    return f"{title}, fell, and rose again" if again else f"{title}, then fell"


def draw_gold(canvas: Canvas) -> None:
    """Draw the gold reserve beside the notes that it covers."""
    reserve = unrepeated(canvas.data.points(GOLD, ACTUAL))
    cover = canvas.data.points(COVER)[0]
    every = canvas.data.points(NOTES, ACTUAL)
    # The coverage says of which notes it is a part.
    notes = [p for p in every if p.figure == cover.row["base"]] or every[-1:]
    bars = []
    for measure, points in ((GOLD, reserve), (NOTES, notes)):
        series = Series(measure.title, measure.colour, "billion rubles")
        for point in points:
            label = f"{measure.title}, {point.period_label}"
            bars.append(Bar(point, label, series))
    panel = open_bars(canvas, 1.3, bars)
    part = count_word(notes[0].middle / reserve[-1].middle)
    title = f"In {notes[0].period} gold stood behind one note in {part}"
    note = _coverage(canvas, reserve[-1], notes[0], cover)
    close_panel(panel, title, "Billion rubles", [note], 2)


def _coverage(canvas: Canvas, reserve: Point, notes: Point, cover: Point) -> str:
    """Return the note that recomputes the stated coverage."""
    gold, paper = (
        Interval(*(p.spread or (p.middle, p.middle))) for p in (reserve, notes)
    )
    literal = show_number(reserve.middle / notes.middle * 100)
    loose = show_interval((gold / paper) * Interval.point(100), digits=3)
    canvas.extra.append(cover)
    canvas.record("Coverage", f"{cover.number} per cent as stated", cover)
    return (
        f"Coverage stated in the text: {cover.number} per cent; recomputed from the "
        f"numbers as printed {literal}, from their hedged readings {loose}."
    )


def draw_ruble(canvas: Canvas) -> None:
    """Draw the official rate of the ruble against its purchasing power."""
    rate = canvas.data.dated(RATE)
    power = [point for point in unrepeated(canvas.data.points(POWER)) if point.span]
    both = [*rate, *power]
    panel = open_panel(canvas, 2.7)
    time_axis(panel, min(p.when for p in both), max(p.when for p in both))
    value_axis(panel, max(float(p.middle) for p in both), 1.15)
    draw_path(panel, rate, BLUE)
    for point in rate:
        draw_dated(panel, point, Series(RATE.title, BLUE))
        note_at(panel, point.label, point.place, (6, 5), ha="left")
    bought = Series("Purchasing power at world prices", VERMILION)
    for point in power:
        draw_dated(panel, point, bought)
        note_at(panel, point.label, point.place, (0, -12))
    note_at(panel, RATE.title, rate[0].place, (32, 5), ha="left", color=BLUE)
    if power:
        words = "Purchasing power,\nworld prices"
        note_at(panel, words, power[0].place, (-22, 0), ha="right", color=VERMILION)
    panel.ax.spines["bottom"].set_color(BLACK)
    close_panel(panel, _ruble_title(rate, power), "French francs to one ruble", [GAPS])


def _ruble_title(rate: list[Point], power: list[Point]) -> str:
    """Say what was left of the official rate and what the ruble bought."""
    lost = percent(1 - rate[-1].middle / rate[0].middle)
    title = f"The ruble's official rate fell by {lost} per cent"
    if not power or power[0].middle >= rate[-1].middle:
        return title
    times = rate[-1].middle / power[0].middle
    word = "twice" if times == 2 else f"{show_number(times, 2)} times"
    return f"{title} and still was {word} what a ruble bought"
