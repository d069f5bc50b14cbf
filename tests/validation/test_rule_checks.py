"""Rule checks: which rules fired, and which were left out and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.mistakes import ALPHA, BETA
from support.problems import assert_says
from support.tiny import set_bytes, set_cells

from sovstats.validation import rule_checks as rule_runner
from sovstats.validation.passes import validate
from sovstats.validation.rules import RULES


def test_a_rule_that_says_nothing_is_seen_not_to_fire(
    tiny_dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_cells(tiny_dataset, ALPHA, 0, place="usr")
    silent = [rule for rule in RULES if rule.title != "figures.place is in places"]
    run = rule_runner.run_rules
    monkeypatch.setattr(
        "sovstats.validation.passes.run_rules",
        lambda context, failed: run(context, failed, silent),
    )
    assert validate(tiny_dataset).fired == {}


def test_a_column_that_is_missing_leaves_out_its_rules_and_says_so(
    tiny_dataset: Path,
) -> None:
    set_bytes(tiny_dataset, ALPHA, b",unit,", b",units,")
    set_cells_of_beta = {"unit": "ton", "place": "usr"}
    set_cells(tiny_dataset, BETA, 0, **set_cells_of_beta)
    report = validate(tiny_dataset)
    assert [f"{p.file}:{p.line}:{p.column}" for p in report.problems] == [
        "raw/figures/alpha.csv:1:unit",
        "raw/figures/alpha.csv:1:units",
        "raw/figures/beta.csv:2:place",
        "raw/figures/beta.csv:2:unit",
    ]
    assert report.left_out == [
        "figures.unit is a unit, figures.unit has the dimension of its indicator "
        "(raw/figures/alpha.csv has no column 'unit')"
    ]


def test_a_key_table_that_fails_leaves_out_the_rules_that_need_it(
    tiny_dataset: Path,
) -> None:
    (tiny_dataset / "raw/places.csv").write_bytes(b"")
    set_cells(tiny_dataset, ALPHA, 0, indicator="catle")
    report = validate(tiny_dataset)
    assert [p.column for p in report.problems] == ["indicator", "bytes"]
    assert report.left_out == [
        "the unread rows of raw/places.csv",
        "figures.place is in places, figures.base is a period, a place or a figure "
        "(raw/places.csv could not be read whole)",
    ]


def test_a_lost_row_does_not_hide_an_overlap_in_another_file(
    tiny_dataset: Path,
) -> None:
    set_bytes(tiny_dataset, BETA, b"plan_length,beta", b"plan_length")
    set_cells(tiny_dataset, ALPHA, 1, start="111", end="121")
    report = validate(tiny_dataset)
    assert_says(report, f"{ALPHA}:3:start", "overlaps 100-112")
    assert any("only in part" in line for line in report.left_out)


def test_a_refused_cell_leaves_out_the_rules_of_its_row_only(
    tiny_dataset: Path,
) -> None:
    set_cells(tiny_dataset, ALPHA, 0, start="x", place="usr")
    report = validate(tiny_dataset)
    assert [p.column for p in report.problems] == ["place", "start"]
    assert [line.rpartition(" (")[2] for line in report.left_out] == [
        "raw/figures/alpha.csv:2:start is refused)"
    ]


def test_units_that_fail_leave_out_the_rules_on_units(tiny_dataset: Path) -> None:
    (tiny_dataset / "raw/units.txt").unlink()
    report = validate(tiny_dataset)
    assert [str(p).split(":")[0] for p in report.problems] == ["raw/units.txt"]
    assert report.left_out[0].endswith("(raw/units.txt could not be read)")
