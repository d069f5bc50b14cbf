"""Because: which figures a claim needs to be read loosely, and no others.

A claim that holds at ``significant`` rarely needs all its figures there. The smallest
set that must be read at the claim's reading, while the rest stay as written, says what
the reader really has to grant: "40 per cent taken as rounded".
"""

from __future__ import annotations

from itertools import combinations

from sovstats.claims.decision import Pair
from sovstats.claims.verdict import Verdict
from sovstats.claims.verdict_words import LOOSENED
from sovstats.expressions import Names, Quantity
from sovstats.expressions.evaluation import whole_side
from sovstats.numbers import Span

MOST = 4
"""More figures than these would be no reason that anybody can weigh."""

STATED = "the stated number"
"""How a lone numeral of an expression is called among the figures."""


def because(verdict: Verdict) -> tuple[str, ...]:
    """Return the smallest set of figures that must be read at the claim's reading.

    Empty where the claim holds as written or not at all, or where more than four
    figures would be needed. Of two sets of one size the first in the order of the
    expression is taken.
    """
    if verdict.reading not in LOOSENED:
        return ()
    pair = verdict.worst
    items = [quantity.name for quantity in pair.quantities]
    if any(whole_side(node, pair.names) for node in (pair.left, pair.right)):
        items.append(STATED)
    for size in range(1, min(MOST, len(items)) + 1):
        for chosen in combinations(items, size):
            if _holds(pair, frozenset(chosen)):
                return chosen
    return ()


def _holds(pair: Pair, loose: frozenset[str]) -> bool:
    """Say whether the pair can be true with only these figures read loosely."""
    strict, wide = pair.leaf("written"), pair.leaf(pair.reading)

    def leaf(quantity: Quantity) -> Span | None:
        return (wide if quantity.name in loose else strict)(quantity)

    # No divisor can be zero here, since none can with all figures read loosely.
    return pair.evaluate(pair.reading if STATED in loose else "written", leaf).holds


def in_words(chosen: tuple[str, ...], reading: str, names: Names) -> str:
    """Return the set as a phrase: ``40 per cent taken as rounded``."""
    if not chosen:
        return ""
    printed = [
        names.quantities[name].facts.get("printed", name) if name != STATED else STATED
        for name in chosen
    ]
    return f"{' and '.join(printed)} {LOOSENED[reading]}"
