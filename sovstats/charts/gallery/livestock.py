"""The chart of livestock: herds counted, and the falls that are stated."""

from fractions import Fraction

from sovstats.charts.axes import label_rows, time_axis, value_axis, widest
from sovstats.charts.canvas import Canvas, Panel, columns, open_panel
from sovstats.charts.captions import GAPS, close_panel
from sovstats.charts.data import Measure, Point, unrepeated
from sovstats.charts.marks import Series, draw_path, draw_point, note_at
from sovstats.charts.style import BLACK, BLUE, GREEN, LABEL, ORANGE, VERMILION
from sovstats.numbers import percent, sentence, show_number

COLOURS = {"Horses": BLUE, "Cattle": VERMILION, "Pigs": ORANGE, "Sheep": GREEN}


def draw_livestock(canvas: Canvas) -> None:
    """Draw the counts of animals, and beside them the falls that are stated."""
    herds: dict[str, list[Point]] = {}
    for name in ("Horses", "Cattle"):
        measure = Measure(name.lower(), "million * head")
        herds[name] = unrepeated(canvas.data.points(measure, ("actual",)))
    falls: dict[str, Point] = {}
    for name in COLOURS:
        measure = Measure(f"{name.lower()}_decline", "percent")
        falls[name] = canvas.data.points(measure, ("actual",))[0]
    recomputed = {
        name: 1 - points[-1].middle / points[0].middle
        for name, points in herds.items()
        if len(points) > 1
    }
    host = open_panel(canvas, 2.5, left=0, right=0)
    left, right = columns(host, 28, (0, 0.42, 24, 0), (0.54, 0.46, 40, 12))
    _herds(left, herds)
    _falls(right, falls, recomputed)
    title = _livestock_title(falls, recomputed)
    subtitle = "Animals counted, and the falls that the text states beside the counts"
    close_panel(host, title, subtitle, [GAPS])


def _herds(panel: Panel, herds: dict[str, list[Point]]) -> None:
    """Draw the herds at both times, joined by lines that are named."""
    dated = [point for points in herds.values() for point in points if point.span]
    times = [point.when for point in dated]
    panel.head("Herds", "Million head", 24)
    time_axis(panel, min(times), max(times))
    value_axis(panel, max(float(point.middle) for point in dated), 1.12)
    for name, points in herds.items():
        colour = COLOURS[name]
        series = Series(name, colour, "million head")
        # The line of the horses begins above that of the cattle and ends below it.
        first, last, aside = (8, -9, -14) if name == "Horses" else (-9, 9, 14)
        draw_path(panel, points, colour)
        for point in points:
            draw_point(panel, point, point.when, series)
            lift = first if point is points[0] else last
            note_at(panel, point.label, point.place, (0, lift))
        middle = (points[0].when + points[-1].when) / 2
        level = float(points[0].middle + points[-1].middle) / 2
        note_at(panel, name, (middle, level), (aside, aside), colour, fontsize=LABEL)


def _falls(
    panel: Panel, falls: dict[str, Point], recomputed: dict[str, Fraction]
) -> None:
    """Draw stated falls as points and recomputed ones as strokes, one animal a row."""
    names = sorted(falls, key=lambda name: falls[name].middle, reverse=True)
    labels = [f"{name}{falls[name].marks}" for name in names]
    panel.head("Falls", f"Per cent, {falls[names[0]].period}", widest(labels))
    label_rows(panel, labels)
    value_axis(panel, 100, 1, across=True)
    for row, name in enumerate(names):
        point = falls[name]
        series = Series(f"Fall in {name.lower()}", COLOURS[name], "per cent")
        draw_point(panel, point, row, series, across=True)
        note_at(panel, point.number, (float(point.middle), row), (7, 0), ha="left")
        if name in recomputed:
            part = recomputed[name] * 100
            words = show_number(part, 3)
            panel.canvas.kinds.add("recomputed")
            stroke = panel.ax.plot([float(part)], [row], ls="", marker="|", ms=13,
                                   mew=1.6, color=BLACK, zorder=2)[0]  # fmt: skip
            panel.name_artist(stroke, "recomputed", name.lower())
            note_at(panel, words, (float(part), row), (-6, 0), ha="right")
            panel.canvas.record(series.name, f"{words} per cent as recomputed")


def _livestock_title(falls: dict[str, Point], recomputed: dict[str, Fraction]) -> str:
    """Say which stated falls the counts bear out."""
    parts: list[str] = []
    for name, part in recomputed.items():
        stated, counted = falls[name].number, percent(part)
        word = "as stated" if stated == counted else f"not {stated}"
        more = "" if parts else " fell"
        unit = "" if parts else " per cent"
        parts.append(f"{name.lower()}{more} by {counted}{unit}, {word}")
    return sentence("; ".join(parts)).rstrip(".") if parts else "Falls in livestock"
