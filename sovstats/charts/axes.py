"""Axes of time, of values and of named rows."""

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from sovstats.charts.canvas import Panel
from sovstats.charts.style import GREY, LABEL
from sovstats.charts.text import text_width
from sovstats.numbers import show_number


def quiet_axis(panel: Panel, horizontal: bool = False) -> None:
    """Take away what a reader does not need: spines on two sides, tick marks."""
    across, up = ("left", "bottom") if horizontal else ("bottom", "left")
    for side in ("top", "right", up):
        panel.ax.spines[side].set_visible(False)
    panel.ax.tick_params(axis="both", length=0, labelsize=LABEL)
    panel.ax.grid(axis="x" if horizontal else "y", color="#E4E4E4", lw=0.6, zorder=0)
    panel.ax.set_axisbelow(True)
    panel.ax.spines[across].set_color(GREY)


def time_axis(
    panel: Panel, first: float, last: float, named: Mapping[float, str] | None = None
) -> None:
    """Show years from the start of the first to the end of the last.

    A tick is the first of January; the year's number stands in its middle. Where they
    would touch, every second, fifth or tenth year is written.

    Parameters
    ----------
    panel, first, last
        The panel, and moments in the first and in the last year.
    named
        What to write instead of the years, by place; for charts of a few periods.
    """
    first, last = int(first), int(last)
    panel.ax.set_xlim(first, last + 1)
    each = panel.size[0] / (last + 1 - first)
    need = text_width("1930", LABEL) + 5
    step = next((s for s in (1, 2, 5, 10) if each * s >= need), 20)
    # A name may stand at a tick: the middle of two years.
    panel.ax.xaxis.remove_overlapping_locs = False
    panel.ax.set_xticks(range(first, last + 2), [""] * (last + 2 - first))
    shown = named or {year + 0.5: str(year) for year in range(first, last + 1, step)}
    panel.ax.set_xticks(list(shown), list(shown.values()), minor=True)
    quiet_axis(panel)
    panel.ax.tick_params(axis="x", which="major", length=3)
    panel.ax.tick_params(axis="x", which="minor", length=0, labelsize=LABEL)


def value_ticks(highest: float, most: int = 5) -> list[float]:
    """Return round values from zero up to a number, at most so many steps."""
    if highest <= 0:
        return [0.0]
    # The tolerances let a round number be its own last tick, whatever floats say.
    rough = highest / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(s * power for s in (1, 2, 2.5, 5, 10) if s * power >= rough * 0.999)
    count = int(highest / step + 1e-9)
    return [step * number for number in range(count + 1)]


def value_axis(panel: Panel, highest: float, room: float, across: bool = False) -> None:
    """Show values from zero to some room above the highest.

    Parameters
    ----------
    panel, highest, room
        The panel, the highest value, and the top of the axis as a multiple of it.
    across
        Whether values run along the x axis.
    """
    ticks = value_ticks(highest)
    words = [show_number(Fraction(str(round(tick, 9)))) for tick in ticks]
    if across:
        panel.ax.set_xlim(0, highest * room)
        panel.ax.set_xticks(ticks, words)
    else:
        panel.ax.set_ylim(0, highest * room)
        panel.ax.set_yticks(ticks, words)


def label_rows(panel: Panel, labels: Sequence[str]) -> None:
    """Name the rows of a horizontal chart, the first one on top."""
    panel.ax.set_ylim(len(labels) - 0.5, -0.5)
    panel.ax.set_yticks(range(len(labels)), labels)
    quiet_axis(panel, horizontal=True)


def widest(labels: Sequence[str]) -> float:
    """Return the width in points of the widest label, with room beside it."""
    return max(text_width(label, LABEL) for label in labels) + 6


def spread_out(places: Sequence[float], gap: float) -> list[float]:
    """Move labels apart until no two are nearer than a gap, keeping their order."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = list(places)
    # Two labels moved apart may touch a third; a hundred rounds settle any chart.
    for _ in range(100):
        for one, two in pairwise(order):
            short = gap - (moved[two] - moved[one])
            if short > 1e-9:
                moved[one] -= short / 2
                moved[two] += short / 2
    return moved


def lifts(panel: Panel, values: Sequence[float], gap: float) -> list[float]:
    """Return how many points to lift the label of each value, that none may touch."""
    scale = panel.size[1] / panel.ax.get_ylim()[1]
    levels = [value * scale for value in values]
    spread = spread_out(levels, gap)
    return [there - here for there, here in zip(spread, levels, strict=True)]
