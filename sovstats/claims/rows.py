"""Claims as rows: the processed tables ``verdicts`` and ``slips``."""

from __future__ import annotations

from collections.abc import Iterable

from sovstats.claims.claim import Claim
from sovstats.claims.slips import notices, sharpness
from sovstats.claims.weight import repair_words, voted_repairs
from sovstats.storage import PROCESSED_COLUMNS

DERIVED = ("sharpness", "vacuous", "notices", "because", "repairs")
"""Columns of a verdict that rest on slips and repairs, which `build` works out."""


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
    return {column: cells.get(column, "") for column in PROCESSED_COLUMNS["verdicts"]}


def full_cells(claim: Claim, claims: Iterable[Claim]) -> dict[str, str]:
    """Return all cells of a claim.

    Parameters
    ----------
    claim
        The claim.
    claims
        All claims of the dataset; the others vote on its repairs.
    """
    sharp = sharpness(claim.slips)
    repairs = voted_repairs(claim, claims)
    return plain_cells(claim) | {
        "sharpness": "" if sharp is None else f"{float(sharp):.4f}",
        "vacuous": "" if sharp is None else ("no" if sharp else "yes"),
        "notices": "; ".join(
            f"{figure}: {slip or 'none'}"
            for figure, slip in notices(claim.slips).items()
        ),
        "because": claim.because,
        "repairs": "; ".join(f"{r.figure}: {repair_words(r)}" for r in repairs),
    }


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
