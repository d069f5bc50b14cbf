"""Processed tables as tidy dataframes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pandas as pd

from sovstats.errors import UnknownNameError
from sovstats.storage import Tables

TYPES = {
    "start": "Int64",
    "end": "Int64",
    "year": "Int64",
    "count": "Int64",
    "length": "Int64",
    "value": "Float64",
    "low": "Float64",
    "high": "Float64",
    "gap": "Float64",
    "sharpness": "Float64",
    "noticed": "boolean",
    "exact": "boolean",
}
"""Columns that are not text, in every table that has them."""


def read_frame(path: Path) -> pd.DataFrame:
    """Read one processed table with its types; empty cells are missing."""
    with path.open(encoding="utf-8") as stream:
        header = stream.readline().strip().split(",")
    types = {column: TYPES.get(column, "str") for column in header}
    return pd.read_csv(
        path,
        dtype=types,
        keep_default_na=False,
        na_values=[""],
        true_values=["yes"],
        false_values=["no"],
    )


def topics(tables: Tables) -> list[str]:
    """Return the topics of a dataset's figures."""
    return sorted(tables.codes("topic"))


def load_frame(tables: Tables, name: str | None) -> pd.DataFrame:
    """Return a table, or the figures of a topic; see `sovstats.Dataset.load`."""
    if name is None or name in tables.names:
        return read_frame(tables.path(name or "figures"))
    if name in topics(tables):
        figures = read_frame(tables.path("figures"))
        return figures[figures["topic"] == name].reset_index(drop=True)
    kind, known = "table or topic", [*topics(tables), *tables.names]
    raise UnknownNameError.of(kind, name, known, listed=True)


def list_tables(tables: Tables) -> pd.DataFrame:
    """Return every table and topic with its number of rows."""
    counts = Counter(row["topic"] for row in tables.rows("figures"))
    rows = [(name, "table", len(tables.rows(name))) for name in tables.names]
    rows += [(topic, "topic", counts[topic]) for topic in topics(tables)]
    return pd.DataFrame(rows, columns=["name", "what", "rows"])


def verdict_frame(rows: list[dict[str, str]]) -> pd.DataFrame:
    """Return rows of verdicts as a dataframe, typed like the table ``verdicts``."""
    from sovstats.claims.rows import VERDICT_COLUMNS

    frame = pd.DataFrame(rows, columns=VERDICT_COLUMNS, dtype="str")
    frame = frame.replace({"": None})
    numbers = [column for column in frame.columns if TYPES.get(column) == "Float64"]
    for column in numbers:
        frame[column] = pd.to_numeric(frame[column]).astype("Float64")
    return frame
