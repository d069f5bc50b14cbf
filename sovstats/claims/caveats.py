"""Caveats: where the two sides of a comparison are not of the same kind."""

from __future__ import annotations

from sovstats.claims.decision import Pair
from sovstats.expressions.nodes import Name

ORDERED = ("status", "speaker", "indicator")
EQUAL = ("place", "status", "speaker")
ALONE = ("indicator", "period")


def caveat(pair: Pair) -> str:
    """Return in what the figures on both sides differ, or an empty string.

    An ordering sets different places and periods against one another on purpose, so
    only status, speaker and, between two lone figures, indicator are compared. In an
    equality the stated side may take up a place, status or speaker of the computed one;
    indicator and period are compared between two lone figures only: a computed fall has
    of course another indicator than the counts it is computed from.
    """
    sides = [
        [quantity.facts for quantity in pair.names.quantities_in(node)]
        for node in (pair.left, pair.right)
    ]
    alone = isinstance(pair.left, Name) and isinstance(pair.right, Name)
    if pair.ordering:
        facts = [fact for fact in ORDERED if alone or fact != "indicator"]
    else:
        facts = [*EQUAL, *(ALONE if alone else ())]
    found = []
    for fact in facts:
        # What is not recorded of a figure differs from nothing.
        one, other = ({each.get(fact, "") for each in side} - {""} for side in sides)
        if one and not other <= one:
            found.append(f"{fact}: {_words(one)} against {_words(other)}")
    return "; ".join(found)


def _words(codes: set[str]) -> str:
    return ", ".join(sorted(codes))
