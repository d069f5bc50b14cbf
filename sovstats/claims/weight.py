"""How much a verdict is worth: what it rests on, would notice, and what would mend it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from sovstats.claims.because import because, in_words
from sovstats.claims.repairs import (
    Repair,
    repairs_of,
    with_votes,
)
from sovstats.claims.slips import (
    GUARDING,
    notices,
    sharpness,
)
from sovstats.claims.verdict import WIDTH, _wrapped
from sovstats.numbers.readings import CONTRADICTED, UNDECIDABLE
from sovstats.numbers.wording import show_number

if TYPE_CHECKING:
    from sovstats.claims.claim import Claim
    from sovstats.expressions.names import Names


GUARDED, LOOSELY, UNGUARDED, EXACT = "guarded", "loosely guarded", "unguarded", "exact"


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

    verdict = claim.verdict
    if claim.is_edition:  # compared by print, under no reading
        return []
    chosen = because(verdict.decision, verdict.names, verdict.width)
    words = in_words(chosen, claim.reading, verdict.names)
    return _wrapped(f"because: {words}.") if words else []


def _slip_lines(claim: Claim) -> list[str]:
    """Return the share of slips that are noticed, and the smallest of each figure."""
    from sovstats.claims.slips import (
        EXCHANGE,
    )

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


def voted_repairs(claim: Claim, claims: Iterable[Claim]) -> list[Repair]:
    """Return the repairs of a claim, each with how many other claims it would break.

    What two editions print alike, any repair of either breaks.
    """
    verdict = claim.verdict
    repairs = repairs_of(verdict.decision, verdict.names, verdict.width)
    if not repairs:
        return []
    others = [each for each in claims if each.passes and each.name != claim.name]
    plain = [each.verdict.decision for each in others if not each.is_edition]
    printed = [each.verdict.figures for each in others if each.is_edition]
    return [
        replace(
            repair,
            breaks=repair.breaks + sum(repair.figure in names for names in printed),
        )
        for repair in with_votes(repairs, plain, verdict.names, verdict.width)
    ]


def repair_words(repair: Repair) -> str:
    """Return a repair as a phrase: ``18.4 million (18.2 million to 18.6 million)``."""
    words = show_number(repair.value)
    if repair.low is not None and repair.high is not None and repair.low < repair.high:
        words += f" ({show_number(repair.low)} to {show_number(repair.high)})"
    if repair.unit != "dimensionless":
        words += f" {repair.unit}"
    if repair.slip:
        words += f", {repair.slip}"
        if repair.meant not in (None, repair.value):
            words += f" ({show_number(repair.meant)})"
    if repair.breaks:
        words += f", breaks {repair.breaks} other"
    return words


def corroboration(claims: Iterable[Claim], names: Names) -> dict[str, str]:
    """Return for every figure whether some passing claim would notice it were wrong.

    Guarded: a quarter more or less, or two digits exchanged, is noticed. Loosely
    guarded: only a lost or added decimal point (or up to a tenth) is. Exact figures,
    such as ranks, do not slip.
    """
    noticed: dict[str, set[str]] = {}
    for claim in claims:
        for slip in claim.slips:
            if slip.noticed:
                noticed.setdefault(slip.figure, set()).add(slip.name)
    result = {}
    for name in names.quantities:
        quantity = names.quantities[name]
        found = noticed.get(name, set())
        if quantity.outside:
            continue
        if quantity.statement.exact:
            result[name] = EXACT
        elif found & set(GUARDING):
            result[name] = GUARDED
        else:
            result[name] = LOOSELY if found else UNGUARDED
    return result


def share_guarded(rows: Iterable[dict[str, str]]) -> dict[str, Fraction]:
    """Return the share of guarded figures by topic, of those that can slip."""
    counts: dict[str, list[int]] = {}
    for row in rows:
        if row["guarded"] != EXACT:
            count = counts.setdefault(row["topic"], [0, 0])
            count[0] += row["guarded"] == GUARDED
            count[1] += 1
    return {topic: Fraction(*count) for topic, count in sorted(counts.items())}
