"""The first half of the third pass: each cell against its column's test, by pandera.

pandera runs the tests of `sovstats.validation.cells` over text columns, all of them and
lazily, and gives back the cells that fail; the sentences are ours. A schema that skips
a column would hide errors, so it is checked here that every test did run.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sovstats.errors import Problem
from sovstats.storage import Row
from sovstats.validation.cells import TESTS, Test

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pa


def check_cells(rows: list[Row]) -> list[Problem]:
    """Return a problem for every cell that its column's test refuses.

    Parameters
    ----------
    rows
        Rows of one table. Rows of a file that lacks a column are tested in the columns
        they have; the missing column was reported before.
    """
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[tuple(row.cells)].append(row)
    return [p for group in groups.values() for p in _check_group(group)]


def _check_group(rows: list[Row]) -> list[Problem]:
    """Test rows that have the same columns."""
    import pandas as pd
    import pandera.pandas as pa

    tests = {column: TESTS[rows[0].table][column] for column in rows[0].cells}
    ran: set[str] = set()
    schema = pa.DataFrameSchema(
        {column: _column(column, test, ran) for column, test in tests.items()},
        strict=True,
    )
    frame = pd.DataFrame([row.cells for row in rows], columns=[*tests], dtype="str")
    problems = []
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        problems = _render(errors.failure_cases, rows, tests)
    if ran != set(tests):
        reason = f"pandera left out the columns {sorted(set(tests) - ran)}"
        raise AssertionError(reason)
    return problems


def _column(name: str, test: Test, ran: set[str]) -> pa.Column:
    """Return the schema of a text column; its one check writes down that it ran."""
    import pandera.pandas as pa

    def check(series: pd.Series) -> pd.Series:
        ran.add(name)
        # Most columns repeat a few words: each different cell is tested once.
        verdicts = {cell: not test(cell) for cell in series.unique()}
        return series.map(verdicts).astype(bool)

    return pa.Column(str, pa.Check(check, name=name), name=name)


def _render(
    failures: pd.DataFrame, rows: list[Row], tests: dict[str, Test]
) -> list[Problem]:
    """Turn pandera's failure cases into our sentences.

    A failure that belongs to no cell would be one of the schema itself, which the
    second pass makes impossible; it must not be lost.
    """
    problems = []
    for case in failures.to_dict("records"):
        if case["column"] not in tests or case["check"] != case["column"]:
            reason = f"pandera reports {case}"
            raise AssertionError(reason)
        row = rows[int(case["index"])]
        column = str(case["column"])
        message = tests[column](row[column])
        problems.append(Problem(row.file, row.line, column, message))
    return problems
