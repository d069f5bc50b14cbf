"""The charts of a report, and what is said where the figures for one are missing."""

from __future__ import annotations

import warnings
from pathlib import Path

from sovstats import charts
from sovstats.charts import DrawnChart
from sovstats.dataset import Dataset
from sovstats.errors import DatasetError

FIRST = "claims"
"""The chart that is shown first, for it shows what was found."""


def draw_charts(dataset: Dataset, folder: Path) -> tuple[list[DrawnChart], list[str]]:
    """Draw every chart that a dataset has the figures for.

    Parameters
    ----------
    dataset
        The dataset.
    folder
        Where the files go.

    Returns
    -------
    list of DrawnChart, list of str
        The charts, and a sentence for each that is left out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", charts.LeftOutWarning)
        try:
            drawn = charts.draw(dataset, charts.ALL, folder, ["svg"], small=True)
        except DatasetError as error:
            return [], [f"all of them: {error.reason}"]
    lacking = []
    # A page may be read elsewhere than it was made: the folder stays out of it.
    where = f"{dataset.folder}: "
    for warning in caught:
        if issubclass(warning.category, charts.LeftOutWarning):
            lacking.append(str(warning.message).removeprefix(f"left out: {where}"))
        else:
            warnings.warn_explicit(
                warning.message, warning.category, warning.filename, warning.lineno
            )
    drawn.sort(key=lambda chart: chart.name != FIRST)
    return drawn, lacking
