"""Copies that are not the text: what they lost or changed is named."""

from __future__ import annotations

import re
import shutil

import pytest
from support.audits import run
from support.texts import text_of, texts_folder

from sovstats.auditing.edited_copies import _few


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda data: b"", "the file is empty"),
        (lambda data: b"\0\1" + data, "NUL bytes"),
        (
            lambda data: data.decode().encode("latin-1", "replace") + b"\xe9",
            "not UTF-8",
        ),
        (lambda data: data.replace(b"\n", b"\r\n"), "other line ends"),
        (lambda data: b"\xef\xbb\xbf" + data, "a mark in front"),
        (lambda data: data[:9000] + b" again " + data[9000:], "another edition"),
    ],
    ids=["empty", "binary", "Latin-1", "CRLF", "byte-order mark", "another edition"],
)
def test_a_copy_that_is_not_the_text_is_named_in_one_sentence(
    copy, tmp_path, capsys, change, sentence
):
    folder = tmp_path / "texts"
    shutil.copytree(texts_folder(), folder)
    path = folder / "alarm-militant.txt"
    path.write_bytes(change(path.read_bytes()))
    status, output = run(copy, folder, capsys)
    assert status == 1
    about = [line for line in output.splitlines() if line.startswith(path.name)]
    assert len(about) == 1
    assert sentence in about[0]
    if sentence in ("other line ends", "a mark in front", "another edition"):
        found = re.search(r"the anchors find (\d+) of (\d+) rows", about[0])
        assert int(found[1]) >= 0.95 * int(found[2])


def edited(tmp_path, old: bytes, new: bytes):
    """Return a folder of copies, one of which has other words in one place."""
    folder = tmp_path / "texts"
    shutil.copytree(texts_folder(), folder)
    path = folder / "betrayed.txt"
    data = path.read_bytes()
    assert data.count(old) == 1
    path.write_bytes(data.replace(old, new))
    return folder


def of_horses(output: str) -> list[str]:
    """Return the lines about the horses of 1929."""
    return [line for line in output.splitlines() if "horses_1929" in line]


def test_a_number_that_a_copy_changed_is_named_with_its_place(copy, tmp_path, capsys):
    folder = edited(tmp_path, b"34.6 million", b"36.4 million")
    status, output = run(copy, folder, capsys)
    assert status == 1
    # Nothing before the number is changed, so that its line is that of the text.
    before = text_of("betrayed").partition("34.6 million")[0]
    line = len(before.split("\n"))
    assert of_horses(output) == [
        "  changed: horses_1929 '34.6 million', chapter 2, section 2, paragraph 28; "
        f"line {line} of the copy has '36.4 million'"
    ]


def test_a_number_that_a_copy_lost_is_named(copy, tmp_path, capsys):
    # Of another length, so that what stands before and behind it do not agree.
    folder = edited(tmp_path, b"34.6 million", b"many")
    status, output = run(copy, folder, capsys)
    assert status == 1
    assert of_horses(output) == [
        "  not found: horses_1929 '34.6 million', chapter 2, section 2, paragraph 28"
    ]


def test_of_many_lost_rows_the_first_ten_are_named():
    rows = [f"row {number}" for number in range(1, 13)]
    lines = _few("not found", rows)
    assert lines[0] == "  not found: row 1"
    assert lines[9:] == ["  not found: row 10", "  not found: 2 more"]
    assert _few("changed", rows[:10])[-1] == "  changed: row 10"


def test_of_a_wholly_other_text_no_rows_are_listed(copy, tmp_path, capsys):
    folder = tmp_path / "texts"
    shutil.copytree(texts_folder(), folder)
    (folder / "betrayed.txt").write_text("Of all this nothing is here.\n")
    _, output = run(copy, folder, capsys)
    assert re.search(r"the anchors find 0 of \d+ rows in it\n", output)
    assert "not found:" not in output
