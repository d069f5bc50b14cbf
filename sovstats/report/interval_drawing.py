"""Intervals drawn as inline SVG: a number line with a row a reading or an operand.

Places are percentages of the width and text keeps its size, so that a drawing can be
read on a narrow screen. Colours are the page's own variables: light and dark follow it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from sovstats.numbers import Interval, Span, show_number
from sovstats.numbers.wording import WORDS

LEFT, RIGHT = 4.0, 96.0
"""Where the number line begins and ends, in per cent of the width."""
LABEL, BAR, AXIS = 18, 16, 34
EDGE = 12.0
"""So near to a side of the drawing a number begins or ends at its tick."""
WIDE = 50
"""From this ratio of the greatest number to the least the scale is logarithmic."""
BEFORE, AFTER = -5.0, 105.0
"""Places outside the drawing: a bar that goes on there shows no end stroke."""
MOST_LETTERS = 38
HEAD = Markup(
    '<svg class="intervals" role="img" width="100%" height="{}"><title>{}</title>'
)
TEXT = Markup('<text class="{}" x="{}" y="{:g}">{}</text>')
LINE = Markup('<line class="{}" x1="{:.1f}%" y1="{:g}" x2="{:.1f}%" y2="{:g}"/>')
DOT = Markup('<circle class="{}" cx="{:.1f}%" cy="{:g}" r="4.5"/>')
BOX = Markup('<rect class="{}" x="{:.1f}%" y="{:g}" width="{:.1f}%" height="9"/>')


@dataclass(frozen=True)
class BarRow:
    """One row of a drawing: a label and one bar or two, each with its CSS class.

    `decides` marks the row that the verdict rests on.
    """

    label: str
    bars: tuple[tuple[str, Span | None], ...]
    decides: bool = False


@dataclass(frozen=True)
class Scale:
    """A number line from `low` to `high`, perhaps logarithmic, in units of `factor`."""

    low: float
    high: float
    logarithmic: bool
    factor: Fraction

    def place(self, number: Fraction) -> float:
        """Return where a number of the shown unit stands, in per cent."""
        value, low, high = float(number), self.low, self.high
        if self.logarithmic:
            if value <= 0:
                return LEFT
            value, low, high = math.log(value), math.log(low), math.log(high)
        part = (value - low) / (high - low)
        return LEFT + (RIGHT - LEFT) * min(1.0, max(0.0, part))

    def ends(self, interval: Interval) -> tuple[float, float]:
        """Return where an interval in base units begins and ends, in per cent."""
        low, high = interval.low, interval.high
        start = BEFORE if low is None else self.place(low / self.factor)
        return start, AFTER if high is None else self.place(high / self.factor)

    def ticks(self) -> list[Fraction]:
        """Return round numbers to write below the line."""
        if self.logarithmic:
            first, last = (round(math.log10(x)) for x in (self.low, self.high))
            step = max(1, math.ceil((last - first) / 4))
            marks = [Fraction(10) ** power for power in range(first, last + 1, step)]
            return [mark for mark in marks if self.low <= mark <= self.high]
        width = (self.high - self.low) / 4
        size = Fraction(10) ** math.floor(math.log10(width))
        step_size = next(size * n for n in (1, 2, 5, 10) if size * n >= width * 0.8)
        start = math.ceil(self.low / step_size)
        end = math.floor(self.high / step_size)
        return [step_size * n for n in range(start, end + 1)]


def scale_of(rows: Sequence[BarRow], factor: Fraction) -> Scale | None:
    """Return a number line on which all finite ends lie; None without a number."""
    hulls = [span.hull for row in rows for _, span in row.bars if span is not None]
    ends = [end for hull in hulls for end in (hull.low, hull.high) if end is not None]
    if not ends:
        return None
    low, high = float(min(ends) / factor), float(max(ends) / factor)
    if low > 0 and high / low > WIDE:
        return Scale(low / 1.5, high * 1.5, True, factor)
    # A lone number has no width to take a part of: it stands in the middle.
    room = (high - low) * 0.08 or abs(high) * 0.1 or 1.0
    return Scale(low - room, high + room, False, factor)


def draw_intervals(
    rows: Sequence[BarRow], factor: Fraction, unit: str, title: str
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
    parts = []
    top = 0
    for row in rows:
        style = "decides" if row.decides else "label"
        parts.append(_text(style, "0", top + 13, row.label))
        top += LABEL
        for name, span in row.bars:
            parts.append(_bar(name, span, scale, top + BAR / 2))
            top += BAR
        top += 6
    head = HEAD.format(top + AXIS, title)
    return Markup().join([head, *parts, _axis(scale, top, unit), Markup("</svg>")])


def _text(style: str, x: str, y: float, words: str) -> Markup:
    shown = words if len(words) <= MOST_LETTERS else f"{words[: MOST_LETTERS - 1]}…"
    return TEXT.format(style, x, y, shown)


def _bar(style: str, span: Span | None, scale: Scale, y: float) -> Markup:
    """Draw a span: a dot or a bar, of a range two of them on a line."""
    if span is None:
        return _text("missing", f"{LEFT}%", y + 4, "no number")
    parts = []
    if span.is_range:
        x1, x2 = scale.ends(span.hull)
        parts.append(LINE.format(f"{style} thin", x1, y, x2, y))
    # Both ends of a plain number are one interval, which is drawn once.
    for interval in dict.fromkeys((span.lower, span.upper)):
        x1, x2 = scale.ends(interval)
        dot, box = DOT.format(style, x1, y), BOX.format(style, x1, y - 4.5, x2 - x1)
        parts.append(dot if interval.is_point else box)
    return Markup().join(parts)


def _axis(scale: Scale, top: float, unit: str) -> Markup:
    """Draw the number line with round numbers and the unit below.

    On a plain line the scale word goes with the unit, for want of room at the numbers.
    """
    ticks = scale.ticks()
    largest = max(map(abs, ticks), default=Fraction(0))
    words = () if scale.logarithmic else WORDS
    by, word = next((entry for entry in words if largest >= entry[0]), (1, ""))
    parts = [LINE.format("axis", 0, top, 100, top)]
    for tick in ticks:
        x = scale.place(tick)
        parts.append(LINE.format("axis", x, top, x, top + 4))
        style = "start" if x < EDGE else "unit" if x > 100 - EDGE else "tick"
        parts.append(_text(style, f"{x:.1f}%", top + 16, show_number(tick / by)))
    kind = "logarithmic scale" if scale.logarithmic else ""
    below = ", ".join(filter(None, [f"{word} {unit}".strip(), kind]))
    parts.append(_text("unit", "100%", top + 31, below))
    return Markup().join(parts)
