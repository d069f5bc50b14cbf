"""A verdict: a comparison decided, its facts, its sentence, its arithmetic in full."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from sovstats.claims import verdict_words
from sovstats.claims.caveats import caveat
from sovstats.claims.decision import LITERAL, WRITTEN, Pair
from sovstats.claims.display import DIMENSIONLESS, display_unit
from sovstats.expressions import Comparison, Names, names_in, parse_expression
from sovstats.expressions.checks import check, dimension_of
from sovstats.numbers import (
    CERTAIN,
    CONTRADICTED,
    HEDGE_WIDTH,
    IMPOSSIBLE,
    POSSIBLE,
    UNDECIDABLE,
    VERDICTS,
    Statement,
    show_percent,
    show_span,
)

WIDTH = 79


@dataclass(frozen=True, repr=False)
class Verdict:
    """The verdict of one expression; printed it is the whole arithmetic.

    Attributes
    ----------
    comparison
        The expression, parsed and checked.
    names
        The figures and units of the dataset.
    width
        The hedge width that was used.
    pairs
        Each comparison of the chain, decided.

    Examples
    --------
    >>> import sovstats as ss
    >>> verdict = ss.verify("decline(cattle_1929, cattle_1934) == 40 * percent")
    >>> verdict.reading, verdict.computed, verdict.stated, verdict.unit
    ('significant', '36.22 to 36.75', '36 to 44', 'percent')
    >>> verdict.meaning
    'it holds only if the trailing zeros of a whole number are not meant'
    """

    comparison: Comparison
    names: Names
    width: Fraction = HEDGE_WIDTH
    pairs: tuple[Pair, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Decide every comparison of the chain."""
        pairs = [Pair(*each, self.names, self.width) for each in self.comparison.pairs]
        object.__setattr__(self, "pairs", tuple(pairs))

    @property
    def decision(self) -> Verdict:
        """The verdict itself, which has its pairs; for code that asks for both."""
        return self

    @property
    def expression(self) -> str:
        """The expression, as it was given."""
        return self.comparison.text

    @cached_property
    def worst(self) -> Pair:
        """The pair that decides: the first with the widest reading."""
        readings = [pair.reading for pair in self.pairs]
        if CONTRADICTED in readings:  # which outweighs a number that is missing
            return self.pairs[readings.index(CONTRADICTED)]
        return max(self.pairs, key=lambda pair: VERDICTS.index(pair.reading))

    @property
    def reading(self) -> str:
        """The narrowest reading that can make it true, or contradicted, undecidable."""
        return self.worst.reading

    @property
    def at_written(self) -> str:
        """certain, possible, impossible or undecidable, with the digits as written."""
        order = (CERTAIN, POSSIBLE, UNDECIDABLE, IMPOSSIBLE)
        return max((pair.at_written for pair in self.pairs), key=order.index)

    @property
    def hedge(self) -> str:
        """Kept or broken where a directional hedge takes part, else empty."""
        order = ("", "kept", "broken")
        return max((pair.hedge for pair in self.pairs), key=order.index)

    @property
    def gap(self) -> Fraction | None:
        """(computed - stated) / stated, for the numbers as printed."""
        return self.worst.gap

    @property
    def figures(self) -> list[str]:
        """The figures that take part, in the order of the expression."""
        used = [n for o in self.comparison.operands for n in names_in(o)]
        return list(dict.fromkeys(n for n in used if n in self.names.quantities))

    @cached_property
    def _unit(self) -> str:
        """The unit of a side that has one of its own, else empty."""
        return display_unit(self.worst)

    @property
    def unit(self) -> str:
        """The unit in which both sides are shown."""
        return self._unit or str(dimension_of(self.worst.right, self.names))

    @cached_property
    def factor(self) -> Fraction:
        """How many base units the shown unit is."""
        return self.names.units.parse(self._unit).factor if self._unit else Fraction(1)

    @property
    def computed(self) -> str:
        """The recomputed side at the claim's reading, in `unit`."""
        return show_span(self.worst.shown.computed, self.factor)

    @property
    def stated(self) -> str:
        """The stated side at the claim's reading, in `unit`."""
        return show_span(self.worst.shown.stated, self.factor)

    @property
    def caveat(self) -> str:
        """In what the two sides differ in kind, or an empty string."""
        return "; ".join(dict.fromkeys(filter(None, map(caveat, self.pairs))))

    @property
    def meaning(self) -> str:
        """The verdict in a sentence."""
        ordering = self.worst.ordering
        words = verdict_words.ORDERED if ordering else verdict_words.MEANING
        return words[self.reading]

    def breaks_with(self, changed: Mapping[str, Statement]) -> bool:
        """Say whether it becomes impossible with other statements for some figures.

        It is tried at its own reading, or as written where its own is narrower.
        """
        reading = WRITTEN if self.reading == LITERAL else self.reading
        return IMPOSSIBLE in self.outcomes_with(reading, changed)

    def outcomes_with(
        self, reading: str, changed: Mapping[str, Statement]
    ) -> list[str]:
        """Return what each pair says with other statements for some figures.

        Pairs in which no changed figure takes part are left out: they say what they
        said.
        """
        return [
            pair.evaluate_with(reading, changed).outcome
            for pair in self.pairs
            if any(quantity.name in changed for quantity in pair.quantities)
        ]

    def table(self, pair: Pair) -> list[tuple[str, str, str, str]]:
        """Return a row a reading: its name, both sides in `unit`, how they lie."""
        ordered = verdict_words.ORDER_OUTCOMES
        words = ordered if pair.ordering else verdict_words.OUTCOMES
        return [
            (
                rung.reading,
                show_span(rung.computed, self.factor),
                show_span(rung.stated, self.factor),
                words[rung.outcome],
            )
            for rung in pair.rungs
        ]

    def gap_sentence(self, pair: Pair, unit: str, whole: str) -> str:
        """Say what is recomputed, what is stated, and how far they lie apart.

        Parameters
        ----------
        pair
            One of the comparisons; of an ordering, or without numbers, nothing is said.
        unit
            How the unit is written; empty for none.
        whole
            How the stated number is called, of which the gap is a part.
        """
        literal = pair.rungs[0]
        if pair.ordering or literal.computed is None or literal.stated is None:
            return ""
        computed = show_span(literal.computed, self.factor, 3)
        stated = show_span(literal.stated, self.factor, 3)
        unit = f" {unit}" if unit else ""
        far = f", a gap of {show_percent(pair.gap)} of {whole}" if pair.gap else ""
        return f"{computed}{unit} is recomputed, {stated} is stated{far}."

    def __str__(self) -> str:
        return explain(self)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        # Only notebooks ask for it, and the module costs every check 3 ms.
        from html import escape

        return f"<pre>{escape(str(self))}</pre>"


def verdict_of(
    expression: str, names: Names, hedge_width: Fraction | None = None
) -> Verdict:
    """Decide an expression and return its verdict.

    Parameters
    ----------
    expression
        A comparison, such as ``decline(cattle_1929, cattle_1934) == 40 * percent``.
    names
        The figures, observations and units that it may name.
    hedge_width
        How far a hedge loosens a number, as a part of it. None means a tenth.

    Returns
    -------
    Verdict
        The narrowest reading that can make it true, with the arithmetic.

    Raises
    ------
    ExpressionError
        If it is not in the grammar or names something unknown.
    DimensionError
        If it adds or compares unlike quantities.

    Examples
    --------
    >>> import sovstats as ss
    >>> from sovstats.claims import verdict_of
    >>> verdict_of("horses_1934 < horses_1929", ss.default().names).reading
    'literal'
    """
    comparison = parse_expression(expression)
    check(comparison, names)
    width = HEDGE_WIDTH if hedge_width is None else Fraction(hedge_width)
    return Verdict(comparison, names, width)


def explain(verdict: Verdict) -> str:
    """Return the figures, both sides under every reading, and the verdict in words."""
    lines = [*wrapped(verdict.expression), "", *_figure_lines(verdict)]
    for pair in verdict.pairs:
        lines += ["", *_pair_lines(pair, verdict)]
    lines += ["", *wrapped(f"{verdict.reading}: {verdict.meaning}.")]
    if verdict.hedge and verdict.reading != CONTRADICTED:
        lines += wrapped(verdict_words.HEDGES[verdict.hedge])
    if verdict.caveat:
        lines += wrapped(f"caveat: the sides differ in {verdict.caveat}.")
    return "\n".join(lines)


def wrapped(text: str) -> list[str]:
    """Return a text in lines of a terminal."""
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
        hedge = "" if hedge in ("none", "") else f"{hedge.replace('_', ' ')} "
        printed = f"{hedge}{quantity.facts.get('printed', '')}  [{quantity.unit}]"
        line = f"{name:<{longest}}  {printed}"
        lines += [line] if len(line) <= WIDTH else [name, f"    {printed}"]
    return lines


def _pair_lines(pair: Pair, verdict: Verdict) -> list[str]:
    """Return the table of one comparison: both sides under every reading."""
    unit = "" if verdict.unit == DIMENSIONLESS else verdict.unit
    lines = [f"in {unit}"] if unit else []
    lines += _columns([("reading", *pair.heads, pair.operator), *verdict.table(pair)])
    gap = verdict.gap_sentence(pair, unit, "it")
    return [*lines, "", *wrapped(gap)] if gap else lines


def _columns(rows: list[tuple[str, str, str, str]]) -> list[str]:
    """Lay out a table; one that is too wide has its two sides below the reading."""
    sizes = [max(map(len, column)) for column in zip(*rows, strict=True)]
    # Between four columns there are three gaps of two spaces.
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
