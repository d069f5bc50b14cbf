"""Finding figures by a word."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from sovstats.frames.load import _figures, read_frame

FOUND = (
    "figure printed hedge value unit place period status speaker source locator"
).split()


def find_figures(processed: Path, word: str) -> pd.DataFrame:
    """Return the figures that have to do with a word; see `sovstats.Dataset.find`."""
    figures = _figures(processed)
    indicators = read_frame(processed / "indicators.csv")
    joined = figures.merge(
        indicators[["indicator", "title", "definition"]], on="indicator", how="left"
    )
    columns = (
        "figure former printed note place speaker topic indicator title definition"
    ).split()
    wanted = _plain(word)
    # Row by row: pandas makes no column of texts out of a table without rows.
    found = [
        wanted in _plain(" ".join(row))
        for row in joined[columns].fillna("").itertuples(index=False)
    ]
    chosen = pd.Series(found, index=figures.index, dtype="bool")
    return figures.loc[chosen, FOUND].reset_index(drop=True)


def _plain(text: str) -> str:
    """Return a text or name as it is compared: spaces for underscores, lower case."""
    return text.replace("_", " ").casefold()
