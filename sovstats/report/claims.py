"""Claims as the report shows them: a row of the table, a page with the arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup

from sovstats.claims.decision import Pair
from sovstats.claims.formulas import (
    COMPARED,
    Operand,
    printed_number,
    with_unit,
    written_out,
)
from sovstats.claims.verdict_words import HEDGES, OUTCOMES
from sovstats.numbers.readings import CONTRADICTED
from sovstats.numbers.wording import show_percent
from sovstats.report.escape import searchable
from sovstats.report.figures import FigureView
from sovstats.report.interval_drawing import Row, draw_intervals

if TYPE_CHECKING:
    from sovstats.claims import Claim
    from sovstats.report.content import Content


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
    def row(self) -> Mapping[str, str]:
        """The row of the table of claims."""
        return self.claim.row

    @property
    def name(self) -> str:
        """Its name, which is its lasting link."""
        return self.claim.name

    @property
    def searched(self) -> str:
        """The words that a search looks through."""
        words = [
            self.row[column] for column in ("title", "expression", "note", "claim")
        ]
        return searchable(" ".join([*words, self.name.replace("_", " ")]))

    @property
    def reading(self) -> str:
        """Its verdict as a code."""
        return self.claim.reading

    @property
    def words(self) -> str:
        """Its verdict as it may be printed."""
        return self.claim.words

    @property
    def meaning(self) -> str:
        """Its verdict in a sentence."""
        if self.edition:
            differ = self.reading == CONTRADICTED
            words = "different numbers" if differ else "the same number"
            return f"the two places print {words}"
        return self.claim.verdict.meaning

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
    def computed(self) -> str:
        """The recomputed side at the verdict's reading."""
        return self.claim.sides[0]

    @property
    def stated(self) -> str:
        """The stated side at the verdict's reading."""
        return self.claim.sides[1]

    @property
    def ordering(self) -> bool:
        """Whether the comparison that decides is one of order."""
        return self.claim.verdict.worst.ordering

    @property
    def sign(self) -> str:
        """The sign of the comparison that decides."""
        return COMPARED[self.claim.verdict.worst.operator]

    @property
    def gap(self) -> str:
        """The gap of an equality as a percentage of the stated number."""
        gap = self.claim.verdict.gap
        return show_percent(gap) if gap and not self.ordering else ""

    @property
    def gap_order(self) -> str:
        """What claims are sorted by: the size of the gap."""
        gap = self.claim.verdict.gap
        return f"{abs(float(gap)):.6g}" if gap and not self.ordering else "0"

    @property
    def derived(self) -> Mapping[str, str]:
        """The row of the table of verdicts: sharpness, notices, because, repairs."""
        return self.content.verdicts.get(self.name, {})

    @property
    def sharpness(self) -> str:
        """The share of slips that it notices, in per cent; empty without any."""
        share = self.derived.get("sharpness", "")
        return f"{float(share) * 100:.0f} %" if share else ""

    @property
    def hedge(self) -> str:
        """Whether the directional hedges are kept, in a sentence."""
        if self.reading == CONTRADICTED:  # there it says nothing new
            return ""
        return HEDGES.get(self.claim.hedge, "")

    @cached_property
    def operands(self) -> list[Operand]:
        """Each side with its arithmetic written out."""
        return written_out(self.claim, self._printed)

    def _printed(self, name: str) -> str:
        quantity = self.content.names.quantities[name]
        if not quantity.outside:
            return printed_number(self.content.dataset.row(name))
        row = self.content.observations[name]
        return with_unit(f"{float(row['value']):,.10g}", row["unit"])

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
        verdict = self.claim.verdict
        single = len(self.claim.pairs) == 1 and not self.ordering
        rows = self._ladder() if single else self._chain()
        title = "Both sides on a number line; the table below has the numbers"
        return draw_intervals(rows, verdict.factor, self.unit, title)

    def _ladder(self) -> list[Row]:
        """Return a row a reading, with the recomputed and the stated bar."""
        pair = self.claim.pairs[0]
        rungs = pair.rungs[:1] if self.edition else pair.rungs
        return [
            Row(
                f"{rung.reading}: {OUTCOMES[rung.outcome]}",
                (("computed", rung.computed), ("stated", rung.stated)),
                rung.reading == self.reading,
            )
            for rung in rungs
        ]

    def _chain(self) -> list[Row]:
        """Return a row an operand, as printed and as written."""
        pairs = self.claim.pairs
        sides = [[rung.computed for rung in pairs[0].rungs[:2]]]
        sides += [[rung.stated for rung in pair.rungs[:2]] for pair in pairs]
        return [
            Row(
                f"{operand.operator} {operand.steps[0]}".strip(),
                tuple(zip(("literal", "written"), spans, strict=True)),
            )
            for operand, spans in zip(self.operands, sides, strict=True)
        ]

    @property
    def notices(self) -> list[tuple[str, str, str]]:
        """By figure: the smallest slip noticed, and how many of all slips are."""
        found = []
        for entry in filter(None, self.derived.get("notices", "").split("; ")):
            figure, _, slip = entry.partition(": ")
            noticed, tried = self.content.slips.get((self.name, figure), (0, 0))
            found.append((figure, slip, f"{noticed} of {tried}"))
        return found

    @property
    def repairs(self) -> list[tuple[str, str]]:
        """By figure: what it would have to be, the others as printed."""
        entries = filter(None, self.derived.get("repairs", "").split("; "))
        return [(e.partition(": ")[0], e.partition(": ")[2]) for e in entries]

    @cached_property
    def figures(self) -> list[FigureView]:
        """The figures of the texts that take part."""
        used = map(self.content.names.present, self.claim.verdict.figures)
        return [
            FigureView(self.content.dataset.row(name), self.content)
            for name in dict.fromkeys(used)
            if not self.content.names.quantities[name].outside
        ]

    @cached_property
    def outside(self) -> list[tuple[str, str, str]]:
        """The outside observations that take part: name, value, where from."""
        found = []
        for name in dict.fromkeys(self.claim.verdict.figures):
            if self.content.names.quantities[name].outside:
                row = self.content.observations[name]
                citation = self.content.outside.get(row["dataset"], {})
                found.append((name, self._printed(name), citation.get("title", "")))
        return found
