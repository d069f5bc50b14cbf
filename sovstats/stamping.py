"""Stamping: the anchors of every row, and what they find in another copy of a text.

They are written from the reader's own copies of the transcribed texts. In a copy that
is another edition they find most rows all the same; those that they do not find, and
those that stand there with another print, are what it changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sovstats.anchors import AnchorFinder, Squeezed, make_anchors
from sovstats.errors import DatasetError
from sovstats.layout import LAYOUTS, RAW, read_table, write_table
from sovstats.text_copies import read_copy

if TYPE_CHECKING:
    import os

    from sovstats.dataset import Dataset
    from sovstats.text_copies import TextCopy

Row = Mapping[str, str]
FEW = 10
"""So many rows of each kind are named one by one."""


def stamp_anchors(dataset: Dataset, folder: str | os.PathLike[str]) -> list[Path]:
    """Write ``raw/anchors`` anew from the texts; return the files that were written.

    Raises
    ------
    DatasetError
        If there are no raw tables, or a text is missing or another edition; nothing is
        written then.
    """
    texts = folder_of_texts(folder)
    raw = raw_folder(dataset)
    copies = [read_copy(row, texts) for row in read_table(raw / "sources.csv")]
    wrong = [copy.problem for copy in copies if not copy.same]
    if wrong:
        reason = f"anchors can be stamped from the transcribed texts only: {wrong[0]}"
        raise DatasetError(str(folder), reason)
    target = raw / "anchors"
    target.mkdir(exist_ok=True)
    written = []
    for copy in copies:
        squeezed = Squeezed.of(copy.text)
        rows = [
            {"source": copy.source, "start": row["start"]}
            | make_anchors(squeezed, int(row["start"]), int(row["end"]))
            for row in ledger(dataset, copy.source)
            if row["printed"]
        ]
        path = target / f"{copy.source}.csv"
        write_table(path, LAYOUTS["anchors"].columns, rows)
        written.append(path)
    return written


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


def folder_of_texts(folder: str | os.PathLike[str]) -> Path:
    """Return the folder of the reader's copies.

    Raises
    ------
    DatasetError
        If there is none of that name.
    """
    path = Path(folder)
    if path.is_dir():
        return path
    if path.exists():
        reason = f"it is a file; name the folder it is in: '{path.parent}'"
    else:
        reason = "there is no such folder; name the one with your copies of the texts"
    raise DatasetError(str(folder), reason)


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


def copy_problem(
    copy: TextCopy, rows: list[dict[str, str]], anchors: dict[str, dict[str, str]]
) -> str:
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
    copy: TextCopy, rows: list[dict[str, str]], found: Mapping[str, tuple[int, int]]
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


def _named(row: Row) -> str:
    """Return a row as a reader looks it up: name, print, place in the text."""
    name = row.get("figure") or f"an exclusion ({row['reason']})"
    place = row.get("locator") or f"characters {row['start']}-{row['end']}"
    return f"{name} '{row['printed']}', {place}"
