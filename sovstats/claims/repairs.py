"""Repairs: what one figure would have to be instead, the others as printed.

Of two figures that contradict one another neither is preferred; how many other claims
would break is said beside each. Never two figures at once, and "none" is an answer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from fractions import Fraction

from sovstats.claims.decision import LITERAL, WRITTEN, Pair
from sovstats.claims.slips import exchange_digits
from sovstats.claims.solving import Unknown, Unsolvable
from sovstats.claims.verdict import Verdict
from sovstats.errors import NumeralError
from sovstats.expressions import Quantity
from sovstats.expressions.evaluation import evaluate_side
from sovstats.numbers import (
    CERTAIN,
    IMPOSSIBLE,
    UNDECIDABLE,
    Interval,
    Statement,
    parse,
)
from sovstats.numbers.numeral import times

SHIFTS: dict[str, Fraction] = {
    "a decimal point lost": Fraction(1, 10),
    "a decimal point too many": Fraction(10),
    "x 100": Fraction(100),
    "/ 100": Fraction(1, 100),
}
EXCHANGED = "two digits exchanged"


@dataclass(frozen=True)
class Repair:
    """What one figure would have to be for a claim to hold.

    Attributes
    ----------
    figure
        The figure, or the characters of a stated numeral.
    value
        The value nearest to making the claim literally true, rounded to the figure's
        own last digit, in its own unit.
    low, high
        The values, to the same digit, that would pass as written; None without an end.
    factor
        The new value as a multiple of the printed one.
    slip
        A slip that explains it, or an empty string.
    unit
        The figure's own unit.
    statement
        The figure's statement with the new value, in base units.
    breaks
        How many other claims that pass would not pass with it.
    meant
        The value with the slip undone: 0.8 for 8 with a decimal point lost.
    """

    figure: str
    value: Fraction
    low: Fraction | None
    high: Fraction | None
    factor: Fraction
    slip: str
    unit: str
    statement: Statement
    breaks: int = 0
    meant: Fraction | None = None


def repairs_of(verdict: Verdict) -> list[Repair]:
    """Return the repairs of a claim that does not hold as written, a figure each.

    Figures for which there is none are left out: exact ones, ranges, outside series,
    those on both sides, and those that no value could mend.
    """
    if verdict.reading in (LITERAL, WRITTEN, UNDECIDABLE):
        return []
    found = [_repair(verdict, quantity) for quantity in verdict.worst.quantities]
    return [repair for repair in found if repair is not None]


def _repair(verdict: Verdict, quantity: Quantity) -> Repair | None:
    statement = quantity.statement
    if statement.exact or not statement.value or quantity.outside:
        return None
    try:
        exact = _solution(verdict.worst, quantity, LITERAL)
        loose = _solution(verdict.worst, quantity, WRITTEN)
    except Unsolvable:
        return None
    if exact.low is None or exact.low != exact.high:
        return None
    value = _nearest(verdict, quantity, exact.low)
    away = Fraction(0) if value is None else value / statement.value
    slip, meant = _explaining_slip(verdict, quantity, away)
    value = meant if value is None else value
    if value is None:
        return None
    low, high = _passing(verdict, quantity, loose)
    own = 1 / verdict.names.units.parse(quantity.unit).factor
    return Repair(
        quantity.name,
        value * own,
        times(low, own),
        times(high, own),
        value / statement.value,
        slip,
        quantity.unit,
        replace(statement, value=value),
        meant=times(meant, own),
    )


def _solution(pair: Pair, quantity: Quantity, reading: str) -> Interval:
    """Return the values of a figure for which the two sides are equal.

    Raises
    ------
    Unsolvable
        If it stands on both sides, or there is no way back to it.
    """
    leaf = pair.leaf(reading)
    unknown = Unknown(quantity.name, pair.names, leaf)
    own, other = pair.left, pair.right
    if not unknown.stands_in(own):
        own, other = other, own
    if unknown.stands_in(other):
        raise Unsolvable
    target = evaluate_side(other, pair.names, leaf, reading)
    if target is None or target.is_range:
        raise Unsolvable
    # Where the side itself has no single number, no way back from it can be walked.
    unknown.known(own)
    return unknown.solve(own, target.lower)


def last_digit(quantity: Quantity) -> Fraction:
    """Return one unit of the last digit written; of a fraction, a small part of it."""
    below, _ = quantity.statement.written
    if below and not _is_fraction(quantity.facts.get("printed", "")):
        return 2 * below
    value = abs(quantity.statement.value or Fraction(1))
    return Fraction(10) ** (math.floor(math.log10(value)) - 2)


def _is_fraction(printed: str) -> bool:
    """Say whether it is a part, such as half or 1/23, which has no last digit."""
    try:
        return parse(printed).shape in ("fraction", "ratio")
    except NumeralError:
        return False


def _nearest(verdict: Verdict, quantity: Quantity, exact: Fraction) -> Fraction | None:
    """Return the value nearest to the exact solution that can be written in digits.

    In an ordering it must make the order true; in an equality it is simply rounded.
    """
    digit = last_digit(quantity)
    rounded = round(exact / digit) * digit
    if not verdict.worst.ordering:
        return rounded
    # Rounding may have left a strict order by a hair; a neighbour then keeps it.
    for value in (rounded, rounded - digit, rounded + digit):
        changed = {quantity.name: replace(quantity.statement, value=value)}
        outcomes = verdict.outcomes_with(LITERAL, changed)
        if value > 0 and all(outcome == CERTAIN for outcome in outcomes):
            return value
    return None


def _passing(
    verdict: Verdict, quantity: Quantity, loose: Interval
) -> tuple[Fraction | None, Fraction | None]:
    """Return the least and the greatest written value that would pass as written."""
    # Beyond its nearest value every other one keeps an order: there are no ends.
    if verdict.worst.ordering:
        return None, None
    digit = last_digit(quantity)
    below, above = quantity.statement.written
    # The half-width of a written value must reach into what passes, not only touch it.
    low = high = None
    if loose.low is not None:
        low = (math.floor((loose.low - above) / digit) + 1) * digit
    if loose.high is not None:
        high = (math.ceil((loose.high + below) / digit) - 1) * digit
    return low, high


def _explaining_slip(
    verdict: Verdict, quantity: Quantity, factor: Fraction
) -> tuple[str, Fraction | None]:
    """Return a slip that explains the figure, and the value with the slip undone.

    With it undone the claim passes as written.
    """
    statement = quantity.statement
    if verdict.worst.ordering and Fraction(1, 2) < factor < 2:
        return "", None  # a slip that puts an order right by far explains nothing
    candidates = {name: statement.scaled(shift) for name, shift in SHIFTS.items()}
    exchanged = exchange_digits(quantity)
    if exchanged is not None:
        candidates[EXCHANGED] = replace(statement, value=exchanged)
    for name, mended in candidates.items():
        outcomes = verdict.outcomes_with(WRITTEN, {quantity.name: mended})
        if outcomes and IMPOSSIBLE not in outcomes:
            return name, mended.value
    return "", None
