"""The first pass: whether the bytes of a raw file are UTF-8 text with LF, and no more.

What can be mended in memory is mended after it has been reported, so that the later
passes still see the file and everything comes out in one run.
"""

from __future__ import annotations

from sovstats.errors import Problem

COLUMN = "bytes"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
OTHER_MARKS = (b"\xff\xfe", b"\xfe\xff")
EMPTY, UTF_16, MARK, BAD_BYTE, NUL, CARRIAGE, NO_END = range(7)
"""The faults that the bytes of a text may have."""
SAVE_AS = "save it as UTF-8 without a byte-order mark"


def decode(data: bytes, shown: str) -> tuple[str | None, list[Problem]]:
    r"""Return the text of a raw file and what is wrong with its bytes.

    Parameters
    ----------
    data
        The whole file.
    shown
        Its name in messages.

    Returns
    -------
    text : str or None
        The text with bad bytes replaced and lines ended by LF. None where nothing can
        be read: the file is empty or in UTF-16.
    problems : list of Problem
        At most one of each kind, at its first line, with the number of others.

    Examples
    --------
    >>> text, problems = decode(b"place,title\r\n", "places.csv")
    >>> text, str(problems[0]).split(";")[0]
    ('place,title\n', 'places.csv:1:bytes: the line ends with CR LF')
    """
    faults = find_faults(data)
    reports = [(at, _sentence(fault, data, at)) for fault, at in faults.items()]
    problems = [Problem(shown, line_of(data, at), COLUMN, says) for at, says in reports]
    if EMPTY in faults or UTF_16 in faults:
        return None, problems
    text = data.removeprefix(BYTE_ORDER_MARK).decode("utf-8", errors="replace")
    return text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n"), problems


def find_faults(data: bytes) -> dict[int, int]:
    """Return the faults that the bytes of a text have, and where each begins first."""
    if not data.removeprefix(BYTE_ORDER_MARK).strip():
        return {EMPTY: 0}
    # Any other fault of a file in UTF-16 would only follow from its encoding.
    if data.startswith(OTHER_MARKS):
        return {UTF_16: 0}
    faults = {MARK: 0} if data.startswith(BYTE_ORDER_MARK) else {}
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        faults[BAD_BYTE] = error.start
    if b"\0" in data:
        faults[NUL] = data.index(b"\0")
    if b"\r" in data:
        faults[CARRIAGE] = data.index(b"\r")
    if not data.endswith((b"\n", b"\r")):
        faults[NO_END] = len(data)
    return faults


def _sentence(fault: int, data: bytes, at: int) -> str:
    """Say what is wrong, and how many others there are of a fault of single bytes."""
    before, byte = data[:at], data[at : at + 1]
    start = max(before.rfind(b"\n"), before.rfind(b"\r")) + 1
    kind = "CR LF" if data[at + 1 : at + 2] == b"\n" else "CR"
    count = data.count(byte)
    others = f" (and {count - 1} more)" if count > 1 else ""
    return {
        EMPTY: "the file is empty; expected at least a header line",
        UTF_16: f"the file is in UTF-16; {SAVE_AS}",
        MARK: f"the file begins with a byte-order mark; {SAVE_AS}",
        BAD_BYTE: f"byte {at - start + 1} of the line, 0x{byte.hex()}, is not UTF-8; "
        "save the file as UTF-8, or write the character again",
        NUL: f"there is a NUL byte{others}; remove it",
        CARRIAGE: f"the line ends with {kind}{others}; expected LF alone; save it with "
        "Unix line ends",
        NO_END: "the last line has no end; add a line feed behind it",
    }[fault]


def line_of(data: bytes, offset: int) -> int:
    """Return the physical line, from 1, on which a byte stands."""
    before = data[:offset]
    return 1 + before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n")
