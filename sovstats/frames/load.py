"""Processed tables as tidy dataframes."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from sovstats.errors import (
    DatasetError,
    UnknownNameError,
    nearest,
)

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


def topics(processed: Path) -> list[str]:
    """Return the topics of a dataset's figures."""
    codes = read_frame(processed / "codes.csv")
    return sorted(codes.loc[codes["list"] == "topic", "code"])


def load_frame(processed: Path, name: str | None) -> pd.DataFrame:
    """Return a table, or the figures of a topic; see `sovstats.Dataset.load`."""
    if name is None:
        return _figures(processed)
    if name.isidentifier() and (processed / f"{name}.csv").is_file():
        frame = _figures(processed) if name == "figures" else None
        return read_frame(processed / f"{name}.csv") if frame is None else frame
    known = topics(processed)
    if name in known:
        figures = _figures(processed)
        return figures[figures["topic"] == name].reset_index(drop=True)
    names = [*known, *table_names(processed)]
    hint = nearest(name, names) or f"; there are {', '.join(names)}"
    msg = "table or topic"
    raise UnknownNameError(msg, name, hint)


def _figures(processed: Path) -> pd.DataFrame:
    path = processed / "figures.csv"
    if not path.is_file():
        reason = "its table of figures is missing; run `sovstats build`"
        raise DatasetError(str(processed), reason)
    return read_frame(path)


def table_names(processed: Path) -> list[str]:
    """Return the names of the processed tables."""
    return sorted(path.stem for path in processed.glob("*.csv"))


def list_tables(processed: Path) -> pd.DataFrame:
    """Return every table and topic with its number of rows."""
    figures = _figures(processed)
    rows = [
        (name, "table", len(read_frame(processed / f"{name}.csv")))
        for name in table_names(processed)
    ]
    counts = figures["topic"].value_counts()
    rows += [(topic, "topic", int(counts.get(topic, 0))) for topic in topics(processed)]
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
