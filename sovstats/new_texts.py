"""A reader's new text: whether it can be drafted, and what its source is called."""

from __future__ import annotations

import re
from pathlib import Path

from sovstats.cells import LONGEST_NAME, identifier
from sovstats.encoding import BYTE_ORDER_MARK, OTHER_MARKS
from sovstats.errors import DatasetError


def read_new_text(path: Path) -> tuple[bytes, str]:
    """Return the bytes and the characters of a text that is to be drafted.

    Raises
    ------
    DatasetError
        If it is not there, empty, or anything but UTF-8 text with LF: offsets count
        characters, and another encoding or another line end would shift them.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = f"cannot read it ({error.strerror}); name a text file"
        raise DatasetError(str(path), reason) from error
    complaint = _complaint(data)
    if complaint:
        raise DatasetError(str(path), complaint)
    return data, data.decode("utf-8")


def _complaint(data: bytes) -> str:
    """Say what is wrong with the bytes of a text, the most telling first."""
    if not data.removeprefix(BYTE_ORDER_MARK).strip():
        return "the file is empty; expected a text"
    if data.startswith(OTHER_MARKS):
        return "the file is in UTF-16; save it as UTF-8 without a byte-order mark"
    if b"\0" in data:
        return "the file is not text (it has NUL bytes); expected UTF-8 text"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = f"byte {error.start + 1} is not UTF-8"
        return f"{place}; save it as UTF-8, it may be Latin-1 now, or no text at all"
    if data.startswith(BYTE_ORDER_MARK):
        return "it begins with a byte-order mark; save it as UTF-8 without one"
    if b"\r" in data:
        kind = "CR LF" if b"\r\n" in data else "CR"
        return f"its lines end with {kind}; save it with Unix line ends, LF alone"
    return ""


def source_name(path: Path, given: str | None) -> str:
    """Return the name of a new source: what was given, or made of its file's name.

    Examples
    --------
    >>> source_name(Path("The Harbour, 2nd ed.txt"), None)
    'the_harbour_2nd_ed'

    Raises
    ------
    DatasetError
        If the name that was given is none.
    """
    if given is not None:
        if complaint := identifier(given):
            option = "--source"
            raise DatasetError(option, complaint)
        return given
    name = re.sub(r"[^a-z0-9]+", "_", path.stem.lower()).strip("_")
    name = name if name[:1].isalpha() else f"text_{name}".rstrip("_")
    return name[:LONGEST_NAME].rstrip("_")
