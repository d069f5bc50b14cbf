"""Figures as the report shows them: a row of the table, a page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from sovstats.claims import Claim
from sovstats.claims.formulas import with_unit
from sovstats.numbers import READINGS, show_span
from sovstats.report.content import Content
from sovstats.report.escape import searchable
from sovstats.report.lists import csv_rows, filters_of
from sovstats.report.site import Site
from sovstats.storage import OTHER_TOPICS, Cells

SEARCHED = "figure former printed note place speaker topic indicator".split()
GUARDED = {
    "guarded": "some claim would notice if it were a quarter off or misprinted",
    "loosely guarded": "claims notice only a misplaced decimal point or the like",
    "unguarded": "no claim would notice if it were wrong",
    "exact": "a rank, a definition or a count one by one",
}


@dataclass
class FigureView:
    """One figure for the templates.

    Attributes
    ----------
    row
        The row of the processed table.
    content
        All tables.
    """

    row: Cells
    content: Content

    @property
    def indicator(self) -> Cells:
        """The row of its indicator."""
        return self.content.by_key("indicators")[self.row["indicator"]]

    @property
    def place(self) -> str:
        """The title of its place; empty where it has none."""
        return self.content.by_key("places").get(self.row["place"], {}).get("title", "")

    @property
    def period(self) -> str:
        """Its period, with a mark where we infer it."""
        inferred = self.row["period_basis"] == "inferred" and self.row["period"]
        return f"{self.row['period']} (inferred)" if inferred else self.row["period"]

    @property
    def period_order(self) -> str:
        """What figures are sorted by in time; those without a period come last."""
        return self.row["period_start"] or "9999"

    @property
    def magnitude_order(self) -> str:
        """What figures are sorted by in size: the magnitude in base units."""
        exact = self.row["magnitude"] or self.row["magnitude_low"]
        return f"{float(Fraction(exact)):.12g}" if exact else "-1"

    @property
    def searched(self) -> str:
        """The words that a search looks through; those of `Dataset.find`."""
        words = [self.row[column] for column in SEARCHED]
        words += [self.indicator["title"], self.indicator["definition"]]
        return searchable(" ".join(words).replace("_", " "))

    @property
    def choices(self) -> dict[str, tuple[str, str]]:
        """What it is filtered by: code and words, by the label of the filter."""
        row = self.row
        return {
            "Topic": (row["topic"], row["topic"]),
            "Source": (row["source"], self.content.source_label(row["source"])),
            "Place": (row["place"], self.place or "none"),
            "Status": (row["status"], row["status"]),
        }

    @property
    def guarded(self) -> str:
        """Whether a claim guards it, in a sentence."""
        return GUARDED.get(self.row["guarded"], "")

    @property
    def readings(self) -> list[tuple[str, str]]:
        """What the number admits under each reading, in the figure's own unit."""
        names = self.content.dataset.names
        quantity = names.quantities[self.row["figure"]]
        factor = names.units.parse(quantity.unit).factor
        spans = [(r, quantity.statement.under(r)) for r in READINGS]
        return [(r, with_unit(show_span(s, factor), quantity.unit)) for r, s in spans]

    @property
    def correction(self) -> Cells | None:
        """The correction of the carrier that covers it, if there is one."""
        start, end = int(self.row["start"]), int(self.row["end"])
        for row in self.content.rows("corrections"):
            same = row["source"] == self.row["source"]
            if same and int(row["start"]) < end and start < int(row["end"]):
                return row
        return None

    @property
    def claims(self) -> list[Claim]:
        """The claims it is part of."""
        return self.content.claims_of[self.row["figure"]]

    @cached_property
    def others(self) -> list[FigureView]:
        """The other figures of its indicator, by place and in order of time."""
        own = self.row["indicator"]
        same = [row for row in self.content.figures if row["indicator"] == own]
        same.remove(self.row)
        views = [FigureView(row, self.content) for row in same]
        views.sort(key=lambda v: (v.row["place"], v.period_order, v.row["figure"]))
        return views


def write_figures(site: Site) -> None:
    """Write the table of figures and a page a figure; old names lead to new ones."""
    content = site.content
    views = [FigureView(row, content) for row in content.figures]
    views.sort(key=lambda view: view.row["topic"] in OTHER_TOPICS)
    choices = [view.choices for view in views]
    site.write(
        "figures",
        example="such as horses, or gold",
        filters=filters_of(choices, "Topic", "Source", "Place", "Status"),
        views=views,
        csv=csv_rows(content.by_key("figures"), "figure"),
    )
    for view in views:
        name = view.row["figure"]
        site.write_row(f"figures/{name}", "figure", name, view=view)
        for former in view.row["former"].split():
            site.write_row(f"figures/{former}", "moved", former, present=name)
