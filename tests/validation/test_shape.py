"""The shape of a table: rows and the lines that they stand in."""

from __future__ import annotations

from pathlib import Path

from sovstats.validation.passes import validate


def test_lines_are_right_behind_cells_of_several_lines(tiny_dataset: Path) -> None:
    rows = validate(tiny_dataset).context.tables["figures"]
    assert [row.line for row in rows] == [2, 3, 4, 5, 7, 8, 2, 3]
    assert rows[3]["note"] == "From the heading, which\nnames the plan of that year."
