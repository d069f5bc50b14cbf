"""The chart of guarded figures: where some claim would notice a slip."""

from collections import Counter
from fractions import Fraction

from matplotlib.patches import Patch

from sovstats.charts.axes import label_rows, value_axis, widest
from sovstats.charts.canvas import Canvas, Panel, open_panel
from sovstats.charts.captions import close_panel
from sovstats.charts.data import ChartInput
from sovstats.charts.style import BLUE, ORANGE, PALE, SMALL
from sovstats.numbers import percent

COLUMN = "guarded"
COLOURS = {"guarded": BLUE, "loosely guarded": ORANGE, "unguarded": PALE}
NOTES = (
    "Guarded: some claim that holds notices a slip of a quarter or two digits "
    "exchanged; loosely guarded: it notices a decimal point moved.",
    "Exact figures, such as ranks and definitions, cannot slip and are left out.",
)


def draw_guarded(canvas: Canvas) -> None:
    """Draw by topic which share of the figures is guarded, and how well."""
    topics = _count(canvas.data)
    every = sum(topics.values(), Counter[str]())
    order = sorted(topics, key=lambda topic: (-_share(topics[topic]), topic))
    labels = [f"{topic.capitalize()} ({topics[topic].total()})" for topic in order]
    panel = open_panel(canvas, 0.2 * len(order) + 0.1, widest(labels), 8)
    label_rows(panel, labels)
    value_axis(panel, 100, 1, across=True)
    for row, topic in enumerate(order):
        _stack(panel, row, topic, topics[topic])
    used = [kind for kind in COLOURS if every[kind]]
    panel.ax.legend(
        [Patch(fc=COLOURS[kind]) for kind in used], used, loc="upper right",
        bbox_to_anchor=(1, 0), ncols=len(used), borderaxespad=2.6, columnspacing=1,
        handlelength=1.6,
    )  # fmt: skip
    canvas.source_rows = canvas.data.table("figures")
    part = percent(_share(every))
    title = f"Claims guard {part} per cent of the figures against slips"
    subtitle = "Share of the figures of a topic, per cent; their number in brackets"
    close_panel(panel, title, subtitle, NOTES, room=34)


def _count(data: ChartInput) -> dict[str, Counter[str]]:
    """Count the figures of each topic by how they are guarded, exact ones left out."""
    rows = [row for row in data.table("figures") if row.get(COLUMN)]
    if not rows:
        data.lacks(f"the column '{COLUMN}' of the processed table 'figures'")
    topics: dict[str, Counter[str]] = {}
    for row in rows:
        if row[COLUMN] != "exact":
            topics.setdefault(row["topic"], Counter())[row[COLUMN]] += 1
    return topics


def _share(counts: Counter[str]) -> Fraction:
    return Fraction(counts["guarded"], counts.total() or 1)


def _stack(panel: Panel, row: int, topic: str, counts: Counter[str]) -> None:
    """Draw one topic as a bar of shares, with its counts inside where they fit."""
    start = Fraction(0)
    # An empty part has no bar, not even one without width.
    used = {kind: counts[kind] for kind in COLOURS if counts[kind]}
    for kind, count in used.items():
        share = Fraction(count, counts.total()) * 100
        bar = panel.ax.barh(row, float(share), 0.7, left=float(start), ec="white",
                            color=COLOURS[kind], lw=0.6)[0]  # fmt: skip
        panel.name_artist(bar, topic, kind.replace(" ", "_"))
        if share > 3:
            ink = "white" if kind == "guarded" else "black"
            panel.ax.text(float(start + share / 2), row, str(count), color=ink,
                          ha="center", va="center", fontsize=SMALL)  # fmt: skip
        start += share
    words = ", ".join(f"{count} {kind}" for kind, count in used.items())
    panel.canvas.record(topic, words)
