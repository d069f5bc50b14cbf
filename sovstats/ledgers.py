"""What an audit starts from: the raw rows of a text, their anchors, and the copies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sovstats.errors import DatasetError
from sovstats.layout import RAW, read_table

if TYPE_CHECKING:
    import os

    from sovstats.dataset import Dataset


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
