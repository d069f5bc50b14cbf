"""The summary at the end of a report: what there is, what was found, what is next."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from sovstats.claims import Claim
from sovstats.claims.verdict_words import MEANINGS
from sovstats.cli.findings import report_findings
from sovstats.cli.text_table import WIDTH
from sovstats.dataset import Dataset, default_dataset
from sovstats.storage import OTHER_TOPICS
from sovstats.texts import title_and_year

BAR = 20
"""The length of the longest bar, in characters."""
EXAMPLES = """Go on with
  .venv/bin/sovstats show horses_1929
  .venv/bin/sovstats verify 'decline(cattle_1929, cattle_1934) == 40 * percent'
  .venv/bin/python -c 'import sovstats as ss; print(ss.load("livestock"))'"""


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
    figures = dataset.store.rows("figures")
    economic = sum(row["topic"] not in OTHER_TOPICS for row in figures)
    title = f"sovstats: {len(figures)} figures, {economic} of them economic"
    parts = [
        f"{title}\n{'=' * len(title)}\ndata version {dataset.version}",
        _sources(dataset, Counter(row["source"] for row in figures)),
        _bars(claims),
        report_findings(claims),
        _made(written),
        _next_steps(dataset, figures[0]["figure"] if figures else "", claims),
    ]
    return "\n\n".join(part for part in parts if part)


def _sources(dataset: Dataset, figures: Counter[str]) -> str:
    """Return a line a source: its number of figures, its title and year."""
    lines = []
    for source in dataset.store.rows("sources"):
        line = f"{figures[source['source']]:>5}  {title_and_year(source)}"
        lines.append(line[:WIDTH])
    return "\n".join(lines)


def _bars(claims: list[Claim]) -> str:
    """Return how many claims have which verdict, as bars."""
    if not claims:
        return ""  # the findings say so
    counts = Counter(claim.reading for claim in claims)
    most = max(counts.values())
    lines = [f"{len(claims)} claims recomputed:"]
    for verdict, meaning in MEANINGS.items():
        if counts[verdict]:
            bar = "#" * max(1, round(BAR * counts[verdict] / most))
            lines.append(f"  {bar:<{BAR}} {counts[verdict]:>4}  {meaning}")
    return "\n".join(lines)


def _made(written: Sequence[Path]) -> str:
    if not written:
        return ""
    folder, name = written[0].parent, written[0].name
    if len(written) == 1:
        return f"One chart is in {folder}/: {name}."
    return f"{len(written)} charts are in {folder}/, the first is {name}."


def _next_steps(dataset: Dataset, figure: str, claims: list[Claim]) -> str:
    """Return what one may type next, with names that this dataset has."""
    if dataset.folder.resolve() == default_dataset().folder.resolve():
        return EXAMPLES
    folder = shlex.quote(str(dataset.folder))
    steps = ["Go on with"]
    if figure:
        steps.append(f"  sovstats show {figure} --data {folder}")
    if claims:
        steps.append(f"  sovstats check --explain {claims[0].name} --data {folder}")
    else:
        steps.append(f"  sovstats check --data {folder}   # after writing claims.csv")
    return "\n".join(steps)
