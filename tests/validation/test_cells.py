"""Tests of cells: each column has one, and it can fail."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from support.mistakes import ALPHA
from support.tiny import set_cells

from sovstats.storage.layout import LAYOUTS, TABLE_NAMES
from sovstats.validation.cells import COLUMNS, EXCEPTIONS, TESTS
from sovstats.validation.passes import validate


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
