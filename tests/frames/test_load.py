"""Loading: tables and topics as tidy dataframes with their types."""

from __future__ import annotations

import pandas as pd
import pytest

import sovstats as ss
from sovstats.errors import UnknownNameError


def test_load_gives_all_figures_tidy_and_typed():
    figures = ss.load()
    assert figures["figure"].is_unique
    assert str(figures["value"].dtype) == "Float64"
    assert str(figures["start"].dtype) == "Int64"
    assert str(figures["exact"].dtype) == "boolean"
    horses = figures.set_index("figure").loc["horses_1929"]
    # Printed: 34.6 million.
    assert horses["value"] == 34_600_000
    assert horses["value_exact"] == "34600000"
    assert horses["printed"] == "34.6 million"
    assert horses["unit"] == "head"
    assert horses["year"] == 1929


def test_load_of_a_topic_gives_its_figures_only():
    livestock = ss.load("livestock")
    assert set(livestock["topic"]) == {"livestock"}
    every = ss.load()
    assert len(livestock) == (every["topic"] == "livestock").sum()


@pytest.mark.parametrize(
    "name", ["sources", "claims", "verdicts", "independent", "indicators", "codes"]
)
def test_load_of_a_table_gives_all_its_rows(name):
    path = ss.default().folder / "processed" / f"{name}.csv"
    rows = pd.read_csv(path, dtype="str")
    assert len(ss.load(name)) == len(rows) > 0


def test_an_unknown_table_suggests_the_nearest():
    with pytest.raises(UnknownNameError, match="did you mean 'livestock'"):
        ss.load("livestok")


def test_every_topic_and_table_can_be_loaded():
    listed = ss.tables()
    for name, rows in zip(listed["name"], listed["rows"], strict=True):
        assert len(ss.load(name)) == rows, name
