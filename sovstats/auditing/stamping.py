"""Stamping: writing the anchors of every row from the reader's own copies."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sovstats.auditing.audit import ledger, raw_folder
from sovstats.errors import DatasetError
from sovstats.storage.files import read_table, write_table
from sovstats.storage.layout import LAYOUTS
from sovstats.texts.anchors import Squeezed, make_anchors
from sovstats.texts.copies import folder_of_texts, read_copy

if TYPE_CHECKING:
    from sovstats.dataset.dataset import Dataset


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
