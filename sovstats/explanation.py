"""The full arithmetic of a verdict, for a terminal of 80 columns."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from sovstats.display import show_percent, show_span
from sovstats.readings import CONTRADICTED, UNDECIDABLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sovstats.claims import Claim
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
    if verdict.hedge and verdict.reading != CONTRADICTED:
        lines += _wrapped(HEDGES[verdict.hedge])
    if verdict.caveat:
        lines += _wrapped(f"caveat: the sides differ in {verdict.caveat}.")
    return "\n".join(lines)


def explain_weight(claim: Claim, claims: Iterable[Claim]) -> list[str]:
    """Return what a verdict rests on, what it would notice, and what would mend it.

    Parameters
    ----------
    claim
        The claim.
    claims
        All claims of the dataset; the others vote on its repairs.
    """
    return [*_because_lines(claim), *_slip_lines(claim), *_repair_lines(claim, claims)]


def _because_lines(claim: Claim) -> list[str]:
    from sovstats.because import because, in_words

    verdict = claim.verdict
    if claim.is_edition:  # compared by print, under no reading
        return []
    chosen = because(verdict.decision, verdict.names, verdict.width)
    words = in_words(chosen, claim.reading, verdict.names)
    return _wrapped(f"because: {words}.") if words else []


def _slip_lines(claim: Claim) -> list[str]:
    """Return the share of slips that are noticed, and the smallest of each figure."""
    from sovstats.slips import EXCHANGE, notices, sharpness

    sharp = sharpness(claim.slips)
    if sharp is None:
        failed = claim.reading in (CONTRADICTED, UNDECIDABLE)
        words = "sharpness: none; its figures are exact, and no slip was tried."
        return [] if failed else _wrapped(words)
    if not sharp:
        return _wrapped("sharpness 0: vacuous, no slip of a figure would be noticed.")
    lines = [f"sharpness {float(sharp):.2f}, and the smallest slip that is noticed:"]
    for figure, slip in notices(claim.slips).items():
        words = "two digits exchanged" if slip == EXCHANGE else slip or "none"
        lines.append(f"  {figure}: {words}")
    return lines


def _repair_lines(claim: Claim, claims: Iterable[Claim]) -> list[str]:
    """Return what each figure would have to be, the others as printed."""
    from sovstats.verdict_rows import repair_words, voted_repairs

    repairs = voted_repairs(claim, claims)
    if repairs:
        lines = ["repairs, one figure at a time, the others as printed:"]
        for repair in repairs:
            text = f"  {repair.figure}: {repair_words(repair)}"
            lines += textwrap.wrap(text, WIDTH, subsequent_indent="      ")
        return lines
    if claim.reading == CONTRADICTED:
        return ["repairs: none; no change of a single figure would mend it."]
    return []


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
