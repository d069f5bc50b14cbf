"""Units without pint: names, exact factors and dimensions from one small table.

`sovstats.units.definitions` makes the table from ``units.txt`` at build time; everything
that runs after a build reads only this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from sovstats.errors import UnitError, nearest

LONGEST_UNIT = 120
LARGEST_EXPONENT = 6
LARGEST_FACTOR_BITS = 2000
MOST_BRACKETS = 20

_PIECE = re.compile(
    r"\s*(?:(?P<name>[A-Za-z_]\w*)|(?P<mark>\*\*|[*/()])|(?P<number>\d+))\s*",
    re.ASCII,
)
_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_FACTOR = re.compile(r"([*/]?)([A-Za-z_]\w*|1)(?:\*\*(\d+))?")


@dataclass(frozen=True)
class Dimension:
    """A product of powers of base dimensions, such as mass / length ** 2."""

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

        def one(name: str, power: int) -> str:
            return name if power == 1 else f"{name}**{power}"

        top = [one(name, power) for name, power in self.powers if power > 0]
        bottom = [one(name, -power) for name, power in self.powers if power < 0]
        if not top and not bottom:
            return "dimensionless"
        return "/".join(["*".join(top) or "1", *bottom])


@dataclass(frozen=True)
class Unit:
    """A unit: how many base units it is, exactly, and its dimension."""

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


class Units:
    """The unit table of a dataset.

    Parameters
    ----------
    rows
        Rows with ``name``, ``factor`` (an exact number) and ``dimension``, as in the
        processed table ``unit_factors``.
    """

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        self._units = {
            row["name"]: Unit(
                Fraction(row["factor"]), Dimension.parse(row["dimension"])
            )
            for row in rows
        }
        self._cache: dict[str, Unit] = {}

    @property
    def names(self) -> frozenset[str]:
        """All unit names, scale words and percent included."""
        return frozenset(self._units)

    def __getitem__(self, name: str) -> Unit:
        """Return the unit of one name; a KeyError if there is none."""
        return self._units[name]

    def parse(self, expression: str) -> Unit:
        """Return the unit that an expression of names, ``*``, ``/`` and ``**`` means.

        Parameters
        ----------
        expression
            For example ``kilometre/ten_thousand_person`` or ``billion * ruble``.

        Raises
        ------
        UnitError
            If a name is not in the table (the nearest is suggested), if it is ``ton``,
            or if the expression has another shape.
        """
        known = self._cache.get(expression)
        if known is None:
            known = self._cache[expression] = self._read(expression)
        return known

    def _read(self, expression: str) -> Unit:
        if not expression.strip():
            reason = "expected unit names joined by *, / or **"
            raise UnitError(expression, reason)
        if len(expression) > LONGEST_UNIT:
            reason = f"it has {len(expression)} characters, {LONGEST_UNIT} at most"
            raise UnitError(expression, reason)
        if expression.count("(") > MOST_BRACKETS:
            reason = f"it has more than {MOST_BRACKETS} brackets"
            raise UnitError(expression, reason)
        pieces = _pieces(expression)
        result, index = self._product(expression, pieces, 0)
        if index != len(pieces):
            reason = f"'{pieces[index]}' was not expected there"
            raise UnitError(expression, reason)
        return result

    def _product(self, text: str, pieces: list[str], index: int) -> tuple[Unit, int]:
        result, index = self._power(text, pieces, index)
        while index < len(pieces) and pieces[index] in ("*", "/"):
            other, after = self._power(text, pieces, index + 1)
            result = result * other if pieces[index] == "*" else result / other
            index = after
        return result, index

    def _power(self, text: str, pieces: list[str], index: int) -> tuple[Unit, int]:
        base, index = self._atom(text, pieces, index)
        if index < len(pieces) and pieces[index] == "**":
            digits = pieces[index + 1] if index + 1 < len(pieces) else ""
            if not digits.isdigit() or not 0 < int(digits) <= LARGEST_EXPONENT:
                reason = f"a power must be a whole number from 1 to {LARGEST_EXPONENT}"
                raise UnitError(text, reason)
            # Powers of bracketed powers would grow without end: ((x**6)**6)**6 ...
            if base.bits * int(digits) > LARGEST_FACTOR_BITS:
                reason = "its factor has too many digits"
                raise UnitError(text, reason)
            return base ** int(digits), index + 2
        return base, index

    def _atom(self, text: str, pieces: list[str], index: int) -> tuple[Unit, int]:
        piece = pieces[index] if index < len(pieces) else ""
        if piece == "(":
            inner, index = self._product(text, pieces, index + 1)
            if index < len(pieces) and pieces[index] == ")":
                return inner, index + 1
            reason = "a bracket is not closed"
            raise UnitError(text, reason)
        if piece == "1":
            return ONE, index + 1
        if piece in self._units:
            return self._units[piece], index + 1
        if piece in ("ton", "tons"):
            reason = (
                "'ton' is ambiguous (short, long or metric); "
                "write 'tonne' if it is 1,000 kg"
            )
            raise UnitError(text, reason)
        if not _NAME.fullmatch(piece):
            reason = (
                f"a unit name is missing before '{piece}'"
                if piece
                else ("a unit name is missing at the end")
            )
            raise UnitError(text, reason)
        reason = f"there is no unit '{piece[:60]}'{nearest(piece, self._units)}"
        raise UnitError(text, reason)


def _pieces(expression: str) -> list[str]:
    """Cut a unit expression into names, marks and numbers."""
    pieces, at = [], 0
    while at < len(expression):
        found = _PIECE.match(expression, at)
        if found is None:
            reason = f"'{expression[at]}' has no place in a unit"
            raise UnitError(expression, reason)
        pieces.append(found["name"] or found["mark"] or found["number"])
        at = found.end()
    return pieces
