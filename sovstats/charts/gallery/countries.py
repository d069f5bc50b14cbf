"""Charts that set the Soviet Union against other countries, one bar a figure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sovstats.charts.bars import Bar, open_bar_panels
from sovstats.charts.canvas import Canvas
from sovstats.charts.captions import close_panel
from sovstats.charts.data import FACTS, HOME, ChartInput, Measure, Point, unrepeated
from sovstats.charts.marks import Series
from sovstats.charts.style import GREY, VERMILION
from sovstats.numbers import count_word, listed, show_number

RAILWAYS = Measure("railway_density", "kilometre/ten_thousand_person",
                   "Railways", "Kilometres per 10,000 people")  # fmt: skip
COWS = Measure("persons_per_cow", "person/head",
               "People to one cow", "The longer the bar, the fewer cows")  # fmt: skip
PER_PERSON = (
    Measure("coal_per_person", "tonne/person", "Coal", "Tonnes per person"),
    Measure("steel_per_person", "kilogram/person", "Steel", "Kilograms per person"),
    Measure("electricity_per_person", "kilowatt_hour/person",
            "Electricity", "Kilowatt-hours per person"),
    Measure("automobile_output_per_thousand", "vehicle/thousand_person",
            "Cars produced", "Per 1,000 people"),
    Measure("shoes_per_person", "count/person", "Shoes", "Pairs per person"),
    Measure("paper_per_person", "kilogram/person", "Paper", "Kilograms per person"),
    RAILWAYS, COWS,
)  # fmt: skip
NETWORKS = (
    Measure("railway_length", "thousand * kilometre", "Length", "Thousand kilometres"),
    replace(RAILWAYS, title="Density"),
)


def draw_railways(canvas: Canvas) -> None:
    """Draw the railways of each country: their length, and per 10,000 people."""
    length, density = (_by_country(canvas.data, measure) for measure in NETWORKS)
    order = [p.row["place"] for p in sorted(density, key=lambda p: -p.middle)]
    # A country without a density comes last.
    order += [p.row["place"] for p in length if p.row["place"] not in order]
    bars = {}
    for measure, points in zip(NETWORKS, (length, density), strict=True):
        points.sort(key=lambda p: order.index(p.row["place"]))
        bars[measure] = _bars(canvas.data, measure, points, years=False)
    host, _ = open_bar_panels(canvas, 1.75, bars, gap=22, top=24, bottom=0)
    periods = dict.fromkeys(point.period for point in density)
    words = f"Railways and people, {listed(list(periods))}"
    close_panel(host, _railways_title(length, density), words, room=0)


def _by_country(data: ChartInput, measure: Measure) -> list[Point]:
    """Return the facts of a measure of all places, the Soviet Union first."""
    points = unrepeated(data.points(replace(measure, places=None), FACTS))
    if not any(point.row["place"] == HOME for point in points):
        what = f"figures of the indicator '{measure.indicator}' for the place '{HOME}'"
        data.lacks(what)
    return sorted(points, key=lambda p: (p.row["place"] != HOME, p.middle, p.figure))


def _bars(
    data: ChartInput, measure: Measure, points: Sequence[Point], years: bool
) -> list[Bar]:
    """Make a bar a country, the Soviet Union in colour, labelled with its year."""
    titles = data.titles("places")
    name = f"{measure.title} ({measure.words[0].lower()}{measure.words[1:]})"
    bars = []
    for point in points:
        place = titles[point.row["place"]].replace(" and ", ", ")
        label = f"{place} {point.period_label}" if years else f"{place}{point.marks}"
        colour = VERMILION if point.row["place"] == HOME else GREY
        bars.append(Bar(point, label, Series(f"{name}, {place}", colour)))
    return bars


def _railways_title(length: Sequence[Point], density: Sequence[Point]) -> str:
    """Say where the Soviet network stands by length and by people."""
    longer = _beyond_home(length, 1)
    thinner = _beyond_home(density, -1)
    if thinner == 0 and longer <= 1:
        four = count_word(len(length))
        longest = "second longest" if longer else "longest"
        return f"The {longest} rail network of {four}, and the thinnest per person"
    return "Railways by country"


def _beyond_home(points: Sequence[Point], sign: int) -> int:
    """Count the figures above that of the Soviet Union, or below it (sign -1)."""
    home = next(point.middle for point in points if point.row["place"] == HOME)
    return sum((point.middle - home) * sign > 0 for point in points)


def draw_per_person(canvas: Canvas) -> None:
    """Draw what there is for every inhabitant, a panel a good."""
    data = canvas.data
    found = {measure: _by_country(data, measure) for measure in PER_PERSON}
    bars = {each: _bars(data, each, found[each], years=True) for each in PER_PERSON}
    most = max(map(len, bars.values()))
    height = 4 * (most * 0.16 + 0.62)
    host, panels = open_bar_panels(canvas, height, bars, gap=12, top=25, bottom=10)
    for panel in panels:
        # Bars are as thick in every panel, however few they are.
        panel.ax.set_ylim(most - 0.5, -0.5)
    title = _per_person_title(found)
    note = "Bars of the Soviet Union are coloured. Each panel has its own scale."
    close_panel(host, title, "Production or stock per inhabitant", [note], 4)


def _per_person_title(found: Mapping[Measure, Sequence[Point]]) -> str:
    """Say between which multiples the richest country lies above the Soviet Union."""
    ratios = []
    for measure, points in found.items():
        home = next(p for p in points if p.row["place"] == HOME)
        others = [p.middle for p in points if p.row["place"] != HOME and _near(p, home)]
        # Of people to one cow the lowest number is the best.
        if others and measure is COWS:
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
