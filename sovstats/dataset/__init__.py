"""TODO dataset."""

from sovstats.dataset.dataset import (
    TEXTS_VARIABLE,
    Dataset,
    StaleDataWarning,
    default_dataset,
)

__all__ = ["TEXTS_VARIABLE", "Dataset", "StaleDataWarning", "default_dataset"]
