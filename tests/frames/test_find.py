"""Finding figures by a word."""

from __future__ import annotations

import sovstats as ss
from sovstats.dataset.building import build
from sovstats.drafting.starting import start_dataset


def test_find_looks_into_names_notes_and_definitions():
    found = ss.find("sugar")
    assert {"sugar_output_1929", "sugar_beet_yield_1934"} <= set(found["figure"])
    assert len(ss.find("SUGAR")) == len(found)
    assert ss.find("hippopotamus").empty


def test_find_in_a_dataset_without_figures_finds_none(tmp_path):
    start_dataset(tmp_path / "own")
    build(tmp_path / "own")
    found = ss.Dataset(tmp_path / "own").find("cattle")
    assert found.empty
    assert list(found.columns)[:2] == ["figure", "printed"]
