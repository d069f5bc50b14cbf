"""Slips: small defined errors, put into a figure to see which claims would notice.

A figure that no claim notices is not wrong for that, but nothing here speaks for it; a
claim that notices nothing says nothing, however often it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from sovstats.claims.verdict import Verdict
from sovstats.errors import NumeralError
from sovstats.expressions import Quantity
from sovstats.numbers import READINGS, Statement, parse_all

FACTORS: dict[str, Fraction] = {
    "+5 %": Fraction(105, 100),
    "-5 %": Fraction(95, 100),
    "+10 %": Fraction(110, 100),
    "-10 %": Fraction(90, 100),
    "+25 %": Fraction(125, 100),
    "-25 %": Fraction(75, 100),
    "x 10": Fraction(10),
    "/ 10": Fraction(1, 10),
}
"""Slips that multiply; the last two shift the decimal point, widths and all."""

SHIFTS = ("x 10", "/ 10")
EXCHANGE = "digits"
"""The slip that exchanges the first two unequal neighbouring digits."""

GUARDING = ("+25 %", "-25 %", EXCHANGE)


@dataclass(frozen=True)
class Slip:
    """One slip of one figure and whether a claim notices it.

    Attributes
    ----------
    figure
        The figure that is spoilt.
    name
        Which slip.
    size
        How far it moves the number, as a part of it.
    noticed
        Whether the claim becomes impossible.
    """

    figure: str
    name: str
    size: Fraction
    noticed: bool


def slipped_statements(quantity: Quantity) -> Iterator[tuple[str, Fraction, Statement]]:
    """Yield every slip of a figure: its name, its size, the spoilt statement.

    Exact figures, outside observations and figures without a number do not slip.
    """
    statement = quantity.statement
    if statement.exact or statement.missing or quantity.outside:
        return
    for name, factor in FACTORS.items():
        spoilt = statement.scaled(factor)
        # A wrong digit is printed as precisely as a right one; a lost point is not.
        if name not in SHIFTS:
            spoilt = replace(
                spoilt, written=statement.written, significant=statement.significant
            )
        yield name, abs(factor - 1), spoilt
    exchanged = exchange_digits(quantity)
    if exchanged is not None and statement.value:
        size = abs(exchanged / statement.value - 1)
        yield EXCHANGE, size, replace(statement, value=exchanged)


def exchange_digits(quantity: Quantity) -> Fraction | None:
    """Return a figure's value with its first two unequal neighbouring digits exchanged.

    The digits are those printed; those of a number in words are its value, in the unit
    that it is printed in. None where all digits are equal, or there is only one.
    """
    value = quantity.statement.value
    if value is None or value <= 0:
        return None
    text = quantity.facts.get("printed", "")
    if not re.search(r"\d", text):
        text = _in_digits(text)
    # The second digit is only looked at, so that it may be the first of the next pair.
    for found in re.finditer(r"(\d)([.,]?)(?=(\d))", text):
        first, mark, second = found.groups()
        if first != second:
            rest = text[found.end() + 1 :]
            swapped = f"{text[: found.start()]}{second}{mark}{first}{rest}"
            return _value_of(text, swapped, value)
    return None


def _in_digits(words: str) -> str:
    """Return a number in words in digits; empty where it is not a single number."""
    try:
        value = parse_all(words)[0].value
    except NumeralError:
        return ""
    return "" if value is None else str(value)


def _value_of(text: str, swapped: str, value: Fraction) -> Fraction | None:
    """Return the value of a changed printed string, in the units of the old value."""
    try:
        before = [numeral.value for numeral in parse_all(text)]
        after = [numeral.value for numeral in parse_all(swapped)]
    except NumeralError:
        return None
    for old, new in zip(before, after, strict=False):
        if old and new is not None:
            return new / old * value
    return None


def slips_of(verdict: Verdict) -> list[Slip]:
    """Return every slip of every figure of a claim that passes.

    A slip is noticed if the claim becomes impossible at its own reading, or at written
    where its own is narrower. A claim that is contradicted or undecidable has none.
    """
    if verdict.reading not in READINGS:
        return []
    return [
        Slip(quantity.name, slip, size, verdict.breaks_with({quantity.name: spoilt}))
        for quantity in verdict.names.quantities_in(*verdict.comparison.operands)
        for slip, size, spoilt in slipped_statements(quantity)
    ]


def sharpness(slips: list[Slip]) -> Fraction | None:
    """Return the mean over figures of slips noticed among slips tried.

    None where there is no figure that could slip.
    """
    shares = [
        Fraction(sum(slip.noticed for slip in own), len(own))
        for own in _by_figure(slips).values()
    ]
    return sum(shares, Fraction(0)) / len(shares) if shares else None


def notices(slips: list[Slip]) -> dict[str, str]:
    """Return per figure the smallest slip that is noticed; empty where none is."""
    smallest = {}
    for figure, own in _by_figure(slips).items():
        noticed = [slip for slip in own if slip.noticed]
        # Of two slips of one size the first in the order of the table counts.
        least = min(noticed, key=lambda slip: slip.size, default=None)
        smallest[figure] = least.name if least else ""
    return smallest


def _by_figure(slips: list[Slip]) -> dict[str, list[Slip]]:
    found: dict[str, list[Slip]] = {}
    for slip in slips:
        found.setdefault(slip.figure, []).append(slip)
    return found
