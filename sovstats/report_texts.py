"""Passages for the report, from the reader's own copies of the texts.

A passage is shown only from a copy that is the transcribed text itself, so that nobody
reads a sentence that another edition has in its place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sovstats.errors import DatasetError
from sovstats.layout import read_table
from sovstats.passages import Passage, passage_of
from sovstats.text_copies import TextCopy, read_copy

if TYPE_CHECKING:
    from sovstats.dataset import Dataset


@dataclass(frozen=True)
class Texts:
    """The texts that passages can be shown from, and what is wrong with the others.

    Attributes
    ----------
    wanted
        Whether the reader named a folder at all.
    texts
        The text of each source whose copy is the transcribed one.
    problems
        For every other source, why it is not quoted, in a sentence.
    """

    wanted: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)

    def passage(self, row: Mapping[str, str]) -> Passage | None:
        """Return the sentence around a figure, or None where its text is not there."""
        text = self.texts.get(row["source"])
        return None if text is None else passage_of(row, text)


def read_texts(dataset: Dataset) -> Texts:
    """Return the texts in the folder that a dataset was opened with.

    Raises
    ------
    DatasetError
        If a folder was named and is not there.
    """
    folder = dataset.texts
    if folder is None:
        return Texts()
    if not folder.is_dir():
        reason = "there is no such folder of texts; name the one with your own copies"
        raise DatasetError(str(folder), reason)
    texts, problems = {}, {}
    for row in read_table(dataset.processed / "sources.csv"):
        copy = read_copy(row, folder)
        text = _transcribed(copy, row)
        if text is None:
            # A page is read elsewhere than it was made: the folder stays out of it.
            shown = copy.problem.replace(str(folder), "your folder")
            problems[row["source"]] = shown
        else:
            texts[row["source"]] = text
    return Texts(True, texts, problems)


def _transcribed(copy: TextCopy, row: Mapping[str, str]) -> str | None:
    """Return the transcribed text, also if a copy has only its line ends changed."""
    if copy.same:
        return copy.text
    plain = copy.text.replace("\r\n", "\n")
    same = hashlib.sha256(plain.encode("utf-8")).hexdigest() == row["sha256"]
    return plain if same else None
