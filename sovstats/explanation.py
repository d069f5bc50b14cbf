"""The full arithmetic of a verdict, for a terminal of 80 columns."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from sovstats.display import show_percent, show_span

if TYPE_CHECKING:
    from sovstats.verdict_views import Verdict
    from sovstats.verdicts import Pair

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
    if verdict.hedge:
        lines += _wrapped(HEDGES[verdict.hedge])
    if verdict.caveat:
        lines += _wrapped(f"caveat: the sides differ in {verdict.caveat}.")
    return "\n".join(lines)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, subsequent_indent="  ", break_long_words=False)


def _figure_lines(verdict: Verdict) -> list[str]:
    """Return a line a figure: its name and what is printed."""
    if not verdict.figures:
        return ["no figures take part"]
    longest = max(map(len, verdict.figures))
    lines = []
    for name in verdict.figures:
        quantity = verdict.names.quantities[name]
        hedge = quantity.statement.hedge
        printed = quantity.facts.get("printed", "")
        hedge = "" if hedge in ("none", "") else f"{hedge.replace('_', ' ')} "
        lines.append(f"{name:<{longest}}  {hedge}{printed}  [{quantity.unit}]")
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
    sizes = [max(len(row[i]) for row in rows) for i in range(4)]
    lines = [f"in {verdict.unit}"] if verdict.unit != "dimensionless" else []
    for row in rows:
        cells = [cell.ljust(size) for cell, size in zip(row, sizes, strict=True)]
        lines.append("  ".join(cells).rstrip())
    return lines + _gap_line(pair, verdict)


def _gap_line(pair: Pair, verdict: Verdict) -> list[str]:
    """Say in a sentence what is recomputed and how far it lies from what is stated."""
    from sovstats.verdicts import relative_gap

    literal = pair.rungs[0]
    if pair.operator != "==" or literal.computed is None or literal.stated is None:
        return []
    gap = relative_gap(literal.computed, literal.stated)
    unit = "" if verdict.unit == "dimensionless" else f" {verdict.unit}"
    computed = show_span(literal.computed, verdict.factor, 3)
    stated = show_span(literal.stated, verdict.factor, 3)
    far = f", a gap of {show_percent(gap)} of it" if gap else ""
    return ["", *_wrapped(f"{computed}{unit} is recomputed, {stated} is stated{far}.")]
