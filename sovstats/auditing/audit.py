"""The audit: proof that no number in the texts was passed over.

Every mention that the scanner finds must be closed by a figure or by a reasoned
exclusion, and every row must say what the text says.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field

from sovstats.auditing.closing import (
    Closing,
    PlacedRow,
    close_mentions,
    differences,
    hedge_difference,
    placed_rows,
)
from sovstats.auditing.edited_copies import copy_problem
from sovstats.errors import UnknownNameError
from sovstats.scanner import find_mentions
from sovstats.storage import Cells, Tables
from sovstats.texts import TextCopy, folder_of_texts, read_copy

Places = Iterator[tuple[int, str]]
"""Problems: where in the text, and a sentence."""


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

    Examples
    --------
    >>> SourceAudit("harbour").summary
    'harbour: not audited'
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
    """The audit of all texts of a dataset; its text is what the command prints.

    Attributes
    ----------
    sources
        What was found in each text.

    Examples
    --------
    >>> print(Audit([SourceAudit("harbour", 3, 2, 1, 2, 1, audited=True)]))
    harbour: 3 mentions: 2 by 2 figures, 1 by 1 exclusions, 0 open
    """

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


def audit_texts(tables: Tables, folder: str | os.PathLike[str]) -> Audit:
    """Audit all texts of a dataset.

    Parameters
    ----------
    tables
        The tables of the dataset; the raw ones are compared with the texts.
    folder
        Where the reader's own copies of the texts are.

    Returns
    -------
    Audit
        A summary a text, and every open mention and wrong row.

    Raises
    ------
    DatasetError
        If there is no such folder, or the dataset has no raw tables.

    Examples
    --------
    >>> from sovstats.storage import Tables, default_folder
    >>> audit = audit_texts(Tables(default_folder()), default_folder())
    >>> audit.sources[0].summary, audit.closed
    ('alarm_full: not audited', False)
    """
    path = folder_of_texts(folder)
    sources = tables.raw_rows("sources")
    return Audit([_audit_source(read_copy(row, path), tables) for row in sources])


def _audit_source(copy: TextCopy, tables: Tables) -> SourceAudit:
    """Audit one text."""
    rows = placed_rows(tables, copy.source)
    anchors = {row["start"]: row for row in tables.raw_rows("anchors", copy.source)}
    result = SourceAudit(copy.source)
    result.figures = sum(row.is_figure for row in rows)
    result.exclusions = len(rows) - result.figures
    if copy.same:
        _audit_text(copy, rows, anchors, result)
    else:
        result.problems.append(copy_problem(copy, [row.cells for row in rows], anchors))
    return result


def _audit_text(
    copy: TextCopy,
    rows: list[PlacedRow],
    anchors: dict[str, Cells],
    result: SourceAudit,
) -> None:
    """Compare a text with its rows and fill in the result."""
    result.audited = True
    mentions = find_mentions(copy.text)
    closings = list(close_mentions(copy.text, mentions, rows))
    result.mentions = len(mentions)
    result.by_figures = sum(bool(c.figures) and c.open_at is None for c in closings)
    result.open = sum(closing.open_at is not None for closing in closings)
    result.by_exclusions = result.mentions - result.by_figures - result.open
    found = [
        *_open_problems(closings),
        *_row_problems(copy.text, rows),
        *_untouched_problems(closings, rows),
        *_region_problems(closings, rows),
    ]
    # Anchors come last: what they find is no contradiction of the text.
    for place, sentence in [*sorted(found), *_anchor_problems(rows, anchors)]:
        result.problems.append(f"{_where(copy, place)}: {sentence}")


def _where(copy: TextCopy, place: int) -> str:
    """Return a place as ``file:line:column``, line and column from one."""
    line_start = copy.text.rfind("\n", 0, place) + 1
    line = copy.text.count("\n", 0, place) + 1
    return f"{copy.file}:{line}:{place - line_start + 1}"


def _open_problems(closings: list[Closing]) -> Places:
    """Find mentions that no row closes, and rows that differ from the scanner."""
    for closing in closings:
        if closing.open_at is not None:
            printed = closing.mention.printed
            yield closing.open_at, f"open: '{printed}' is in no figure or exclusion"
        elif not any(row.corrected for row in closing.figures):
            for difference in differences(closing):
                yield closing.mention.start, difference


def _row_problems(text: str, rows: list[PlacedRow]) -> Places:
    """Find rows whose span no longer says what they say, and unnamed hedges.

    The scanner reads damaged print as it is; only the note can say what was read.
    """
    for row in rows:
        if row.is_figure and row.corrected:
            damaged = "unknown where the print is damaged"
            for difference in hedge_difference(row.cells, damaged):
                yield row.start, difference
        there = " ".join(text[row.start : row.end].split())
        if not row.is_region and there != row.printed:
            sentence = f"{row.name} prints '{row.printed}', but here is '{there[:40]}'"
            yield row.start, sentence


def _untouched_problems(closings: list[Closing], rows: list[PlacedRow]) -> Places:
    """Find rows that touch no mention."""
    touched = {id(row) for closing in closings for row in closing.rows}
    for row in rows:
        if id(row) not in touched and not row.corrected:
            yield row.start, f"{row.name} ('{row.printed}') touches no mention"


def _region_problems(closings: list[Closing], rows: list[PlacedRow]) -> Places:
    """Find regions that close another number of mentions than they say."""
    for region in (row for row in rows if row.is_region):
        inside = [c for c in closings if region in c.regions]
        count = sum(not c.figures and not c.exclusions for c in inside)
        said = region.cells["count"] or "none"
        if str(count) != said:
            sentence = f"the region closes {count} mentions, but its row says {said}"
            yield region.start, sentence


def _anchor_problems(rows: list[PlacedRow], anchors: dict[str, Cells]) -> Places:
    """Find stamped rows that are gone, and rows that were never stamped.

    Inside a region nothing else would point at a row that is gone.
    """
    there = {row.cells["start"] for row in rows if not row.is_region}
    for start in sorted(anchors.keys() ^ there if anchors else (), key=int):
        sentence = "a row here has no anchors"
        if start in anchors:
            sentence = "a row was stamped here and is gone; put it back"
        yield int(start), f"{sentence}, or run sovstats audit --stamp"


def exclusion_lines(
    tables: Tables, folder: str | os.PathLike[str], reason: str
) -> Iterator[str]:
    """Yield every exclusion of a reason in its line, from the reader's own copies.

    Parameters
    ----------
    tables
        The tables of the dataset.
    folder
        Where the reader's own copies of the texts are.
    reason
        A code of the list ``reason``.

    Yields
    ------
    str
        ``file:line:column`` and up to fifty characters on both sides of the exclusion,
        which stands in brackets; of a copy that is not the text, what is wrong with it.

    Raises
    ------
    UnknownNameError
        If there is no such reason.

    Examples
    --------
    >>> from sovstats.storage import Tables, default_folder
    >>> lines = exclusion_lines(Tables(default_folder()), default_folder(), "roman")
    >>> next(lines).split(":")[0]
    'alarm-full.txt'
    """
    path = folder_of_texts(folder)
    codes = tables.raw_rows("codes")
    known = [row["code"] for row in codes if row["list"] == "reason"]
    if reason not in known:
        raise UnknownNameError.of(kind="reason", name=reason, known=known, listed=True)
    for source in tables.raw_rows("sources"):
        copy = read_copy(source, path)
        if not copy.same:
            yield copy.problem
            continue
        for row in placed_rows(tables, copy.source):
            if row.cells.get("reason") == reason:
                yield _in_its_line(copy, row)


def _in_its_line(copy: TextCopy, row: PlacedRow) -> str:
    """Return an exclusion in brackets, with what stands around it in its line."""
    text, start, end = copy.text, row.start, row.end
    left = text[max(text.rfind("\n", 0, start) + 1, start - 50) : start]
    stop = text.find("\n", end)
    right = text[end : min(stop if stop >= 0 else len(text), end + 50)]
    region = f"region of {row.cells['count']}"
    shown = region if row.is_region else " ".join(text[start:end].split())
    return f"{_where(copy, start)}: {left}[{shown}]{right}"
