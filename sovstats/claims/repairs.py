"""Repairs: what one figure would have to be instead, the others as printed.

Of two figures that contradict one another neither is preferred; how many other claims
would break is said beside each. Never two figures at once, and "none" is an answer.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from sovstats.claims.decision import (
    LITERAL,
    WRITTEN,
    Decision,
    Pair,
    side,
)
from sovstats.claims.slips import exchange_digits, outcomes_with
from sovstats.claims.solving import (
    Unsolvable,
    holds_figure,
    single,
    solve,
)
from sovstats.errors import NumeralError
from sovstats.expressions.evaluation import statement_leaf, threshold_leaf
from sovstats.expressions.names import Names, Quantity
from sovstats.expressions.nodes import names_in
from sovstats.numbers.comparison import IMPOSSIBLE
from sovstats.numbers.intervals import Interval
from sovstats.numbers.parsing import parse
from sovstats.numbers.readings import HEDGE_WIDTH, Statement

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
    breaks: int = 0
    meant: Fraction | None = None


def repairs_of(
    decision: Decision, names: Names, width: Fraction = HEDGE_WIDTH
) -> list[Repair]:
    """Return the repairs of a claim that does not hold as written, a figure each.

    Figures for which there is none are left out: exact ones, ranges, outside series,
    those on both sides, and those that no value could mend.
    """
    if decision.reading in (LITERAL, WRITTEN) or decision.reading == "undecidable":
        return []
    pair = decision.worst
    figures = dict.fromkeys(
        names.present(name)
        for name in names_in(pair.left) + names_in(pair.right)
        if name in names.quantities
    )
    found = (
        _repair(names.quantities[f], pair, decision, names, width) for f in figures
    )
    return [repair for repair in found if repair is not None]


def _repair(
    quantity: Quantity, pair: Pair, decision: Decision, names: Names, width: Fraction
) -> Repair | None:
    statement = quantity.statement
    both = all(
        holds_figure(side, quantity.name, names) for side in (pair.left, pair.right)
    )
    if statement.exact or not statement.value or quantity.outside or both:
        return None
    try:
        exact = _solution(quantity, pair, names, LITERAL)
        loose = _solution(quantity, pair, names, WRITTEN)
    except Unsolvable:
        return None
    if exact.low is None or exact.low != exact.high:
        return None
    digit = last_digit(quantity)
    value = _nearest(exact.low, digit, quantity, pair, decision, names, width)
    away = Fraction(0) if value is None else value / statement.value
    slip, meant = _explaining_slip(quantity, away, pair, decision, names, width)
    value = meant if value is None else value
    if value is None:
        return None
    low, high = _passing(loose, statement, digit, pair, quantity, names)
    factor = names.units.parse(quantity.unit).factor
    return Repair(
        quantity.name,
        value / factor,
        None if low is None else low / factor,
        None if high is None else high / factor,
        value / statement.value,
        slip,
        quantity.unit,
        meant=None if meant is None else meant / factor,
    )


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


def _solution(quantity: Quantity, pair: Pair, names: Names, reading: str) -> Interval:
    """Return the values of a figure for which the two sides are equal."""
    equality = pair.operator == "=="
    leaf = statement_leaf(reading) if equality else threshold_leaf(reading)
    on_left = holds_figure(pair.left, quantity.name, names)
    own, other = (pair.left, pair.right) if on_left else (pair.right, pair.left)
    target = side(other, names, leaf, reading)
    if target is None or target.is_range:
        raise Unsolvable
    single(own, names, leaf)
    return solve(own, quantity.name, target.lower, names, leaf)


def _nearest(
    exact: Fraction,
    digit: Fraction,
    quantity: Quantity,
    pair: Pair,
    decision: Decision,
    names: Names,
    width: Fraction,
) -> Fraction | None:
    """Return the value nearest to the exact solution that can be written in digits.

    In an ordering it must make the order true; in an equality it is simply rounded.
    """
    rounded = round(exact / digit) * digit
    if pair.operator == "==":
        return rounded
    for steps in (0, -1, 1):
        value = rounded + steps * digit
        changed = {quantity.name: replace(quantity.statement, value=value)}
        outcomes = outcomes_with(decision.comparison, names, LITERAL, changed, width)
        if value > 0 and all(outcome == "certain" for outcome in outcomes):
            return value
    return None


def _passing(
    loose: Interval,
    statement: Statement,
    digit: Fraction,
    pair: Pair,
    quantity: Quantity,
    names: Names,
) -> tuple[Fraction | None, Fraction | None]:
    """Return the least and the greatest written value that would pass as written."""
    if pair.operator != "==":
        return None, None
    below, above = statement.written
    low = high = None
    if loose.low is not None:
        low = (math.floor((loose.low - above) / digit) + 1) * digit
    if loose.high is not None:
        high = (math.ceil((loose.high + below) / digit) - 1) * digit
    return low, high


def _explaining_slip(
    quantity: Quantity,
    factor: Fraction,
    pair: Pair,
    decision: Decision,
    names: Names,
    width: Fraction,
) -> tuple[str, Fraction | None]:
    """Return a slip that explains the figure, and the value with the slip undone.

    With it undone the claim passes as written.
    """
    statement = quantity.statement
    if pair.operator != "==" and Fraction(1, 2) < factor < 2:
        return "", None  # a slip that puts an order right by far explains nothing
    candidates: list[tuple[str, Statement]] = [
        (name, statement.scaled(factor)) for name, factor in SHIFTS.items()
    ]
    exchanged = exchange_digits(quantity)
    if exchanged is not None:
        candidates.append((EXCHANGED, replace(statement, value=exchanged)))
    for name, mended in candidates:
        changed = {quantity.name: mended}
        outcomes = outcomes_with(decision.comparison, names, WRITTEN, changed, width)
        if outcomes and IMPOSSIBLE not in outcomes:
            return name, mended.value
    return "", None


def with_votes(
    repairs: list[Repair], others: list[Decision], names: Names, width: Fraction
) -> Iterator[Repair]:
    """Count for each repair how many other passing claims it would break."""
    for repair in repairs:
        quantity = names.quantities[repair.figure]
        factor = names.units.parse(quantity.unit).factor
        changed = {
            quantity.name: replace(quantity.statement, value=repair.value * factor)
        }
        broken = 0
        for other in others:
            reading = WRITTEN if other.reading == LITERAL else other.reading
            outcomes = outcomes_with(other.comparison, names, reading, changed, width)
            broken += IMPOSSIBLE in outcomes
        yield replace(repair, breaks=broken)
