"""The audit: proof that no number in the texts was passed over.

Every mention that the scanner finds must be closed by a figure or by a reasoned
exclusion, and every row must say what the text says.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sovstats.auditing.closing import (
    Closing,
    Span,
    close_mentions,
    damaged_difference,
    differences,
)
from sovstats.auditing.edited_copies import copy_problem
from sovstats.errors import DatasetError, UnknownNameError, nearest
from sovstats.scanner.scan import find_mentions
from sovstats.storage.files import read_table
from sovstats.storage.layout import RAW
from sovstats.texts.copies import TextCopy, folder_of_texts, read_copy

if TYPE_CHECKING:
    from sovstats.dataset.dataset import Dataset

Row = Mapping[str, str]


@dataclass
class SourceAudit:
    """What the audit of one text found.

    Attributes
    ----------
    source
        The text.
    mentions, by_figures, by_exclusions
        How many mentions there are, and how many rows of which kind close how many.
    figures, exclusions
        How many rows there are of each kind.
    problems
        What is open or wrong, as ``file:line:column: sentence``.
    audited
        Whether there was a text to audit.
    """

    source: str
    mentions: int = 0
    by_figures: int = 0
    by_exclusions: int = 0
    figures: int = 0
    exclusions: int = 0
    open: int = 0
    problems: list[str] = field(default_factory=list)
    audited: bool = False

    @property
    def summary(self) -> str:
        """The one line of a text."""
        if not self.audited:
            return f"{self.source}: not audited"
        return (
            f"{self.source}: {self.mentions:,} mentions: {self.by_figures:,} by "
            f"{self.figures:,} figures, {self.by_exclusions:,} by "
            f"{self.exclusions:,} exclusions, {self.open:,} open"
        )


@dataclass
class Audit:
    """The audit of all texts of a dataset; its text is what the command prints."""

    sources: list[SourceAudit]

    @property
    def problems(self) -> list[str]:
        """Everything that is open or wrong, in the order of the texts."""
        return [problem for source in self.sources for problem in source.problems]

    @property
    def closed(self) -> bool:
        """Whether every mention is closed and every row right."""
        return not self.problems

    def __str__(self) -> str:
        return "\n".join([*self.problems, *(source.summary for source in self.sources)])

    __repr__ = __str__


def audit_texts(dataset: Dataset, folder: str | os.PathLike[str]) -> Audit:
    """Audit all texts of a dataset; see `sovstats.Dataset.audit`."""
    path = folder_of_texts(folder)
    sources = read_table(raw_folder(dataset) / "sources.csv")
    return Audit([_audit_source(row, dataset, path) for row in sources])


def _audit_source(
    source: dict[str, str], dataset: Dataset, folder: Path
) -> SourceAudit:
    """Audit one text."""
    rows = ledger(dataset, source["source"])
    result = SourceAudit(source["source"])
    result.figures = sum("figure" in row for row in rows)
    result.exclusions = len(rows) - result.figures
    copy = read_copy(source, folder)
    if copy.same:
        spans = [Span(row, int(row["start"]), int(row["end"])) for row in rows]
        _audit_text(copy, spans, result, corrected_rows(dataset, rows))
        result.problems += _anchor_problems(dataset, copy, rows)
    else:
        anchors = stamped_anchors(dataset, source["source"])
        result.problems.append(copy_problem(copy, rows, anchors))
    return result


def corrected_rows(dataset: Dataset, rows: list[dict[str, str]]) -> set[str]:
    """Return the starts of rows that a correction covers: damage of the carrier."""
    source = rows[0]["source"] if rows else ""
    corrections = [
        (int(row["start"]), int(row["end"]))
        for row in read_table(raw_folder(dataset) / "corrections.csv")
        if row["source"] == source
    ]
    return {
        row["start"]
        for row in rows
        for start, end in corrections
        if start <= int(row["start"]) and int(row["end"]) <= end
    }


def _audit_text(
    copy: TextCopy, spans: list[Span], result: SourceAudit, corrected: set[str]
) -> None:
    """Compare a text with its ledger and fill in the result."""
    result.audited = True
    mentions = find_mentions(copy.text)
    closings = list(close_mentions(copy.text, mentions, spans))
    result.mentions = len(mentions)
    result.by_figures = sum(bool(c.figures) and c.open_at is None for c in closings)
    result.open = sum(closing.open_at is not None for closing in closings)
    result.by_exclusions = result.mentions - result.by_figures - result.open
    found = [
        *_open_problems(closings, corrected),
        *_damaged_problems(spans, corrected),
        *_span_problems(copy.text, spans),
        *_untouched_problems(closings, spans, corrected),
        *_region_problems(closings, spans),
    ]
    for place, sentence in sorted(found):
        line, column = line_and_column(copy.text, place)
        result.problems.append(f"{copy.file}:{line}:{column}: {sentence}")


def line_and_column(text: str, place: int) -> tuple[int, int]:
    """Return the line and column of a place, both from one."""
    line_start = text.rfind("\n", 0, place) + 1
    return text.count("\n", 0, place) + 1, place - line_start + 1


Found = Iterator[tuple[int, str]]


def _open_problems(closings: list[Closing], corrected: set[str]) -> Found:
    """Find mentions that no row closes, and rows that differ from the scanner."""
    for closing in closings:
        printed = closing.mention.printed
        if closing.open_at is not None:
            yield closing.open_at, f"open: '{printed}' is in no figure or exclusion"
        elif not any(span.row["start"] in corrected for span in closing.figures):
            for difference in differences(closing):
                yield closing.mention.start, difference


def _span_problems(text: str, spans: list[Span]) -> Found:
    """Find rows whose span no longer says what they say."""
    for span in spans:
        if span.is_region:
            continue
        there = " ".join(text[span.start : span.end].split())
        if there != span.row["printed"]:
            name = span.row.get("figure") or "an exclusion"
            printed = span.row["printed"]
            yield span.start, f"{name} prints '{printed}', but here is '{there[:40]}'"


def _damaged_problems(spans: list[Span], corrected: set[str]) -> Found:
    """Find figures under a correction whose note does not name their hedge."""
    for span in spans:
        if span.is_figure and span.row["start"] in corrected:
            for difference in damaged_difference(span.row):
                yield span.start, difference


def _untouched_problems(
    closings: list[Closing], spans: list[Span], corrected: set[str]
) -> Found:
    """Find rows that touch no mention."""
    touched = {
        id(span)
        for closing in closings
        for span in (*closing.figures, *closing.exclusions, *closing.regions)
    }
    for span in spans:
        if id(span) not in touched and span.row["start"] not in corrected:
            name = span.row.get("figure") or "an exclusion"
            yield span.start, f"{name} ('{span.row['printed']}') touches no mention"


def _region_problems(closings: list[Closing], spans: list[Span]) -> Found:
    """Find regions that close another number of mentions than they say."""
    for region in (span for span in spans if span.is_region):
        inside = [c for c in closings if region in c.regions]
        count = sum(not c.figures and not c.exclusions for c in inside)
        if str(count) != region.row["count"]:
            yield (
                region.start,
                f"the region closes {count} mentions, but its row says "
                f"{region.row['count'] or 'none'}",
            )


def _anchor_problems(
    dataset: Dataset, copy: TextCopy, rows: list[dict[str, str]]
) -> Iterator[str]:
    """Find stamped rows that are gone, and rows that were never stamped.

    Inside a region nothing else would point at a row that is gone.
    """
    stamped = stamped_anchors(dataset, copy.source)
    if not stamped:
        return
    there = {row["start"] for row in rows if row["printed"]}
    for start in sorted(stamped.keys() ^ there, key=int):
        line, column = line_and_column(copy.text, int(start))
        sentence = (
            "a row was stamped here and is gone; put it back"
            if start in stamped
            else "a row here has no anchors"
        )
        yield (
            f"{copy.file}:{line}:{column}: {sentence}, or run sovstats audit --stamp"
        )


def exclusion_lines(
    dataset: Dataset, folder: str | os.PathLike[str], reason: str
) -> Iterator[str]:
    """Yield every exclusion of a reason in its line, from the reader's own copies.

    Raises
    ------
    UnknownNameError
        If no exclusion has that reason.
    """
    path = folder_of_texts(folder)
    codes = read_table(raw_folder(dataset) / "codes.csv")
    reasons = [row["code"] for row in codes if row["list"] == "reason"]
    if reason not in reasons:
        hint = nearest(reason, reasons) or f"; there are {', '.join(reasons)}"
        kind = "reason"
        raise UnknownNameError(kind, reason, hint)
    for source in read_table(raw_folder(dataset) / "sources.csv"):
        copy = read_copy(source, path)
        if not copy.same:
            yield copy.problem
            continue
        for row in ledger(dataset, source["source"]):
            if row.get("reason") == reason:
                yield _in_its_line(copy, row)


def _in_its_line(copy: TextCopy, row: Row) -> str:
    """Return an exclusion in brackets, with what stands around it in its line."""
    text, start, end = copy.text, int(row["start"]), int(row["end"])
    line, column = line_and_column(text, start)
    left = text[max(text.rfind("\n", 0, start) + 1, start - 50) : start]
    stop = text.find("\n", end)
    right = text[end : min(stop if stop >= 0 else len(text), end + 50)]
    shown = text[start:end] if row["printed"] else f"region of {row['count']}"
    shown = " ".join(shown.split())
    return f"{copy.file}:{line}:{column}: {left}[{shown}]{right}"


def raw_folder(dataset: Dataset) -> Path:
    """Return the folder of raw tables.

    Raises
    ------
    DatasetError
        If the dataset was handed on without them.
    """
    raw = dataset.folder / RAW
    if not raw.is_dir():
        reason = (
            "it has processed tables only, and an audit compares the texts with the "
            f"raw ones; name a dataset with its folder {RAW}/"
        )
        raise DatasetError(str(dataset.folder), reason)
    return raw


def ledger(dataset: Dataset, source: str) -> list[dict[str, str]]:
    """Return the figures and exclusions of a text, sorted by where they begin."""
    rows: list[dict[str, str]] = []
    for table in ("figures", "exclusions"):
        path = raw_folder(dataset) / table / f"{source}.csv"
        if path.is_file():
            rows += read_table(path)
    return sorted(rows, key=lambda row: int(row["start"]))


def stamped_anchors(dataset: Dataset, source: str) -> dict[str, dict[str, str]]:
    """Return the anchors of a text by the start of their row."""
    path = raw_folder(dataset) / "anchors" / f"{source}.csv"
    return {row["start"]: row for row in read_table(path)} if path.is_file() else {}
