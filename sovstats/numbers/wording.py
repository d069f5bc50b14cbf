"""Numbers, intervals and lists as people read them; nothing is decided on them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from sovstats.numbers.intervals import Interval
from sovstats.numbers.readings import Span

WORDS = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
"""The scale words that are written, from the greatest down."""

COUNTS = "no one two three four five six seven eight nine ten eleven twelve".split()
"""The whole numbers that are written as words."""

ONE = Fraction(1)


def show_number(number: Fraction, digits: int = 4) -> str:
    """Write a number with a few significant digits and a scale word.

    Parameters
    ----------
    number
        The number.
    digits
        How many significant digits it has at the least; four by default.

    Returns
    -------
    str
        With commas between thousands, from a million on with a scale word.

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
    # Small numbers are written out, where `g` would give them an exponent.
    text = f"{float(number):.{digits}g}"
    return f"{float(number):.{digits + 3}f}".rstrip("0") if "e" in text else text


def show_interval(interval: Interval, factor: Fraction = ONE, digits: int = 4) -> str:
    """Write an interval in some unit.

    Parameters
    ----------
    interval
        The interval, in base units.
    factor
        How many base units make one of the unit; by default one.
    digits
        Significant digits, as in `show_number`.

    Returns
    -------
    str
        ``36.22 to 36.75``, one number if both ends are written alike, or ``over 5``,
        ``at least 5``, ``under 5``, ``at most 5`` and ``any number``.

    Examples
    --------
    >>> show_interval(Interval(Fraction(19500000), Fraction(20500000)), Fraction(10**6))
    '19.5 to 20.5'
    >>> show_interval(Interval(Fraction(5), None, low_open=True))
    'over 5'
    """
    low, high = (
        None if end is None else show_number(end / factor, digits)
        for end in (interval.low, interval.high)
    )
    if low is None and high is None:
        return "any number"
    if high is None:
        return f"over {low}" if interval.low_open else f"at least {low}"
    if low is None:
        return f"under {high}" if interval.high_open else f"at most {high}"
    return low if low == high else f"{low} to {high}"


def show_span(span: Span | None, factor: Fraction = ONE, digits: int = 4) -> str:
    """Write a span in some unit; the ends of a range are each an interval.

    Parameters
    ----------
    span
        The span, in base units; None where there is no number.
    factor, digits
        As in `show_interval`.

    Returns
    -------
    str
        As from `show_interval`; a range whose ends are no single numbers has each end
        in brackets.

    Examples
    --------
    >>> from sovstats.numbers import Statement, parse
    >>> statement = Statement.of(parse("15 to 20"))
    >>> show_span(statement.under("written"))
    '(14.5 to 15.5) to (19.5 to 20.5)'
    >>> show_span(None)
    'no number'
    """
    if span is None:
        return "no number"
    if not span.is_range or (span.lower.is_point and span.upper.is_point):
        return show_interval(span.hull, factor, digits)
    lower = show_interval(span.lower, factor, digits)
    return f"({lower}) to ({show_interval(span.upper, factor, digits)})"


def show_percent(part: Fraction | None, digits: int = 1) -> str:
    """Write a part of one as a signed percentage.

    Parameters
    ----------
    part
        The part; None for none.
    digits
        Digits after the point; one by default.

    Returns
    -------
    str
        Empty where there is no part.

    Examples
    --------
    >>> show_percent(Fraction(-1, 8))
    '-12.5 %'
    """
    return "" if part is None else f"{float(part) * 100:+.{digits}f} %"


def percent(part: Fraction) -> str:
    """Write a part of one as whole percentage points.

    Parameters
    ----------
    part
        The part.

    Returns
    -------
    str
        Digits alone, without a sign for per cent.

    Examples
    --------
    >>> percent(Fraction(1, 3))
    '33'
    """
    return f"{float(part) * 100:.0f}"


def count_word(number: Fraction | int) -> str:
    """Write a small whole number as a word, another one in digits.

    Parameters
    ----------
    number
        The number.

    Returns
    -------
    str
        A word from ``no`` to ``twelve``, or two significant digits at the least.

    Examples
    --------
    >>> count_word(0), count_word(12), count_word(Fraction(5, 2))
    ('no', 'twelve', '2.5')
    """
    if number == int(number) and 0 <= number < len(COUNTS):
        return COUNTS[int(number)]
    return show_number(Fraction(number), 2)


def listed(words: Sequence[str]) -> str:
    """Write a list as a sentence does.

    Parameters
    ----------
    words
        Its members, any number of them.

    Returns
    -------
    str
        The members with commas and ``and`` between them; empty if there are none.

    Examples
    --------
    >>> listed(["horses", "cattle", "sheep"])
    'horses, cattle and sheep'
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def sentence(text: str) -> str:
    """Begin with a capital letter and end with a full stop.

    Parameters
    ----------
    text
        One sentence; white space around it is dropped.

    Returns
    -------
    str
        The sentence; the mark at its end stays if it has one. Empty for no text.

    Examples
    --------
    >>> sentence("horses fall by half"), sentence("Is it so?")
    ('Horses fall by half.', 'Is it so?')
    """
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".?!" else ".")
