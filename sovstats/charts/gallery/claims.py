"""The chart of claims: recomputed against stated, as a forest plot."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import NullFormatter, NullLocator

from sovstats.charts.canvas import Canvas, Panel, open_panel
from sovstats.charts.captions import close_panel, outside_note
from sovstats.charts.style import BLACK, GREY, PALE, SMALL, VERDICT_MARKS
from sovstats.charts.text import wrap
from sovstats.claims import Claim
from sovstats.claims.verdict_words import NOT_AS_WE_READ
from sovstats.numbers import CONTRADICTED, READINGS, Interval, Span, wording

EDGE = Fraction(2)
"""The axis runs from one part in so many to so many times the stated number."""

TICKS = ("0.5", "0.6", "0.8", "1", "1.25", "1.6", "2")
ROW, NAME, SIZE = 0.142, 250.0, 6.2
"""Height of a row in inches; width and size of the names of claims in points."""

LITERAL = READINGS[0]


@dataclass(frozen=True)
class ClaimRow:
    """One claim on the common scale, on which the stated number is 1.

    Attributes
    ----------
    claim
        The claim.
    computed, stated
        Both sides at the claim's reading.
    middle
        The recomputed number as printed numbers give it.
    """

    claim: Claim
    computed: Interval
    stated: Interval
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
            "marker": marker, "color": colour, "ms": 4.4,
            "mfc": "white" if hollow else colour, "mec": colour if hollow else BLACK,
            "mew": 0.9 if hollow else 0.4,
        }  # fmt: skip


def relative(claim: Claim) -> ClaimRow | None:
    """Put an equality claim on the common scale; None where a number is missing."""
    pair = claim.verdict.worst
    literal = pair.rungs[0]
    # What editions print is compared as printed, whatever looser readings allow.
    shown = pair.shown if claim.reading == claim.verdict.reading else literal
    unit, middle = _middle(literal.stated), _middle(literal.computed)
    if pair.operator != "==" or shown.computed is None or shown.stated is None:
        return None
    if not unit or middle is None or unit < 0:
        return None
    scale = Interval.point(unit)
    computed, stated = shown.computed.hull / scale, shown.stated.hull / scale
    return ClaimRow(claim, computed, stated, middle / unit)


def _middle(span: Span | None) -> Fraction | None:
    """Return the number, or the middle of the range, that is printed."""
    hull = span.hull if span else None
    if hull is None or hull.low is None or hull.high is None:
        return None
    return (hull.low + hull.high) / 2


def draw_claims(canvas: Canvas) -> None:
    """Draw every equality claim that does not hold literally, by verdict."""
    data = canvas.data
    claims = data.dataset.claims()
    equal = [c for c in claims if c.verdict.worst.operator == "=="]
    placed = {claim.name: relative(claim) for claim in equal}
    rows = [row for row in placed.values() if row and row.claim.reading != LITERAL]
    if not rows:
        data.lacks("claims of equality that have numbers and do not hold literally")
    # The order comes first: names, places and the lines between verdicts follow it.
    rows.sort(key=_order)
    names = [wrap(row.claim.row["title"], NAME, SIZE, row.weight) for row in rows]
    places = _places([len(lines) for lines in names])
    panel = open_panel(canvas, ROW * (places[-1] + 1), NAME + 6, 36, width=7.6)
    _scale(panel)
    _name_rows(panel, rows, ["\n".join(lines) for lines in names], places)
    for place, row in zip(places, rows, strict=True):
        _draw_row(panel, place, row)
    _key(panel, rows)
    used = {name for row in rows for name in row.claim.verdict.figures}
    figures = data.table("figures")
    canvas.source_rows = [row for row in figures if row["figure"] in used]
    missing = [claim.row["title"] for claim in equal if placed[claim.name] is None]
    subtitle = "Recomputed as a multiple of the stated number, logarithmic scale"
    notes = [*_notes(len(claims), equal, missing), *outside_note(data, used)]
    close_panel(panel, _title(equal), subtitle, notes, room=30)


def _order(row: ClaimRow) -> tuple[int, bool, Fraction]:
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


def _scale(panel: Panel) -> None:
    """Show ratios across, on a logarithmic scale."""
    axes = panel.ax
    axes.set_xscale("log")
    axes.set_xlim(float(1 / EDGE), float(EDGE))
    axes.set_xticks([float(tick) for tick in TICKS], TICKS)
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_minor_formatter(NullFormatter())
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    axes.axvline(1, color=BLACK, lw=0.7, zorder=1)


def _name_rows(
    panel: Panel, rows: list[ClaimRow], labels: list[str], places: list[float]
) -> None:
    """Name each row after its claim, and part the verdicts by a line."""
    axes = panel.ax
    axes.set_ylim(places[-1] + 0.6, -0.6)
    axes.set_yticks(places, labels)
    axes.tick_params(axis="both", length=0, labelsize=SIZE)
    for label, row in zip(axes.get_yticklabels(), rows, strict=True):
        label.set(linespacing=1.0, fontweight=row.weight)
    pairs = zip(pairwise(rows), pairwise(places), strict=True)
    for (one, two), (place, after) in pairs:
        if one.verdict != two.verdict:
            axes.axhline((place + after) / 2, color=GREY, lw=0.5, zorder=0)


def _on_axis(number: Fraction) -> float:
    """Return a number as it is, and one beyond the axis as the axis' edge."""
    return float(min(max(number, 1 / EDGE), EDGE))


def _ends_on_axis(interval: Interval) -> tuple[float, float]:
    """Return the ends on the axis, an end without a limit as the axis' edge."""
    low = 1 / EDGE if interval.low is None else interval.low
    high = EDGE if interval.high is None else interval.high
    return _on_axis(low), _on_axis(high)


def _draw_row(panel: Panel, number: float, row: ClaimRow) -> None:
    """Draw the stated interval as a band and the recomputed one as a whisker."""
    axes, style, title = panel.ax, row.style, row.claim.row["title"]
    low, high = _ends_on_axis(row.stated)
    axes.barh(number, high - low, 0.7, left=low, color=PALE, lw=0, zorder=1.5)
    _arrows(panel, number, row.stated)
    low, high = _ends_on_axis(row.computed)
    axes.plot([low, high], [number, number], color=style["color"], lw=1.3, zorder=3)
    # A number beyond the axis is written beside what is drawn of its interval.
    beyond = f"{wording.show_number(row.middle, 2)}, beyond the axis"
    label = {"va": "center", "fontsize": SIZE}
    if row.middle < 1 / EDGE:
        style["marker"] = "<"
        panel.write(beyond, (high, number), (8, 0), "data", ha="left", **label)
    elif row.middle > EDGE:
        style["marker"] = ">"
        panel.write(beyond, (low, number), (-8, 0), "data", ha="right", **label)
    place = [_on_axis(row.middle)]
    mark = axes.plot(place, [number], ls="", zorder=4, clip_on=False, **style)[0]
    panel.name_artist(mark, "claim", row.claim.name)
    gap = row.claim.verdict.gap
    panel.write(wording.show_percent(gap) if gap else "0", (1, number), (38, 0),
                axes.get_yaxis_transform(), ha="right", **label)  # fmt: skip
    panel.canvas.record(row.verdict, f"{title} ({wording.show_number(row.middle, 4)})")


def _arrows(panel: Panel, number: float, stated: Interval) -> None:
    """Show by arrows that an interval goes on beyond the axis."""
    low, high = _ends_on_axis(stated)
    for end, edge, arrow in ((stated.low, low, "<"), (stated.high, high, ">")):
        inside = end is not None and 1 / EDGE <= end <= EDGE
        if not inside and low != high:
            panel.ax.plot([edge], [number], ls="", color=GREY, marker=arrow, ms=4,
                          clip_on=False)  # fmt: skip


def _key(panel: Panel, rows: list[ClaimRow]) -> None:
    """Draw the key of verdicts under the axis, and head the column of gaps."""
    # The first row of a verdict is its sample, therefore the last to be put in.
    samples = {row.verdict: row.style for row in reversed(rows)}
    used = sorted(samples, key=[*VERDICT_MARKS, NOT_AS_WE_READ].index)
    lines = [Line2D([], [], lw=1.3, **samples[verdict]) for verdict in used]
    panel.ax.legend(
        [*lines, Patch(fc=PALE)], [*used, "stated"], loc="upper right",
        ncols=len(used) + 1, bbox_to_anchor=(1, 0), borderaxespad=2.2,
        handletextpad=0.4, columnspacing=0.9, handlelength=1.6,
    )  # fmt: skip
    panel.write("gap", (1, 1), (38, 1), ha="right", fontsize=SMALL, color=GREY)


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
        notes.append(f"Stated without a number: {wording.listed(quoted)}.")
    return notes


def _title(equal: list[Claim]) -> str:
    """Count what the printed numbers bear out."""
    counts = Counter(claim.reading for claim in equal)
    firm = counts[LITERAL] + counts["written"]
    return (
        f"Of {len(equal)} equalities {firm} hold within the digits written, "
        f"{counts[CONTRADICTED]} under no reading"
    )
