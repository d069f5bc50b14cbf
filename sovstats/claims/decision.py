"""Verdicts: the narrowest reading under which a claim can be true."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from sovstats.expressions.evaluation import (
    Leaf,
    evaluate,
    hedge_leaf,
    numeral_span,
    statement_leaf,
    threshold_leaf,
    whole_side,
)
from sovstats.expressions.names import Names, Quantity
from sovstats.expressions.nodes import (
    Comparison,
    Node,
    names_in,
)
from sovstats.expressions.syntax import parse_expression
from sovstats.numbers.comparison import (
    CERTAIN,
    IMPOSSIBLE,
    compare,
)
from sovstats.numbers.intervals import Interval
from sovstats.numbers.readings import (
    CONTRADICTED,
    DIRECTIONAL,
    HEDGE_WIDTH,
    READINGS,
    UNDECIDABLE,
    Span,
    Statement,
)

LITERAL, WRITTEN = READINGS[:2]
FOR_HEDGES = frozenset({"hedged", "open"})
"""Readings that admit no more than the one before where nothing is hedged or vague."""

RANKS = {name: rank for rank, name in enumerate((*READINGS, CONTRADICTED, UNDECIDABLE))}


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
    """One comparison of a chain, decided.

    Attributes
    ----------
    operator
        ``==``, ``<``, ``<=``, ``>`` or ``>=``.
    reading
        The narrowest reading under which it can be true, or contradicted, or
        undecidable.
    at_written
        certain, possible, impossible or undecidable, with the digits as written.
    hedge
        kept, broken, or empty where no directional hedge takes part.
    rungs
        All readings that were looked at.
    """

    operator: str
    left: Node
    right: Node
    reading: str
    at_written: str
    hedge: str
    rungs: tuple[Rung, ...]

    def rung(self, reading: str) -> Rung:
        """Return the rung of a reading; the last one looked at where it has none."""
        for rung in self.rungs:
            if rung.reading == reading:
                return rung
        return self.rungs[-1]

    @property
    def shown(self) -> Rung:
        """The rung at the claim's reading; the widest where it is contradicted."""
        return self.rung(self.reading)


@dataclass(frozen=True)
class Decision:
    """A whole comparison, decided: the pairs of its chain and the worst of them."""

    comparison: Comparison
    pairs: tuple[Pair, ...]

    @property
    def worst(self) -> Pair:
        """The pair that decides: the first with the widest reading."""
        undecidable = any(pair.reading == UNDECIDABLE for pair in self.pairs)
        contradicted = [pair for pair in self.pairs if pair.reading == CONTRADICTED]
        if contradicted and undecidable:
            return contradicted[0]
        return max(self.pairs, key=lambda pair: RANKS[pair.reading])

    @property
    def reading(self) -> str:
        """The verdict of the whole chain."""
        return self.worst.reading

    @property
    def at_written(self) -> str:
        """How the chain stands with the digits as written."""
        order = (CERTAIN, "possible", UNDECIDABLE, IMPOSSIBLE)
        return max((pair.at_written for pair in self.pairs), key=order.index)

    @property
    def hedge(self) -> str:
        """Whether the directional hedges are kept; empty where there are none."""
        return max(
            (pair.hedge for pair in self.pairs), key=("", "kept", "broken").index
        )

    @property
    def gap(self) -> Fraction | None:
        """(computed - stated) / stated, for the numbers as printed."""
        literal = self.worst.rungs[0]
        return relative_gap(literal.computed, literal.stated)


def decide(text: str, names: Names, width: Fraction = HEDGE_WIDTH) -> Decision:
    """Parse, check and decide an expression.

    Parameters
    ----------
    text
        A comparison, such as ``decline(cattle_1929, cattle_1934) == 40 * percent``.
    names
        The figures, observations and units it may name.
    width
        The hedge width, a tenth unless told otherwise.

    Raises
    ------
    ExpressionError, DimensionError
        Where it is not a claim that can be evaluated.
    """
    comparison = parse_expression(text)
    names.check(comparison)
    return decide_comparison(comparison, names, width)


def decide_comparison(
    comparison: Comparison, names: Names, width: Fraction = HEDGE_WIDTH
) -> Decision:
    """Decide a comparison that has been parsed and checked."""
    pairs = tuple(
        _decide_pair(left, operator, right, names, width)
        for left, operator, right in comparison.pairs
    )
    return Decision(comparison, pairs)


def _decide_pair(
    left: Node, operator: str, right: Node, names: Names, width: Fraction
) -> Pair:
    """Decide one comparison between two operands."""
    rungs = _ladder(left, operator, right, names, width)
    ordering = operator != "=="
    # An ordering as printed must hold for every number in a range, not for some.
    first = rungs[0].outcome == CERTAIN if ordering else rungs[0].holds
    holding = [rung for rung in rungs[1:] if rung.holds]
    if first:
        reading = LITERAL
    elif holding:
        reading = holding[0].reading
    else:
        reading = UNDECIDABLE if rungs[-1].outcome == UNDECIDABLE else CONTRADICTED
    hedge = _hedge(reading, left, operator, right, names, width)
    return Pair(operator, left, right, reading, rungs[1].outcome, hedge, rungs)


def _ladder(
    left: Node, operator: str, right: Node, names: Names, width: Fraction
) -> tuple[Rung, ...]:
    """Evaluate every reading that a comparison knows, from the strictest."""
    readings = READINGS if operator == "==" else READINGS[:2]
    used = _quantities(left, right, names)
    plain = all(q.statement.hedge == "none" and not q.statement.vague for q in used)
    rungs: list[Rung] = []
    for reading in readings:
        if plain and reading in FOR_HEDGES:
            rungs.append(replace(rungs[-1], reading=reading))
        else:
            rungs.append(rung_at(reading, left, operator, right, names, width))
    return tuple(rungs)


def rung_at(
    reading: str,
    left: Node,
    operator: str,
    right: Node,
    names: Names,
    width: Fraction,
    leaf: Leaf | None = None,
) -> Rung:
    """Evaluate both sides under one reading and compare them.

    With `leaf` the quantities are taken as it says, else as the operator asks.
    """
    leaf = leaf or pair_leaf(operator, reading, width)
    try:
        computed = side(left, names, leaf, reading)
        stated = side(right, names, leaf, reading)
    except ZeroDivisionError:
        return Rung(reading, None, None, UNDECIDABLE)
    if computed is None or stated is None:
        return Rung(reading, computed, stated, UNDECIDABLE)
    return Rung(reading, computed, stated, compare(operator, computed, stated))


def pair_leaf(operator: str, reading: str, width: Fraction) -> Leaf:
    """Return how a comparison takes its quantities under a reading."""
    if operator == "==":
        return statement_leaf(reading, width)
    return threshold_leaf(reading)


def side(node: Node, names: Names, leaf: Leaf, reading: str) -> Span | None:
    """Evaluate one side; a lone numeral is read from its characters like a figure."""
    numeral = whole_side(node, names)
    if not numeral:
        return evaluate(node, names, leaf)
    return numeral_span(*numeral, reading)


def _quantities(left: Node, right: Node, names: Names) -> list[Quantity]:
    """Return the figures and observations that a comparison names."""
    return [
        names.quantities[name]
        for name in names_in(left) + names_in(right)
        if name in names.quantities
    ]


def _hedge(
    reading: str, left: Node, operator: str, right: Node, names: Names, width: Fraction
) -> str:
    """Say whether the claim is possible when directional hedges mean what they say."""
    used = _quantities(left, right, names)
    if not any(_directional(quantity) for quantity in used) or reading == UNDECIDABLE:
        return ""
    if reading == CONTRADICTED:
        return "broken"
    at_least = WRITTEN if reading == LITERAL else reading
    leaf = hedge_leaf(at_least, width)
    outcome = rung_at(at_least, left, operator, right, names, width, leaf).outcome
    return {IMPOSSIBLE: "broken", UNDECIDABLE: ""}.get(outcome, "kept")


def _directional(quantity: Quantity) -> bool:
    statement: Statement = quantity.statement
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
            _gap(computed.lower, stated.lower),
            _gap(computed.upper, stated.upper),
        ]
        known = [gap for gap in gaps if gap is not None]
        return max(known, key=abs)  # of a range one end at least is not zero
    one, other = computed.hull, stated.hull
    if one.low is None or other.low is None or one.high is None or other.high is None:
        return None
    if one.high < other.low:
        return _gap(Interval.point(one.high), Interval.point(other.low))
    if one.low > other.high:
        return _gap(Interval.point(one.low), Interval.point(other.high))
    return Fraction(0)


def _gap(computed: Interval, stated: Interval) -> Fraction | None:
    if computed.low is None or not stated.low:
        return None
    return (computed.low - stated.low) / stated.low
