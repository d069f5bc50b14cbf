"""How much a verdict is worth: what it rests on, notices, and what would mend it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import replace

from sovstats.claims.claim import Claim
from sovstats.claims.display import DIMENSIONLESS
from sovstats.claims.repairs import Repair, repairs_of
from sovstats.claims.slips import EXCHANGE, GUARDING, notices, sharpness
from sovstats.claims.verdict import WIDTH, wrapped
from sovstats.expressions import Names, Quantity
from sovstats.numbers import CONTRADICTED, UNDECIDABLE, show_number


def explain_weight(claim: Claim, claims: Iterable[Claim]) -> list[str]:
    """Return what a verdict rests on, what it would notice, and what would mend it.

    Parameters
    ----------
    claim
        The claim.
    claims
        All claims of the dataset; the others vote on its repairs.
    """
    because = wrapped(f"because: {claim.because}.") if claim.because else []
    return [*because, *_slip_lines(claim), *_repair_lines(claim, claims)]


def _slip_lines(claim: Claim) -> list[str]:
    """Return the share of slips that are noticed, and the smallest of each figure."""
    sharp = sharpness(claim.slips)
    if sharp is None:
        failed = claim.reading in (CONTRADICTED, UNDECIDABLE)
        words = "sharpness: none; its figures are exact, and no slip was tried."
        return [] if failed else wrapped(words)
    if not sharp:
        return wrapped("sharpness 0: vacuous, no slip of a figure would be noticed.")
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
    repairs = repairs_of(claim.verdict)
    if not repairs:
        return []
    # What fails already cannot be broken, and no claim votes on itself.
    others = [each for each in claims if each.passes and each.name != claim.name]
    return [
        replace(repair, breaks=sum(_breaks(repair, other) for other in others))
        for repair in repairs
    ]


def _breaks(repair: Repair, claim: Claim) -> bool:
    """Say whether a claim that passes would not pass with a figure repaired."""
    if claim.is_edition:
        return repair.figure in claim.verdict.figures
    return claim.verdict.breaks_with({repair.figure: repair.statement})


def repair_words(repair: Repair) -> str:
    """Return a repair as a phrase: ``18.4 million (18.2 million to 18.6 million)``."""
    words = show_number(repair.value)
    if repair.low is not None and repair.high is not None and repair.low < repair.high:
        words += f" ({show_number(repair.low)} to {show_number(repair.high)})"
    if repair.unit != DIMENSIONLESS:
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
    return {
        name: _guard(quantity, noticed.get(name, set()))
        for name, quantity in names.quantities.items()
        if not quantity.outside
    }


def _guard(quantity: Quantity, noticed: set[str]) -> str:
    """Say how well a figure is guarded by what is noticed of its slips."""
    if quantity.statement.exact:
        return "exact"
    if noticed & set(GUARDING):
        return "guarded"
    return "loosely guarded" if noticed else "unguarded"
