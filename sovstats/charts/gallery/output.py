"""Charts of amounts before and after: harvests, sugar, trade, branches of industry."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from sovstats.charts.axes import time_axis, value_axis
from sovstats.charts.bars import Bar, open_bar_panels, open_bars
from sovstats.charts.canvas import Canvas, Panel, open_panel
from sovstats.charts.captions import close_panel
from sovstats.charts.data import FACTS, HOME, Measure, Point
from sovstats.charts.marks import Series, draw_bar, note_at
from sovstats.charts.style import BLACK, BLUE, GREY, LABEL
from sovstats.numbers import listed, show_number

EMPIRE = "russian_empire"
COUNTRY = (EMPIRE, HOME)
HARVEST = Measure("grain_harvest", "million * tonne", places=COUNTRY)
TRADE = Measure("foreign_trade", "million * ruble", places=COUNTRY)
BRANCHES = (
    Measure("steel_output", "million * tonne",
            "Steel", "Million tonnes a year", COUNTRY),
    Measure("coal_output", "million * tonne",
            "Coal, Donets basin", "Million tonnes in a month", ("donbas",)),
    Measure("power_stations", "count", "District power stations", "Number"),
    Measure("power_station_capacity", "million * watt", "Their capacity", "Megawatts"),
)  # fmt: skip
HUNDREDWEIGHT = (
    "Converted from the hundredweight of the translation, which is 100 kilograms."
)


def draw_grain_harvest(canvas: Canvas) -> None:
    """Draw the grain harvests of the years that are given."""
    points = canvas.data.dated(HARVEST, FACTS)
    panel = open_panel(canvas, 2.6)
    named = {p.when: p.period for p in points}
    time_axis(panel, points[0].when - 1, points[-1].when, named)
    value_axis(panel, max(float(p.middle) for p in points), 1.2)
    for point in points:
        _harvest(panel, point)
    title = _harvest_title(points)
    notes = [HUNDREDWEIGHT, "Years without a bar: no figure."]
    close_panel(panel, title, "Gross grain harvest, million tonnes", notes)


def _harvest(panel: Panel, point: Point) -> None:
    """Draw the harvest of some years as a bar over them."""
    years = round(point.length)
    series, empire = Series("Soviet Union", BLUE, "million tonnes"), ""
    if point.row["place"] == EMPIRE:
        series = Series("Russian Empire", GREY, "million tonnes")
        empire = "\n(Russian Empire)"
    draw_bar(panel, point, point.when, series, years * 0.86)
    each = ",\neach year" if years > 1 else ""
    words = f"{point.label}{each}{empire}"
    note_at(panel, words, (point.when, point.reach), (0, 5), va="bottom")


def _harvest_title(points: list[Point]) -> str:
    """Say how the last harvest stands to the one before it and to the first."""
    if len(points) < 3 or points[-1].middle >= points[-2].middle:
        return "Grain harvests"
    last, before, first = points[-1], points[-2], points[0]
    lost = show_number((1 - last.middle / before.middle) * 100, 2)
    more = "over " if last.row["hedge"] in ("under", "up_to", "almost") else ""
    below = last.middle < first.middle
    tail = f", below that of {first.period}" if below else ""
    return f"After {before.period} the harvest fell by {more}{lost} per cent{tail}"


def draw_sugar(canvas: Canvas) -> None:
    """Draw sugar output before and after, and the half that is stated."""
    points = canvas.data.dated(Measure("sugar_output", "million * tonne"), FACTS)
    left = canvas.data.points(Measure("sugar_remaining"))[0]
    first, last = points[0], points[-1]
    stated = first.middle * left.middle
    series = Series("Sugar", BLUE, "million tonnes")
    bars = []
    for row, point in enumerate(points):
        words = f"{point.number} ({_as_printed(point)})"
        # The stroke over a later bar may reach beyond it; the number stands after both.
        end = float(stated) if row else 0
        bars.append(Bar(point, point.period_label, series, words, end))
    panel = open_bars(canvas, 0.95, bars)
    # How much the text says was left is a stroke over the last bar.
    row = len(points) - 1
    stroke = panel.ax.plot([float(stated)] * 2, [row - 0.45, row + 0.45], color=BLACK,
                            lw=1.6, ls=(0, (2, 1)), zorder=4)[0]  # fmt: skip
    panel.name_artist(stroke, "part", left.figure)
    words = f"{_as_printed(left)} as stated, {show_number(stated, 2)} million tonnes"
    canvas.record("Left of it", words, left)
    part = show_number(last.middle / first.middle * 100, 2)
    title = (
        f"Sugar output of {last.period} was {part} per cent of that of {first.period}"
    )
    note = "The stroke is the part that the text states to be left."
    close_panel(panel, title, "Million tonnes, in brackets as printed", [note], 2)


def _as_printed(point: Point) -> str:
    """Return the number as printed, with its scale where that stands elsewhere."""
    return f"{point.row['printed']} {point.row['scale']}".strip()


def draw_foreign_trade(canvas: Canvas) -> None:
    """Draw the foreign trade turnover before and after."""
    points = canvas.data.dated(TRADE, FACTS)
    titles = canvas.data.titles("places")
    bars = []
    for point in points:
        colour = GREY if point.row["place"] == EMPIRE else BLUE
        label = f"{titles[point.row['place']]} {point.period_label}"
        bars.append(Bar(point, label, Series("Turnover", colour, "million rubles")))
    panel = open_bars(canvas, 0.95, bars)
    ratio = points[0].middle / points[-1].middle
    title = f"Foreign trade turnover, {points[0].period} and {points[-1].period}"
    if ratio > 2:
        part = show_number(Fraction(round(ratio)), 3)
        title = f"War and revolution left one part in {part} of foreign trade"
    close_panel(panel, title, "Turnover in a year, million rubles", room=2)


def draw_before_after(canvas: Canvas) -> None:
    """Draw four branches of industry at two times each, a panel a branch."""
    found = {branch: canvas.data.dated(branch, FACTS) for branch in BRANCHES}
    bars = {branch: _bars(branch, points) for branch, points in found.items()}
    host, panels = open_bar_panels(canvas, 2.5, bars, gap=18, top=25, bottom=12)
    for panel, points in zip(panels, found.values(), strict=True):
        ratio = points[-1].middle / points[0].middle
        change = f"\u00d7 {show_number(ratio, 2)}"
        if ratio < 1:
            change = f"\u00f7 {show_number(1 / ratio, 2)}"
        panel.write(change, (1, 1), (0, 13), ha="right", fontsize=LABEL, color=GREY)
    notes = ["Grey: before, blue: after. Each panel has its own scale and years."]
    every = [point for points in found.values() for point in points]
    empire = [point.period for point in every if point.row["place"] == EMPIRE]
    notes += [f"Steel of {listed(empire)}: Russian Empire."] if empire else []
    subtitle = "Output and power stations, earlier and later"
    close_panel(host, _before_after_title(found), subtitle, notes, 0)


def _bars(branch: Measure, points: Sequence[Point]) -> list[Bar]:
    """Make a bar a time, the last one in colour."""
    name = f"{branch.title}, {branch.words.lower()}"
    bars = [Bar(point, point.period_label, Series(name, GREY)) for point in points]
    return [*bars[:-1], replace(bars[-1], series=Series(name, BLUE))]


def _before_after_title(found: Mapping[Measure, Sequence[Point]]) -> str:
    """Name the branch that fell and how far the others rose."""
    ratios = {
        branch: points[-1].middle / points[0].middle for branch, points in found.items()
    }
    fell = [branch for branch, ratio in ratios.items() if ratio < 1]
    rose = [ratio for ratio in ratios.values() if ratio > 1]
    if len(fell) != 1 or not rose:
        return "Branches of industry before and after"
    low, high = (show_number(end, 2) for end in (min(rose), max(rose)))
    branch, last = fell[0], BRANCHES[-1]
    return (
        f"{branch.title} fell to 1/{round(1 / ratios[branch])} by "
        f"{found[branch][-1].period}; the others grew {low}- to {high}-fold by "
        f"{found[last][-1].period}"
    )
