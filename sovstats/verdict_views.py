"""A verdict as people meet it: its facts, its sentence, its arithmetic in full."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from sovstats.caveats import caveat
from sovstats.display import base_units, display_unit, show_span
from sovstats.nodes import names_in
from sovstats.readings import CONTRADICTED, HEDGE_WIDTH, UNDECIDABLE
from sovstats.verdicts import Decision, decide

if TYPE_CHECKING:
    from sovstats.namespace import Names

MEANING = {
    "literal": "it holds for the numbers exactly as printed",
    "written": "it holds within half a unit of the last digit written",
    "hedged": "it holds only with what the author's own hedges leave open",
    "significant": (
        "it holds only if the trailing zeros of a whole number are not meant"
    ),
    "open": "it holds only where a hedge or a plural sets no limit at all",
    CONTRADICTED: "no reading of the printed numbers makes it hold",
    UNDECIDABLE: "a number is missing, or a divisor can be zero",
}
ORDERED = {
    "literal": "the order holds for the numbers exactly as printed",
    "written": "only rounding within the digits written can save the order",
    CONTRADICTED: "the order fails for every value that the digits leave open",
    UNDECIDABLE: MEANING[UNDECIDABLE],
}


@dataclass(frozen=True)
class Verdict:
    """The verdict of one expression and everything beside it.

    Attributes
    ----------
    decision
        The readings that were looked at, in exact arithmetic.
    names
        The figures and units of the dataset.
    width
        The hedge width that was used.
    """

    decision: Decision
    names: Names
    width: Fraction = HEDGE_WIDTH

    @property
    def expression(self) -> str:
        """The expression, as it was given."""
        return self.decision.comparison.text

    @property
    def reading(self) -> str:
        """The narrowest reading that can make it true, or contradicted, undecidable."""
        return self.decision.reading

    @property
    def at_written(self) -> str:
        """certain, possible or impossible, with the digits as written."""
        return self.decision.at_written

    @property
    def hedge(self) -> str:
        """Kept or broken where a directional hedge takes part, else empty."""
        return self.decision.hedge

    @property
    def gap(self) -> Fraction | None:
        """(computed - stated) / stated, for the numbers as printed."""
        return self.decision.gap

    @property
    def figures(self) -> list[str]:
        """The figures that take part, in the order of the expression."""
        used = [n for o in self.decision.comparison.operands for n in names_in(o)]
        return list(dict.fromkeys(n for n in used if n in self.names.quantities))

    @cached_property
    def unit(self) -> str:
        """The unit in which both sides are shown."""
        pair = self.decision.worst
        unit = display_unit(pair.left, pair.right, self.names)
        return unit or base_units(self.names, pair.right)

    @cached_property
    def factor(self) -> Fraction:
        """How many base units the shown unit is."""
        pair = self.decision.worst
        unit = display_unit(pair.left, pair.right, self.names)
        return self.names.units.parse(unit).factor if unit else Fraction(1)

    @property
    def computed(self) -> str:
        """The recomputed side at the claim's reading, in `unit`."""
        return show_span(self.decision.worst.shown.computed, self.factor)

    @property
    def stated(self) -> str:
        """The stated side at the claim's reading, in `unit`."""
        return show_span(self.decision.worst.shown.stated, self.factor)

    @property
    def caveat(self) -> str:
        """In what the two sides differ in kind, or an empty string."""
        found = [
            caveat(pair.left, pair.operator, pair.right, self.names)
            for pair in self.decision.pairs
        ]
        return "; ".join(dict.fromkeys(filter(None, found)))

    @property
    def meaning(self) -> str:
        """The verdict in a sentence."""
        ordering = self.decision.worst.operator != "=="
        return (ORDERED if ordering else MEANING)[self.reading]

    def __str__(self) -> str:
        from sovstats.explanation import explain

        return explain(self)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        from html import escape

        return f"<pre>{escape(str(self))}</pre>"


def verdict_of(
    expression: str, names: Names, hedge_width: Fraction | None = None
) -> Verdict:
    """Decide an expression and return its verdict.

    Raises
    ------
    ExpressionError, DimensionError
    """
    width = HEDGE_WIDTH if hedge_width is None else Fraction(hedge_width)
    return Verdict(decide(expression, names, width), names, width)
