"""The single pages: overview, sources, codebook, downloads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sovstats.numbers.readings import CONTRADICTED, READINGS, UNDECIDABLE
from sovstats.report.charts import Chart
from sovstats.report.claims import ClaimView
from sovstats.report.content import MEANINGS, NOT_AS_WE_READ, Content, verdict_words
from sovstats.report.escape import csv_text
from sovstats.report.library import table_script
from sovstats.report.site import TEMPLATES, Site
from sovstats.storage import PROCESSED_COLUMNS, read_table
from sovstats.storage.layout import OTHER_TOPICS

ASSERTED = {
    "text": (
        "Contradicted by the texts’ own numbers",
        "The texts say it, or two of their passages must agree, and no reading of the "
        "printed numbers makes it hold.",
    ),
    "reading": (
        "Do not hold as we read them",
        "We put the figures together, some with outside series; under no reading of "
        "the printed numbers does the comparison hold.",
    ),
}
BROKEN = (
    "Hold only if a hedge is not taken at its word",
    "“Over”, “under”, “almost” and the like would have to mean less than they say.",
)
OURS = "our own constructions, which no reading admits"
SURPRISING = (
    "Other verdicts than expected",
    "Somebody looked at these claims and expected another verdict.",
)


def write_assets(site: Site) -> None:
    """Write the style, our script and the table library."""
    for name in ("style.css", "report.js"):
        site.put(name, (TEMPLATES / name).read_text(encoding="utf-8"))
    site.put("tables.js", table_script())


def write_overview(site: Site, charts: list[Chart], lacking: list[str]) -> None:
    """Write the overview: counts, findings, verdicts, charts."""
    content = site.content
    counts = Counter(map(verdict_words, content.claims))
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
    claims = content.claims
    against = [claim for claim in claims if claim.reading == CONTRADICTED]
    said = [claim for claim in against if claim.row["asserted"] != "reading"]
    ours = [claim for claim in against if claim.row["asserted"] == "reading"]
    broken = [c for c in claims if c.verdict.hedge == "broken" and c not in against]
    groups = (
        (ASSERTED["text"], said),
        (ASSERTED["reading"], ours),
        (BROKEN, broken),
        (SURPRISING, [claim for claim in claims if claim.surprising]),
    )
    return [
        (heading, explanation, [ClaimView(claim, content) for claim in chosen])
        for (heading, explanation), chosen in groups
        if claims
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
    described = read_table(TEMPLATES / "columns.csv")
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
