"""Fixtures of the chart tests: every chart, drawn once."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from matplotlib.axes import Axes
from support.charts import NAMES

import sovstats as ss
from sovstats import charts
from sovstats.dataset.building import build
from sovstats.dataset.dataset import Dataset


@pytest.fixture(scope="package")
def drawn() -> dict[str, Axes]:
    """Draw every chart of the default dataset."""
    return {name: getattr(charts, name)() for name in NAMES}


@pytest.fixture(scope="package")
def rows() -> dict[str, dict[str, str]]:
    """Read the processed figures without the package."""
    path = ss.default().folder / "processed" / "figures.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["figure"]: row for row in csv.DictReader(stream)}


@pytest.fixture
def tiny(tiny_dataset: Path) -> Dataset:
    """Build the small invented dataset."""
    build(tiny_dataset, lambda sentence: None)
    return Dataset(tiny_dataset)
