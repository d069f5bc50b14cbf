"""What stands above and below a chart: title, subtitle, key, notes and sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from matplotlib import transforms

from sovstats.charts.alt import attach
from sovstats.charts.canvas import INCH, MARGIN
from sovstats.charts.files import root_figure
from sovstats.charts.marks import key_entries
from sovstats.charts.style import (
    GREY,
    SMALL,
    SUBTITLE,
    TITLE,
)
from sovstats.charts.text import (
    LEADING,
    text_width,
    wrap,
)
from sovstats.numbers.wording import listed
from sovstats.texts.citations import cite_work

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sovstats.charts.canvas import Canvas
    from sovstats.charts.data import Figures, Point


def close_canvas(
    canvas: Canvas,
    title: str,
    subtitle: str,
    notes: Sequence[str],
    axis_room: float = 14,
) -> Axes:
    """Write title, subtitle, key, notes and sources, and fit a figure of our own.

    Parameters
    ----------
    canvas
        The canvas, with everything drawn.
    title, subtitle
        The finding; the unit and what is to be known before reading.
    notes
        Sentences below the chart.
    axis_room
        Points below the axes that tick labels take.
    """
    points = [r.point for r in canvas.records if r.point] + canvas.extra
    below = [*notes, *mark_notes(points)]
    rows = [*(point.row for point in points), *canvas.source_rows]
    source = source_line(canvas.figures, rows)
    above = _write_above(canvas, title, subtitle)
    depth = _write_key(canvas, axis_room + 4)
    depth = _write_below(canvas, [" ".join(below), source], depth)
    if canvas.own:
        _fit(canvas, above, depth)
    attach(canvas, title, subtitle, below, source)
    return canvas.ax


def _text_width(canvas: Canvas) -> float:
    return canvas.size[0] + (
        canvas.left + canvas.right - 2 * MARGIN if canvas.own else 0
    )


def _indent(canvas: Canvas) -> float:
    return canvas.left - MARGIN if canvas.own else 0


def _write_above(canvas: Canvas, title: str, subtitle: str) -> float:
    """Write title and subtitle; return the points that they take."""
    width = _text_width(canvas)
    first = wrap(title, width, TITLE, "bold")
    second = wrap(subtitle, width, SUBTITLE)
    indent = _indent(canvas)
    lift = 13 + len(second) * SUBTITLE * LEADING
    canvas.ax.set_title(
        "\n".join(first), loc="left", pad=lift + 1, x=-indent / canvas.size[0]
    )
    canvas.ax.annotate(
        "\n".join(second),
        (0, 1),
        (-indent, 10),
        "axes fraction",
        "offset points",
        va="bottom",
        fontsize=SUBTITLE,
        linespacing=LEADING,
        gid=f"{canvas.chart}-subtitle",
    )
    return lift + 1 + len(first) * TITLE * LEADING


def _write_below(canvas: Canvas, paragraphs: Sequence[str], depth: float) -> float:
    """Write paragraphs under the axes from a depth on; return the depth reached."""
    width = _text_width(canvas)
    for name, paragraph in zip(("notes", "source"), paragraphs, strict=True):
        lines = wrap(paragraph, width, SMALL)
        if not lines:
            continue
        canvas.ax.annotate(
            "\n".join(lines),
            (0, 0),
            (-_indent(canvas), -depth),
            "axes fraction",
            "offset points",
            va="top",
            fontsize=SMALL,
            color=GREY if name == "source" else "black",
            linespacing=LEADING,
            gid=f"{canvas.chart}-{name}",
        )
        depth += len(lines) * SMALL * LEADING + 4
    return depth


def _write_key(canvas: Canvas, depth: float) -> float:
    """Draw the key of the marks that were used; return the depth reached."""
    handles, words = key_entries(canvas)
    if not handles:
        return depth
    room = max(text_width(word, SMALL) for word in words) + 30
    columns = max(1, min(len(words), int(_text_width(canvas) // room)))
    place = transforms.offset_copy(
        canvas.ax.transAxes, root_figure(canvas.ax), units="points",
        x=-_indent(canvas) + 1, y=-depth,
    )  # fmt: skip
    canvas.ax.legend(
        handles, words, loc="upper left", ncols=columns, borderaxespad=0, borderpad=0,
        bbox_to_anchor=(0, 0), bbox_transform=place, handlelength=2.2, columnspacing=1,
        handletextpad=0.6, labelspacing=0.35,
    )  # fmt: skip
    return depth + -(-len(words) // columns) * SMALL * 1.45 + 2


def _fit(canvas: Canvas, above: float, below: float) -> None:
    """Give a figure of our own the height that it needs, the axes keeping theirs."""
    width, height = canvas.size
    whole = height + above + below + 2 * MARGIN
    figure = root_figure(canvas.ax)
    across = figure.get_size_inches()[0] * INCH
    figure.set_size_inches(across / INCH, whole / INCH)
    box = (canvas.left / across, (below + MARGIN) / whole, width / across)
    canvas.ax.set_position((*box, height / whole))


MOMENTS = (
    "A point on a tick stands for 1 January, one with a bar for some day that year."
)
GAPS = "Dotted: nothing is given for the years between."

MOST_NUMBERS = 6
"""A source line that would name more chapters or paragraphs names none."""

_DIVISION = re.compile(r"(chapter|part) (\d+)|(introduction)|(paragraph) (\d+)")


def source_line(figures: Figures, rows: Iterable[dict[str, str]]) -> str:
    """Return the works and chapters that rows come from, and the data version."""
    divisions: dict[str, list[str]] = {}
    for row in rows:
        places = divisions.setdefault(row["source"], [])
        if row["locator"] not in places:
            places.append(row["locator"])
    works = {row["source"]: row for row in figures.table("sources")}
    parts = []
    for source in sorted(divisions, key=list(works).index):
        # Of editions of one work it must be said which.
        twins = [w for w in works.values() if w["title"] == works[source]["title"]]
        edition = f", {works[source]['edition']}" if len(twins) > 1 else ""
        where = _divisions(divisions[source])
        parts.append(f"{cite_work(works[source])}{edition}{where}")
    return f"Source: {'; '.join(parts)}. Data: sovstats {figures.dataset.version}."


def _divisions(locators: list[str]) -> str:
    """Return the chapters, parts or paragraphs of some locators."""
    numbers: dict[str, set[int]] = {}
    for locator in locators:
        found = _DIVISION.search(locator)
        if found:
            word = found[1] or found[3] or found[4]
            numbers.setdefault(word, set()).add(int(found[2] or found[5] or 0))
    parts = []
    for word, each in numbers.items():
        names = [str(number) for number in sorted(each) if number]
        if len(names) > MOST_NUMBERS:
            continue
        plural = "s" if len(names) > 1 else ""
        parts.append(f", {word}{plural} {listed(names)}".rstrip())
    return "".join(parts)


def outside_note(figures: Figures, names: Iterable[str]) -> list[str]:
    """Cite the outside series that some observations come from."""
    wanted = set(names)
    used = {row["dataset"] for row in figures.table("independent")
            if row["name"] in wanted}  # fmt: skip
    cited = [
        f"{row['title']} ({row['citation']})"
        for row in figures.table("datasets")
        if row["dataset"] in used
    ]
    return [f"Outside series: {'; '.join(cited)}."] if cited else []


def mark_notes(points: Iterable[Point]) -> list[str]:
    """Explain the marks that stand behind labels."""
    points = list(points)
    notes = []
    if any(point.inferred for point in points):
        notes.append("* Year not printed with the figure but inferred.")
    corrected = [point for point in points if point.meant]
    if corrected:
        read = [f"'{p.row['printed']}' is read as '{p.meant}'" for p in corrected]
        notes.append(f"\u2020 Damaged in print or scan: {listed(read)}.")
    return notes


def undated_note(figures: Figures, points: Iterable[Point]) -> list[str]:
    """Name the figures that have no place on a time axis."""
    titles = figures.titles("sources", "source")
    said = [
        f"{point.number} ({point.row['status']}, {titles[point.row['source']]})"
        for point in points
        if point.span is None
    ]
    once = list(dict.fromkeys(said))
    return [f"Without a date and so not drawn: {listed(once)}."] if once else []


def short_title(figures: Figures, source: str) -> str:
    """Return the title of a work without what follows a colon or its long tail."""
    title = figures.titles("sources", "source").get(source, source)
    return title.split(":")[0].split(" in the ")[0]
