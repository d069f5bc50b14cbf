"""Title, subtitle, key, notes and sources of a chart, and the whole chart in words."""

import re
from collections.abc import Collection, Iterable, Sequence

from matplotlib import transforms

from sovstats.charts.canvas import INCH, MARGIN, Panel, Record
from sovstats.charts.data import ChartInput, Point
from sovstats.charts.files import ALTERNATIVE, TITLE_OF, root_figure
from sovstats.charts.marks import key_entries
from sovstats.charts.style import BLACK, GREY, SMALL, SUBTITLE, TITLE
from sovstats.charts.text import LEADING, text_width, wrap
from sovstats.numbers import listed, sentence
from sovstats.storage import Cells
from sovstats.texts import cite_work

MOMENTS = (
    "A point on a tick stands for 1 January, one with a bar for some day that year."
)
GAPS = "Dotted: nothing is given for the years between."

MOST_NUMBERS = 6
"""A source line that would name more chapters or paragraphs names none."""

_DIVISION = re.compile(r"(chapter|part|paragraph) (\d+)|(introduction)")


def close_panel(
    panel: Panel, title: str, subtitle: str, notes: Sequence[str] = (), room: float = 14
) -> None:
    """Write title, subtitle, key, notes and sources, and fit a figure of our own.

    Parameters
    ----------
    panel
        The outer panel, with everything drawn.
    title, subtitle
        The finding; the unit and what is to be known before reading.
    notes
        Sentences below the chart.
    room
        Points below the axes that tick labels take.
    """
    canvas = panel.canvas
    points = [r.point for r in canvas.records if r.point] + canvas.extra
    below = [*notes, *mark_notes(points)]
    rows = [*(point.row for point in points), *canvas.source_rows]
    source = source_line(canvas.data, rows)
    # Everything below the axes is placed from the top down, each by the depth reached.
    above = _write_above(panel, title, subtitle)
    depth = _write_key(panel, room + 4)
    depth = _write_text(panel, "notes", " ".join(below), depth, BLACK)
    depth = _write_text(panel, "source", source, depth, GREY)
    if canvas.own:
        _fit(panel, above, depth)
    said = [sentence(title), sentence(subtitle), describe(canvas.records)]
    words = " ".join([*filter(None, said), *below, source])
    for thing in (panel.ax, root_figure(panel.ax)):
        setattr(thing, TITLE_OF, title)
        setattr(thing, ALTERNATIVE, words)


def describe(records: Sequence[Record]) -> str:
    """Return what was drawn, one sentence a series."""
    series: dict[str, list[str]] = {}
    for record in records:
        series.setdefault(record.series, []).append(record.text)
    return " ".join(
        sentence(f"{name}: {', '.join(dict.fromkeys(texts))}")
        for name, texts in series.items()
    )


def _text_width(panel: Panel) -> float:
    """Return how many points wide a line of text may be."""
    canvas = panel.canvas
    return panel.size[0] + canvas.left + canvas.right - 2 * MARGIN


def _write_above(panel: Panel, title: str, subtitle: str) -> float:
    """Write title and subtitle; return the points that they take."""
    first = wrap(title, _text_width(panel), TITLE, "bold")
    second = wrap(subtitle, _text_width(panel), SUBTITLE)
    lift = 14 + len(second) * SUBTITLE * LEADING
    left = -panel.canvas.indent / panel.size[0]
    panel.ax.set_title("\n".join(first), loc="left", pad=lift, x=left)
    panel.write(
        "\n".join(second), (0, 1), (-panel.canvas.indent, 10), va="bottom",
        fontsize=SUBTITLE, linespacing=LEADING, gid=f"{panel.chart}-subtitle",
    )  # fmt: skip
    return lift + len(first) * TITLE * LEADING


def _write_text(panel: Panel, part: str, text: str, depth: float, colour: str) -> float:
    """Write a paragraph under the axes from a depth on; return the depth reached."""
    lines = wrap(text, _text_width(panel), SMALL)
    if not lines:
        return depth
    panel.write(
        "\n".join(lines), (0, 0), (-panel.canvas.indent, -depth), va="top",
        fontsize=SMALL, color=colour, linespacing=LEADING, gid=f"{panel.chart}-{part}",
    )  # fmt: skip
    return depth + len(lines) * SMALL * LEADING + 4


def _write_key(panel: Panel, depth: float) -> float:
    """Draw the key of the marks that were used; return the depth reached."""
    handles, words = key_entries(panel.canvas.kinds)
    if not handles:
        return depth
    room = max(text_width(word, SMALL) for word in words) + 30
    columns = max(1, min(len(words), int(_text_width(panel) // room)))
    place = transforms.offset_copy(
        panel.ax.transAxes, root_figure(panel.ax), units="points",
        x=-panel.canvas.indent + 1, y=-depth,
    )  # fmt: skip
    panel.ax.legend(
        handles, words, loc="upper left", ncols=columns, borderaxespad=0, borderpad=0,
        bbox_to_anchor=(0, 0), bbox_transform=place, handlelength=2.2, columnspacing=1,
        handletextpad=0.6, labelspacing=0.35,
    )  # fmt: skip
    return depth + -(-len(words) // columns) * SMALL * 1.45 + 2


def _fit(panel: Panel, above: float, below: float) -> None:
    """Give a figure of our own the height that it needs, the axes keeping theirs."""
    width, height = panel.size
    whole = height + above + below + 2 * MARGIN
    figure = root_figure(panel.ax)
    across = figure.get_size_inches()[0] * INCH
    figure.set_size_inches(across / INCH, whole / INCH)
    box = (panel.canvas.left / across, (below + MARGIN) / whole, width / across)
    panel.ax.set_position((*box, height / whole))


def source_line(data: ChartInput, rows: Iterable[Cells]) -> str:
    """Return the works and chapters that rows come from, and the data version."""
    divisions: dict[str, list[str]] = {}
    for row in rows:
        places = divisions.setdefault(row["source"], [])
        if row["locator"] not in places:
            places.append(row["locator"])
    works = data.dataset.store.by_key("sources")
    parts = []
    for source in sorted(divisions, key=list(works).index):
        # Of editions of one work it must be said which.
        twins = [w for w in works.values() if w["title"] == works[source]["title"]]
        edition = f", {works[source]['edition']}" if len(twins) > 1 else ""
        where = _divisions(divisions[source])
        parts.append(f"{cite_work(works[source])}{edition}{where}")
    return f"Source: {'; '.join(parts)}. Data: sovstats {data.dataset.version}."


def _divisions(locators: list[str]) -> str:
    """Return the chapters, parts or paragraphs of some locators."""
    numbers: dict[str, set[int]] = {}
    for locator in locators:
        found = _DIVISION.search(locator)
        if found:
            word = found[1] or found[3]
            numbers.setdefault(word, set()).add(int(found[2] or 0))
    parts = []
    for word, each in numbers.items():
        names = [str(number) for number in sorted(each) if number]
        plural = "s" if len(names) > 1 else ""
        if len(names) <= MOST_NUMBERS:
            parts.append(f", {word}{plural} {listed(names)}".rstrip())
    return "".join(parts)


def outside_note(data: ChartInput, names: Collection[str]) -> list[str]:
    """Cite the outside series that some observations come from."""
    outside = data.table("independent")
    used = {row["dataset"] for row in outside if row["name"] in names}
    cited = [
        f"{row['title']} ({row['citation']})"
        for row in data.table("datasets")
        if row["dataset"] in used
    ]
    return [f"Outside series: {'; '.join(cited)}."] if cited else []


def mark_notes(points: Collection[Point]) -> list[str]:
    """Explain the marks that stand after labels."""
    notes = []
    if any(point.inferred for point in points):
        notes.append("* Year not printed with the figure but inferred.")
    corrected = [point for point in points if point.meant]
    if corrected:
        read = [f"'{p.row['printed']}' is read as '{p.meant}'" for p in corrected]
        notes.append(f"\u2020 Damaged in print or scan: {listed(read)}.")
    return notes


def undated_note(data: ChartInput, points: Iterable[Point]) -> list[str]:
    """Name the figures that have no place on a time axis."""
    titles = data.titles("sources")
    said = [
        f"{point.number} ({point.row['status']}, {titles[point.row['source']]})"
        for point in points
        if point.span is None
    ]
    once = listed(list(dict.fromkeys(said)))
    return [f"Without a date and so not drawn: {once}."] if said else []


def short_title(data: ChartInput, source: str) -> str:
    """Return the title of a work without what follows a colon or its long tail."""
    title = data.titles("sources").get(source, source)
    return title.split(":")[0].split(" in the ")[0]
