"""Processed tables as tidy dataframes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pandas as pd

from sovstats.errors import UnknownNameError
from sovstats.storage import PROCESSED_COLUMNS, Tables

TYPES = {
    **dict.fromkeys(("start", "end", "year", "count", "length"), "Int64"),
    **dict.fromkeys(("value", "low", "high", "gap", "sharpness"), "Float64"),
    **dict.fromkeys(("noticed", "exact"), "boolean"),
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
    """Return a table, or the figures of a topic.

    Parameters
    ----------
    tables
        The tables of the dataset.
    name
        A topic or a table. None gives all figures.

    Returns
    -------
    DataFrame
        One row a row of the table, typed; see `sovstats.load`.

    Raises
    ------
    UnknownNameError
        If there is no such table or topic.

    Examples
    --------
    >>> from sovstats.storage import default_folder
    >>> load_frame(Tables(default_folder()), "places")["place"].iloc[0]
    'advanced_countries'
    """
    if name is None or name in tables.names:
        return read_frame(tables.path(name or "figures"))
    if name in topics(tables):
        figures = read_frame(tables.path("figures"))
        return figures[figures["topic"] == name].reset_index(drop=True)
    kind, known = "table or topic", [*topics(tables), *tables.names]
    raise UnknownNameError.of(kind, name, known, listed=True)


def list_tables(tables: Tables) -> pd.DataFrame:
    """Return every table and topic with its number of rows.

    Parameters
    ----------
    tables
        The tables of the dataset.

    Returns
    -------
    DataFrame
        Columns `name`, `what` (table or topic) and `rows`.

    Examples
    --------
    >>> from sovstats.storage import default_folder
    >>> list_tables(Tables(default_folder())).columns.tolist()
    ['name', 'what', 'rows']
    """
    counts = Counter(row["topic"] for row in tables.rows("figures"))
    rows = [(name, "table", len(tables.rows(name))) for name in tables.names]
    rows += [(topic, "topic", counts[topic]) for topic in topics(tables)]
    return pd.DataFrame(rows, columns=["name", "what", "rows"])


def verdict_frame(rows: list[dict[str, str]]) -> pd.DataFrame:
    """Return rows of verdicts as a dataframe, typed like the table ``verdicts``.

    Parameters
    ----------
    rows
        Cells as text by column, as `sovstats.claims.rows` makes them.

    Returns
    -------
    DataFrame
        A row a claim; `gap` and `sharpness` are nullable floats.

    Examples
    --------
    >>> len(verdict_frame([]))
    0
    """
    frame = pd.DataFrame(rows, columns=PROCESSED_COLUMNS["verdicts"], dtype="str")
    frame = frame.replace({"": None})
    numbers = [column for column in frame.columns if TYPES.get(column) == "Float64"]
    for column in numbers:
        frame[column] = pd.to_numeric(frame[column]).astype("Float64")
    return frame
