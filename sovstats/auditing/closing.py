"""Which mentions of a text are closed by figures and exclusions, and which are open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sovstats.numbers.parsing import is_number, parse_exact
from sovstats.numbers.readings import HEDGES
from sovstats.numbers.tokens import tokenize
from sovstats.scanner.mention import Mention

Row = Mapping[str, str]
NAMED_HEDGE = re.compile(rf"\bhedge ({'|'.join(HEDGES)})\b")


@dataclass(frozen=True)
class Span:
    """A row of the ledger with its place in the copy that is audited."""

    row: Row
    start: int
    end: int

    @property
    def is_figure(self) -> bool:
        """Whether it is a figure, not an exclusion."""
        return "figure" in self.row

    @property
    def is_region(self) -> bool:
        """Whether it closes a stretch of the text with everything in it."""
        return not self.row["printed"]


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
    figures: list[Span]
    exclusions: list[Span]
    regions: list[Span]
    open_at: int | None


def close_mentions(
    text: str, mentions: Sequence[Mention], spans: Sequence[Span]
) -> Iterator[Closing]:
    """Yield each mention with the rows that touch it and what is left open of it."""
    regions = [span for span in spans if span.is_region]
    ordered = sorted(
        (span for span in spans if not span.is_region), key=lambda span: span.start
    )
    first = 0
    for mention in mentions:
        while first < len(ordered) and ordered[first].end <= mention.start:
            first += 1
        touching = []
        for span in ordered[first:]:
            if span.start >= mention.end:
                break
            touching.append(span)
        around = [r for r in regions if r.start <= mention.start < r.end]
        holding = touching + around
        open_at = next(
            (
                start
                for start, end in number_parts(text, mention)
                if not any(s.start <= start and end <= s.end for s in holding)
            ),
            None,
        )
        figures = [span for span in touching if span.is_figure]
        others = [span for span in touching if not span.is_figure]
        yield Closing(mention, figures, others, around, open_at)


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
    for span in closing.figures:
        row = span.row
        own = tuple(_number(row[column]) for column in ("value", "low", "high"))
        mention = closing.mention
        scanned = (mention.value, mention.low, mention.high)
        if own != scanned and scanned != (None, None, None) and not row["note"]:
            found.append(
                f"{row['figure']}: the row says {_shown(own)}, the scanner "
                f"{_shown(scanned)}; correct the row or say why in its note"
            )
        found += _hedge_difference(row, mention.hedge)
    return found


def damaged_difference(row: Row) -> list[str]:
    """Compare the hedge of a row that a correction covers with its note.

    The scanner reads the damaged print; the note must say what the reader read.
    """
    return _hedge_difference(row, "unknown where the print is damaged")


def _hedge_difference(row: Row, scanned: str) -> list[str]:
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


def _number(cell: str) -> Fraction | None:
    return parse_exact(cell) if cell else None


def _shown(numbers: tuple[Fraction | None, ...]) -> str:
    value, low, high = numbers
    if value is not None:
        return str(value)
    if low is None:
        return "no number"
    return f"{low} to {high}" if high is not None else f"at least {low}"
