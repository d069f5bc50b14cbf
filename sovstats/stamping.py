"""Stamping: writing the anchors of every row from the reader's own copies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sovstats.anchors import Squeezed, make_anchors
from sovstats.auditing import ledger
from sovstats.errors import DatasetError
from sovstats.layout import LAYOUTS, RAW, read_table, write_table
from sovstats.text_copies import read_copy

if TYPE_CHECKING:
    import os

    from sovstats.dataset import Dataset


def stamp_anchors(dataset: Dataset, folder: str | os.PathLike[str]) -> list[Path]:
    """Write ``raw/anchors`` anew from the texts; return the files that were written.

    Raises
    ------
    DatasetError
        If a text is missing or another edition; nothing is written then.
    """
    sources = read_table(dataset.folder / RAW / "sources.csv")
    copies = [read_copy(row, Path(folder)) for row in sources]
    wrong = [copy.problem for copy in copies if not copy.same]
    if wrong:
        reason = f"anchors can be stamped from the transcribed texts only: {wrong[0]}"
        raise DatasetError(str(folder), reason)
    target = dataset.folder / RAW / "anchors"
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
