"""Stamping: writing the anchors of every row from the reader's own copies."""

from __future__ import annotations

import os
from pathlib import Path

from sovstats.auditing.closing import placed_rows
from sovstats.errors import DatasetError
from sovstats.storage import LAYOUTS, Tables, exchange, write_table
from sovstats.texts import Squeezed, folder_of_texts, make_anchors, read_copy


def stamp_anchors(tables: Tables, folder: str | os.PathLike[str]) -> list[Path]:
    """Write ``raw/anchors`` anew from the texts, all files together.

    Parameters
    ----------
    tables
        The tables of the dataset.
    folder
        Where the reader's own copies of the texts are.

    Returns
    -------
    list of Path
        The files that were written, one a source.

    Raises
    ------
    DatasetError
        If there are no raw tables, or a text is missing or another edition; nothing is
        written then.

    Examples
    --------
    >>> from sovstats.storage import Tables, default_folder
    >>> try:
    ...     stamp_anchors(Tables(default_folder()), default_folder())
    ... except DatasetError as error:
    ...     print(error.reason.partition(":")[0])
    anchors can be stamped from the transcribed texts only
    """
    texts = folder_of_texts(folder)
    copies = [read_copy(row, texts) for row in tables.raw_rows("sources")]
    wrong = [copy.problem for copy in copies if not copy.same]
    if wrong:
        reason = f"anchors can be stamped from the transcribed texts only: {wrong[0]}"
        raise DatasetError(str(folder), reason)
    raw = tables.raw.resolve()
    with exchange(raw.parent) as new:
        for copy in copies:
            squeezed = Squeezed.of(copy.text)
            rows = [
                {"source": copy.source, "start": row.cells["start"]}
                | make_anchors(squeezed, row.start, row.end)
                for row in placed_rows(tables, copy.source)
                if not row.is_region
            ]
            path = new(f"{raw.name}/anchors/{copy.source}.csv")
            write_table(path, LAYOUTS["anchors"].columns, rows)
    return [tables.raw / "anchors" / f"{copy.source}.csv" for copy in copies]
