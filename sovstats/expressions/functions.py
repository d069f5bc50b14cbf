"""The functions of the language: everything that is said about each, once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sovstats.expressions.arithmetic import each, greatest, least, rank
from sovstats.expressions.nodes import Binary, Node, Number
from sovstats.numbers import Span

Nodes = tuple[Node, ...]
ONE = Number("1")


@dataclass(frozen=True)
class Function:
    """One function: what it takes, of what dimension it is, how it is worked out.

    Attributes
    ----------
    fewest, most
        How many arguments it takes; None where there is no limit.
    relative
        Whether its result is a plain number, whatever its arguments measure.
    shares_figures
        Whether its figures may stand elsewhere on the same side as well.
    dated
        Whether its arguments are dates or the periods of figures, its result a time.
    as_printed
        Whether its arguments are taken as printed, under every reading.
    operations
        Writes it as operations in which every argument stands once, so that exact
        arithmetic gives no wider interval than it must, and can be undone.
    of_spans
        Works it out from the spans of its arguments, where it is no such operations.
    """

    fewest: int
    most: int | None
    relative: bool = False
    shares_figures: bool = False
    dated: bool = False
    as_printed: bool = False
    operations: Callable[[Nodes], Node] | None = None
    of_spans: Callable[[list[Span]], Span] | None = None


def _growth(arguments: Nodes) -> Node:
    old, new = arguments
    return Binary("-", Binary("/", new, old), ONE)


def _decline(arguments: Nodes) -> Node:
    old, new = arguments
    return Binary("-", ONE, Binary("/", new, old))


def _share(arguments: Nodes) -> Node:
    part, *rest = arguments
    return Binary("/", ONE, Binary("+", ONE, Binary("/", _sum(rest), part)))


def _mean(arguments: Nodes) -> Node:
    return Binary("/", _sum(arguments), Number(str(len(arguments))))


def _sum(nodes: Nodes | list[Node]) -> Node:
    total, *others = nodes
    for node in others:
        total = Binary("+", total, node)
    return total


def _abs(spans: list[Span]) -> Span:
    return each(spans[0], abs)


def _only(spans: list[Span]) -> Span:
    return spans[0]


FUNCTIONS: dict[str, Function] = {
    "growth": Function(2, 2, relative=True, shares_figures=True, operations=_growth),
    "decline": Function(2, 2, relative=True, shares_figures=True, operations=_decline),
    "share": Function(2, None, relative=True, shares_figures=True, operations=_share),
    "mean": Function(1, None, operations=_mean),
    "min": Function(1, None, of_spans=least),
    "max": Function(1, None, of_spans=greatest),
    "abs": Function(1, 1, of_spans=_abs),
    "years": Function(2, 2, dated=True),
    "months": Function(2, 2, dated=True),
    "exact": Function(1, 1, as_printed=True, of_spans=_only),
    "rank": Function(2, None, relative=True, of_spans=rank),
}
"""The functions of the language by name; their names are free for nothing else."""
