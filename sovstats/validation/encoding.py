"""The first pass: whether the bytes of a raw file are UTF-8 text with LF, and no more.

What can be mended in memory is mended after it has been reported, so that the passes
behind this one still see the file and everything comes out in one run.
"""

from __future__ import annotations

from collections.abc import Callable

from sovstats.errors import Problem

COLUMN = "bytes"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
OTHER_MARKS = (b"\xff\xfe", b"\xfe\xff")
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
    if not data.removeprefix(BYTE_ORDER_MARK).strip():
        message = "the file is empty; expected at least a header line"
        return None, [Problem(shown, 1, COLUMN, message)]
    if data.startswith(OTHER_MARKS):
        message = f"the file is in UTF-16; {SAVE_AS}"
        return None, [Problem(shown, 1, COLUMN, message)]
    problems: list[Problem] = []

    def report(offset: int, message: str) -> None:
        problems.append(Problem(shown, line_of(data, offset), COLUMN, message))

    if data.startswith(BYTE_ORDER_MARK):
        report(0, f"the file begins with a byte-order mark; {SAVE_AS}")
    _report_bad_byte(data, report)
    if (nul := data.find(b"\0")) >= 0:
        report(nul, f"there is a NUL byte{_others(data.count(bytes(1)))}; remove it")
    if (carriage := data.find(b"\r")) >= 0:
        kind = "CR LF" if data[carriage + 1 : carriage + 2] == b"\n" else "CR"
        others = _others(data.count(b"\r"))
        expected = "expected LF alone; save it with Unix line ends"
        report(carriage, f"the line ends with {kind}{others}; {expected}")
    if not data.endswith((b"\n", b"\r")):
        report(len(data), "the last line has no end; add a line feed behind it")
    return _mended(data), problems


def line_of(data: bytes, offset: int) -> int:
    """Return the physical line, from 1, on which a byte stands."""
    before = data[:offset]
    return 1 + before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n")


def _report_bad_byte(data: bytes, report: Callable[[int, str], None]) -> None:
    """Report the first byte that is not UTF-8, and its place in the line."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        start = max(data.rfind(end, 0, error.start) for end in (b"\n", b"\r")) + 1
        report(
            error.start,
            f"byte {error.start - start + 1} of the line, 0x{data[error.start]:02x}, "
            "is not UTF-8; save the file as UTF-8, or write the character again",
        )


def _others(count: int) -> str:
    """Say how many more there are than the one that is shown."""
    return f" (and {count - 1} more)" if count > 1 else ""


def _mended(data: bytes) -> str:
    """Return the text as it was most likely meant, for the passes behind."""
    text = data.removeprefix(BYTE_ORDER_MARK).decode("utf-8", errors="replace")
    return text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
