"""Copies that are not the transcribed text: the rows that they lost or changed.

In another edition the anchors find most rows all the same. Those that they do not find,
and those that stand there with another print, are what it changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sovstats.storage import Cells
from sovstats.texts import AnchorFinder, Squeezed, TextCopy

FEW = 10
"""So many rows of each kind are named one by one."""


def copy_problem(copy: TextCopy, rows: list[Cells], anchors: dict[str, Cells]) -> str:
    """Return what is wrong with a copy, and which rows it has lost or changed.

    Parameters
    ----------
    copy
        The copy; it is not the same as the text.
    rows
        The figures and exclusions of the text.
    anchors
        The anchors by the start of their row.

    Returns
    -------
    str
        A sentence; behind it, where some rows are found, a line a row that is not or
        that prints something else, up to ten of each kind.
    """
    if not copy.text:
        return copy.problem
    spans = [row for row in rows if row["printed"]]
    found = AnchorFinder(copy.text).find_all(spans, anchors)
    counted = f"the anchors find {len(found):,} of {len(spans):,} rows in it"
    # Where none is found it is no copy of this text, and a list would not help.
    lost = [_named(row) for row in spans if found and row["start"] not in found]
    changed = list(_changed(copy, spans, found))
    lines = [*_few("not found", lost), *_few("changed", changed)]
    return "\n".join([f"{copy.problem}; {counted}", *lines])


def _changed(
    copy: TextCopy, rows: list[Cells], found: Mapping[str, tuple[int, int]]
) -> Iterator[str]:
    """Yield the rows in whose place the copy prints something else."""
    for row in rows:
        start, end = found.get(row["start"], (0, 0))
        there = copy.text[start:end]
        if there and Squeezed.of(there).text != Squeezed.of(row["printed"]).text:
            line = copy.text.count("\n", 0, start) + 1
            here = " ".join(there.split())
            yield f"{_named(row)}; line {line} of the copy has '{here}'"


def _few(what: str, rows: list[str]) -> list[str]:
    """Return a line for each of the first rows, and one that counts the others."""
    lines = [f"  {what}: {row}" for row in rows[:FEW]]
    rest = len(rows) - FEW
    return [*lines, f"  {what}: {rest:,} more"] if rest > 0 else lines


def _named(row: Cells) -> str:
    """Return a row as a reader looks it up: name, print, place in the text."""
    name = row.get("figure") or f"an exclusion ({row['reason']})"
    place = row.get("locator") or f"characters {row['start']}-{row['end']}"
    return f"{name} '{row['printed']}', {place}"
