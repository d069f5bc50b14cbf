"""One comparison of two operands, decided: the narrowest reading that admits it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from sovstats.expressions import Names, Node, Quantity, statement_leaf
from sovstats.expressions.evaluation import (
    Leaf,
    evaluate_side,
    hedge_leaf,
    threshold_leaf,
)
from sovstats.numbers import (
    CERTAIN,
    CONTRADICTED,
    DIRECTIONAL,
    HEDGE_WIDTH,
    IMPOSSIBLE,
    READINGS,
    UNDECIDABLE,
    Span,
    Statement,
    compare,
)

LITERAL, WRITTEN = READINGS[:2]
FOR_HEDGES = frozenset({"hedged", "open"})
"""Readings that admit no more than the one before where nothing is hedged or vague."""


@dataclass(frozen=True)
class Rung:
    """One reading of one comparison: both sides and what the comparison says.

    `outcome` is certain, possible, impossible, or undecidable where a side has no
    number under this reading or a divisor can be zero.
    """

    reading: str
    computed: Span | None
    stated: Span | None
    outcome: str

    @property
    def holds(self) -> bool:
        """Whether the comparison can be true under this reading."""
        return self.outcome not in (IMPOSSIBLE, UNDECIDABLE)


@dataclass(frozen=True)
class Pair:
    """Two operands and the comparison between them, decided.

    Attributes
    ----------
    left, operator, right
        The operands, and ``==``, ``<``, ``<=``, ``>`` or ``>=`` between them.
    names
        What their names stand for.
    width
        The hedge width.
    rungs
        All readings that were looked at, from the strictest.
    """

    left: Node
    operator: str
    right: Node
    names: Names = field(repr=False)
    width: Fraction = HEDGE_WIDTH
    rungs: tuple[Rung, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Evaluate every reading at once: what cannot be evaluated is refused here."""
        object.__setattr__(self, "rungs", tuple(self._ladder()))

    def _ladder(self) -> list[Rung]:
        """Evaluate every reading that the comparison knows, from the strictest."""
        stated = [quantity.statement for quantity in self.quantities]
        plain = all(each.hedge == "none" and not each.vague for each in stated)
        rungs: list[Rung] = []
        for reading in READINGS[:2] if self.ordering else READINGS:
            # Most claims hedge nothing, and to evaluate is most of the work of a check.
            if plain and reading in FOR_HEDGES:
                rungs.append(replace(rungs[-1], reading=reading))
            else:
                rungs.append(self.evaluate(reading))
        return rungs

    @property
    def ordering(self) -> bool:
        """Whether it is a comparison of order, not of equality."""
        return self.operator != "=="

    @property
    def heads(self) -> tuple[str, str]:
        """How the two sides are called."""
        return ("left", "right") if self.ordering else ("recomputed", "stated")

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The figures and observations that take part, each once."""
        return self.names.quantities_in(self.left, self.right)

    @cached_property
    def reading(self) -> str:
        """The narrowest reading under which it can be true, contradicted, undecidable.

        An order as printed must hold for every number in a range, not for some.
        """
        first, *others = self.rungs
        if first.outcome == CERTAIN or (first.holds and not self.ordering):
            return LITERAL
        holding = [rung.reading for rung in others if rung.holds]
        if holding:
            return holding[0]
        return UNDECIDABLE if others[-1].outcome == UNDECIDABLE else CONTRADICTED

    @property
    def at_written(self) -> str:
        """certain, possible, impossible or undecidable, with the digits as written."""
        return self.rungs[1].outcome

    @cached_property
    def hedge(self) -> str:
        """Whether the claim is possible when directional hedges mean what they say.

        kept, broken, or empty where no directional hedge takes part.
        """
        if self.reading == UNDECIDABLE or not any(map(_directional, self.quantities)):
            return ""
        if self.reading == CONTRADICTED:
            return "broken"
        # A hedge at its word is an interval, which meets what is written, not a point.
        reading = WRITTEN if self.reading == LITERAL else self.reading
        outcome = self.evaluate(reading, hedge_leaf(reading, self.width)).outcome
        return {IMPOSSIBLE: "broken", UNDECIDABLE: ""}.get(outcome, "kept")

    @property
    def shown(self) -> Rung:
        """The rung at the claim's reading; the widest where it is contradicted."""
        return self.rung(self.reading)

    def rung(self, reading: str) -> Rung:
        """Return the rung of a reading; the last one looked at where it has none."""
        for rung in self.rungs:
            if rung.reading == reading:
                return rung
        return self.rungs[-1]

    def leaf(self, reading: str) -> Leaf:
        """Return how the comparison takes its quantities under a reading."""
        if self.ordering:
            return threshold_leaf(reading)
        return statement_leaf(reading, self.width)

    def evaluate(self, reading: str, leaf: Leaf | None = None) -> Rung:
        """Evaluate both sides under one reading and compare them.

        With `leaf` the quantities are taken as it says, else as the operator asks.
        """
        leaf = leaf or self.leaf(reading)
        try:
            computed = evaluate_side(self.left, self.names, leaf, reading)
            stated = evaluate_side(self.right, self.names, leaf, reading)
        except ZeroDivisionError:
            return Rung(reading, None, None, UNDECIDABLE)
        if computed is None or stated is None:
            return Rung(reading, computed, stated, UNDECIDABLE)
        outcome = compare(self.operator, computed, stated)
        return Rung(reading, computed, stated, outcome)

    def evaluate_with(self, reading: str, changed: Mapping[str, Statement]) -> Rung:
        """Evaluate a reading with other statements for some figures."""
        usual = self.leaf(reading)

        def leaf(quantity: Quantity) -> Span | None:
            statement = changed.get(quantity.name)
            if statement is not None:
                quantity = replace(quantity, statement=statement)
            return usual(quantity)

        return self.evaluate(reading, leaf)

    @property
    def gap(self) -> Fraction | None:
        """(computed - stated) / stated, for the numbers as printed."""
        return relative_gap(self.rungs[0].computed, self.rungs[0].stated)


def _directional(quantity: Quantity) -> bool:
    statement = quantity.statement
    return (
        statement.hedge in DIRECTIONAL and not statement.exact and not statement.missing
    )


def relative_gap(computed: Span | None, stated: Span | None) -> Fraction | None:
    """Return how far the computed number lies from the stated one, as a part of it.

    Of ranges the ends that are compared count; a number inside a range has no gap.
    """
    if computed is None or stated is None:
        return None
    if computed.is_range and stated.is_range:
        gaps = [
            _gap(computed.lower.low, stated.lower.low),
            _gap(computed.upper.low, stated.upper.low),
        ]
        # Of a range one end at least is not zero.
        return max((gap for gap in gaps if gap is not None), key=abs)
    one, other = computed.hull, stated.hull
    if one.low is None or other.low is None or one.high is None or other.high is None:
        return None
    if one.high < other.low:
        return _gap(one.high, other.low)
    if one.low > other.high:
        return _gap(one.low, other.high)
    return Fraction(0)


def _gap(computed: Fraction | None, stated: Fraction | None) -> Fraction | None:
    if computed is None or not stated:
        return None
    return (computed - stated) / stated
