"""The command line: what it prints and how it exits."""

from __future__ import annotations

import errno
import io
import sys
from pathlib import Path

import filelock
import pytest

from sovstats.cli.entry import main
from sovstats.cli.text_table import text_table
from sovstats.dataset.building import build


@pytest.fixture
def run(capsys, monkeypatch):
    """Return a function that runs a command and gives status, output and errors."""
    monkeypatch.setenv("COLUMNS", "80")

    def run_command(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(arguments)
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run_command


def test_check_prints_a_table_and_the_contradictions_and_exits_0(run):
    status, output, errors = run("check")
    assert (status, errors) == (0, "")
    assert "all claims" in output
    assert "Contradicted by the texts' own numbers" in output
    assert all(len(line) < 80 for line in output.splitlines())


def test_strict_check_fails_on_contradictions(run):
    assert run("check", "--strict")[0] == 1
    assert run("check", "--strict", "--kind", "conversion")[0] == 0


def test_explain_shows_readings_and_places(run):
    status, output, _ = run("check", "--explain", "cattle_fall")
    assert status == 0
    for word in ("literal", "written", "hedged", "significant", "chapter 2, section 2"):
        assert word in output


def test_explain_is_as_strict_as_check(run):
    # Of 8 and 1 per cent no reading makes the claim true; of cattle a wide one does.
    assert run("check", "--explain", "collectivised_decade")[0] == 0
    status, output, _ = run("check", "--explain", "collectivised_decade", "--strict")
    assert status == 1
    assert "contradicted" in output
    assert run("check", "--explain", "cattle_fall", "--strict")[0] == 0


def test_options_that_go_together_are_not_refused(run):
    assert run("check", "--explain", "cattle_fall", "--hedge", "0.2")[0] == 0
    assert run("check", "--sensitivity", "--kind", "series")[0] == 0


def test_verify_prints_the_arithmetic(run):
    line = "decline(cattle_1929, cattle_1934) == 40 * percent"
    status, output, _ = run("verify", line)
    assert status == 0
    assert "36.5 percent is recomputed, 40 is stated" in output
    assert "significant: it holds only if the trailing zeros" in output


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


def test_without_a_command_the_help_is_printed(run):
    status, output, _ = run()
    assert status == 0
    assert "verify" in output


def test_show_prints_a_table_in_80_columns_with_whole_names(run):
    status, output, _ = run("show", "livestock")
    assert status == 0
    assert "persons_per_cow_france_and_united_states_1936" in output
    assert all(len(line) <= 80 for line in output.splitlines())


def test_find_without_a_hit_exits_1(run):
    status, output, _ = run("find", "hippopotamus")
    assert status == 1
    assert "no figure has to do with" in output


def test_validate_lists_every_problem_and_exits_1(run, tiny_dataset):
    assert run("validate", "--data", str(tiny_dataset))[0] == 0
    places = tiny_dataset / "raw" / "places.csv"
    places.write_bytes(b"\xef\xbb\xbf" + places.read_bytes())
    status, output, _ = run("validate", "--data", str(tiny_dataset))
    assert status == 1
    assert "raw/places.csv:1" in output


def test_build_of_a_broken_dataset_writes_nothing_and_exits_1(run, tiny_dataset):
    places = tiny_dataset / "raw" / "places.csv"
    places.write_bytes(places.read_bytes().replace(b"\n", b"\r\n"))
    status, _, errors = run("build", "--data", str(tiny_dataset))
    assert status == 1
    assert "nothing was written" in errors
    assert not (tiny_dataset / "processed").exists()


def test_build_then_use_of_another_dataset(run, tiny_dataset):
    assert run("build", "--data", str(tiny_dataset))[0] == 0
    status, output, _ = run("tables", "--data", str(tiny_dataset))
    assert status == 0
    assert "figures" in output


def test_a_terminal_narrower_than_the_names_shows_the_names_alone(run, monkeypatch):
    name = "banknotes_in_circulation_1935"
    rows = [[name, "7.9 billion"], ["gold", "1"]]
    shown = text_table(["figure", "printed"], rows, 20)
    assert shown == f"figure\n{name}\ngold\nnot shown: printed"
    monkeypatch.setenv("COLUMNS", "20")
    status, output, _ = run("show", "livestock")
    assert status == 0
    assert "\npersons_per_cow_france_and_united_states_1936\n" in output


@pytest.mark.parametrize("encoding", ["cp437", "latin-1", "ascii"])
def test_what_the_terminal_cannot_show_is_a_question_mark(encoding, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=encoding))
    assert main(["show", "sources"]) == 0
    sys.stdout.flush()
    # Long cells are cut, and end in a mark that these encodings lack.
    assert "both parts; ?  not named" in written.getvalue().decode(encoding)


def refuse(monkeypatch, name: str, modes: str) -> None:
    """Let the system refuse to open files of a name; for root it refuses none."""
    opened = Path.open

    def open_unless(path, mode="r", *rest, **options):
        if path.name == name and mode[0] in modes:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path, mode, *rest, **options)

    monkeypatch.setattr(Path, "open", open_unless)


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
        f"sovstats: {tiny_dataset}: cannot write in it (Permission denied); change its "
        "permissions, or build a copy in a folder of your own"
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
