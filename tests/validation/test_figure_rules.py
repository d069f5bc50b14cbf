"""Figure rules: the number is the printed one, as corrected."""

from __future__ import annotations

from pathlib import Path

from support.problems import faults
from support.tiny import columns_of, write_rows

from sovstats.validation.passes import validate


def test_a_correction_is_read_in_place_of_what_is_printed(tiny_dataset: Path) -> None:
    assert faults(validate(tiny_dataset)) == []
    write_rows(
        tiny_dataset / "raw/corrections.csv", columns_of("corrections.csv"), rows=[]
    )
    report = validate(tiny_dataset)
    assert [(p.line, p.column) for p in report.problems] == [(3, "printed")]
