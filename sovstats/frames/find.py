"""Finding figures by a word."""

from __future__ import annotations

import pandas as pd

from sovstats.frames.load import read_frame
from sovstats.storage import Tables

SHOWN = (
    "figure printed hedge value unit place period status speaker source locator"
).split()
SEARCHED = "figure former printed note place speaker topic indicator".split()
"""Columns of figures in which a word is looked for, beside those of their indicator."""


def find_figures(tables: Tables, word: str) -> pd.DataFrame:
    """Return the figures that have to do with a word.

    Parameters
    ----------
    tables
        The tables of the dataset.
    word
        What is looked for; capital letters and underscores make no difference.

    Returns
    -------
    DataFrame
        A row a figure, in the order of the texts; see `sovstats.find`.

    Examples
    --------
    >>> from sovstats.storage import default_folder
    >>> find_figures(Tables(default_folder()), "horses").empty
    False
    """
    indicators = tables.by_key("indicators")
    wanted = _plain(word)

    def has_it(row: dict[str, str]) -> bool:
        words = [row[column] for column in SEARCHED]
        words += [indicators[row["indicator"]][c] for c in ("title", "definition")]
        return wanted in _plain(" ".join(words))

    chosen = [has_it(row) for row in tables.rows("figures")]
    figures = read_frame(tables.path("figures"))
    return figures.loc[chosen, SHOWN].reset_index(drop=True)


def _plain(text: str) -> str:
    """Return a text or name as it is compared: spaces for underscores, lower case."""
    return text.replace("_", " ").casefold()
