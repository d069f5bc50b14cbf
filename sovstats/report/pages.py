"""The single pages: overview, sources, codebook, downloads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sovstats.charts import DrawnChart
from sovstats.claims import finding_groups
from sovstats.claims.verdict_words import MEANINGS, NOT_AS_WE_READ, OURS
from sovstats.numbers import CONTRADICTED, READINGS, UNDECIDABLE
from sovstats.report.claims import ClaimView
from sovstats.report.content import Content
from sovstats.report.escape import csv_text
from sovstats.report.library import table_script
from sovstats.report.site import TEMPLATES, Site
from sovstats.storage import COLUMNS, OTHER_TOPICS, PROCESSED_COLUMNS, read_table


def write_assets(site: Site) -> None:
    """Write the style, our script and the table library."""
    for name in ("style.css", "report.js"):
        site.put(name, (TEMPLATES / name).read_text(encoding="utf-8"))
    site.put("tables.js", table_script())


def write_overview(site: Site, charts: list[DrawnChart], lacking: list[str]) -> None:
    """Write the overview: counts, findings, verdicts, charts."""
    content = site.content
    counts = Counter(claim.words for claim in content.claims)
    site.write(
        "index",
        economic=sum(row["topic"] not in OTHER_TOPICS for row in content.figures),
        hold=sum(counts[reading] for reading in READINGS[:2]),
        contradicted=counts[CONTRADICTED],
        ours=counts[NOT_AS_WE_READ],
        findings=_findings(content),
        verdicts=_verdict_counts(counts),
        charts=charts,
        lacking=lacking,
    )


def _findings(content: Content) -> list[tuple[str, str, list[ClaimView]]]:
    """Return the findings in groups: heading, explanation, claims."""
    if not content.claims:
        return []
    return [
        (
            group.heading.replace("'", "’"),
            group.explanation,
            [ClaimView(claim, content) for claim in group.claims],
        )
        for group in finding_groups(content.claims)
    ]


def _verdict_counts(counts: Counter[str]) -> list[tuple[str, str, str, int]]:
    """Return each verdict that occurs: code, words, meaning, number of claims."""
    found = []
    for words in (*READINGS, CONTRADICTED, NOT_AS_WE_READ, UNDECIDABLE):
        code = CONTRADICTED if words == NOT_AS_WE_READ else words
        meaning = OURS if words == NOT_AS_WE_READ else MEANINGS[words]
        if counts[words]:
            found.append((code, words, meaning, counts[words]))
    return found


def write_sources(site: Site) -> None:
    """Write the page of sources, corrections, exclusions and outside series."""
    exclusions = site.content.rows("exclusions")
    site.write(
        "sources",
        figures=_counted(site.content.figures, "source"),
        exclusions=_counted(exclusions, "source"),
        reasons=sorted(_counted(exclusions, "reason").items()),
    )


def _counted(rows: Iterable[Mapping[str, str]], column: str) -> Counter[str]:
    """Return how many numbers have each code; an exclusion may stand for several."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts[row[column]] += int(row.get("count") or 1)
    return counts


def write_tables(site: Site) -> None:
    """Write the downloads and the pages that list and explain them."""
    content = site.content
    described = read_table(COLUMNS)
    meanings = {(row["table"], row["column"]): row["meaning"] for row in described}
    tables = []
    for name in content.tables:
        columns = list(PROCESSED_COLUMNS[name])
        text = csv_text(columns, content.rows(name))
        site.put(f"downloads/{name}.csv", text)
        tables.append(
            {
                "name": name,
                "meaning": meanings.get((name, ""), ""),
                "columns": [(c, meanings.get((name, c), "")) for c in columns],
                "rows": len(content.rows(name)),
                "size": f"{max(1, round(len(text.encode('utf-8')) / 1000))} kB",
            }
        )
    site.write("downloads", tables=tables)
    figures = _counted(content.figures, "indicator")
    site.write("codebook", tables=tables, figures=figures)
