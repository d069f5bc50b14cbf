"""Findings: what came of the claims, in a short table and then in words."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Sequence

from sovstats.claims import Claim, changing_verdicts, finding_groups
from sovstats.claims.sensitivity import WIDTHS
from sovstats.claims.weight import explain_weight
from sovstats.cli.text_table import WIDTH, terminal_width, text_table
from sovstats.dataset import Dataset
from sovstats.errors import UnknownNameError, nearest
from sovstats.numbers import CONTRADICTED, UNDECIDABLE, VERDICTS, show_percent

SHORT = {"significant": "signif.", CONTRADICTED: "contrad.", UNDECIDABLE: "undecid."}
_FINDING = textwrap.TextWrapper(WIDTH, "  ", "      ", break_long_words=False)


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
    totals = Counter(claim.reading for claim in claims)
    used = [verdict for verdict in VERDICTS if totals[verdict]]
    heads = [*(SHORT.get(verdict, verdict) for verdict in used), "all"]
    rows: list[tuple[str, Sequence[int | str]]] = [("", heads)]
    for kind in sorted({claim.row["kind"] for claim in claims}):
        cells = [counts[kind, verdict] for verdict in used]
        rows.append((kind, [*cells, sum(cells)]))
    rows.append(("all claims", [*(totals[v] for v in used), len(claims)]))
    size = max(len(name) for name, _ in rows)
    return "\n".join(
        " ".join([f"{name:<{size}}", *(f"{cell or '.':>8}" for cell in cells)])
        for name, cells in rows
    )


def _listed(title: str, claims: list[Claim]) -> str:
    return "\n".join([f"{title}:", *(finding(claim) for claim in claims)])


def finding(claim: Claim) -> str:
    """Return one claim with its arithmetic, in a line or two."""
    verdict = claim.verdict
    unit = "" if verdict.unit == "dimensionless" else f" {verdict.unit}"
    detail = f"{claim.sides[0]} against {claim.sides[1]}{unit}"
    if verdict.gap and not verdict.worst.ordering:
        detail += f", gap {show_percent(verdict.gap)}"
    expected = f", expected {claim.row['expected']}" if claim.surprising else ""
    text = f"{claim.name}: {claim.row['title']}. {detail} ({claim.reading}{expected})"
    return _FINDING.fill(text)


def explain_claim(dataset: Dataset, name: str, claims: list[Claim]) -> str:
    """Return one claim in full: title, arithmetic, weight, places in the texts.

    Parameters
    ----------
    dataset
        The dataset.
    name
        The name of the claim.
    claims
        All claims of the dataset; the others vote on its repairs.

    Raises
    ------
    UnknownNameError
        If there is no such claim.
    """
    named = {claim.name: claim for claim in claims}
    if name not in named:
        kind = "claim"
        raise UnknownNameError(kind, name, nearest(name, named))
    claim = named[name]
    lines = textwrap.wrap(f"{name}: {claim.row['title']}", WIDTH)
    lines += ["", str(claim.verdict)]
    weight = explain_weight(claim, claims)
    lines += ["", *weight, ""] if weight else [""]
    for figure in claim.verdict.figures:
        if not claim.verdict.names.quantities[figure].outside:
            lines += textwrap.wrap(dataset.cite(figure), WIDTH, subsequent_indent="  ")
    if claim.row["note"]:
        lines += textwrap.wrap(f"note: {claim.row['note']}", WIDTH)
    return "\n".join(lines)


def report_changes(dataset: Dataset, kind: str | None) -> str:
    """Return the claims whose verdict hangs on the hedge width, and their number."""
    rows = changing_verdicts(dataset.store, WIDTHS, kind)
    header = ["claim", *map(str, WIDTHS)]
    cells = [[row[column] for column in header] for row in rows]
    claims = "verdict changes" if len(rows) == 1 else "verdicts change"
    said = f"{len(rows) or 'no'} {claims} with the hedge width"
    return f"{text_table(header, cells, terminal_width())}\n{said}" if rows else said
