"""Validation: every slip is reported where it stands, all in one run."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pandera.pandas as pa
import pytest
from support.mistakes import ALPHA, BETA, MISTAKES, Mistake
from support.tiny import columns_of, set_bytes, set_cells, write_rows, write_tiny

from sovstats.errors import DatasetError
from sovstats.storage.layout import LAYOUTS, TABLE_NAMES
from sovstats.validation import cell_checks as schemas
from sovstats.validation import rule_checks as rule_runner
from sovstats.validation.cells import COLUMNS, EXCEPTIONS, TESTS
from sovstats.validation.passes import Validation, validate
from sovstats.validation.rules import RULES


def faults(report: Validation) -> list[str]:
    """Return the problems as lines."""
    return [str(problem) for problem in report.problems]


def assert_says(report: Validation, place: str, says: str) -> None:
    """Assert that one problem stands at a place and says something."""
    lines = faults(report)
    found = [line for line in lines if line.startswith(f"raw/{place}: ")]
    assert any(says in line for line in found), "\n".join(lines) or "no problem at all"


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


@pytest.mark.parametrize("table", sorted(LAYOUTS))
def test_every_column_of_every_table_has_a_test_that_can_fail(
    table: str, tiny_dataset: Path
) -> None:
    layout = LAYOUTS[table]
    file = layout.path.replace("*", "alpha")
    set_cells(tiny_dataset, file, 0, **dict.fromkeys(layout.columns, " \tBad, bad "))
    found = {p.column for p in validate(tiny_dataset).problems if file in p.file}
    assert found >= set(layout.columns)


def test_no_test_of_cells_is_for_a_column_that_does_not_exist() -> None:
    assert set(TESTS) == set(LAYOUTS) <= TABLE_NAMES
    for table, tests in TESTS.items():
        assert list(tests) == list(LAYOUTS[table].columns)
    assert set(COLUMNS) == {c for tests in TESTS.values() for c in tests}
    assert all(column in TESTS[table] for table, column in EXCEPTIONS)


def test_a_cell_check_that_never_runs_is_an_error(
    tiny_dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lax(name: str, test: object, ran: set[str]) -> pa.Column:
        return pa.Column(str, name=name)

    monkeypatch.setattr(schemas, "_column", lax)
    with pytest.raises(AssertionError, match="pandera left out the columns"):
        validate(tiny_dataset)


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


def test_ton_is_refused_even_where_the_units_define_one(tiny_dataset: Path) -> None:
    set_bytes(tiny_dataset, "units.txt", b"pood =", b"ton = 1000 * kilogram\npood =")
    set_cells(tiny_dataset, ALPHA, 3, unit="ton")
    report = validate(tiny_dataset)
    assert_says(report, f"{ALPHA}:5:unit", "'ton' is ambiguous")


def test_units_that_fail_leave_out_the_rules_on_units(tiny_dataset: Path) -> None:
    (tiny_dataset / "raw/units.txt").unlink()
    report = validate(tiny_dataset)
    assert [str(p).split(":")[0] for p in report.problems] == ["raw/units.txt"]
    assert report.left_out[0].endswith("(raw/units.txt could not be read)")


def test_lines_are_right_behind_cells_of_several_lines(tiny_dataset: Path) -> None:
    rows = validate(tiny_dataset).context.tables["figures"]
    assert [row.line for row in rows] == [2, 3, 4, 5, 7, 8, 2, 3]
    assert rows[3]["note"] == "From the heading, which\nnames the plan of that year."


def test_a_report_has_the_tables_as_plain_rows(tiny_dataset: Path) -> None:
    tables = validate(tiny_dataset).tables
    assert tables["places"] == [
        {"place": "empire", "title": "The Empire", "note": ""},
        {"place": "ussr", "title": "The Union", "note": ""},
    ]
    assert set(tables) == set(LAYOUTS)


def test_a_correction_is_read_in_place_of_what_is_printed(tiny_dataset: Path) -> None:
    assert faults(validate(tiny_dataset)) == []
    write_rows(
        tiny_dataset / "raw/corrections.csv", columns_of("corrections.csv"), rows=[]
    )
    report = validate(tiny_dataset)
    assert [(p.line, p.column) for p in report.problems] == [(3, "printed")]


def test_a_region_may_hold_other_rows(tiny_dataset: Path) -> None:
    set_cells(tiny_dataset, "exclusions/alpha.csv", 1, printed="1931", count="")
    report = validate(tiny_dataset)
    assert any("overlaps" in p.message for p in report.problems)


def test_spans_that_only_touch_do_not_overlap(tiny_dataset: Path) -> None:
    set_cells(tiny_dataset, ALPHA, 1, start="112", end="122")
    assert faults(validate(tiny_dataset)) == []


@pytest.mark.parametrize("base", ["1929", "empire", "cattle_1934", "cattle_end", ""])
def test_a_base_is_a_period_a_place_a_figure_or_nothing(
    base: str, tiny_dataset: Path
) -> None:
    set_cells(tiny_dataset, ALPHA, 2, base=base)
    assert faults(validate(tiny_dataset)) == []


@pytest.mark.parametrize(
    "value", ["1e9999999", "9" * 100_000, "-" * 100_000, "1/" * 99]
)
def test_a_monstrous_number_is_refused_at_once(value: str, tiny_dataset: Path) -> None:
    validate(tiny_dataset)
    set_cells(tiny_dataset, ALPHA, 0, value=value)
    began = perf_counter()
    report = validate(tiny_dataset)
    assert perf_counter() - began < 3
    assert [p.column for p in report.problems] == ["value"]
    assert len(report.problems[0].message) < 300


def test_a_folder_without_raw_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="there is no folder 'raw' in it"):
        validate(tmp_path)
