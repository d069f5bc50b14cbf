"""The summary at the end of a report: what there is, what was found, what is next."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sovstats.claims.verdict_words import MEANINGS
from sovstats.cli.findings import report_findings
from sovstats.storage.files import read_table

if TYPE_CHECKING:
    from sovstats.claims import Claim
    from sovstats.dataset.dataset import Dataset

WIDTH = 79
BAR = 40
OTHER_TOPICS = frozenset({"politics", "time", "rhetoric"})


def summarise(dataset: Dataset, claims: list[Claim], written: Sequence[Path]) -> str:
    """Return the summary of a dataset for a terminal of 80 columns.

    Parameters
    ----------
    dataset
        The dataset.
    claims
        Its claims, with their verdicts.
    written
        The files that were made on the way.
    """
    parts = [
        _heading(dataset),
        _sources(dataset),
        _bars(claims),
        report_findings(claims),
        _made(written),
        _next_steps(dataset),
    ]
    return "\n\n".join(part for part in parts if part)


def _heading(dataset: Dataset) -> str:
    figures = read_table(dataset.processed / "figures.csv")
    economic = sum(row["topic"] not in OTHER_TOPICS for row in figures)
    title = f"sovstats: {len(figures)} figures, {economic} of them economic"
    return f"{title}\n{'=' * len(title)}\ndata version {dataset.version}"


def _sources(dataset: Dataset) -> str:
    figures = Counter(
        r["source"] for r in read_table(dataset.processed / "figures.csv")
    )
    lines = []
    for source in read_table(dataset.processed / "sources.csv"):
        year = f" ({source['written']})" if source["written"] else ""
        title = f"{source['title']}{year}"
        lines.append(f"{figures[source['source']]:>5}  {title}"[:WIDTH])
    return "\n".join(lines)


def _bars(claims: list[Claim]) -> str:
    """Return how many claims have which verdict, as bars."""
    if not claims:
        return ""  # the findings say so
    counts = Counter(claim.reading for claim in claims)
    most = max(counts.values(), default=1)
    lines = [f"{len(claims)} claims recomputed:"]
    for verdict, meaning in MEANINGS.items():
        if counts[verdict]:
            bar = "#" * max(1, round(BAR * counts[verdict] / most / 2))
            lines.append(f"  {bar:<{BAR // 2}} {counts[verdict]:>4}  {meaning}")
    return "\n".join(lines)


def _made(written: Sequence[Path]) -> str:
    if not written:
        return ""
    folder, name = written[0].parent, written[0].name
    if len(written) == 1:
        return f"One chart is in {folder}/: {name}."
    return f"{len(written)} charts are in {folder}/, the first is {name}."


def _next_steps(dataset: Dataset) -> str:
    """Return what one may type next, with names that this dataset has."""
    from sovstats.dataset.dataset import default_dataset

    if dataset.folder.resolve() == default_dataset().folder.resolve():
        return (
            "Go on with\n"
            "  .venv/bin/sovstats show horses_1929\n"
            "  .venv/bin/sovstats verify "
            "'decline(cattle_1929, cattle_1934) == 40 * percent'\n"
            "  .venv/bin/python -c "
            "'import sovstats as ss; print(ss.load(\"livestock\"))'"
        )
    folder = shlex.quote(str(dataset.folder))
    figures = read_table(dataset.processed / "figures.csv")
    claims = read_table(dataset.processed / "claims.csv")
    steps = [f"sovstats show {figures[0]['figure']} --data {folder}"] if figures else []
    if claims:
        steps.append(f"sovstats check --explain {claims[0]['claim']} --data {folder}")
    else:
        steps.append(f"sovstats check --data {folder}   # after writing claims.csv")
    return "\n".join(["Go on with", *(f"  {step}" for step in steps)])
