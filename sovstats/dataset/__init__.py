"""Opening a dataset, loading it as dataframes, building it.

- `dataset` - `Dataset`: a folder and everything one can ask of it; the default one
- `series` - one indicator over time
- `figure` - one figure with its columns, claims and passage
- `building` - from checked raw tables to the processed ones
- `processed_rows` - the rows of the processed tables
"""

from sovstats.dataset.dataset import TEXTS_VARIABLE, Dataset, Width, default_dataset
from sovstats.dataset.figure import Figure
from sovstats.storage import StaleDataWarning

__all__ = [
    "TEXTS_VARIABLE", "Dataset", "Figure", "StaleDataWarning", "Width",
    "default_dataset",
]  # fmt: skip
