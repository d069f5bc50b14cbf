"""What stands under a chart: notes, sources and the version of the data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sovstats.chart_text import listed
from sovstats.citations import cite_work

if TYPE_CHECKING:
    from sovstats.chart_data import Figures
    from sovstats.chart_points import Point

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
