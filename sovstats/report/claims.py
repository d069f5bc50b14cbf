"""Claims as the report shows them: a row of the table, a page with the arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from markupsafe import Markup

from sovstats.claims import Claim
from sovstats.claims.decision import Pair
from sovstats.claims.formulas import (
    COMPARED,
    Operand,
    printed_number,
    with_unit,
    written_out,
)
from sovstats.claims.verdict_words import HEDGES, OUTCOMES
from sovstats.numbers import CONTRADICTED, READINGS, UNDECIDABLE
from sovstats.report.content import Content
from sovstats.report.escape import searchable
from sovstats.report.figures import FigureView
from sovstats.report.interval_drawing import BarRow, draw_intervals
from sovstats.report.lists import csv_rows, filters_of
from sovstats.report.site import Site
from sovstats.storage import Cells

ORDER = (CONTRADICTED, *reversed(READINGS), UNDECIDABLE)
"""The order of the table of claims, by verdict: what does not hold comes first."""
ASSERTED_BY = {
    "text": "the text",
    "implied": "two passages, by implication",
    "reading": "us, who read them so",
}


@dataclass(frozen=True)
class PairView:
    """One comparison of a claim: both sides under every reading, and the gap."""

    signs: str
    heads: tuple[str, str]
    rungs: list[tuple[str, str, str, str]]
    sentence: str


@dataclass
class ClaimView:
    """One claim for the templates.

    Attributes
    ----------
    claim
        The claim with its verdict.
    content
        All tables.
    """

    claim: Claim
    content: Content

    @property
    def searched(self) -> str:
        """The words that a search looks through."""
        row = self.claim.row
        words = [row[column] for column in ("title", "expression", "note", "claim")]
        return searchable(" ".join([*words, row["claim"].replace("_", " ")]))

    @property
    def words(self) -> str:
        """Its verdict as it may be printed."""
        return self.claim.words

    @property
    def choices(self) -> dict[str, tuple[str, str]]:
        """What it is filtered by: code and words, by the label of the filter."""
        kind, asserted = self.claim.row["kind"], self.claim.row["asserted"]
        return {
            "Verdict": (self.words, self.words),
            "Kind": (kind, kind.replace("_", " ")),
            "Asserted by": (asserted, ASSERTED_BY.get(asserted, "other")),
        }

    @property
    def meaning(self) -> str:
        """Its verdict in a sentence."""
        if not self.edition:
            return self.claim.verdict.meaning
        differ = self.claim.reading == CONTRADICTED
        words = "different numbers" if differ else "the same number"
        return f"the two places print {words}"

    @property
    def edition(self) -> bool:
        """Whether it sets side by side what two editions print."""
        return self.claim.is_edition

    @property
    def unit(self) -> str:
        """The unit of both sides; empty where it says nothing."""
        unit = self.claim.verdict.unit
        return "" if unit in ("dimensionless", "count") else unit

    @property
    def ordering(self) -> bool:
        """Whether the comparison that decides is one of order."""
        return self.claim.verdict.worst.ordering

    @property
    def chain(self) -> bool:
        """Whether its operands are put in an order, rather than two sides equal."""
        return self.ordering or len(self.claim.pairs) > 1

    @property
    def sign(self) -> str:
        """The sign of the comparison that decides."""
        return COMPARED[self.claim.verdict.worst.operator]

    @property
    def gap(self) -> Fraction | None:
        """The gap of an equality as a part of the stated number; None without one."""
        gap = self.claim.verdict.gap
        return gap if gap and not self.ordering else None

    @property
    def derived(self) -> Cells:
        """The row of the table of verdicts: sharpness, notices, because, repairs."""
        return self.content.by_key("verdicts")[self.claim.name]

    @property
    def sharpness(self) -> str:
        """The share of slips that it notices, in per cent; empty without any."""
        share = self.derived["sharpness"]
        return f"{float(share) * 100:.0f} %" if share else ""

    @property
    def hedge(self) -> str:
        """Whether the directional hedges are kept, in a sentence."""
        if self.claim.reading == CONTRADICTED:  # there it says nothing new
            return ""
        return HEDGES.get(self.claim.hedge, "")

    @cached_property
    def operands(self) -> list[Operand]:
        """Each side with its arithmetic written out."""
        return written_out(self.claim, self._printed)

    def _printed(self, name: str) -> str:
        if not self._is_outside(name):
            return printed_number(self.content.figure_row(name))
        row = self.content.by_key("independent")[name]
        return with_unit(f"{float(row['value']):,.10g}", row["unit"])

    def _is_outside(self, name: str) -> bool:
        return self.content.dataset.names.quantities[name].outside

    @cached_property
    def pairs(self) -> list[PairView]:
        """Each comparison with both sides under every reading."""
        return [self._pair(pair) for pair in self.claim.pairs]

    def _pair(self, pair: Pair) -> PairView:
        verdict = self.claim.verdict
        rows = verdict.table(pair)[:1] if self.edition else verdict.table(pair)
        sentence = verdict.gap_sentence(pair, self.unit, "what is stated")
        return PairView(COMPARED[pair.operator], pair.heads, rows, sentence)

    @cached_property
    def drawing(self) -> Markup:
        """The intervals, drawn: by reading for an equality, else by operand."""
        rows = self._chain() if self.chain else self._ladder()
        title = "Both sides on a number line; the table below has the numbers"
        return draw_intervals(rows, self.claim.verdict.factor, self.unit, title)

    def _ladder(self) -> list[BarRow]:
        """Return a row a reading, with the recomputed and the stated bar."""
        rungs = self.claim.pairs[0].rungs
        return [
            BarRow(
                f"{rung.reading}: {OUTCOMES[rung.outcome]}",
                (("computed", rung.computed), ("stated", rung.stated)),
                rung.reading == self.claim.reading,
            )
            for rung in (rungs[:1] if self.edition else rungs)
        ]

    def _chain(self) -> list[BarRow]:
        """Return a row an operand, as printed and as written."""
        pairs = self.claim.pairs
        sides = [[rung.computed for rung in pairs[0].rungs[:2]]]
        sides += [[rung.stated for rung in pair.rungs[:2]] for pair in pairs]
        rows = []
        for operand, spans in zip(self.operands, sides, strict=True):
            label = f"{operand.operator} {operand.steps[0]}".strip()
            bars = tuple(zip(("literal", "written"), spans, strict=True))
            rows.append(BarRow(label, bars))
        return rows

    @property
    def notices(self) -> list[tuple[str, str, str]]:
        """By figure: the smallest slip noticed, and how many of all slips are."""
        found = []
        for figure, slip in _entries(self.derived["notices"]):
            tried = self.content.slips[self.claim.name, figure]
            found.append((figure, slip, f"{sum(tried)} of {len(tried)}"))
        return found

    @property
    def repairs(self) -> list[list[str]]:
        """By figure: what it would have to be, the others as printed."""
        return _entries(self.derived["repairs"])

    @cached_property
    def figures(self) -> list[FigureView]:
        """The figures of the texts in it."""
        used = map(self.content.dataset.names.present, self.claim.verdict.figures)
        return [
            FigureView(self.content.figure_row(name), self.content)
            for name in dict.fromkeys(used)
            if not self._is_outside(name)
        ]

    @cached_property
    def outside(self) -> list[tuple[str, str, str]]:
        """The outside observations in it: name, value, where from."""
        found = []
        for name in filter(self._is_outside, self.claim.verdict.figures):
            dataset = self.content.by_key("independent")[name]["dataset"]
            citation = self.content.by_key("datasets").get(dataset, {})
            found.append((name, self._printed(name), citation.get("title", "")))
        return found


def _entries(cell: str) -> list[list[str]]:
    """Return what a cell such as ``figure: words; figure: words`` says of each."""
    return [entry.split(": ", 1) for entry in cell.split("; ") if entry]


def write_claims(site: Site) -> None:
    """Write the table of claims and a page a claim."""
    content = site.content
    views = [ClaimView(claim, content) for claim in content.claims]
    views.sort(key=lambda v: (ORDER.index(v.claim.reading), v.words, v.claim.name))
    choices = [view.choices for view in views]
    site.write(
        "claims",
        example="such as cattle, or railways",
        filters=filters_of(choices, "Verdict", "Kind", "Asserted by"),
        views=views,
        csv=csv_rows(content.by_key("verdicts"), "claim"),
    )
    for view in views:
        row = view.claim.row
        site.write_row(f"claims/{row['claim']}", "claim", row["title"], view=view)
