"""Passages around figures, from the reader's own copies of the texts.

A report shows a passage only from a copy that is the transcribed text itself, so that
nobody reads a sentence that another edition has in its place.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from sovstats.errors import DatasetError
from sovstats.storage import Tables
from sovstats.texts.copies import TextCopy, read_copy

AROUND = 400
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'])")


@dataclass(frozen=True)
class Passage:
    """The sentence around a figure: what stands before it, the figure, what follows.

    White space is as in running text: one space wherever the copy has any.

    Attributes
    ----------
    before, printed, after
        The three parts.

    Examples
    --------
    >>> str(Passage("It had ", "12", " cranes."))
    'It had 12 cranes.'
    """

    before: str
    printed: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.printed}{self.after}"


def passage_of(row: Mapping[str, str], text: str) -> Passage | None:
    """Return the sentence around a figure; None where the text prints another there.

    >>> row = {"start": "12", "end": "14", "printed": "40"}
    >>> passage_of(row, "New. It had 40 cranes. Old.")
    Passage(before='It had ', printed='40', after=' cranes.')
    """
    start, end = int(row["start"]), int(row["end"])
    if _spaced(text[start:end]) != row["printed"]:
        return None
    # Four hundred characters hold nearly every sentence, and keep a text without full
    # stops from being quoted whole.
    before = _spaced(_SENTENCE_END.split(text[max(0, start - AROUND) : start])[-1])
    after = _spaced(_SENTENCE_END.split(text[end : end + AROUND])[0])
    return Passage(before.lstrip(), row["printed"], after.rstrip())


def passage(row: Mapping[str, str], texts: Path, tables: Tables) -> str:
    """Return the sentence around a figure, or nothing where the text is not at hand.

    Parameters
    ----------
    row
        The figure.
    texts
        A folder with the texts.
    tables
        The tables, which name each text's file.

    Returns
    -------
    str
        The sentence; empty without the text, or where it prints something else there.

    Examples
    --------
    >>> from sovstats.storage import Tables, default_folder
    >>> tables = Tables(default_folder())
    >>> passage(tables.figure_row("horses_1929"), Path("nowhere"), tables)
    ''
    """
    text = _read(texts / tables.by_key("sources")[row["source"]]["file"])
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

    Examples
    --------
    >>> row = {"source": "a", "start": "0", "end": "2", "printed": "12"}
    >>> str(Texts(True, {"a": "12 cranes."}).passage(row))
    '12 cranes.'
    """

    wanted: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)

    def passage(self, row: Mapping[str, str]) -> Passage | None:
        """Return the sentence around a figure, or None where its text is not there."""
        text = self.texts.get(row["source"])
        return None if text is None else passage_of(row, text)


def read_texts(folder: Path | None, tables: Tables) -> Texts:
    """Return the texts of a dataset in a reader's folder.

    Parameters
    ----------
    folder
        Where the reader keeps the texts. None, where he named no folder, gives none.
    tables
        The tables of the dataset.

    Returns
    -------
    Texts
        The texts that may be quoted, and for the others the reason why not.

    Raises
    ------
    DatasetError
        If a folder was named and is not there.

    Examples
    --------
    >>> from sovstats.storage import default_folder
    >>> read_texts(None, Tables(default_folder())).wanted
    False
    """
    if folder is None:
        return Texts()
    if not folder.is_dir():
        reason = "there is no such folder of texts; name the one with your own copies"
        raise DatasetError(str(folder), reason)
    texts, problems = {}, {}
    for row in tables.rows("sources"):
        copy = read_copy(row, folder)
        text = _transcribed(copy, row)
        if text is None:
            # A page is read elsewhere than it was made: the folder stays out of it.
            problems[row["source"]] = copy.problem.replace(str(folder), "your folder")
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
