"""The one writer: all places together or none, whatever happens on the way."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path
from time import perf_counter

import pytest
from support.trees import files, tree

from sovstats.errors import DatasetError
from sovstats.storage import exchange, recover, write_bytes, writing

ROOT = Path(__file__).parents[2]

# Two files and a folder with a file take their places; `rename` and `replace` count.
KILLED = """
    import os, pathlib, sys
    from sovstats.storage import exchange, write_bytes
    moves = []
    def counted(move):
        def wrapped(self, target):
            if len(moves) == int(sys.argv[2]):
                os._exit(9)
            moves.append(target)
            return move(self, target)
        return wrapped
    pathlib.Path.rename = counted(pathlib.Path.rename)
    pathlib.Path.replace = counted(pathlib.Path.replace)
    with exchange(pathlib.Path(sys.argv[1])) as new:
        for place in ("one.txt", "deep/two.txt", "whole/three.txt"):
            write_bytes(new(place if place < "w" else "whole") / (
                "three.txt" if place > "w" else ""), b"new")
"""
HOLD = """
    import pathlib, sys, time
    from sovstats.storage.writing import exchange
    with exchange(pathlib.Path(sys.argv[1])):
        print("held", flush=True)
        time.sleep(30)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with two files and a folder of an earlier run."""
    for place in ("one.txt", "deep/two.txt", "whole/three.txt", "whole/four.txt"):
        write_bytes(tmp_path / place, b"old")
    return tmp_path


def write_all(root: Path) -> None:
    with exchange(root) as new:
        write_bytes(new("one.txt"), b"new")
        write_bytes(new("deep/two.txt"), b"new")
        write_bytes(new("whole") / "three.txt", b"new")


OLD = dict.fromkeys(
    ("one.txt", "deep/two.txt", "whole/three.txt", "whole/four.txt"), b"old"
)
NEW = dict.fromkeys(("one.txt", "deep/two.txt", "whole/three.txt"), b"new")


def run(code: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(code), *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_files_take_their_places_and_a_folder_replaces_the_old_one(root):
    write_all(root)
    assert files(tree(root)) == NEW
    assert sorted(path.name for path in root.iterdir()) == ["deep", "one.txt", "whole"]


def test_nothing_written_changes_nothing(root):
    with exchange(root):
        pass
    assert files(tree(root)) == OLD


def test_a_missing_folder_is_made(tmp_path):
    with exchange(tmp_path / "a/b") as new:
        write_bytes(new("c"), b"d")
    assert files(tree(tmp_path)) == {"a/b/c": b"d"}


def test_an_error_in_the_body_leaves_what_was_there(root):
    with pytest.raises(KeyError), exchange(root) as new:
        write_bytes(new("one.txt"), b"new")
        raise KeyError
    assert files(tree(root)) == OLD


# The moves of KILLED: 0 the hidden folder is made ready, 1 one.txt, 2 two.txt,
# 3 the old folder goes aside, 4 the new one comes; from move 1 on all is decided.
@pytest.mark.parametrize("moves", range(5))
def test_killed_between_any_two_moves_it_is_all_old_or_all_new(root, moves):
    assert run(KILLED, str(root), str(moves)).wait() == 9
    recover(root)
    assert files(tree(root)) == (OLD if moves == 0 else NEW)


@pytest.mark.parametrize("moves", range(5))
def test_the_next_writer_settles_what_a_killed_one_left(root, moves):
    assert run(KILLED, str(root), str(moves)).wait() == 9
    write_all(root)
    assert files(tree(root)) == NEW


def test_killed_while_it_tidies_up_it_is_all_new(root):
    # What is half deleted must not be taken for what is ready.
    code = KILLED.replace(
        "moves = []",
        "import shutil\n    shutil.rmtree = lambda path, **_: "
        "path.exists() and (next(path.rglob('places')).unlink(), os._exit(9))"
        "\n    moves = []",
    )
    assert run(code, str(root), "99").wait() == 9
    recover(root)
    assert files(tree(root)) == NEW


@pytest.mark.parametrize("failing", ["one.txt", "two.txt", "whole"])
def test_a_move_that_is_refused_is_undone_with_those_before(root, failing, monkeypatch):
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if self.name == failing:
            raise PermissionError(13, "in use", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(DatasetError, match=rf"{failing}.*in use.*nothing was changed"):
        write_all(root)
    assert files(tree(root)) == OLD
    monkeypatch.undo()
    write_all(root)
    assert files(tree(root)) == NEW


def test_a_full_disk_is_said_with_the_file(root, monkeypatch):
    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")  # as the system says it: no name

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(DatasetError) as caught:
        write_all(root)
    assert str(caught.value) == (
        f"{root / 'one.txt'}: it cannot be written (No space left on device); nothing "
        "was changed, free the disk, change its permissions or name another folder"
    )
    monkeypatch.undo()
    assert files(tree(root)) == OLD


def test_a_second_writer_waits_and_says_for_whom(root):
    told: list[str] = []
    with run(HOLD, str(root)) as holder:
        assert holder.stdout and holder.stdout.readline() == "held\n"
        message = f"process {holder.pid} writes there; try again when that is done"
        with pytest.raises(DatasetError, match=message):
            with exchange(root, told.append, patience=0.3):
                pass
        holder.kill()
    assert told == [f"process {holder.pid} writes there; waiting up to 0 s"]
    write_all(root)
    assert files(tree(root)) == NEW


def test_a_reader_leaves_a_writer_alone(root):
    with run(HOLD, str(root)) as holder:
        assert holder.stdout and holder.stdout.readline() == "held\n"
        (root / writing.NEW).mkdir()
        began = perf_counter()
        recover(root)
        assert perf_counter() - began < 2
        assert (root / writing.NEW).exists()
        holder.kill()
    recover(root)
    assert files(tree(root)) == OLD


def test_a_reader_waits_while_things_are_half_in_place(root, monkeypatch):
    monkeypatch.setattr(writing, "RENAMING", 0.2)
    with run(HOLD, str(root)) as holder:
        assert holder.stdout and holder.stdout.readline() == "held\n"
        write_bytes(root / writing.READY / writing.PLACES, b"one.txt")
        write_bytes(root / writing.READY / writing.CONTENT / "one.txt", b"new")
        message = f"half exchanged; process {holder.pid} writes there"
        with pytest.raises(DatasetError, match=message):
            recover(root)
        holder.kill()
    recover(root)
    assert files(tree(root)) == OLD | {"one.txt": b"new"}


def test_recovering_where_all_is_well_writes_nothing(tmp_path):
    recover(tmp_path, tmp_path / "not there")
    assert list(tmp_path.iterdir()) == []


def test_three_writers_at_a_time_all_succeed(root):
    code = KILLED.replace("int(sys.argv[2])", "99")
    writers = [run(code, str(root)) for _ in range(3)]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    assert files(tree(root)) == NEW


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read_is_said(root):
    root.chmod(0o555)
    with pytest.raises(DatasetError, match="cannot be written"):
        write_all(root)
    root.chmod(0o755)
