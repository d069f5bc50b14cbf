"""The reader's own copies of the texts: whether each is there, and which edition."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sovstats.errors import DatasetError

SHORT = 12
"""So many digits of a SHA-256 are shown to tell editions apart."""


@dataclass(frozen=True)
class TextCopy:
    """A text as it lies in the reader's folder.

    Attributes
    ----------
    source, file, title
        Which text it is meant to be.
    text
        Its decoded characters; empty where it cannot be read.
    same
        Whether it is, byte for byte, the text that was transcribed.
    problem
        What is wrong with it, in a sentence; empty where nothing is.

    Examples
    --------
    >>> TextCopy("harbour", "harbour.txt", "The Harbour", "", False, "gone").same
    False
    """

    source: str
    file: str
    title: str
    text: str
    same: bool
    problem: str


def read_copy(row: Mapping[str, str], folder: Path) -> TextCopy:
    """Return the reader's copy of a source.

    Parameters
    ----------
    row
        The row of the table ``sources``.
    folder
        Where the reader keeps the texts.

    Returns
    -------
    TextCopy
        With `problem` where it is missing, unreadable or another edition.

    Examples
    --------
    >>> row = {"source": "a", "file": "a.txt", "title": "A", "sha256": "0" * 64}
    >>> read_copy(row, Path("nowhere")).problem
    "a.txt: 'A' (SHA-256 000000000000...) is not in nowhere; put your copy there"
    """
    text, same, problem = _read(row, folder / row["file"])
    shown = f"{row['file']}: {problem}" if problem else ""
    return TextCopy(row["source"], row["file"], row["title"], text, same, shown)


def _read(row: Mapping[str, str], path: Path) -> tuple[str, bool, str]:
    """Return the text of a file, whether it is the same, and what is wrong."""
    name = f"'{row['title']}' (SHA-256 {row['sha256'][:SHORT]}...)"
    if not path.is_file():
        return "", False, f"{name} is not in {path.parent}; put your copy there"
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() == row["sha256"]:
        return data.decode("utf-8"), True, ""
    # From here on it is no transcribed text; the most telling fault is said.
    if not data.strip():
        return "", False, f"the file is empty; {name} was expected"
    if b"\0" in data:
        return "", False, f"the file is not text (it has NUL bytes); expected {name}"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = f"byte {error.start + 1} is not UTF-8"
        return "", False, f"{place}; save {name} as UTF-8, it may be Latin-1 now"
    return text, False, _other_edition(row, data)


def _other_edition(row: Mapping[str, str], data: bytes) -> str:
    """Say how a readable copy differs."""
    plain = data.replace(b"\r\n", b"\n").removeprefix(b"\xef\xbb\xbf")
    if hashlib.sha256(plain).hexdigest() == row["sha256"]:
        return "the same text with other line ends or a mark in front: offsets differ"
    return f"another edition than that of '{row['title']}' which was transcribed"


def folder_of_texts(folder: str | os.PathLike[str]) -> Path:
    """Return the folder of the reader's copies.

    Parameters
    ----------
    folder
        Its name, as the reader gave it.

    Returns
    -------
    Path
        The folder, which is there.

    Raises
    ------
    DatasetError
        If there is none of that name, or it is a file.

    Examples
    --------
    >>> folder_of_texts(".")
    PosixPath('.')
    """
    path = Path(folder)
    if path.is_dir():
        return path
    reason = "there is no such folder; name the one with your copies of the texts"
    if path.exists():
        reason = f"it is a file; name the folder it is in: '{path.parent}'"
    raise DatasetError(str(folder), reason)
