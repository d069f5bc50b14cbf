"""The faults of bytes, and what is read in spite of them."""

from __future__ import annotations

import pytest

from sovstats.validation import encoding
from sovstats.validation.encoding import decode, find_faults


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        (b"a,b\n1,2\n", {}),
        (b"", {encoding.EMPTY: 0}),
        (b"\xef\xbb\xbf \n", {encoding.EMPTY: 0}),
        (b"\xff\xfea\0", {encoding.UTF_16: 0}),
        (b"\xef\xbb\xbfa\n", {encoding.MARK: 0}),
        (b"ab\xffc\xff\n", {encoding.BAD_BYTE: 2}),
        (b"a\0b\0\n", {encoding.NUL: 1}),
        (b"ab\r\nc\n", {encoding.CARRIAGE: 2}),
        (b"a\nb", {encoding.NO_END: 3}),
        (b"\0a\xff\r\nb", {encoding.BAD_BYTE: 2, encoding.NUL: 0,
                             encoding.CARRIAGE: 3, encoding.NO_END: 6}),
    ],
)  # fmt: skip
def test_each_fault_is_found_where_it_begins(
    data: bytes, faults: dict[int, int]
) -> None:
    assert find_faults(data) == faults


def test_faults_are_reported_with_their_line_and_the_number_of_others() -> None:
    text, problems = decode(b"a,b\nc\xff,d\0\0\n", "raw/places.csv")
    assert text == "a,b\nc\ufffd,d\n"
    assert [str(problem) for problem in problems] == [
        "raw/places.csv:2:bytes: byte 2 of the line, 0xff, is not UTF-8; save the "
        "file as UTF-8, or write the character again",
        "raw/places.csv:2:bytes: there is a NUL byte (and 1 more); remove it",
    ]
