"""Axes of time and of values."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from sovstats.charts.canvas import size_in_points
from sovstats.charts.marks import quiet_axis
from sovstats.charts.style import LABEL, SMALL
from sovstats.charts.text import text_width
from sovstats.numbers.wording import show_number

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def time_axis(
    ax: Axes, first: int, last: int, named: Mapping[float, str] | None = None
) -> None:
    """Show years from the start of the first to the end of the last.

    A tick is the first of January; the year's number stands in its middle. Where they
    would touch, every second, fifth or tenth year is written.

    Parameters
    ----------
    ax, first, last
        The axes, and the years.
    named
        What to write instead of the years, by place; for charts of a few periods.
    """
    width, _ = size_in_points(ax)
    ax.set_xlim(first, last + 1)
    each = width / (last + 1 - first)
    need = text_width("1930", LABEL) + 5
    step = next((s for s in (1, 2, 5, 10) if each * s >= need), 20)
    # A name may stand at a tick: the middle of two years.
    ax.xaxis.remove_overlapping_locs = False
    ax.set_xticks(range(first, last + 2), [""] * (last + 2 - first))
    years = range(first, last + 1)
    shown = named or {y + 0.5: str(y) for y in years if (y - first) % step == 0}
    ax.set_xticks(list(shown), list(shown.values()), minor=True)
    quiet_axis(ax)
    ax.tick_params(axis="x", which="major", length=3)
    ax.tick_params(axis="x", which="minor", length=0, labelsize=LABEL)


def value_ticks(highest: float, most: int = 5) -> list[float]:
    """Return round values from zero up to a number, at most so many steps."""
    if highest <= 0:
        return [0.0]
    rough = highest / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(s * power for s in (1, 2, 2.5, 5, 10) if s * power >= rough * 0.999)
    count = int(highest / step + 1e-9)
    return [step * number for number in range(count + 1)]


def value_axis(
    ax: Axes, highest: float, room: float = 1.08, across: bool = False
) -> None:
    """Show values from zero to some room above the highest.

    Parameters
    ----------
    ax, highest, room
        The axes, the highest value, and the top of the axis as a multiple of it.
    across
        Whether values run along the x axis.
    """
    ticks = value_ticks(highest)
    words = [show_number(Fraction(str(round(tick, 9)))) for tick in ticks]
    if across:
        ax.set_xlim(0, highest * room)
        ax.set_xticks(ticks, words)
    else:
        ax.set_ylim(0, highest * room)
        ax.set_yticks(ticks, words)


def label_rows(ax: Axes, labels: Sequence[str]) -> None:
    """Name the rows of a horizontal chart, the first one on top."""
    ax.set_ylim(len(labels) - 0.5, -0.5)
    ax.set_yticks(range(len(labels)), labels)
    quiet_axis(ax, horizontal=True)


def widest(labels: Sequence[str]) -> float:
    """Return the width in points of the widest label, with room beside it."""
    return max(text_width(label, LABEL) for label in labels) + 6


def spread_out(places: Sequence[float], gap: float) -> list[float]:
    """Move labels apart until no two are nearer than a gap, keeping their order."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = list(places)
    for _ in range(100):
        for one, two in zip(order, order[1:], strict=False):
            short = gap - (moved[two] - moved[one])
            if short > 1e-9:
                moved[one] -= short / 2
                moved[two] += short / 2
    return moved


def bar_axis(ax: Axes, ends: Sequence[float], labels: Sequence[str]) -> None:
    """Run values along x from zero, with room for a label behind the end of each bar.

    The bars carry their values, so that the axis shows none.
    """
    width, _ = size_in_points(ax)
    limit = max(ends)
    for end, label in zip(ends, labels, strict=True):
        free = width - text_width(label, SMALL) - 8
        if free > 0:
            limit = max(limit, end * width / free)
    ax.set_xlim(0, limit)
    ax.set_xticks([])
