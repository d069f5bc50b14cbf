"""The single pages: overview, sources, method, codebook, downloads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from sovstats.cli.summary import MEANINGS, OTHER_TOPICS
from sovstats.numbers.readings import CONTRADICTED, READINGS
from sovstats.report.claims import ClaimView
from sovstats.report.content import NOT_AS_WE_READ, verdict_words
from sovstats.report.escape import csv_text
from sovstats.report.library import table_script
from sovstats.report.site import TEMPLATES, Site
from sovstats.storage.files import read_table

if TYPE_CHECKING:
    from markdown_it.token import Token

    from sovstats.charts import DrawnChart
    from sovstats.report.content import Content

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


def write_overview(site: Site, charts: list[DrawnChart], lacking: list[str]) -> None:
    """Write the overview: counts, findings, verdicts, charts."""
    content = site.content
    claims = content.claims
    against = [claim for claim in claims if claim.reading == CONTRADICTED]
    ours = sum(claim.row["asserted"] == "reading" for claim in against)
    counts = {
        "figures": len(content.figures),
        "economic": sum(row["topic"] not in OTHER_TOPICS for row in content.figures),
        "sources": len(content.sources),
        "claims": len(claims),
        "hold": sum(claim.reading in READINGS[:2] for claim in claims),
        "against": len(against),
        "contradicted": len(against) - ours,
        "ours": ours,
    }
    site.write(
        "index.html",
        "index",
        "Overview",
        counts=counts,
        notices=list(content.texts.problems.values()),
        findings=_findings(content),
        verdicts=_verdict_counts(content),
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


def _verdict_counts(content: Content) -> list[dict[str, Any]]:
    """Return each verdict with its meaning and how many claims have it."""
    counts = Counter((c.reading, verdict_words(c)) for c in content.claims)
    total = max(len(content.claims), 1)
    order = [*READINGS, CONTRADICTED, "undecidable"]
    return [
        {
            "code": code,
            "words": words,
            "meaning": OURS if words == NOT_AS_WE_READ else MEANINGS[code],
            "count": count,
            "part": f"{100 * count / total:.1f}",
        }
        for (code, words), count in sorted(
            counts.items(), key=lambda item: (order.index(item[0][0]), item[0][1])
        )
    ]


def write_sources(site: Site) -> None:
    """Write the page of sources, corrections, exclusions and outside series."""
    content = site.content
    figures = Counter(row["source"] for row in content.figures)
    exclusions: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    for row in content.table("exclusions"):
        count = int(row["count"] or 1)
        exclusions[row["source"]] += count
        reasons[row["reason"]] += count
    site.write(
        "sources.html",
        "sources",
        "Sources",
        sources=[
            {
                "row": row,
                "label": content.source_label(name),
                "figures": figures[name],
                "exclusions": exclusions[name],
                "problem": content.texts.problems.get(name, ""),
            }
            for name, row in content.sources.items()
        ],
        corrections=content.table("corrections"),
        reasons=[
            (code, content.meaning("reason", code), count)
            for code, count in sorted(reasons.items())
        ],
        outside=list(content.outside.values()),
    )


def write_method(site: Site) -> None:
    """Write the page on method, from the project's note."""
    claims = {claim.name for claim in site.content.claims}
    text = read_method()
    site.write(
        "method.html",
        "method",
        "Method",
        text=render_markdown(text, claims) if text else "",
        meanings=list(MEANINGS.items()),
    )


def write_tables(site: Site) -> None:
    """Write the downloads and the pages that list and explain them."""
    content = site.content
    described = read_table(TEMPLATES / "columns.csv")
    meanings = {(row["table"], row["column"]): row["meaning"] for row in described}
    tables = []
    for path in sorted(content.dataset.processed.glob("*.csv")):
        rows = content.table(path.stem)
        columns = _header(path)
        text = csv_text(columns, rows)
        site.put(f"downloads/{path.stem}.csv", text)
        tables.append(
            {
                "name": path.stem,
                "meaning": meanings.get((path.stem, ""), ""),
                "columns": [(c, meanings.get((path.stem, c), "")) for c in columns],
                "rows": len(rows),
                "size": f"{max(1, round(len(text.encode('utf-8')) / 1000))} kB",
            }
        )
    site.write("downloads.html", "downloads", "Downloads", tables=tables)
    counts = Counter(row["indicator"] for row in content.figures)
    site.write(
        "codebook.html",
        "codebook",
        "Codebook",
        tables=tables,
        lists=[(name, list(codes.values())) for name, codes in content.codes.items()],
        indicators=[(r, counts[n]) for n, r in content.indicators.items()],
    )


def _header(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as stream:
        return stream.readline().rstrip("\r\n").split(",")


PACKAGE = Path(__file__).resolve().parents[1]
NOTE = "docs/method.md"


def read_method() -> str:
    """Return the note on method; empty where this installation has none."""
    for folder in (PACKAGE.parent, PACKAGE):
        path = folder / NOTE
        # Beside an installed package only its own folder is ours.
        ours = folder == PACKAGE or (folder / "pyproject.toml").is_file()
        if ours and path.is_file():
            return path.read_text(encoding="utf-8")
    return ""


def render_markdown(text: str, claims: Collection[str] = ()) -> Markup:
    """Return Markdown as HTML; HTML in it is shown as text.

    Parameters
    ----------
    text
        CommonMark, with tables.
    claims
        Names that become links to their pages where they stand in back quotes.
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.disable("image")
    tokens = parser.parse(text)
    for token in tokens:
        if token.children:
            token.children = list(_without_links(token.children, claims))
        if token.type == "table_open":
            token.attrs = {"tabindex": "0"}
    return Markup(parser.renderer.render(tokens, parser.options, {}))  # noqa: S704


def _without_links(tokens: list[Token], claims: Collection[str]) -> Iterator[Token]:
    """Write addresses behind their words instead of linking to them."""
    from markdown_it.token import Token


    address = ""
    for token in tokens:
        if token.type == "link_open":
            address = str(token.attrGet("href") or "")
        elif token.type == "link_close":
            outside = "://" in address and token.markup != "autolink"
            yield Token("text", "", 0, content=f" ({address})" if outside else "")
        elif token.type == "code_inline" and token.content in claims:
            place = {"href": f"claims/{token.content}.html"}
            yield Token("link_open", "a", 1, attrs=dict(place))
            yield token
            yield Token("link_close", "a", -1)
        else:
            yield token
