"""A full disk: one sentence, the old output whole, nothing left; later it succeeds."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.commands import COMMANDS, Run, Whole, copied
from support.trees import difference, files, tree

PAGE = 4096
"""The bytes of which a file in memory takes a whole number."""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a small disk in memory, or skip where that is not allowed."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode
    except FileNotFoundError:
        mounted = 127
    if mounted != 0:
        pytest.skip("a small disk cannot be mounted here; only root may")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def resize(disk: Path, size: int) -> None:
    """Give a disk in memory another size, in bytes."""
    option = f"remount,size={size}"
    subprocess.run(["mount", "-o", option, str(disk)], check=True)


def used(disk: Path) -> int:
    """Return how many bytes of a disk are taken."""
    return shutil.disk_usage(disk).used


def assert_refused(refused: Run, work: Path, expected: Whole) -> None:
    """Fail unless a command was refused in one sentence and has changed nothing."""
    assert refused.status == 2, refused.output
    said = [x for x in refused.output.splitlines() if x.startswith("sovstats: ")]
    # A chart that is left out is said before, in a sentence of its own.
    said = [line for line in said if not line.startswith("sovstats: left out")]
    assert len(said) == 1, refused.output
    assert refused.output.endswith(f"{said[0]}\n"), "more is said after the sentence"
    assert "Traceback" not in refused.output
    assert_named(said[0], expected)
    left = difference(tree(work), expected.old)
    assert not left, f"{said[0]}: {left}"


def assert_named(sentence: str, expected: Whole) -> None:
    """Fail unless a sentence begins with a file or folder that the command writes."""
    named = re.match(r"sovstats: ([^:]+): ", sentence)
    assert named, sentence
    place = named[1].removeprefix("FOLDER").strip("/") or "."
    written = files(expected.new)
    folders = {str(folder) for path in written for folder in Path(path).parents}
    assert place in {*written, *folders}, sentence


def largest_change(expected: Whole) -> int:
    """Return the bytes of the largest file that a command writes anew."""
    changed = difference(files(expected.old), files(expected.new))
    return max(len(expected.new.get(place) or b"") for place in changed)


def assert_runs(again: Run, work: Path, expected: Whole) -> None:
    """Fail unless a command has run through and written what it should."""
    assert again.status == 0, again.output
    left = difference(tree(work), expected.new)
    assert not left, left


@pytest.mark.parametrize("part", [0, 0.5, 1], ids=["none", "half", "all_but_one_byte"])
@pytest.mark.parametrize("command", COMMANDS)
def test_where_no_file_may_be_that_large(
    run_command, whole_runs, tmp_path, command, part
):
    expected = whole_runs[command]
    work = copied(expected.before, tmp_path / "work")
    size = max(0, int(part * largest_change(expected)) - 1)
    assert_refused(run_command(work, command, file_size=size), work, expected)
    assert_runs(run_command(work, command), work, expected)


@pytest.mark.parametrize("pages", [0, 1, 2], ids="no_page one_page two_pages".split())
@pytest.mark.parametrize("command", COMMANDS)
def test_on_a_full_disk(run_command, whole_runs, small_disk, command, pages):
    expected = whole_runs[command]
    resize(small_disk, 16 * 2**20)
    work = copied(expected.before, small_disk / "work")
    resize(small_disk, used(small_disk) + pages * PAGE)
    assert_refused(run_command(work, command), work, expected)
    resize(small_disk, 16 * 2**20)
    assert_runs(run_command(work, command), work, expected)
