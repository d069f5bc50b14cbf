"""Which mentions of a text are closed by figures and exclusions, and which are open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sovstats.numbers import HEDGES, is_number, parse_exact, tokenize
from sovstats.scanner import Mention
from sovstats.storage import Cells, Tables

NAMED_HEDGE = re.compile(rf"\bhedge ({'|'.join(HEDGES)})\b")


@dataclass(frozen=True)
class PlacedRow:
    """A figure or exclusion with its place in the text that is audited.

    Attributes
    ----------
    cells
        The row of its raw table.
    start, end
        Its span.
    corrected
        Whether a correction covers it: there the carrier is damaged.
    """

    cells: Cells
    start: int
    end: int
    corrected: bool = False

    @property
    def printed(self) -> str:
        """What it prints; nothing for a region."""
        return self.cells["printed"]

    @property
    def name(self) -> str:
        """The figure's name, as messages begin."""
        return self.cells.get("figure") or "an exclusion"

    @property
    def is_figure(self) -> bool:
        """Whether it is a figure, not an exclusion."""
        return "figure" in self.cells

    @property
    def is_region(self) -> bool:
        """Whether it closes a stretch of the text with everything in it."""
        return not self.printed


def placed_rows(tables: Tables, source: str) -> list[PlacedRow]:
    """Return the figures and exclusions of a text, sorted by where they begin."""
    corrections = [
        (int(row["start"]), int(row["end"]))
        for row in tables.raw_rows("corrections")
        if row["source"] == source
    ]
    rows = []
    for table in ("figures", "exclusions"):
        for cells in tables.raw_rows(table, source):
            start, end = int(cells["start"]), int(cells["end"])
            corrected = any(low <= start and end <= high for low, high in corrections)
            rows.append(PlacedRow(cells, start, end, corrected))
    return sorted(rows, key=lambda row: row.start)


@dataclass(frozen=True)
class Closing:
    """A mention and the rows that touch it.

    Attributes
    ----------
    mention
        The mention.
    figures, exclusions, regions
        The rows whose spans touch it.
    open_at
        Where its first digit or number word stands that no row holds; None if all do.
    """

    mention: Mention
    figures: list[PlacedRow]
    exclusions: list[PlacedRow]
    regions: list[PlacedRow]
    open_at: int | None

    @property
    def rows(self) -> list[PlacedRow]:
        """All rows that touch it."""
        return [*self.figures, *self.exclusions, *self.regions]


def close_mentions(
    text: str, mentions: Sequence[Mention], rows: Sequence[PlacedRow]
) -> Iterator[Closing]:
    """Yield each mention with the rows that touch it and what is left open of it.

    Mentions and rows are sorted by where they begin.
    """
    regions = [row for row in rows if row.is_region]
    ordered = [row for row in rows if not row.is_region]
    first = 0
    for mention in mentions:
        while first < len(ordered) and ordered[first].end <= mention.start:
            first += 1
        last = first
        while last < len(ordered) and ordered[last].start < mention.end:
            last += 1
        touching = ordered[first:last]
        around = [r for r in regions if r.start <= mention.start < r.end]
        open_at = _first_open(text, mention, touching + around)
        figures = [row for row in touching if row.is_figure]
        others = [row for row in touching if not row.is_figure]
        yield Closing(mention, figures, others, around, open_at)


def _first_open(text: str, mention: Mention, rows: list[PlacedRow]) -> int | None:
    """Return where the first digit or number word stands that no row holds."""
    for start, end in number_parts(text, mention):
        if not any(row.start <= start and end <= row.end for row in rows):
            return start
    return None


def number_parts(text: str, mention: Mention) -> list[tuple[int, int]]:
    """Return where the digits and number words of a mention stand."""
    tokens = tokenize(text, mention.start, mention.end)
    parts = [(token.start, token.end) for token in tokens if is_number(token)]
    return parts or [(mention.start, mention.end)]


def differences(closing: Closing) -> list[str]:
    """Say in what figures differ from the scanner without a word in their notes.

    A note excuses another number. Another hedge must be named in the note (``hedge
    about``), since nothing but the scanner would notice a slip in it.
    """
    found = []
    for row in (placed.cells for placed in closing.figures):
        cells = (row["value"], row["low"], row["high"])
        own = tuple(parse_exact(cell) if cell else None for cell in cells)
        mention = closing.mention
        scanned = (mention.value, mention.low, mention.high)
        if own != scanned and scanned != (None, None, None) and not row["note"]:
            found.append(
                f"{row['figure']}: the row says {_shown(own)}, the scanner "
                f"{_shown(scanned)}; correct the row or say why in its note"
            )
        found += hedge_difference(row, mention.hedge)
    return found


def hedge_difference(row: Cells, scanned: str) -> list[str]:
    """Compare a row's hedge with its note where that names one, else the scanner's."""
    named = NAMED_HEDGE.search(row["note"])
    if row["hedge"] == (named[1] if named else scanned):
        return []
    if named:
        return [
            f"{row['figure']}: the hedge is {row['hedge']}, its note says {named[1]}"
        ]
    return [
        f"{row['figure']}: the row's hedge is {row['hedge']}, the scanner's {scanned}; "
        f"correct it, or write 'hedge {row['hedge']}' and why into its note"
    ]


def _shown(numbers: tuple[Fraction | None, ...]) -> str:
    value, low, high = numbers
    if value is not None:
        return str(value)
    if low is None:
        return "no number"
    return f"{low} to {high}" if high is not None else f"at least {low}"
