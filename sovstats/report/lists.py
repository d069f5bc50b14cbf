"""The large tables, of figures and of claims, and a page for each of their rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sovstats.numbers.readings import CONTRADICTED
from sovstats.report.claims import ClaimView
from sovstats.report.content import VERDICTS
from sovstats.report.escape import csv_line, json_for_page
from sovstats.report.figures import FigureView
from sovstats.storage.layout import OTHER_TOPICS

if TYPE_CHECKING:
    from sovstats.report.content import Content
    from sovstats.report.site import Site

ASSERTED_BY = {
    "text": "the text",
    "implied": "two passages, by implication",
    "reading": "us, who read them so",
}

Option = tuple[str, str, int]


def _filter(name: str, label: str, values: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return a filter: every value that occurs, in words, with its number of rows."""
    counts = Counter(values)
    options: list[Option] = [(*value, count) for value, count in counts.items()]
    options.sort(key=lambda option: option[1].casefold())
    return {"name": name, "label": label, "options": options}


def write_figures(site: Site) -> None:
    """Write the table of figures and a page a figure; old names lead to new ones."""
    content = site.content
    views = [FigureView(row, content) for row in content.figures]
    views.sort(key=lambda view: view.row["topic"] in OTHER_TOPICS)
    filters = [
        _filter("topic", "Topic", ((v.row["topic"], v.row["topic"]) for v in views)),
        _filter(
            "source",
            "Source",
            ((v.row["source"], v.source_title) for v in views),
        ),
        _filter("place", "Place", ((v.row["place"], v.place or "none") for v in views)),
        _filter(
            "status", "Status", ((v.row["status"], v.row["status"]) for v in views)
        ),
    ]
    site.write(
        "figures.html",
        "figures",
        "Figures",
        what="figures",
        example="such as horses, or gold",
        download="figures.csv",
        filters=filters,
        views=views,
        total=len(views),
        csv=_csv_rows(content, "figures", "figure"),
    )
    for view in views:
        site.write(
            f"figures/{view.name}.html",
            "figure",
            view.name,
            here="figures.html",
            view=view,
        )
        for former in view.row["former"].split():
            site.write(
                f"figures/{former}.html",
                "moved",
                former,
                here="figures.html",
                view=view,
            )


def _csv_rows(content: Content, table: str, key: str) -> Any:
    """Return a table as lines of CSV by name, for the download of what is filtered."""
    rows = content.table(table)
    columns = list(rows[0]) if rows else [key]
    lines = {row[key]: csv_line(row.values()) for row in rows}
    return json_for_page({"header": csv_line(columns), "rows": lines})


def write_claims(site: Site) -> None:
    """Write the table of claims and a page a claim."""
    content = site.content
    views = [ClaimView(claim, content) for claim in content.claims]
    views.sort(key=lambda v: (VERDICTS.index(v.reading), v.words, v.name))
    filters = [
        _filter("verdict", "Verdict", ((v.words, v.words) for v in views)),
        _filter(
            "kind",
            "Kind",
            ((v.row["kind"], v.row["kind"].replace("_", " ")) for v in views),
        ),
        _filter(
            "asserted",
            "Asserted by",
            (
                (v.row["asserted"], ASSERTED_BY.get(v.row["asserted"], "other"))
                for v in views
            ),
        ),
    ]
    site.write(
        "claims.html",
        "claims",
        "Claims",
        what="claims",
        example="such as cattle, or railways",
        download="claims.csv",
        filters=filters,
        views=views,
        total=len(views),
        csv=_csv_rows(content, "verdicts", "claim"),
    )
    for view in views:
        _write_claim(site, view)


def _write_claim(site: Site, view: ClaimView) -> None:
    """Write the page of a claim."""
    content = site.content
    site.write(
        f"claims/{view.name}.html",
        "claim",
        view.row["title"],
        here="claims.html",
        view=view,
        kind=content.meaning("claim_kind", view.row["kind"]),
        asserted=content.meaning("asserted", view.row["asserted"]),
        chain=view.ordering or len(view.pairs) > 1,
        mendable=view.reading == CONTRADICTED and bool(view.derived),
    )
