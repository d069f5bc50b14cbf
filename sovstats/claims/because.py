"""Because: which figures a claim needs to be read loosely, and no others.

A claim that holds at ``significant`` rarely needs all its figures there. The smallest
set that must be read at the claim's reading, while the rest stay as written, says what
the reader really has to grant: "40 per cent taken as rounded".
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from sovstats.claims.decision import (
    Decision,
    Pair,
    side,
)
from sovstats.expressions.evaluation import statement_leaf, whole_side
from sovstats.expressions.names import Names, Quantity
from sovstats.expressions.nodes import names_in
from sovstats.numbers.comparison import IMPOSSIBLE, compare
from sovstats.numbers.readings import HEDGE_WIDTH, Span

LOOSE = ("hedged", "significant", "open")
MOST = 4
STATED = "the stated number"
"""How a lone numeral of an expression is called among the figures."""

WORDS = {
    "hedged": "taken with its hedge",
    "significant": "taken as rounded",
    "open": "taken without a limit",
}


def because(
    decision: Decision, names: Names, width: Fraction = HEDGE_WIDTH
) -> tuple[str, ...]:
    """Return the smallest set of figures that must be read at the claim's reading.

    Empty where the claim holds as written or not at all, or where more than four
    figures would be needed. Of two sets of one size the first in the order of the
    expression is taken.
    """
    if decision.reading not in LOOSE:
        return ()
    pair = decision.worst
    used = names_in(pair.left) + names_in(pair.right)
    items = [names.present(n) for n in dict.fromkeys(used) if n in names.quantities]
    if any(whole_side(node, names) for node in (pair.left, pair.right)):
        items.append(STATED)
    for size in range(1, min(MOST, len(items)) + 1):
        for chosen in combinations(items, size):
            if _holds(pair, frozenset(chosen), decision.reading, names, width):
                return chosen
    return ()


def _holds(
    pair: Pair, loose: frozenset[str], reading: str, names: Names, width: Fraction
) -> bool:
    """Say whether the pair can be true with only these figures read loosely."""
    strict, wide = statement_leaf("written"), statement_leaf(reading, width)

    def leaf(quantity: Quantity) -> Span | None:
        return (wide if quantity.name in loose else strict)(quantity)

    of_numeral = reading if STATED in loose else "written"
    # No divisor can be zero here, since none can with all figures read loosely.
    computed = side(pair.left, names, leaf, of_numeral)
    stated = side(pair.right, names, leaf, of_numeral)
    if computed is None or stated is None:
        return False
    return compare(pair.operator, computed, stated) != IMPOSSIBLE


def in_words(chosen: tuple[str, ...], reading: str, names: Names) -> str:
    """Return the set as a phrase: ``40 per cent taken as rounded``."""
    if not chosen:
        return ""
    printed = [
        names.quantities[name].facts.get("printed", name) if name != STATED else STATED
        for name in chosen
    ]
    return f"{' and '.join(printed)} {WORDS[reading]}"
