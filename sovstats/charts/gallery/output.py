"""Charts of amounts before and after: harvests, sugar, trade, branches of industry."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from sovstats.charts.alt import Record
from sovstats.charts.axes import (
    bar_axis,
    label_rows,
    time_axis,
    value_axis,
    widest,
)
from sovstats.charts.canvas import (
    grid,
    open_canvas,
    panel_title,
)
from sovstats.charts.captions import close_canvas
from sovstats.charts.data import Figures, Point, unrepeated
from sovstats.charts.marks import (
    FACTS,
    draw_bar,
    note_at,
)
from sovstats.charts.style import (
    BLACK,
    BLUE,
    GREY,
    LABEL,
)
from sovstats.numbers.wording import listed, sentence, show_number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sovstats.charts.canvas import Canvas

EMPIRE = "russian_empire"
COUNTRY = (EMPIRE, "ussr")


def _dated(
    figures: Figures, indicator: str, unit: str, places: tuple[str, ...]
) -> list[Point]:
    """Return the dated facts of an indicator, one a period, by time."""
    found = figures.points(indicator, unit, places=places, statuses=FACTS)
    dated = [point for point in unrepeated(found) if point.span]
    if not dated:
        what = f"dated figures of the indicator '{indicator}'"
        raise figures.missing(what)
    return dated


def draw_grain_harvest(figures: Figures, ax: Axes | None) -> Axes:
    """Draw the grain harvests of the years that are given."""
    points = _dated(figures, "grain_harvest", "million * tonne", COUNTRY)
    canvas = open_canvas(figures, ax, 2.6)
    named = {p.when: p.period for p in points}
    time_axis(canvas.ax, int(points[0].when) - 1, int(points[-1].when), named)
    value_axis(canvas.ax, max(float(p.middle) for p in points), 1.2)
    for point in points:
        assert point.span is not None
        home = point.row["place"] != EMPIRE
        name = "Soviet Union" if home else "Russian Empire"
        years = round(point.span[1] - point.span[0])
        draw_bar(canvas, canvas.ax, point, point.when, BLUE if home else GREY, name,
                 "million tonnes", across=False, thickness=years * 0.86)  # fmt: skip
        each = ",\neach year" if years > 1 else ""
        empire = "" if home else "\n(Russian Empire)"
        place = (point.when, point.reach)
        note_at(canvas.ax, f"{point.label}{each}{empire}", place, (0, 5), va="bottom")
    title = _harvest_title(points)
    notes = [HUNDREDWEIGHT, "Years without a bar: no figure."]
    return close_canvas(canvas, title, "Gross grain harvest, million tonnes", notes)


HUNDREDWEIGHT = (
    "Converted from the hundredweight of the translation, which is 100 kilograms."
)


def _harvest_title(points: list[Point]) -> str:
    """Say how the last harvest stands to the one before it and to the first."""
    if len(points) < 3:
        return "Grain harvests"
    last, before, first = points[-1], points[-2], points[0]
    if not last.middle < before.middle:
        return "Grain harvests"
    lost = show_number((1 - last.middle / before.middle) * 100, 2)
    more = "over " if last.row["hedge"] in ("under", "up_to", "almost") else ""
    below = last.middle < first.middle
    tail = f", below that of {first.period}" if below else ""
    return f"After {before.period} the harvest fell by {more}{lost} per cent{tail}"


def draw_sugar(figures: Figures, ax: Axes | None) -> Axes:
    """Draw sugar output before and after, and the half that is stated."""
    points = _dated(figures, "sugar_output", "million * tonne", ("ussr",))
    left = figures.points("sugar_remaining", "dimensionless")[0]
    labels = [f"{point.period}{point.marks}" for point in points]
    canvas = open_canvas(figures, ax, 0.95, left=widest(labels))
    label_rows(canvas.ax, labels)
    words = [f"{point.number} ({_as_printed(point)})" for point in points]
    bar_axis(canvas.ax, [p.reach for p in points], words)
    for row, (point, word) in enumerate(zip(points, words, strict=True)):
        draw_bar(canvas, canvas.ax, point, row, BLUE, "Sugar", "million tonnes")
        stroke = float(points[0].middle * left.middle) if row else 0
        note_at(canvas.ax, word, (max(point.reach, stroke), row), (5, 0), ha="left")
    _stated_part(canvas, points, left)
    part = show_number(points[-1].middle / points[0].middle * 100, 2)
    title = (
        f"Sugar output of {points[-1].period} was {part} per cent of that of "
        f"{points[0].period}"
    )
    notes = ["The stroke is the part that the text states to be left."]
    subtitle = "Million tonnes, in brackets as printed"
    return close_canvas(canvas, title, subtitle, notes, 2)


def _as_printed(point: Point) -> str:
    """Return the number as printed, with its scale where that stands elsewhere."""
    return " ".join(filter(None, [point.row["printed"], point.row["scale"]]))


def _stated_part(canvas: Canvas, points: list[Point], left: Point) -> None:
    """Draw how much the text says was left, as a stroke over the last bar."""
    stated = points[0].middle * left.middle
    row = len(points) - 1
    line = canvas.ax.plot([float(stated)] * 2, [row - 0.45, row + 0.45], color=BLACK,
                          lw=1.6, ls=(0, (2, 1)), zorder=4)[0]  # fmt: skip
    line.set_gid(f"{canvas.chart}-part-{left.figure}")
    text = f"{_as_printed(left)} as stated, {show_number(stated, 2)} million tonnes"
    canvas.records.append(Record("Left of it", text, left))


def draw_foreign_trade(figures: Figures, ax: Axes | None) -> Axes:
    """Draw the foreign trade turnover before and after."""
    points = _dated(figures, "foreign_trade", "million * ruble", COUNTRY)
    titles = figures.titles("places", "place")
    labels = [f"{titles[p.row['place']]} {p.period}{p.marks}" for p in points]
    canvas = open_canvas(figures, ax, 0.95, left=widest(labels))
    label_rows(canvas.ax, labels)
    bar_axis(canvas.ax, [p.reach for p in points], [p.number for p in points])
    for row, point in enumerate(points):
        colour = GREY if point.row["place"] == EMPIRE else BLUE
        draw_bar(canvas, canvas.ax, point, row, colour, "Turnover", "million rubles")
        note_at(canvas.ax, point.number, (point.reach, row), (5, 0), ha="left")
    ratio = points[0].middle / points[-1].middle
    title = f"Foreign trade turnover, {points[0].period} and {points[-1].period}"
    if ratio > 2:
        part = show_number(Fraction(round(ratio)), 3)
        title = f"War and revolution left one part in {part} of foreign trade"
    return close_canvas(canvas, title, "Turnover in a year, million rubles", [], 2)


@dataclass(frozen=True)
class Pair:
    """A panel of the chart before and after."""

    indicator: str
    unit: str
    title: str
    words: str
    places: tuple[str, ...]


PAIRS = (
    Pair("steel_output", "million * tonne", "Steel", "Million tonnes a year", COUNTRY),
    Pair(
        "coal_output",
        "million * tonne",
        "Coal, Donets basin",
        "Million tonnes in a month",
        ("donbas",),
    ),
    Pair("power_stations", "count", "District power stations", "Number", ("ussr",)),
    Pair(
        "power_station_capacity",
        "million * watt",
        "Their capacity",
        "Megawatts",
        ("ussr",),
    ),
)


def draw_before_after(figures: Figures, ax: Axes | None) -> Axes:
    """Draw four branches of industry at two times each, a panel a branch."""
    found = [_dated(figures, pair.indicator, pair.unit, pair.places) for pair in PAIRS]
    canvas = open_canvas(figures, ax, 2.5, left=0, right=0)
    labels = [[f"{p.period}{p.marks}" for p in points] for points in found]
    left = widest([label for each in labels for label in each])
    panels = grid(canvas, 2, 2, left, 18, 25, 12)
    for panel, pair, points, names in zip(panels, PAIRS, found, labels, strict=True):
        _before_after_panel(canvas, panel, pair, points, names, left)
    notes = ["Grey: before, blue: after. Each panel has its own scale and years."]
    empire = [p.period for points in found for p in points if p.row["place"] == EMPIRE]
    notes += [f"Steel of {listed(empire)}: Russian Empire."] if empire else []
    subtitle = "Output and power stations, earlier and later"
    return close_canvas(canvas, _before_after_title(found), subtitle, notes, 0)


def _before_after_panel(
    canvas: Canvas,
    ax: Axes,
    pair: Pair,
    points: list[Point],
    labels: list[str],
    left: float,
) -> None:
    panel_title(ax, pair.title, pair.words, left)
    label_rows(ax, labels)
    bar_axis(ax, [p.reach for p in points], [p.number for p in points])
    for row, point in enumerate(points):
        last = row == len(points) - 1
        series = f"{pair.title}, {pair.words.lower()}"
        draw_bar(canvas, ax, point, row, BLUE if last else GREY, series)
        note_at(ax, point.number, (point.reach, row), (4, 0), ha="left")
    ratio = points[-1].middle / points[0].middle
    ax.annotate(_change(ratio), (1, 1), (0, 13), "axes fraction", "offset points",
                ha="right", fontsize=LABEL, color=GREY)  # fmt: skip


def _change(ratio: Fraction) -> str:
    """Write a change as a multiple, or as a part of one where something shrank."""
    if ratio >= 1:
        return f"\u00d7 {show_number(ratio, 2)}"
    return f"\u00f7 {show_number(1 / ratio, 2)}"


def _before_after_title(found: list[list[Point]]) -> str:
    """Name the branch that fell and how far the others rose."""
    ratios = {
        pair.title: points[-1].middle / points[0].middle
        for pair, points in zip(PAIRS, found, strict=True)
    }
    fell = [name for name, ratio in ratios.items() if ratio < 1]
    rose = [ratio for ratio in ratios.values() if ratio > 1]
    if len(fell) != 1 or not rose:
        return "Branches of industry before and after"
    low, high = (show_number(end, 2) for end in (min(rose), max(rose)))
    part = round(1 / ratios[fell[0]])
    years = found[[pair.title for pair in PAIRS].index(fell[0])]
    return sentence(
        f"{fell[0]} fell to 1/{part} by {years[-1].period}; the others grew {low}- to "
        f"{high}-fold by {found[-1][-1].period}"
    ).rstrip(".")
