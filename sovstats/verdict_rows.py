"""Claims as rows: the processed tables ``verdicts`` and ``slips``; corroboration."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from sovstats.because import because, in_words
from sovstats.display import show_number
from sovstats.repairs import Repair, repairs_of, with_votes
from sovstats.slips import GUARDING, notices, sharpness

if TYPE_CHECKING:
    from sovstats.claims import Claim
    from sovstats.namespace import Names

VERDICT_COLUMNS = tuple(
    (
        "claim title kind asserted reading expected at_written hedge computed stated "
        "unit gap sharpness vacuous notices because repairs caveat expression"
    ).split()
)
SLIP_COLUMNS = ("figure", "slip", "claim", "noticed")
DERIVED = ("sharpness", "vacuous", "notices", "because", "repairs")
"""Columns of a verdict that rest on slips and repairs, which `build` works out."""

GUARDED, LOOSELY, UNGUARDED, EXACT = "guarded", "loosely guarded", "unguarded", "exact"


def plain_cells(claim: Claim) -> dict[str, str]:
    """Return the cells of a claim that its readings alone give; the rest are empty."""
    verdict = claim.verdict
    gap = verdict.gap
    cells = {
        **{k: claim.row[k] for k in ("claim", "title", "kind", "asserted")},
        "reading": claim.reading,
        "expected": claim.row["expected"],
        "at_written": verdict.at_written,
        "hedge": claim.hedge,
        "computed": claim.sides[0],
        "stated": claim.sides[1],
        "unit": verdict.unit,
        "gap": "" if gap is None else repr(float(gap)),
        "caveat": verdict.caveat,
        "expression": claim.row["expression"],
    }
    return {column: cells.get(column, "") for column in VERDICT_COLUMNS}


def full_cells(claim: Claim, claims: Iterable[Claim]) -> dict[str, str]:
    """Return all cells of a claim.

    Parameters
    ----------
    claim
        The claim.
    claims
        All claims of the dataset; the others vote on its repairs.
    """
    verdict = claim.verdict
    sharp = sharpness(claim.slips)
    # Editions are compared by what they print: no reading, no because.
    decision = verdict.decision
    chosen = () if claim.is_edition else because(decision, verdict.names, verdict.width)
    repairs = voted_repairs(claim, claims)
    return plain_cells(claim) | {
        "sharpness": "" if sharp is None else f"{float(sharp):.4f}",
        "vacuous": "" if sharp is None else ("no" if sharp else "yes"),
        "notices": "; ".join(
            f"{figure}: {slip or 'none'}"
            for figure, slip in notices(claim.slips).items()
        ),
        "because": in_words(chosen, claim.reading, verdict.names),
        "repairs": "; ".join(f"{r.figure}: {repair_words(r)}" for r in repairs),
    }


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


def slip_rows(claims: Iterable[Claim]) -> list[dict[str, str]]:
    """Return the table of slips: figure, slip, claim, noticed."""
    return [
        {
            "figure": slip.figure,
            "slip": slip.name,
            "claim": claim.name,
            "noticed": "yes" if slip.noticed else "no",
        }
        for claim in claims
        for slip in claim.slips
    ]


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
