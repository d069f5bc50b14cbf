"""Intervals drawn as inline SVG: a number line with a row a reading or an operand.

Places are percentages of the width and text keeps its size, so that a drawing can be
read on a narrow screen. Colours are the page's own variables: light and dark follow it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from markupsafe import Markup

from sovstats.numbers.wording import WORDS, show_number

if TYPE_CHECKING:
    from sovstats.numbers.intervals import Interval
    from sovstats.numbers.readings import Span

LEFT, RIGHT = 4.0, 96.0
"""Where the number line begins and ends, in per cent of the width."""
LABEL, BAR, AXIS = 18, 16, 34
EDGE = 12.0
"""So near to a side of the drawing a number begins or ends at its tick."""
WIDE = 50
"""From this ratio of the greatest number to the least the scale is logarithmic."""
MOST_LETTERS = 38


@dataclass(frozen=True)
class Row:
    """One row of a drawing: a label and one bar or two, each with its CSS class.

    `decides` marks the row that the verdict rests on.
    """

    label: str
    bars: tuple[tuple[str, Span | None], ...]
    decides: bool = False


@dataclass(frozen=True)
class Scale:
    """A number line from `low` to `high`, perhaps logarithmic."""

    low: float
    high: float
    logarithmic: bool

    def place(self, number: Fraction | None, otherwise: float) -> float:
        """Return where a number stands, in per cent; `otherwise` without a number."""
        if number is None:
            return otherwise
        value, low, high = float(number), self.low, self.high
        if self.logarithmic:
            if value <= 0:
                return LEFT
            value, low, high = math.log(value), math.log(low), math.log(high)
        part = (value - low) / (high - low)
        return LEFT + (RIGHT - LEFT) * min(1.0, max(0.0, part))

    def ticks(self) -> list[Fraction]:
        """Return round numbers to write below the line."""
        if self.logarithmic:
            first, last = (round(math.log10(x)) for x in (self.low, self.high))
            step = max(1, math.ceil((last - first) / 4))
            powers = range(first, last + 1, step)
            marks = [Fraction(10) ** power for power in powers]
            return [m for m in marks if self.low <= m <= self.high]
        width = (self.high - self.low) / 4
        size = Fraction(10) ** math.floor(math.log10(width))
        step_size = next(size * n for n in (1, 2, 5, 10) if size * n >= width * 0.8)
        start = math.ceil(self.low / step_size)
        end = math.floor(self.high / step_size)
        return [step_size * n for n in range(start, end + 1)]


def scale_of(rows: Sequence[Row], factor: Fraction) -> Scale | None:
    """Return a number line on which all finite ends lie; None without a number."""
    ends = [
        end / factor
        for row in rows
        for _, span in row.bars
        if span is not None
        for end in (span.hull.low, span.hull.high)
        if end is not None
    ]
    if not ends:
        return None
    low, high = float(min(ends)), float(max(ends))
    if low > 0 and high / low > WIDE:
        return Scale(low / 1.5, high * 1.5, True)
    room = (high - low) * 0.08 or abs(high) * 0.1 or 1.0
    return Scale(low - room, high + room, False)


def draw_intervals(
    rows: Sequence[Row], factor: Fraction, unit: str, title: str
) -> Markup:
    """Return a drawing of spans as an SVG element; empty where there is no number.

    Parameters
    ----------
    rows
        What is drawn, from top to bottom.
    factor, unit
        How many base units the shown unit is, and its name.
    title
        What it shows, for those who cannot see it; its numbers belong into a table.
    """
    scale = scale_of(rows, factor)
    if scale is None:
        return Markup()
    parts: list[Markup] = []
    top = 0
    for row in rows:
        parts.append(
            _text(row.label, "0", top + 13, "decides" if row.decides else "label")
        )
        top += LABEL
        for name, span in row.bars:
            parts.append(_bar(name, span, scale, factor, top))
            top += BAR
        top += 6
    parts.append(_axis(scale, top, unit))
    head = Markup(
        '<svg class="intervals" role="img" width="100%" height="{}"><title>{}</title>'
    ).format(top + AXIS, title)
    return head + Markup().join(parts) + Markup("</svg>")


def _text(words: str, x: str, y: float, name: str) -> Markup:
    shown = words if len(words) <= MOST_LETTERS else f"{words[: MOST_LETTERS - 1]}…"
    return Markup('<text class="{}" x="{}" y="{:g}">{}</text>').format(
        name, x, y, shown
    )


def _bar(
    name: str, span: Span | None, scale: Scale, factor: Fraction, top: float
) -> Markup:
    """Draw a span: of a range both ends, each an interval, and a line between them."""
    middle = top + BAR / 2
    if span is None:
        return _text("no number", f"{LEFT}%", middle + 4, "missing")
    parts = []
    if span.is_range:
        x1, x2 = _ends(span.hull, scale, factor)
        parts.append(_line(x1, middle, x2, middle, f"{name} thin"))
    for interval in dict.fromkeys((span.lower, span.upper)):
        parts.append(_interval(name, interval, scale, factor, middle))
    return Markup().join(parts)


def _ends(interval: Interval, scale: Scale, factor: Fraction) -> tuple[float, float]:
    """Return where an interval begins and ends; outside the drawing where it has none.

    A bar that goes on then shows no end stroke.
    """
    low, high = (
        None if end is None else end / factor for end in (interval.low, interval.high)
    )
    return scale.place(low, -5.0), scale.place(high, 105.0)


def _interval(
    name: str, interval: Interval, scale: Scale, factor: Fraction, y: float
) -> Markup:
    """Draw an interval as a bar, a single number as a dot."""
    x1, x2 = _ends(interval, scale, factor)
    if interval.is_point:
        return Markup('<circle class="{}" cx="{:.1f}%" cy="{:g}" r="4.5"/>').format(
            name, x1, y
        )
    return Markup(
        '<rect class="{}" x="{:.1f}%" y="{:g}" width="{:.1f}%" height="9"/>'
    ).format(name, x1, y - 4.5, x2 - x1)


def _line(x1: float, y1: float, x2: float, y2: float, name: str) -> Markup:
    return Markup(
        '<line class="{}" x1="{:.1f}%" y1="{:g}" x2="{:.1f}%" y2="{:g}"/>'
    ).format(name, x1, y1, x2, y2)


def _axis(scale: Scale, top: float, unit: str) -> Markup:
    """Draw the number line with round numbers and the unit below.

    On a plain line the scale word goes with the unit, for want of room at the numbers.
    """
    ticks = scale.ticks()
    largest = max(map(abs, ticks), default=Fraction(0))
    by, word = next((w for w in WORDS if largest >= w[0]), (1, ""))
    if scale.logarithmic:
        by, word = 1, ""
    parts = [_line(0, top, 100, top, "axis")]
    for tick in ticks:
        x = scale.place(tick, LEFT)
        parts.append(_line(x, top, x, top + 4, "axis"))
        side = "start" if x < EDGE else "unit" if x > 100 - EDGE else "tick"
        parts.append(_text(show_number(tick / by), f"{x:.1f}%", top + 16, side))
    kind = "logarithmic scale" if scale.logarithmic else ""
    words = ", ".join(filter(None, [" ".join(filter(None, [word, unit])), kind]))
    parts.append(_text(words, "100%", top + 31, "unit"))
    return Markup().join(parts)
