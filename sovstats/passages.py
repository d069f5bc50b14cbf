"""Passages around figures, from the reader's own copies of the texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from sovstats.layout import read_table

if TYPE_CHECKING:
    from pathlib import Path

AROUND = 400
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'])")


@dataclass(frozen=True)
class Passage:
    """The sentence around a figure: what stands before it, the figure, what follows.

    White space is as in running text: one space wherever the copy has any.
    """

    before: str
    printed: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.printed}{self.after}"


def passage_of(row: Mapping[str, str], text: str) -> Passage | None:
    """Return the sentence around a figure.

    Parameters
    ----------
    row
        The figure.
    text
        The text it stands in.

    Returns
    -------
    Passage or None
        None where the text does not print the figure at its place.
    """
    start, end = int(row["start"]), int(row["end"])
    if _spaced(text[start:end]) != row["printed"]:
        return None
    before = _SENTENCE_END.split(text[max(0, start - AROUND) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + AROUND])[0]
    return Passage(
        _spaced(before).lstrip(), _spaced(text[start:end]), _spaced(after).rstrip()
    )


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
    return str(passage_of(row, text) or "")


def _spaced(text: str) -> str:
    """Return a text with every run of white space made one space."""
    return re.sub(r"\s+", " ", text)


@lru_cache(maxsize=8)
def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
