"""Key rules: units and bases."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.mistakes import ALPHA
from support.problems import assert_says, faults
from support.tiny import set_bytes, set_cells

from sovstats.validation.passes import validate


def test_ton_is_refused_even_where_the_units_define_one(tiny_dataset: Path) -> None:
    set_bytes(tiny_dataset, "units.txt", b"pood =", b"ton = 1000 * kilogram\npood =")
    set_cells(tiny_dataset, ALPHA, 3, unit="ton")
    report = validate(tiny_dataset)
    assert_says(report, f"{ALPHA}:5:unit", "'ton' is ambiguous")


@pytest.mark.parametrize("base", ["1929", "empire", "cattle_1934", "cattle_end", ""])
def test_a_base_is_a_period_a_place_a_figure_or_nothing(
    base: str, tiny_dataset: Path
) -> None:
    set_cells(tiny_dataset, ALPHA, 2, base=base)
    assert faults(validate(tiny_dataset)) == []
