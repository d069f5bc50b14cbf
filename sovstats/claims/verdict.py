"""A verdict as people meet it: its facts, its sentence, its arithmetic in full."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from sovstats.claims.caveats import caveat
from sovstats.claims.decision import Decision, decide
from sovstats.expressions.nodes import (
    Binary,
    Minus,
    Name,
    Node,
    names_in,
)
from sovstats.numbers.readings import (
    CONTRADICTED,
    HEDGE_WIDTH,
    UNDECIDABLE,
)
from sovstats.numbers.wording import show_percent, show_span

if TYPE_CHECKING:
    from sovstats.claims.decision import Pair
    from sovstats.expressions.names import Names

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


DIMENSIONLESS = "dimensionless"


def display_unit(left: Node, right: Node, names: Names) -> str:
    """Return the unit in which a comparison is best read: that of the stated side."""
    for node in (right, left):
        unit = _unit_of(node, names)
        if unit:
            return unit
    return DIMENSIONLESS if not names.dimension("", right).powers else ""


def _unit_of(node: Node, names: Names) -> str:
    """Return the unit of a lone figure, or those that a numeral is multiplied by."""
    if isinstance(node, Name) and node.name in names.quantities:
        return names.quantities[node.name].unit
    words = _unit_words(node, names)
    return " * ".join(words) if words else ""


def _unit_words(node: Node, names: Names) -> list[str]:
    """Return the unit names that a side multiplies a number by."""
    match node:
        case Name(name) if name not in names.quantities and name in names.units.names:
            return [name]
        case Binary("*", left, right):
            return _unit_words(left, names) + _unit_words(right, names)
        case Minus(operand):
            return _unit_words(operand, names)
    return []


def base_units(names: Names, node: Node) -> str:
    """Return the base units of a side, for quantities without a unit of their own."""
    return str(names.dimension("", node))


WIDTH = 79
OUTCOMES = {
    "certain": "inside",
    "possible": "meet",
    "impossible": "apart",
    "undecidable": "unknown",
}
ORDER_OUTCOMES = {
    "certain": "for all values",
    "possible": "for some",
    "impossible": "for none",
    "undecidable": "unknown",
}
HEDGES = {
    "kept": "the hedges are kept: more than, less than and the like may all be true.",
    "broken": "a hedge is broken: taken at its word it makes the claim false.",
}


def explain(verdict: Verdict) -> str:
    """Return the figures, both sides under every reading, and the verdict in words."""
    lines = [*_wrapped(verdict.expression), ""]
    lines += _figure_lines(verdict)
    for pair in verdict.decision.pairs:
        lines += ["", *_pair_lines(pair, verdict)]
    lines += ["", *_wrapped(f"{verdict.reading}: {verdict.meaning}.")]
    if verdict.hedge and verdict.reading != CONTRADICTED:
        lines += _wrapped(HEDGES[verdict.hedge])
    if verdict.caveat:
        lines += _wrapped(f"caveat: the sides differ in {verdict.caveat}.")
    return "\n".join(lines)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, subsequent_indent="  ", break_long_words=False)


def _figure_lines(verdict: Verdict) -> list[str]:
    """Return a line a figure, two where it is long: its name and what is printed."""
    if not verdict.figures:
        return ["no figures take part"]
    longest = max(map(len, verdict.figures))
    lines = []
    for name in verdict.figures:
        quantity = verdict.names.quantities[name]
        hedge = quantity.statement.hedge
        printed = quantity.facts.get("printed", "")
        hedge = "" if hedge in ("none", "") else f"{hedge.replace('_', ' ')} "
        line = f"{name:<{longest}}  {hedge}{printed}  [{quantity.unit}]"
        if len(line) > WIDTH:
            lines += [name, f"    {hedge}{printed}  [{quantity.unit}]"]
        else:
            lines.append(line)
    return lines


def _pair_lines(pair: Pair, verdict: Verdict) -> list[str]:
    """Return the table of one comparison: both sides under every reading."""
    ordering = pair.operator != "=="
    heads = ("left", "right") if ordering else ("recomputed", "stated")
    words = ORDER_OUTCOMES if ordering else OUTCOMES
    rows: list[tuple[str, ...]] = [("reading", *heads, pair.operator)]
    for rung in pair.rungs:
        sides = [show_span(s, verdict.factor) for s in (rung.computed, rung.stated)]
        rows.append((rung.reading, *sides, words[rung.outcome]))
    lines = [f"in {verdict.unit}"] if verdict.unit != "dimensionless" else []
    return lines + _columns(rows) + _gap_line(pair, verdict)


def _columns(rows: list[tuple[str, ...]]) -> list[str]:
    """Lay out a table; one that is too wide has its two sides below the reading."""
    sizes = [max(len(row[i]) for row in rows) for i in range(4)]
    if sum(sizes) + 6 > WIDTH:
        return [
            line
            for reading, one, other, outcome in rows
            for line in (f"{reading}: {outcome}", f"    {one}", f"    {other}")
        ]
    lines = []
    for row in rows:
        cells = [cell.ljust(size) for cell, size in zip(row, sizes, strict=True)]
        lines.append("  ".join(cells).rstrip())
    return lines


def _gap_line(pair: Pair, verdict: Verdict) -> list[str]:
    """Say in a sentence what is recomputed and how far it lies from what is stated."""
    from sovstats.claims.decision import relative_gap

    literal = pair.rungs[0]
    if pair.operator != "==" or literal.computed is None or literal.stated is None:
        return []
    gap = relative_gap(literal.computed, literal.stated)
    unit = "" if verdict.unit == "dimensionless" else f" {verdict.unit}"
    computed = show_span(literal.computed, verdict.factor, 3)
    stated = show_span(literal.stated, verdict.factor, 3)
    far = f", a gap of {show_percent(gap)} of it" if gap else ""
    return ["", *_wrapped(f"{computed}{unit} is recomputed, {stated} is stated{far}.")]
