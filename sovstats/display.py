"""Numbers and intervals as people read them; nothing is decided on these strings."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sovstats.nodes import Binary, Minus, Name, Node

if TYPE_CHECKING:
    from sovstats.intervals import Interval
    from sovstats.namespace import Names
    from sovstats.readings import Span

WORDS = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
SIGNIFICANT_DIGITS = 4
DIMENSIONLESS = "dimensionless"


def show_number(number: Fraction, digits: int = SIGNIFICANT_DIGITS) -> str:
    """Write a number with a few significant digits and a scale word.

    Examples
    --------
    >>> show_number(Fraction(34600000))
    '34.6 million'
    >>> show_number(Fraction(365, 1000), 2)
    '0.36'
    """
    for scale, word in WORDS:
        if abs(number) >= scale:
            return f"{_digits(number / scale, digits)} {word}"
    return _digits(number, digits)


def _digits(number: Fraction, digits: int) -> str:
    """Write a number below a million with commas and significant digits."""
    if number == 0:
        return "0"
    if abs(number) >= 10 ** (digits - 1):
        return f"{round(number):,}"
    text = f"{float(number):.{digits}g}"
    return f"{float(number):.{digits + 3}f}".rstrip("0") if "e" in text else text


def show_interval(
    interval: Interval, factor: Fraction = Fraction(1), digits: int = 4
) -> str:
    """Write an interval in a unit of so many base units: ``36.22 to 36.75``."""
    if interval.is_point:
        assert interval.low is not None
        return show_number(interval.low / factor, digits)
    if interval.low is None and interval.high is None:
        return "any number"
    if interval.high is None:
        assert interval.low is not None
        word = "over" if interval.low_open else "at least"
        return f"{word} {show_number(interval.low / factor, digits)}"
    if interval.low is None:
        word = "under" if interval.high_open else "at most"
        return f"{word} {show_number(interval.high / factor, digits)}"
    low, high = (
        show_number(end / factor, digits) for end in (interval.low, interval.high)
    )
    return low if low == high else f"{low} to {high}"


def show_span(
    span: Span | None, factor: Fraction = Fraction(1), digits: int = 4
) -> str:
    """Write a span; the ends of a range are each an interval."""
    if span is None:
        return "no number"
    if not span.is_range:
        return show_interval(span.lower, factor, digits)
    if span.lower.is_point and span.upper.is_point:
        return show_interval(span.hull, factor, digits)
    lower = show_interval(span.lower, factor, digits)
    return f"({lower}) to ({show_interval(span.upper, factor, digits)})"


def show_percent(part: Fraction | None, digits: int = 1) -> str:
    """Write a part of one as a signed percentage."""
    return "" if part is None else f"{float(part) * 100:+.{digits}f} %"


def display_unit(left: Node, right: Node, names: Names) -> str:
    """Return the unit in which a comparison is best read: that of the stated side."""
    for node in (right, left):
        unit = _unit_of(node, names)
        if unit:
            return unit
    return DIMENSIONLESS if not names.dimension("", right).powers else ""


def _unit_of(node: Node, names: Names) -> str:
    """Return the unit of a lone figure, or those that a numeral is multiplied by."""
    if isinstance(node, Name) and node.name in names.quantities:
        return names.quantities[node.name].unit
    words = _unit_words(node, names)
    return " * ".join(words) if words else ""


def _unit_words(node: Node, names: Names) -> list[str]:
    """Return the unit names that a side multiplies a number by."""
    match node:
        case Name(name) if name not in names.quantities and name in names.units.names:
            return [name]
        case Binary("*", left, right):
            return _unit_words(left, names) + _unit_words(right, names)
        case Minus(operand):
            return _unit_words(operand, names)
    return []


def base_units(names: Names, node: Node) -> str:
    """Return the base units of a side, for quantities without a unit of their own."""
    return str(names.dimension("", node))
