"""Passages around figures, from the reader's own copies of the texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from sovstats.layout import read_table

if TYPE_CHECKING:
    from pathlib import Path

AROUND = 400


def passage(row: Mapping[str, str], texts: Path, processed: Path) -> str:
    """Return the sentence around a figure, or nothing where the text is not at hand.

    Parameters
    ----------
    row
        The figure.
    texts
        A folder with the texts.
    processed
        The processed tables, which name each text's file.
    """
    sources = {r["source"]: r for r in read_table(processed / "sources.csv")}
    text = _read(texts / sources[row["source"]]["file"])
    start, end = int(row["start"]), int(row["end"])
    if " ".join(text[start:end].split()) != row["printed"]:
        return ""
    before = re.split(
        r"(?<=[.!?])\s+(?=[A-Z\"'])", text[max(0, start - AROUND) : start]
    )
    after = re.split(r"(?<=[.!?])\s+(?=[A-Z\"'])", text[end : end + AROUND])
    return " ".join(f"{before[-1]}{text[start:end]}{after[0]}".split())


@lru_cache(maxsize=8)
def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
