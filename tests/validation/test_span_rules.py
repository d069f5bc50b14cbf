"""Span rules: what may and may not overlap."""

from __future__ import annotations

from pathlib import Path

from support.mistakes import ALPHA
from support.problems import faults
from support.tiny import set_cells

from sovstats.validation.passes import validate


def test_a_region_may_hold_other_rows(tiny_dataset: Path) -> None:
    set_cells(tiny_dataset, "exclusions/alpha.csv", 1, printed="1931", count="")
    report = validate(tiny_dataset)
    assert any("overlaps" in p.message for p in report.problems)


def test_spans_that_only_touch_do_not_overlap(tiny_dataset: Path) -> None:
    set_cells(tiny_dataset, ALPHA, 1, start="112", end="122")
    assert faults(validate(tiny_dataset)) == []
