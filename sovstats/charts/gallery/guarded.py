"""The chart of guarded figures: where some claim would notice a slip."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from matplotlib.patches import Patch

from sovstats.charts.alt import Record
from sovstats.charts.axes import (
    label_rows,
    value_axis,
    widest,
)
from sovstats.charts.canvas import Canvas, open_canvas
from sovstats.charts.captions import close_canvas
from sovstats.charts.style import (
    BLUE,
    ORANGE,
    PALE,
    SMALL,
)
from sovstats.numbers.wording import percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sovstats.charts.data import Figures

COLUMN = "guarded"
EXACT = "exact"
COLOURS = {"guarded": BLUE, "loosely guarded": ORANGE, "unguarded": PALE}

Counts = dict[str, Counter[str]]


def draw_guarded(figures: Figures, ax: Axes | None) -> Axes:
    """Draw by topic which share of the figures is guarded, and how well."""
    topics = _count(figures)
    order = sorted(topics, key=lambda topic: (-_share(topics[topic]), topic))
    labels = [f"{topic.capitalize()} ({topics[topic].total()})" for topic in order]
    canvas = open_canvas(figures, ax, 0.2 * len(order) + 0.1, widest(labels), 8)
    label_rows(canvas.ax, labels)
    value_axis(canvas.ax, 100, 1, across=True)
    for row, topic in enumerate(order):
        _stack(canvas, row, topic, topics[topic])
    _key(canvas, topics)
    every = sum(topics.values(), Counter[str]())
    part = percent(_share(every))
    title = f"Claims guard {part} per cent of the figures against slips"
    canvas.source_rows = figures.rows
    subtitle = "Share of the figures of a topic, per cent; their number in brackets"
    return close_canvas(canvas, title, subtitle, list(NOTES), axis_room=34)


NOTES = (
    "Guarded: some claim that holds notices a slip of a quarter or two digits "
    "exchanged; loosely guarded: it notices a decimal point moved.",
    "Exact figures, such as ranks and definitions, cannot slip and are left out.",
)


def _count(figures: Figures) -> Counts:
    """Count the figures of each topic by how they are guarded, exact ones left out."""
    rows = [row for row in figures.rows if row.get(COLUMN)]
    if not rows:
        what = f"the column '{COLUMN}' of the processed table 'figures'"
        raise figures.missing(what)
    topics: Counts = {}
    for row in rows:
        if row[COLUMN] != EXACT:
            topics.setdefault(row["topic"], Counter())[row[COLUMN]] += 1
    return topics


def _share(counts: Counter[str]) -> Fraction:
    return Fraction(counts["guarded"], counts.total() or 1)


def _kinds(counts: Counter[str]) -> list[str]:
    """Return the kinds in the order of the stack, unknown ones last."""
    return [*COLOURS, *sorted(set(counts) - set(COLOURS))]


def _stack(canvas: Canvas, row: int, topic: str, counts: Counter[str]) -> None:
    """Draw one topic as a bar of shares, with its counts inside where they fit."""
    start = Fraction(0)
    words = []
    for kind in _kinds(counts):
        share = Fraction(counts[kind], counts.total()) * 100
        if not share:
            continue
        bar = canvas.ax.barh(row, float(share), 0.7, left=float(start), ec="white",
                             color=COLOURS.get(kind, "white"), lw=0.6)[0]  # fmt: skip
        bar.set_gid(f"{canvas.chart}-{topic}-{kind.replace(' ', '_')}")
        if share > 3:
            ink = "white" if kind == "guarded" else "black"
            canvas.ax.text(float(start + share / 2), row, str(counts[kind]), color=ink,
                           ha="center", va="center", fontsize=SMALL)  # fmt: skip
        start += share
        words.append(f"{counts[kind]} {kind}")
    canvas.records.append(Record(topic, ", ".join(words)))


def _key(canvas: Canvas, topics: Counts) -> None:
    used = [kind for kind in COLOURS if any(counts[kind] for counts in topics.values())]
    handles = [Patch(fc=COLOURS[kind]) for kind in used]
    canvas.ax.legend(
        handles, used, loc="upper right", bbox_to_anchor=(1, 0), ncols=len(used),
        borderaxespad=2.6, columnspacing=1, handlelength=1.6,
    )  # fmt: skip
