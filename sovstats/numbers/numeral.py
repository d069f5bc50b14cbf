"""Numbers as printed: the value, and the half-widths that its characters leave open.

Precision is read off the printed characters, never off a float: ``34.6 million`` is
written to a tenth of a million, ``5.0`` to a tenth, ``83,000`` to the unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

TENTH = Fraction(1, 10)
HALF = Fraction(1, 2)
LONGEST_DIGITS = 30

Widths = tuple[Fraction, Fraction]
"""Distances below and above a number."""

NO_WIDTHS: Widths = (Fraction(0), Fraction(0))
"""The half-widths of an exact number."""


@dataclass(frozen=True)
class Numeral:
    """A number as printed, with the half-widths that its characters give it.

    Attributes
    ----------
    value
        The number, or None for a range or a vague plural.
    low, high
        The ends of a range; a vague plural has its floor in `low` alone.
    written
        Distances below and above that the digits written leave open.
    significant
        The same when trailing zeros of a whole number are taken as not meant.
    shape
        How it is printed: whole, decimal, mixed, fraction, ratio, ordinal, multiple,
        duration, range or vague.
    scale
        The product of the scale words that are part of it (``billion``: 10**9); 1 by
        default, without any.

    Examples
    --------
    >>> from sovstats.numbers import parse
    >>> numeral = parse("34.6 million")
    >>> int(numeral.value), int(numeral.written[0]), numeral.shape
    (34600000, 50000, 'decimal')
    """

    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    written: Widths
    significant: Widths
    shape: str
    scale: Fraction = Fraction(1)

    def scaled(self, factor: Fraction | int) -> Numeral:
        """Return the numeral multiplied by a scale word that stands elsewhere."""
        ends = (self.value, self.low, self.high)
        value, low, high = (times(number, factor) for number in ends)
        written, significant = (
            (below * factor, above * factor)
            for below, above in (self.written, self.significant)
        )
        scale = self.scale * factor
        return Numeral(value, low, high, written, significant, self.shape, scale)


def times(number: Fraction | None, factor: Fraction | int) -> Fraction | None:
    """Multiply a number that may be missing."""
    return None if number is None else number * factor


def make_number(
    value: Fraction, half: Fraction, zeros: Fraction, shape: str
) -> Numeral:
    """Build a numeral from half a unit of its last digit and of its last non-zero."""
    loose = max(half, min(zeros, abs(value) * TENTH))
    return Numeral(value, None, None, (half, half), (loose, loose), shape)


# Number words state the same few numbers again and again.
@lru_cache(maxsize=1024)
def make_whole(total: int, unit: int = 1) -> Numeral:
    """Build a whole number whose last digit written counts so many ones.

    Its trailing zeros are those that stand before that digit's own scale: forty has
    one, two hundred thousand (`unit` 100,000) none.
    """
    half = HALF * unit
    return make_number(Fraction(total), half, half * trailing(total // unit), "whole")


def trailing(number: int) -> int:
    """Return the power of ten that the trailing zeros of a whole number make."""
    digits = str(number)
    return 10 ** (len(digits) - len(digits.rstrip("0")))


def make_fraction(numerator: int, denominator: int, shape: str = "fraction") -> Numeral:
    """Build k/n, which leaves the denominator open by a half, a tenth at the most."""
    value = Fraction(numerator, denominator)
    cap = value * TENTH
    below = min(cap, value - numerator / (denominator + HALF))
    above = min(cap, numerator / (denominator - HALF) - value)
    return Numeral(value, None, None, (below, above), (below, above), shape)


def make_range(first: Numeral, last: Numeral) -> Numeral:
    """Join two numerals to a range whose ends take the finer of two precisions."""
    assert first.value is not None and last.value is not None
    low, high = sorted((first.value, last.value))

    def finer(one: Widths, other: Widths) -> Widths:
        return min(one[0], other[0]), min(one[1], other[1])

    written = finer(first.written, last.written)
    significant = finer(first.significant, last.significant)
    scale = max(first.scale, last.scale)
    return Numeral(None, low, high, written, significant, "range", scale)


def make_vague(floor: int) -> Numeral:
    """Build a plural without a number, of which only the floor is known."""
    return Numeral(None, Fraction(floor), None, NO_WIDTHS, NO_WIDTHS, "vague")


def make_digits(plain: str) -> Numeral | None:
    """Read digits with or without decimals, much more quickly than `parse`.

    Parameters
    ----------
    plain
        ASCII digits with at most one point, without group marks, sign or scale word.

    Returns
    -------
    Numeral or None
        None if there are more than 30 digits.

    Examples
    --------
    >>> make_digits("12.5").value, make_digits("1" * 31)
    (Fraction(25, 2), None)
    """
    whole, _, decimals = plain.partition(".")
    # The digits are bounded, since Python takes seconds for a million of them.
    if len(whole) + len(decimals) > LONGEST_DIGITS:
        return None
    if decimals:
        half = Fraction(1, 2 * 10 ** len(decimals))
        return make_number(Fraction(plain), half, half, "decimal")
    return make_whole(int(whole))
