"""The command line: its errors are one sentence each, with an exit status."""

from __future__ import annotations

import errno
import io
import sys
from pathlib import Path

import filelock
import pytest

from sovstats.cli import main
from sovstats.cli.declaring import COMMANDS
from sovstats.dataset.building import build


def refuse(monkeypatch, name: str, modes: str) -> None:
    """Let the system refuse to open files of a name; for root it refuses none."""
    opened = Path.open

    def open_unless(path, mode="r", *rest, **options):
        if path.name == name and mode[0] in modes:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path, mode, *rest, **options)

    monkeypatch.setattr(Path, "open", open_unless)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("shwo",), "there is no command 'shwo'; did you mean 'show'?"),
        (("show", "horse_1929"), "named 'horse_1929'; did you mean 'horses_1929'?"),
        (("show", "livestok"), "did you mean 'livestock'?"),
        (("verify", "horses_1929"), "it compares nothing"),
        (("verify", "9**9**9 == 1"), "a power must be a whole number"),
        (("check", "--kind", "serie"), "did you mean 'series'?"),
        (("check", "--explain", "cattle_fal"), "did you mean 'cattle_fall'?"),
        (("check", "--hedge", "much"), "cannot read 'much' as a number"),
        (("check", "--hedge", "200%"), "less than 1"),
        (("--data", "nowhere", "tables"), "no such folder"),
        (("tables", "--data", "nowhere"), "no such folder"),
        (("verify",), "required: EXPR"),
        (
            ("show", "cattle_fall"),
            "it is a claim, which `sovstats check --explain cattle_fall` explains",
        ),
        (("check", "--explain", "x", "--kind", "series"), "leave out --kind"),
        (("check", "--explain", "x", "--sensitivity"), "do not go together"),
        (("check", "--sensitivity", "--hedge", "0.3"), "leave out --hedge"),
        (("check", "--sensitivity", "--strict"), "do not go together"),
        (("check", "--explain", ""), "there is no claim named ''"),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_2(run, arguments, sentence):
    status, output, errors = run(*arguments)
    assert status == 2
    assert output == ""
    assert sentence in errors
    assert "Traceback" not in errors
    assert errors.count("\n") == 1


def test_the_help_says_of_every_command_what_it_does(run):
    status, output, _ = run("--help")
    assert status == 0
    shown = " ".join(output.split())
    for name, command in COMMANDS.items():
        assert f" {name} {command.help}" in shown


def test_without_a_command_the_help_is_printed(run):
    status, output, _ = run()
    assert status == 0
    assert "verify" in output


@pytest.mark.parametrize("encoding", ["cp437", "latin-1", "ascii"])
def test_what_the_terminal_cannot_show_is_a_question_mark(encoding, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=encoding))
    assert main(["show", "sources"]) == 0
    sys.stdout.flush()
    # Long cells are cut, and end in a mark that these encodings lack.
    assert "both parts; ?  not named" in written.getvalue().decode(encoding)


@pytest.mark.parametrize("command", ["build", "validate", "check"])
def test_a_file_that_may_not_be_read_is_one_sentence(
    run, tiny_dataset, monkeypatch, command
):
    build(tiny_dataset)
    refuse(monkeypatch, "places.csv", "r")
    status, output, errors = run(command, "--data", str(tiny_dataset))
    path = tiny_dataset / "raw" / "places.csv"
    assert (status, output) == (2, "")
    assert errors.splitlines()[-1] == (
        f"sovstats: {path}: cannot read or write it (Permission denied); change its "
        "permissions, or work on a copy in a folder of your own"
    )
    assert "Traceback" not in errors


def test_building_where_one_may_only_read_is_one_sentence(
    run, tiny_dataset, monkeypatch
):
    def acquire(lock, *rest, **options):
        raise PermissionError(errno.EACCES, "Permission denied", lock.lock_file)

    monkeypatch.setattr(filelock.FileLock, "acquire", acquire)
    status, output, errors = run("build", "--data", str(tiny_dataset))
    assert (status, output) == (2, "")
    assert errors.splitlines()[-1] == (
        f"sovstats: {tiny_dataset}: it cannot be written (Permission denied); nothing "
        "was changed, free the disk, change its permissions or name another folder"
    )


def test_an_error_of_the_system_without_a_file_is_one_sentence(run, monkeypatch):
    def full(dataset):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("sovstats.dataset.dataset.Dataset.tables", full)
    status, _, errors = run("tables")
    assert status == 2
    assert errors == (
        "sovstats: the system refused to read or write a file: "
        "No space left on device\n"
    )
