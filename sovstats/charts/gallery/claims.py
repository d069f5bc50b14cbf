"""The chart of claims: recomputed against stated, as a forest plot."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import NullFormatter, NullLocator

from sovstats.charts.alt import Record
from sovstats.charts.canvas import Canvas, open_canvas
from sovstats.charts.captions import close_canvas, outside_note
from sovstats.charts.style import (
    BLACK,
    GREY,
    PALE,
    SMALL,
    VERDICT_MARKS,
)
from sovstats.charts.text import wrap
from sovstats.claims.verdict_words import NOT_AS_WE_READ
from sovstats.numbers.readings import CONTRADICTED, READINGS
from sovstats.numbers.wording import listed, show_number, show_percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sovstats.charts.data import Figures
    from sovstats.claims import Claim
    from sovstats.numbers.intervals import Interval
    from sovstats.numbers.readings import Span

Ends = tuple[Fraction | None, Fraction | None]

EDGE = Fraction(2)
"""The axis runs from one part in so many to so many times the stated number."""

TICKS = ("0.5", "0.6", "0.8", "1", "1.25", "1.6", "2")
ROW, NAME, SIZE = 0.142, 250.0, 6.2
"""Height of a row in inches; width and size of the names of claims in points."""

LITERAL = READINGS[0]


@dataclass(frozen=True)
class Row:
    """One claim on the common scale, on which the stated number is 1.

    Attributes
    ----------
    claim
        The claim.
    computed, stated
        Both sides at the claim's reading; an end that has no limit is None.
    middle
        The recomputed number as printed numbers give it.
    """

    claim: Claim
    computed: Ends
    stated: Ends
    middle: Fraction

    @property
    def verdict(self) -> str:
        """The verdict as it may be said in print."""
        return self.claim.words

    @property
    def weight(self) -> str:
        """The weight of its name: bold where the texts contradict themselves."""
        return "bold" if self.verdict == CONTRADICTED else "normal"

    @property
    def style(self) -> dict[str, Any]:
        """Its marker: the verdict's, hollow where only our reading is contradicted."""
        colour, marker = VERDICT_MARKS[self.claim.reading]
        hollow = self.verdict == NOT_AS_WE_READ
        return {
            "marker": "X" if hollow else marker, "color": colour, "ms": 4.4,
            "mfc": "white" if hollow else colour, "mec": colour if hollow else BLACK,
            "mew": 0.9 if hollow else 0.4,
        }  # fmt: skip


def relative(claim: Claim) -> Row | None:
    """Put an equality claim on the common scale; None where a number is missing."""
    pair = claim.verdict.worst
    literal = pair.rungs[0]
    # What editions print is compared as printed, whatever looser readings allow.
    shown = pair.shown if claim.reading == claim.verdict.reading else literal
    sides = (literal.stated, literal.computed, shown.computed, shown.stated)
    if pair.operator != "==" or any(side is None for side in sides):
        return None
    unit, middle = _middle(literal.stated), _middle(literal.computed)
    if not unit or middle is None or unit < 0:
        return None
    computed, stated = (_ends(side, unit) for side in (shown.computed, shown.stated))
    return Row(claim, computed, stated, middle / unit)


def _middle(span: Span | None) -> Fraction | None:
    """Return the number, or the middle of the range, that is printed."""
    hull = span.hull if span else None
    if hull is None or hull.low is None or hull.high is None:
        return None
    return (hull.low + hull.high) / 2


def _ends(span: Span | None, unit: Fraction) -> Ends:
    assert span is not None
    hull: Interval = span.hull
    return (
        None if hull.low is None else hull.low / unit,
        None if hull.high is None else hull.high / unit,
    )


def draw_claims(figures: Figures, ax: Axes | None) -> Axes:
    """Draw every equality claim that does not hold literally, by verdict."""
    claims = figures.dataset.claims()
    equal = [c for c in claims if c.verdict.worst.operator == "=="]
    placed = {claim.name: relative(claim) for claim in equal}
    rows = [row for row in placed.values() if row and row.claim.reading != LITERAL]
    if not rows:
        what = "claims of equality that have numbers and do not hold literally"
        raise figures.missing(what)
    rows.sort(key=_order)
    names = [wrap(row.claim.row["title"], NAME, SIZE, row.weight) for row in rows]
    places = _places([len(lines) for lines in names])
    canvas = open_canvas(figures, ax, ROW * (places[-1] + 1), NAME + 6, 36, width=7.6)
    _scale(canvas, rows, ["\n".join(lines) for lines in names], places)
    for place, row in zip(places, rows, strict=True):
        _draw_row(canvas, place, row)
    _key(canvas, rows)
    used = {name for row in rows for name in row.claim.verdict.figures}
    canvas.source_rows = [row for row in figures.rows if row["figure"] in used]
    missing = [claim.row["title"] for claim in equal if placed[claim.name] is None]
    subtitle = "Recomputed as a multiple of the stated number, logarithmic scale"
    notes = [*_notes(len(claims), equal, missing), *outside_note(figures, used)]
    return close_canvas(canvas, _title(equal), subtitle, notes, axis_room=30)


def _order(row: Row) -> tuple[int, bool, Fraction]:
    """Sort by verdict, the worst first, our own constructions after the texts'."""
    verdict = list(VERDICT_MARKS).index(row.claim.reading)
    return -verdict, row.verdict == NOT_AS_WE_READ, -abs(row.middle - 1)


def _places(lines: list[int]) -> list[float]:
    """Return where each row stands; a name of two lines needs more room."""
    places, top = [], -0.5
    for count in lines:
        room = 0.32 + 0.68 * count
        places.append(top + room / 2)
        top += room
    return places


def _scale(
    canvas: Canvas, rows: list[Row], labels: list[str], places: list[float]
) -> None:
    """Set up the axes: ratios across on a logarithmic scale, a row a claim."""
    axes = canvas.ax
    axes.set_xscale("log")
    axes.set_xlim(float(1 / EDGE), float(EDGE))
    axes.set_xticks([float(tick) for tick in TICKS], TICKS)
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.set_ylim(places[-1] + 0.6, -0.6)
    axes.set_yticks(places, labels)
    axes.tick_params(axis="both", length=0, labelsize=SIZE)
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    axes.axvline(1, color=BLACK, lw=0.7, zorder=1)
    for label, row in zip(axes.get_yticklabels(), rows, strict=True):
        label.set(linespacing=1.0, fontweight=row.weight)
    for one, two, place, after in zip(rows, rows[1:], places, places[1:], strict=False):
        if one.verdict != two.verdict:
            axes.axhline((place + after) / 2, color=GREY, lw=0.5, zorder=0)


def _on_axis(ends: Ends) -> tuple[float, float]:
    """Return both ends on the axis; what lies beyond, or has no limit, at its edge."""
    low = 1 / EDGE if ends[0] is None else ends[0]
    high = EDGE if ends[1] is None else ends[1]
    low, high = (min(max(end, 1 / EDGE), EDGE) for end in (low, high))
    return float(low), float(high)


def _draw_row(canvas: Canvas, number: float, row: Row) -> None:
    """Draw the stated interval as a band and the recomputed one as a whisker."""
    axes, name = canvas.ax, row.claim.name
    colour = row.style["color"]
    low, high = _on_axis(row.stated)
    axes.barh(number, high - low, 0.7, left=low, color=PALE, lw=0, zorder=1.5)
    _arrows(axes, number, row.stated, GREY)
    low, high = _on_axis(row.computed)
    axes.plot([low, high], [number, number], color=colour, lw=1.3, zorder=3)
    style = row.style
    beyond = not 1 / EDGE <= row.middle <= EDGE
    if beyond:
        style["marker"] = "<" if row.middle < 1 else ">"
        _say_beyond(axes, number, row.middle, (low, high))
    place = _on_axis((row.middle, row.middle))[:1]
    point = axes.plot(place, [number], ls="", zorder=4, clip_on=False, **style)[0]
    point.set_gid(f"{canvas.chart}-claim-{name}")
    gap = row.claim.verdict.gap
    axes.annotate(show_percent(gap) if gap else "0", (1, number), (38, 0),
                  axes.get_yaxis_transform(), "offset points", ha="right", va="center",
                  fontsize=SIZE)  # fmt: skip
    text = f"{row.claim.row['title']} ({show_number(row.middle, 4)})"
    canvas.records.append(Record(row.verdict, text))


def _arrows(axes: Axes, number: float, ends: Ends, colour: str) -> None:
    """Show by arrows that an interval goes on beyond the axis."""
    for end, low in zip(ends, (True, False), strict=True):
        inside = end is not None and 1 / EDGE <= end <= EDGE
        if not inside and _on_axis(ends)[0] != _on_axis(ends)[1]:
            axes.plot([float(1 / EDGE if low else EDGE)], [number], ls="", color=colour,
                      marker="<" if low else ">", ms=4, clip_on=False)  # fmt: skip


def _say_beyond(
    axes: Axes, number: float, middle: Fraction, drawn: tuple[float, float]
) -> None:
    """Write the number that lies beyond the axis beside what is drawn of it."""
    left = middle < 1
    axes.annotate(
        f"{show_number(middle, 2)}, beyond the axis",
        (drawn[1] if left else drawn[0], number),
        (8 if left else -8, 0),
        "data",
        "offset points",
        ha="left" if left else "right",
        va="center",
        fontsize=SIZE,
    )


def _key(canvas: Canvas, rows: list[Row]) -> None:
    """Draw the key of verdicts under the axis, and head the column of gaps."""
    samples = {row.verdict: row.style for row in reversed(rows)}
    order = [*VERDICT_MARKS, NOT_AS_WE_READ]
    used = sorted(samples, key=order.index)
    handles: list[Line2D | Patch] = [
        Line2D([], [], lw=1.3, **samples[verdict]) for verdict in used
    ]
    words = [*used, "stated"]
    canvas.ax.legend(
        [*handles, Patch(fc=PALE)], words, loc="upper right", ncols=len(words),
        bbox_to_anchor=(1, 0), borderaxespad=2.2, handletextpad=0.4, columnspacing=0.9,
        handlelength=1.6,
    )  # fmt: skip
    canvas.ax.annotate("gap", (1, 1), (38, 1), "axes fraction", "offset points",
                       ha="right", fontsize=SMALL, color=GREY)  # fmt: skip


def _notes(every: int, equal: list[Claim], missing: list[str]) -> list[str]:
    literal = sum(claim.reading == LITERAL for claim in equal)
    notes = [
        f"Of {every} claims {len(equal)} state an equality; the {literal} that hold "
        "literally are not drawn. Band: the stated interval; whisker: the recomputed "
        "one, both at the verdict's reading, or the widest where none helps; mark: the "
        "recomputed number as printed. In bold: contradicted by what the texts say.",
        f"The axis is cut at 1/{EDGE} and {EDGE}; an arrow goes on beyond it.",
    ]
    if missing:
        quoted = [f"'{title}'" for title in missing]
        notes.append(f"Stated without a number: {listed(quoted)}.")
    return notes


def _title(equal: list[Claim]) -> str:
    """Count what the printed numbers bear out."""
    counts = Counter(claim.reading for claim in equal)
    firm = counts[LITERAL] + counts["written"]
    return (
        f"Of {len(equal)} equalities {firm} hold within the digits written, "
        f"{counts[CONTRADICTED]} under no reading"
    )
