"""Caveats: where the two sides of a comparison are not of the same kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sovstats.expressions.nodes import (
    Name,
    Node,
    names_in,
)

if TYPE_CHECKING:
    from sovstats.expressions.names import Names

ORDERED = ("status", "speaker", "indicator")
EQUAL = ("place", "status", "speaker")
ALONE = ("indicator", "period")


def caveat(left: Node, operator: str, right: Node, names: Names) -> str:
    """Return in what the figures on both sides differ, or an empty string.

    An ordering sets different places and periods against one another on purpose, so
    only status, speaker and, between two lone figures, indicator are compared. In an
    equality the stated side may take up a place, status or speaker of the computed one;
    indicator and period are compared between two lone figures only: a computed fall has
    of course another indicator than the counts it is computed from.
    """
    sides = [_figures(node, names) for node in (left, right)]
    if not all(sides):
        return ""
    alone = isinstance(left, Name) and isinstance(right, Name)
    if operator == "==":
        facts = [*EQUAL, *(ALONE if alone else ())]
    else:
        facts = [fact for fact in ORDERED if alone or fact != "indicator"]
    found = []
    for fact in facts:
        one, other = ({q.get(fact, "") for q in side} - {""} for side in sides)
        if one and other and not other <= one:
            found.append(f"{fact}: {_words(one)} against {_words(other)}")
    return "; ".join(found)


def _figures(node: Node, names: Names) -> list[dict[str, str]]:
    return [
        dict(names.quantities[name].facts)
        for name in names_in(node)
        if name in names.quantities
    ]


def _words(codes: set[str]) -> str:
    return ", ".join(sorted(codes))
