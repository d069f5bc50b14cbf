"""Validation: every slip is reported where it stands, all in one run."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.mistakes import ALPHA, BETA, MISTAKES, Mistake
from support.problems import assert_says, faults
from support.tiny import set_bytes, set_cells, write_tiny

from sovstats.errors import DatasetError
from sovstats.storage.layout import LAYOUTS
from sovstats.validation.passes import validate
from sovstats.validation.rules import RULES


def test_the_small_dataset_is_valid_and_nothing_is_left_out(tiny_dataset: Path) -> None:
    report = validate(tiny_dataset)
    assert faults(report) == []
    assert report.left_out == []


@pytest.mark.parametrize("slip", MISTAKES, ids=lambda slip: slip.name)
def test_a_slip_is_reported_where_it_stands(slip: Mistake, tiny_dataset: Path) -> None:
    slip.edit(tiny_dataset)
    report = validate(tiny_dataset)
    assert_says(report, slip.place, slip.says)
    if slip.rule:
        assert report.fired[slip.rule] >= 1


@pytest.mark.parametrize(
    "name",
    ["a byte-order mark", "CRLF", "a NUL byte", "no line end at the end"],
)
def test_bytes_that_can_be_mended_trouble_no_later_pass(
    name: str, tiny_dataset: Path
) -> None:
    next(slip for slip in MISTAKES if slip.name == name).edit(tiny_dataset)
    report = validate(tiny_dataset)
    assert [problem.column for problem in report.problems] == ["bytes"]
    assert report.left_out == []


def test_every_rule_is_shown_to_fire() -> None:
    shown = {slip.rule for slip in MISTAKES if slip.rule}
    assert shown == {rule.title for rule in RULES}
    assert len(RULES) == len({rule.title for rule in RULES})


def test_all_slips_of_all_files_are_reported_in_one_run(tmp_path: Path) -> None:
    folder = write_tiny(tmp_path)
    set_bytes(folder, "codes.csv", b"list,code", b"list,cod")
    set_bytes(folder, "claims.csv", b"claim,title", b"\xef\xbb\xbfclaim,title")
    set_cells(folder, ALPHA, 0, value="1250000", unit="ton")
    set_cells(folder, ALPHA, 3, low="22", high="20", place="usr")
    set_bytes(folder, BETA, b"plan_length,beta", b"plan_length")
    set_cells(folder, "exclusions/alpha.csv", 2, start="308", end="312")
    (folder / "raw/places.csv").write_bytes(
        (folder / "raw/places.csv").read_bytes().replace(b"\n", b"\r\n")
    )
    (folder / "raw/anchors/alpha.csv").write_bytes(b"")
    report = validate(folder)
    where = [
        f"{p.file.removeprefix('raw/')}:{p.line}:{p.column}" for p in report.problems
    ]
    assert where == [
        "anchors/alpha.csv:1:bytes",
        "claims.csv:1:bytes",
        "codes.csv:1:cod",
        "codes.csv:1:code",
        "exclusions/alpha.csv:4:start",
        f"{ALPHA}:2:printed",
        f"{ALPHA}:2:unit",
        f"{ALPHA}:5:low",
        f"{ALPHA}:5:place",
        f"{ALPHA}:5:printed",
        f"{BETA}:3:row",
        "places.csv:1:bytes",
    ]


def test_a_report_has_the_tables_as_plain_rows(tiny_dataset: Path) -> None:
    tables = validate(tiny_dataset).tables
    assert tables["places"] == [
        {"place": "empire", "title": "The Empire", "note": ""},
        {"place": "ussr", "title": "The Union", "note": ""},
    ]
    assert set(tables) == set(LAYOUTS)


def test_a_folder_without_raw_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="there is no folder 'raw' in it"):
        validate(tmp_path)
