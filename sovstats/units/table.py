"""Units without pint: names, exact factors and dimensions from one small table.

`sovstats.units.definitions` makes the table from ``units.txt`` at build time;
everything that runs after a build reads only this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NoReturn

from sovstats.errors import UnitError, nearest

LONGEST_UNIT = 120
LARGEST_EXPONENT = 6
LARGEST_FACTOR_BITS = 2000
MOST_BRACKETS = 20

TON = "'ton' is ambiguous (short, long or metric); write 'tonne'"
"""Why nothing may be called a ton."""
TON_IN_A_UNIT = f"{TON} if it is 1,000 kg"
"""The same, to a reader who writes the unit of a figure."""

_PIECE = re.compile(r"\s*([A-Za-z_]\w*|\*\*|[*/()]|\d+)\s*", re.ASCII)
_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_FACTOR = re.compile(r"([*/]?)([A-Za-z_]\w*|1)(?:\*\*(\d+))?")


@dataclass(frozen=True)
class Dimension:
    """A product of powers of base dimensions, such as mass / length ** 2.

    Dimensions are multiplied, divided and raised to whole powers; equal ones are equal.

    Attributes
    ----------
    powers
        The name and power of each base dimension, by name and without zeros. The empty
        tuple is that of a plain number.

    Examples
    --------
    >>> area = Dimension.parse("length**2")
    >>> str(Dimension.of({"mass": 1}) / area), str(area / area)
    ('mass/length**2', 'dimensionless')
    """

    powers: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, powers: Mapping[str, int]) -> Dimension:
        """Return the dimension with these powers; zeros are dropped."""
        return cls(tuple(sorted((k, v) for k, v in powers.items() if v)))

    @classmethod
    def parse(cls, text: str) -> Dimension:
        """Read what `str` writes."""
        powers: dict[str, int] = {}
        for sign, name, power in _FACTOR.findall(text):
            step = int(power or 1)
            powers[name] = powers.get(name, 0) + (-step if sign == "/" else step)
        for nothing in ("1", "dimensionless"):
            powers.pop(nothing, None)
        return cls.of(powers)

    def __mul__(self, other: Dimension) -> Dimension:
        """Add the powers."""
        powers = dict(self.powers)
        for name, power in other.powers:
            powers[name] = powers.get(name, 0) + power
        return Dimension.of(powers)

    def __truediv__(self, other: Dimension) -> Dimension:
        """Subtract the powers."""
        return self * other**-1

    def __pow__(self, exponent: int) -> Dimension:
        """Multiply the powers."""
        return Dimension.of({name: power * exponent for name, power in self.powers})

    def __str__(self) -> str:
        """Write it as `Dimension.parse` reads it: ``mass/length**2``."""
        if not self.powers:
            return "dimensionless"
        top = [_raised(name, power) for name, power in self.powers if power > 0]
        bottom = [_raised(name, -power) for name, power in self.powers if power < 0]
        return "/".join(["*".join(top) or "1", *bottom])


def _raised(name: str, power: int) -> str:
    return name if power == 1 else f"{name}**{power}"


@dataclass(frozen=True)
class Unit:
    """A unit: how many base units it is, exactly, and its dimension.

    Units are multiplied, divided and raised to whole powers.

    Attributes
    ----------
    factor
        How many base units it is: 1000 for a tonne, whose base unit is the kilogram.
    dimension
        What it measures.

    Examples
    --------
    >>> hectare = Unit(Fraction(10_000), Dimension.parse("length**2"))
    >>> tonne = Unit(Fraction(1000), Dimension.parse("mass"))
    >>> str((tonne / hectare).factor), str((tonne / hectare).dimension)
    ('1/10', 'mass/length**2')
    """

    factor: Fraction
    dimension: Dimension

    @property
    def bits(self) -> int:
        """How many binary digits the longer part of the factor has."""
        return max(self.factor.numerator, self.factor.denominator).bit_length()

    def __mul__(self, other: Unit) -> Unit:
        """Return the product of the two units."""
        return Unit(self.factor * other.factor, self.dimension * other.dimension)

    def __truediv__(self, other: Unit) -> Unit:
        """Return this unit per the other."""
        return Unit(self.factor / other.factor, self.dimension / other.dimension)

    def __pow__(self, exponent: int) -> Unit:
        """Return the unit multiplied by itself so many times."""
        return Unit(self.factor**exponent, self.dimension**exponent)


ONE = Unit(Fraction(1), Dimension())
"""The unit of a plain number."""


class Units:
    """The unit table of a dataset.

    Parameters
    ----------
    rows
        Rows with ``name``, ``factor`` (an exact number) and ``dimension``, as in the
        processed table ``unit_factors``.

    Attributes
    ----------
    names
        All unit names, scale words and percent included.

    Examples
    --------
    >>> from sovstats.storage import Tables, default_folder
    >>> units = Units(Tables(default_folder()).rows("unit_factors"))
    >>> str(units.parse("kilogram / hectare").factor)
    '1/10000'
    >>> "pood" in units.names, str(units["percent"].factor)
    (True, '1/100')
    """

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        self._units = {
            row["name"]: Unit(
                Fraction(row["factor"]), Dimension.parse(row["dimension"])
            )
            for row in rows
        }
        self.names = frozenset(self._units)
        self._read: dict[str, Unit] = {}

    def __getitem__(self, name: str) -> Unit:
        """Return the unit of one name; a KeyError if there is none."""
        return self._units[name]

    def parse(self, expression: str) -> Unit:
        """Return the unit that an expression of names, ``*``, ``/`` and ``**`` means.

        Parameters
        ----------
        expression
            For example ``kilometre/ten_thousand_person`` or ``billion * ruble``.

        Returns
        -------
        Unit
            Its exact factor and its dimension.

        Raises
        ------
        UnitError
            If a name is not in the table (the nearest is suggested), if it is ``ton``,
            or if the expression has another shape.
        """
        if expression not in self._read:
            self._read[expression] = _Parser(expression, self._units).parse()
        return self._read[expression]


class _Parser:
    """Reads one unit expression from left to right; ``next`` is the piece that is due.

    product = power, {("*" | "/"), power}
    power   = atom, ["**", digits]
    atom    = "1" | name | "(", product, ")"
    """

    def __init__(self, text: str, units: Mapping[str, Unit]) -> None:
        self.text = text
        self.units = units
        self.rest: Iterator[str] = iter(())
        self.next = ""

    def parse(self) -> Unit:
        """Return the unit of the whole expression."""
        if not self.text.strip():
            self.refuse("expected unit names joined by *, / or **")
        if len(self.text) > LONGEST_UNIT:
            self.refuse(f"it has {len(self.text)} characters, {LONGEST_UNIT} at most")
        # Each bracket is a call within a call, of which Python bears a limited number.
        if self.text.count("(") > MOST_BRACKETS:
            self.refuse(f"it has more than {MOST_BRACKETS} brackets")
        self.rest = iter(self.pieces())
        self.advance()
        unit = self.product()
        if self.next:
            self.refuse(f"'{self.next}' was not expected there")
        return unit

    def pieces(self) -> list[str]:
        """Cut the expression into names, marks and numbers."""
        pieces, at = [], 0
        while at < len(self.text):
            found = _PIECE.match(self.text, at)
            if found is None:
                self.refuse(f"'{self.text[at]}' has no place in a unit")
            pieces.append(found[1])
            at = found.end()
        return pieces

    def advance(self) -> str:
        """Return the piece that was due, and go on to the one after it."""
        piece, self.next = self.next, next(self.rest, "")
        return piece

    def product(self) -> Unit:
        unit = self.power()
        while self.next in ("*", "/"):
            mark, other = self.advance(), self.power()
            unit = unit * other if mark == "*" else unit / other
        return unit

    def power(self) -> Unit:
        base = self.atom()
        if self.next != "**":
            return base
        self.advance()
        digits = self.advance()
        if not digits.isdigit() or not 0 < int(digits) <= LARGEST_EXPONENT:
            self.refuse(f"a power must be a whole number from 1 to {LARGEST_EXPONENT}")
        # Powers of bracketed powers would grow without end: ((x**6)**6)**6 ...
        if base.bits * int(digits) > LARGEST_FACTOR_BITS:
            self.refuse("its factor has too many digits")
        return base ** int(digits)

    def atom(self) -> Unit:
        piece = self.advance()
        if piece == "(":
            inner = self.product()
            if self.advance() != ")":
                self.refuse("a bracket is not closed")
            return inner
        if piece == "1":
            return ONE
        if piece in self.units:
            return self.units[piece]
        if piece in ("ton", "tons"):
            self.refuse(TON_IN_A_UNIT)
        if _NAME.fullmatch(piece):
            self.refuse(f"there is no unit '{piece[:60]}'{nearest(piece, self.units)}")
        where = f"before '{piece}'" if piece else "at the end"
        self.refuse(f"a unit name is missing {where}")

    def refuse(self, reason: str) -> NoReturn:
        raise UnitError(self.text, reason)
