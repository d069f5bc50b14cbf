"""Findings: what came of the claims, in a short table and then in words."""

from __future__ import annotations

import textwrap
from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from sovstats.claims import finding_groups
from sovstats.claims.weight import explain_weight
from sovstats.errors import UnknownNameError, nearest
from sovstats.numbers.readings import (
    CONTRADICTED,
    READINGS,
    UNDECIDABLE,
)
from sovstats.numbers.wording import show_percent

if TYPE_CHECKING:
    from sovstats.claims import Claim
    from sovstats.dataset.dataset import Dataset

VERDICTS = (*READINGS, CONTRADICTED, UNDECIDABLE)
SHORT = {"significant": "signif.", CONTRADICTED: "contrad.", UNDECIDABLE: "undecid."}
WIDTH = 79


def report_findings(claims: list[Claim]) -> str:
    """Return the table of verdicts by kind and what is contradicted, in words."""
    if not claims:
        return "no claims"
    parts = [_table(claims)]
    for group in finding_groups(claims):
        if group.claims:
            parts.append(_listed(group.heading, group.claims))
    return "\n\n".join(parts)


def _table(claims: list[Claim]) -> str:
    """Return how many claims of each kind have which verdict."""
    counts = Counter((claim.row["kind"], claim.reading) for claim in claims)
    kinds = sorted({claim.row["kind"] for claim in claims})
    used = [v for v in VERDICTS if any(counts[kind, v] for kind in kinds)]
    size = max(map(len, [*kinds, "all claims"]))
    lines = [
        " ".join([" " * size, *(f"{SHORT.get(v, v):>8}" for v in used), "     all"])
    ]
    for kind in kinds:
        cells = [counts[kind, verdict] for verdict in used]
        lines.append(_line(kind, size, cells))
    totals = [sum(counts[kind, verdict] for kind in kinds) for verdict in used]
    return "\n".join([*lines, _line("all claims", size, totals)])


def _line(name: str, size: int, cells: list[int]) -> str:
    numbers = " ".join(f"{cell or '.':>8}" for cell in [*cells, sum(cells)])
    return f"{name:<{size}} {numbers}"


def _listed(title: str, claims: list[Claim]) -> str:
    return "\n".join([f"{title}:", *(finding(claim) for claim in claims)])


def finding(claim: Claim) -> str:
    """Return one claim with its arithmetic, in a line or two."""
    verdict = claim.verdict
    unit = "" if verdict.unit == "dimensionless" else f" {verdict.unit}"
    sides = f"{claim.sides[0]} against {claim.sides[1]}{unit}"
    gap = show_percent(verdict.gap) if verdict.gap else ""
    ordering = verdict.worst.ordering
    detail = f"{sides}" if ordering or not gap else f"{sides}, gap {gap}"
    expected = f", expected {claim.row['expected']}" if claim.surprising else ""
    text = f"{claim.name}: {claim.row['title']}. {detail} ({claim.reading}{expected})"
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent="  ",
        subsequent_indent="      ",
        break_long_words=False,
    )


def explain_claim(dataset: Dataset, name: str, hedge_width: Fraction | None) -> str:
    """Return one claim in full: title, arithmetic, weight, places in the texts.

    Raises
    ------
    UnknownNameError
        If there is no such claim.
    """
    claims = {claim.name: claim for claim in dataset.claims(None, hedge_width)}
    if name not in claims:
        msg = "claim"
        raise UnknownNameError(msg, name, nearest(name, claims))
    claim = claims[name]
    lines = textwrap.wrap(f"{claim.name}: {claim.row['title']}", WIDTH)
    lines += ["", str(claim.verdict)]
    weight = explain_weight(claim, claims.values())
    lines += ["", *weight, ""] if weight else [""]
    for figure in claim.verdict.figures:
        if not claim.verdict.names.quantities[figure].outside:
            lines += textwrap.wrap(dataset.cite(figure), WIDTH, subsequent_indent="  ")
    if claim.row["note"]:
        lines += textwrap.wrap(f"note: {claim.row['note']}", WIDTH)
    return "\n".join(lines)
