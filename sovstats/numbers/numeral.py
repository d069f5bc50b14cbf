"""Numbers as printed: the value, and the half-widths that its characters leave open.

Precision is read off the printed characters, never off a float: ``34.6 million`` is
written to a tenth of a million, ``5.0`` to a tenth, ``83,000`` to the unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

_ZERO = Fraction(0)
TENTH = Fraction(1, 10)
HALF = Fraction(1, 2)
LONGEST_DIGITS = 30

Widths = tuple[Fraction, Fraction]
"""Distances below and above a number."""

NO_WIDTHS: Widths = (_ZERO, _ZERO)
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
        Distances below and above that the digits written leave open; none by default.
    significant
        The same when trailing zeros of a whole number are taken as not meant.
    shape
        How it is printed: whole, decimal, mixed, fraction, ratio, ordinal, multiple,
        duration, range or vague; whole by default.
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
    low: Fraction | None = None
    high: Fraction | None = None
    written: Widths = NO_WIDTHS
    significant: Widths = NO_WIDTHS
    shape: str = "whole"
    scale: Fraction = Fraction(1)

    @classmethod
    def of(
        cls, value: Fraction, half: Fraction, shape: str, zeros: Fraction = _ZERO
    ) -> Numeral:
        """Build a numeral from half a unit of its last digit and of its last non-zero.

        Without `zeros` its zeros are meant like other digits.
        """
        loose = max(half, min(zeros, abs(value) * TENTH))
        return cls(value, None, None, (half, half), (loose, loose), shape)

    # Number words state the same few numbers again and again.
    @classmethod
    @lru_cache(maxsize=1024)
    def whole(cls, total: int, unit: int = 1) -> Numeral:
        """Build a whole number whose last digit written counts so many ones.

        Its trailing zeros are those that stand before that digit's own scale: forty has
        one, two hundred thousand (`unit` 100,000) none.
        """
        digits = str(total // unit)
        trailing = 10 ** (len(digits) - len(digits.rstrip("0")))
        return cls.of(Fraction(total), HALF * unit, "whole", HALF * unit * trailing)

    @classmethod
    def fraction(cls, top: int, bottom: int, shape: str = "fraction") -> Numeral:
        """Build k/n, which leaves n open by a half, a tenth of itself at the most."""
        value = Fraction(top, bottom)
        below = min(value * TENTH, value - top / (bottom + HALF))
        above = min(value * TENTH, top / (bottom - HALF) - value)
        return cls(value, None, None, (below, above), (below, above), shape)

    def to(self, last: Numeral) -> Numeral:
        """Join two numerals to a range whose ends take the finer of two precisions."""
        assert self.value is not None and last.value is not None
        low, high = sorted((self.value, last.value))
        written = _finer(self.written, last.written)
        significant = _finer(self.significant, last.significant)
        scale = max(self.scale, last.scale)
        return Numeral(None, low, high, written, significant, "range", scale)

    def scaled(self, factor: Fraction | int) -> Numeral:
        """Return the numeral multiplied by a scale word that stands elsewhere."""
        ends = (self.value, self.low, self.high)
        value, low, high = (times(number, factor) for number in ends)
        widths = (self.written, self.significant)
        written, significant = ((one * factor, two * factor) for one, two in widths)
        scale = self.scale * factor
        return Numeral(value, low, high, written, significant, self.shape, scale)


def times(number: Fraction | None, factor: Fraction | int) -> Fraction | None:
    """Multiply a number that may be missing."""
    return None if number is None else number * factor


def _finer(one: Widths, two: Widths) -> Widths:
    return min(one[0], two[0]), min(one[1], two[1])


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
        return Numeral.of(Fraction(plain), half, "decimal")
    return Numeral.whole(int(whole))
