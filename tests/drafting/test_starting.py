"""Starting a dataset: every required table is there, or nothing is."""

from __future__ import annotations

from pathlib import Path

from support.drafts import go_through
from support.texts import DATA
from support.trees import tree

from sovstats.storage.files import find_raw_files


def test_init_makes_every_required_table_and_the_empty_dataset_builds(run, tmp_path):
    folder = tmp_path / "mine" / "data"
    status, output, errors = run("init", folder)
    assert (status, output, errors) == (0, f"{folder / 'raw'}\n", "")
    names = {file.layout.name for file in find_raw_files(folder)}
    assert names == {
        *("sources indicators places codes claims corrections".split()),
    }
    for name in ("codes.csv", "units.txt"):
        ours = (DATA / "raw" / name).read_bytes()
        assert (folder / "raw" / name).read_bytes() == ours
    assert (folder / "raw" / "figures").is_dir()
    assert (folder / "raw" / "exclusions").is_dir()
    go_through(folder, tmp_path)
    assert run("check", "--data", folder)[0] == 0


def test_init_refuses_a_folder_with_raw_and_changes_nothing(run, data):
    before = tree(data)
    status, output, errors = run("init", data)
    assert (status, output) == (2, "")
    assert "it has 'raw' already" in errors
    assert tree(data) == before


def test_init_keeps_what_else_is_in_the_folder(run, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    assert run("init", tmp_path)[0] == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notes.txt", "raw"]


def test_an_init_that_fails_leaves_nothing_half_written(run, tmp_path, monkeypatch):
    def fail(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail)
    status, _, errors = run("init", tmp_path / "mine")
    assert status == 2
    assert "No space left on device" in errors
    assert not (tmp_path / "mine").exists()


def test_init_puts_everything_in_place_at_once(run, tmp_path, monkeypatch):
    def fail(self, target):
        raise OSError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", fail)
    assert run("init", tmp_path / "mine")[0] == 2
    assert not (tmp_path / "mine").exists()


def test_init_below_a_file_is_one_sentence(run, harbour):
    status, _, errors = run("init", harbour / "mine")
    assert status == 2
    assert errors.count("\n") == 1
    assert "it cannot be written (Not a directory)" in errors
