"""A single figure: its columns, its claims and its citation."""

from __future__ import annotations

import pytest
from support.tiny import set_cells

import sovstats as ss
from sovstats.dataset.building import build
from sovstats.errors import UnknownNameError


def test_a_figure_has_its_columns_claims_and_citation():
    figure = ss.figure("horses_1929")
    assert figure["printed"] == "34.6 million"
    assert "horses_fall" in figure.claims
    assert "The Revolution Betrayed (1936)" in figure.citation
    assert "34.6 million" in figure.citation
    assert "<table>" in figure._repr_html_()


def test_an_unknown_figure_suggests_the_nearest():
    with pytest.raises(UnknownNameError, match="did you mean 'horses_1929'"):
        ss.figure("horse_1929")


def test_cite_names_work_place_number_and_data_version():
    citation = ss.cite("gold_reserve_1936")
    assert "chapter 4, section 3" in citation
    assert ss.default().version in citation
    # Only what is printed is in quotation marks; "more than" is "over" in our words.
    assert ': [over] "billion" (gold_reserve_1936, ' in citation
    notes = ss.cite("banknotes_1935_start")
    assert ': "7.7" [billion] (banknotes_1935_start, ' in notes
    assert ': "34.6 million" (horses_1929, ' in ss.cite("horses_1929")


@pytest.mark.parametrize(
    ("source", "locator", "before"),
    [
        ({}, "chapter 1", "N. N., An invented pamphlet (1936) [first], chapter 1"),
        ({"author": ""}, "part 2", "An invented pamphlet (1936) [first], part 2"),
        ({"written": ""}, "", "N. N., An invented pamphlet [first]"),
        ({"author": "", "written": "", "edition": ""}, "", "An invented pamphlet"),
    ],
)
def test_a_citation_leaves_out_what_is_not_known(tiny_dataset, source, locator, before):
    set_cells(tiny_dataset, "sources.csv", 0, **source)
    set_cells(tiny_dataset, "figures/alpha.csv", 0, locator=locator)
    build(tiny_dataset)
    dataset = ss.Dataset(tiny_dataset)
    assert dataset.cite("cattle_1929") == (
        f'{before}: "12.5 million" (cattle_1929, characters 100-112). '
        f"sovstats data {dataset.version}"
    )
