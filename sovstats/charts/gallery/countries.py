"""Charts that set the Soviet Union against other countries, one bar a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from sovstats.charts.axes import (
    bar_axis,
    label_rows,
    widest,
)
from sovstats.charts.canvas import (
    Canvas,
    grid,
    open_canvas,
    panel_title,
)
from sovstats.charts.captions import close_canvas
from sovstats.charts.data import Figures, unrepeated
from sovstats.charts.marks import (
    FACTS,
    draw_bar,
    note_at,
)
from sovstats.charts.style import GREY, VERMILION
from sovstats.numbers.wording import count_word, listed, show_number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sovstats.charts.data import Point

HOME = "ussr"


@dataclass(frozen=True)
class Measure:
    """What one panel shows: an indicator, its unit, and both in words."""

    indicator: str
    unit: str
    title: str
    words: str


PER_PERSON = (
    Measure("coal_per_person", "tonne/person", "Coal", "Tonnes per person"),
    Measure("steel_per_person", "kilogram/person", "Steel", "Kilograms per person"),
    Measure(
        "electricity_per_person",
        "kilowatt_hour/person",
        "Electricity",
        "Kilowatt-hours per person",
    ),
    Measure(
        "automobile_output_per_thousand",
        "vehicle/thousand_person",
        "Cars produced",
        "Per 1,000 people",
    ),
    Measure("shoes_per_person", "count/person", "Shoes", "Pairs per person"),
    Measure("paper_per_person", "kilogram/person", "Paper", "Kilograms per person"),
    Measure(
        "railway_density",
        "kilometre/ten_thousand_person",
        "Railways",
        "Kilometres per 10,000 people",
    ),
    Measure(
        "persons_per_cow",
        "person/head",
        "People to one cow",
        "The longer the bar, the fewer cows",
    ),
)
NETWORKS = (
    Measure("railway_length", "thousand * kilometre", "Length", "Thousand kilometres"),
    replace(PER_PERSON[6], title="Density"),
)


def draw_railways(figures: Figures, ax: Axes | None) -> Axes:
    """Draw the railways of each country: their length, and per 10,000 people."""
    length, density = (_sorted_by_place(figures, each) for each in NETWORKS)
    order = [p.row["place"] for p in sorted(density, key=lambda p: -p.middle)]
    for points in (length, density):
        points.sort(key=lambda p: order.index(p.row["place"]) if p.row["place"] in order
                    else len(order))  # fmt: skip
    labels = _row_labels(figures, density, years=False)
    canvas = open_canvas(figures, ax, 1.75, left=0, right=0)
    panels = grid(canvas, 1, 2, widest(labels), 22, 24, 0)
    for panel, measure, points in zip(panels, NETWORKS, (length, density), strict=True):
        _panel(canvas, panel, measure, points, _row_labels(figures, points, False),
               widest(labels))  # fmt: skip
    periods = dict.fromkeys(point.period for point in density)
    words = f"Railways and people, {listed(list(periods))}"
    return close_canvas(canvas, _railways_title(length, density), words, [], 0)


def _sorted_by_place(figures: Figures, measure: Measure) -> list[Point]:
    """Return the facts of a measure of all places, the Soviet Union first."""
    found = figures.points(measure.indicator, measure.unit, places=None, statuses=FACTS)
    points = unrepeated(found)
    if not any(point.row["place"] == HOME for point in points):
        what = f"figures of the indicator '{measure.indicator}' for the place '{HOME}'"
        raise figures.missing(what)
    return sorted(points, key=lambda p: (p.row["place"] != HOME, p.middle, p.figure))


def _row_labels(figures: Figures, points: Sequence[Point], years: bool) -> list[str]:
    """Name the rows of a panel by country, by country and year where they differ."""
    titles = figures.titles("places", "place")
    names = [titles[point.row["place"]] for point in points]
    short = [name.replace(" and ", ", ") for name in names]
    if not years:
        return [f"{name}{p.marks}" for name, p in zip(short, points, strict=True)]
    return [
        f"{name} {point.period}{point.marks}"
        for name, point in zip(short, points, strict=True)
    ]


def _panel(
    canvas: Canvas,
    ax: Axes,
    measure: Measure,
    points: Sequence[Point],
    labels: Sequence[str],
    left: float,
) -> None:
    """Draw one measure: a bar a country, the Soviet Union in colour."""
    panel_title(ax, measure.title, measure.words, left)
    label_rows(ax, labels)
    bar_axis(ax, [p.reach for p in points], [p.number for p in points])
    for row, (point, label) in enumerate(zip(points, labels, strict=True)):
        colour = VERMILION if point.row["place"] == HOME else GREY
        series = f"{measure.title} ({measure.words[0].lower()}{measure.words[1:]})"
        place = label.rstrip("*\u2020").removesuffix(point.period).strip()
        draw_bar(canvas, ax, point, row, colour, f"{series}, {place}")
        note_at(ax, point.number, (point.reach, row), (4, 0), ha="left")


def _railways_title(length: Sequence[Point], density: Sequence[Point]) -> str:
    """Say where the Soviet network stands by length and by people."""
    by_length = _place_of_home(length, most=True)
    by_density = _place_of_home(density, most=False)
    if by_density == 1 and by_length <= 2:
        four = count_word(len(length))
        longest = "longest" if by_length == 1 else "second longest"
        return f"The {longest} rail network of {four}, and the thinnest per person"
    return "Railways by country"


def _place_of_home(points: Sequence[Point], most: bool) -> int:
    """Return the place of the Soviet Union by a measure, from the most or the least."""
    home = next(p.middle for p in points if p.row["place"] == HOME)
    before = [p for p in points if (p.middle > home if most else p.middle < home)]
    return 1 + len(before)


def draw_per_person(figures: Figures, ax: Axes | None) -> Axes:
    """Draw what there is for every inhabitant, a panel a good."""
    found = [_sorted_by_place(figures, measure) for measure in PER_PERSON]
    labels = [_row_labels(figures, points, True) for points in found]
    left = max(map(widest, labels))
    rows = max(map(len, found))
    canvas = open_canvas(figures, ax, 4 * (rows * 0.16 + 0.62), left=0, right=0)
    panels = grid(canvas, -(-len(PER_PERSON) // 2), 2, left, 12, 25, 10)
    for panel, measure, points, names in zip(
        panels, PER_PERSON, found, labels, strict=True
    ):
        _panel(canvas, panel, measure, points, names, left)
        # Bars are as thick in every panel, however few they are.
        panel.set_ylim(rows - 0.5, -0.5)
    title = _per_person_title(found)
    note = ["Bars of the Soviet Union are coloured. Each panel has its own scale."]
    return close_canvas(canvas, title, "Production or stock per inhabitant", note, 4)


def _per_person_title(found: Sequence[Sequence[Point]]) -> str:
    """Say between which multiples the richest country lies above the Soviet Union."""
    ratios: list[Fraction] = []
    for measure, points in zip(PER_PERSON, found, strict=True):
        home = next(p for p in points if p.row["place"] == HOME)
        others = [p.middle for p in points if p.row["place"] != HOME and _near(p, home)]
        if others and measure.indicator == "persons_per_cow":
            ratios.append(home.middle / min(others))
        elif others:
            ratios.append(max(others) / home.middle)
    if not ratios or min(ratios) <= 1:
        return "The Soviet Union and other countries, per person"
    low, high = (show_number(end, 2) for end in (min(ratios), max(ratios)))
    return f"Per person, the best supplied country had {low} to {high} times as much"


def _near(one: Point, two: Point) -> bool:
    """Say whether two figures are of the same year or of neighbouring years."""
    return bool(one.span and two.span and abs(one.when - two.when) <= 1)
