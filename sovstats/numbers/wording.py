"""Numbers, intervals and lists as people read them; nothing is decided on these strings."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sovstats.numbers.intervals import Interval
    from sovstats.numbers.readings import Span

WORDS = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
SIGNIFICANT_DIGITS = 4


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


COUNTS = "no one two three four five six seven eight nine ten eleven twelve".split()


def listed(words: Sequence[str]) -> str:
    """Write a list as a sentence does: ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def count_word(number: Fraction | int) -> str:
    """Write a small whole number as a word, another one in digits."""
    if number == int(number) and 0 <= number < len(COUNTS):
        return COUNTS[int(number)]
    return show_number(Fraction(number), 2)


def percent(part: Fraction) -> str:
    """Write a part of one as whole percentage points, without the sign."""
    return f"{float(part) * 100:.0f}"


def sentence(text: str) -> str:
    """Begin with a capital letter and end with a full stop."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".?!" else ".")
