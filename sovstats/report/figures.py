"""Figures as the report shows them: a row of the table, a page of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sovstats.claims.formulas import printed_number, with_unit
from sovstats.numbers.readings import READINGS
from sovstats.numbers.wording import show_span
from sovstats.report.escape import searchable
from sovstats.texts.citations import cite_figure

if TYPE_CHECKING:
    from sovstats.report.content import Content
    from sovstats.texts.passages import Passage

SEARCHED = "figure former printed note place speaker topic indicator".split()
FACTS = {
    "status": "status",
    "speaker": "speaker",
    "period basis": "period_basis",
    "hedge": "hedge",
}
"""Facts of a figure that are codes, with the names of their lists."""
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

    row: Mapping[str, str]
    content: Content

    @property
    def name(self) -> str:
        """Its name, which is its lasting link."""
        return self.row["figure"]

    @property
    def title(self) -> str:
        """The title of its indicator."""
        return self._indicator.get("title", self.row["indicator"])

    @property
    def definition(self) -> str:
        """The definition of its indicator."""
        return self._indicator.get("definition", "")

    @property
    def _indicator(self) -> Mapping[str, str]:
        return self.content.indicators.get(self.row["indicator"], {})

    @property
    def place(self) -> str:
        """The title of its place."""
        return self.content.places.get(self.row["place"], self.row["place"])

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
    def printed(self) -> str:
        """The number as printed, with its hedge and what is to be supplied."""
        return printed_number(self.row)

    @property
    def magnitude_order(self) -> str:
        """What figures are sorted by in size: the magnitude in base units."""
        from fractions import Fraction

        exact = self.row["magnitude"] or self.row["magnitude_low"]
        return f"{float(Fraction(exact)):.12g}" if exact else "-1"

    @property
    def source_title(self) -> str:
        """The title of its source, with its edition where two share a title."""
        return self.content.source_label(self.row["source"])

    @property
    def searched(self) -> str:
        """The words that a search looks through; those of `Dataset.find`."""
        words = [self.row[column] for column in SEARCHED]
        joined = " ".join([*words, self.title, self.definition])
        return searchable(joined.replace("_", " "))

    @property
    def guarded(self) -> str:
        """Whether a claim guards it, in a sentence."""
        return GUARDED.get(self.row["guarded"], "")

    @property
    def facts(self) -> list[tuple[str, str, str]]:
        """Its codes: fact, code, what the code means."""
        found = []
        for label, column in FACTS.items():
            code = self.row[column]
            if code and code != "none":
                found.append((label, code, self.content.meaning(column, code)))
        return found

    @property
    def readings(self) -> list[tuple[str, str]]:
        """What the number admits under each reading, in the figure's own unit."""
        quantity = self.content.names.quantities[self.name]
        factor = self.content.names.units.parse(quantity.unit).factor
        spans = [(r, quantity.statement.under(r)) for r in READINGS]
        return [(r, with_unit(show_span(s, factor), quantity.unit)) for r, s in spans]

    @property
    def passage(self) -> Passage | None:
        """The sentence around it, from the reader's own copy."""
        return self.content.texts.passage(self.row)

    @property
    def citation(self) -> str:
        """Its citation, for a footnote."""
        source = self.content.sources[self.row["source"]]
        return cite_figure(self.row, source, self.content.dataset.version)

    @property
    def correction(self) -> Mapping[str, str] | None:
        """The correction of the carrier that covers it, if there is one."""
        start, end = int(self.row["start"]), int(self.row["end"])
        for row in self.content.table("corrections"):
            same = row["source"] == self.row["source"]
            if same and int(row["start"]) < end and start < int(row["end"]):
                return row
        return None

    @cached_property
    def claims(self) -> list[tuple[str, str, str, str]]:
        """The claims it takes part in: name, title, verdict, verdict in words."""
        claims = self.content.claims_of.get(self.name, [])
        return [(c.name, c.row["title"], c.reading, c.words) for c in claims]

    @cached_property
    def others(self) -> list[FigureView]:
        """The other figures of its indicator, in order of time."""
        same = [
            FigureView(row, self.content)
            for row in self.content.figures
            if row["indicator"] == self.row["indicator"] and row["figure"] != self.name
        ]
        same.sort(key=lambda view: (view.row["place"], view.period_order, view.name))
        return same
