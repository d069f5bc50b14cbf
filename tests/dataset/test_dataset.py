"""The dataset as its users meet it: tables, series, figures, citations."""

from __future__ import annotations

from fractions import Fraction

import pandas as pd
import pytest

import sovstats as ss
from sovstats.errors import (
    ConflictError,
    DatasetError,
    SovstatsError,
    UnitError,
    UnknownNameError,
)


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


def test_the_grain_harvest_in_megatonnes():
    # 835 million hundredweight of 100 kg are 83.5 million tonnes; 503 are 50.3.
    grain = ss.series("grain_harvest", unit="megatonne")
    assert grain["1930"] == 83.5
    assert grain["1922"] == 50.3
    # The Russian Empire is a place of its own.
    empire = ss.series("grain_harvest", unit="megatonne", place="russian_empire")
    assert list(empire.items()) == [(1913, 80.1)]


def test_notes_in_circulation_by_period_in_billions():
    notes = ss.series("banknotes_in_circulation", unit="billion * ruble")
    assert notes["1933-01-01"] == 8.4
    assert notes["1934-01-01"] == 6.9
    assert notes["1935"] == 7.9
    assert notes.index.is_unique


def test_a_series_of_years_is_indexed_by_year():
    horses = ss.series("horses")
    # 34.6 and 15.6 million.
    assert list(horses.items()) == [(1929, 34_600_000.0), (1934, 15_600_000.0)]
    assert horses.index.name == "year"


def test_unequal_values_for_one_period_are_an_error_that_names_both():
    with pytest.raises(ConflictError) as caught:
        ss.series("collectivised_share")
    sentence = str(caught.value)
    assert "collectivised_1930" in sentence
    assert "source=" in sentence
    own = ss.series("collectivised_share", source="betrayed")
    assert own["1930"] == 23.6


def test_a_series_in_a_wrong_or_unknown_unit_is_refused():
    with pytest.raises(UnitError, match="'horses' is measured in head"):
        ss.series("horses", unit="ruble")
    with pytest.raises(UnitError, match="did you mean 'hundredweight'"):
        ss.series("grain_harvest", unit="hundredwieght")
    with pytest.raises(UnitError, match="'ton' is ambiguous"):
        ss.series("grain_harvest", unit="ton")


def test_a_series_that_does_not_exist_says_what_there_is():
    with pytest.raises(UnknownNameError, match="did you mean 'horses'"):
        ss.series("horse")
    with pytest.raises(UnknownNameError, match="place='ussr', status='actual'"):
        ss.series("horses", place="germany")


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


def test_find_looks_into_names_notes_and_definitions():
    found = ss.find("sugar")
    assert {"sugar_output_1929", "sugar_beet_yield_1934"} <= set(found["figure"])
    assert len(ss.find("SUGAR")) == len(found)
    assert ss.find("hippopotamus").empty


def test_cite_names_work_place_number_and_data_version():
    citation = ss.cite("gold_reserve_1936")
    assert "chapter 4, section 3" in citation
    assert ss.default().version in citation
    # Only what is printed is in quotation marks; "more than" is "over" in our words.
    assert ': [over] "billion" (gold_reserve_1936, ' in citation
    notes = ss.cite("banknotes_1935_start")
    assert ': "7.7" [billion] (banknotes_1935_start, ' in notes
    assert ': "34.6 million" (horses_1929, ' in ss.cite("horses_1929")


def test_check_gives_a_row_a_claim():
    table = ss.check()
    assert list(table["claim"]) == list(ss.load("claims")["claim"])
    assert {"claim", "reading", "at_written", "gap"} <= set(table.columns)
    series = ss.check(kind="series")
    assert set(series["kind"]) == {"series"}
    with pytest.raises(UnknownNameError, match="did you mean 'series'"):
        ss.check(kind="serie")


def test_the_processed_verdicts_are_those_of_check():
    built, now = ss.load("verdicts"), ss.check()
    for column in ("claim", "reading", "at_written", "hedge"):
        assert built[column].fillna("").tolist() == now[column].fillna("").tolist()


def test_verify_explains_the_fall_of_cattle_with_all_its_arithmetic():
    verdict = ss.verify("decline(cattle_1929, cattle_1934) == 40 * percent")
    assert verdict.reading == "significant"
    text = str(verdict)
    assert "36.5 percent is recomputed, 40 is stated" in text
    assert "30.7 million" in text
    assert "19.5 million" in text
    assert "36.22 to 36.75" in text
    assert all(len(line) < 80 for line in text.splitlines())


def test_a_folder_that_is_no_dataset_says_so(tmp_path):
    with pytest.raises(DatasetError, match="no dataset"):
        ss.Dataset(tmp_path)
    with pytest.raises(DatasetError, match="no such folder"):
        ss.Dataset(tmp_path / "nowhere")


def test_a_dataset_without_processed_tables_asks_for_a_build(tiny_dataset):
    with pytest.raises(DatasetError, match="run `sovstats build`"):
        ss.Dataset(tiny_dataset).load()


def test_changed_raw_tables_are_said_in_one_line(tiny_dataset):
    from sovstats.dataset.building import build
    from sovstats.storage import StaleDataWarning

    build(tiny_dataset)
    places = tiny_dataset / "raw" / "places.csv"
    places.write_text(places.read_text() + "zz,Zz,\n")
    with pytest.warns(
        StaleDataWarning, match="places.csv changed since the last build"
    ):
        ss.Dataset(tiny_dataset).load()


@pytest.mark.parametrize("width", [20, -1, 1, "100%", "wide", float("nan")])
def test_a_hedge_width_is_a_part_of_one(width):
    for ask in (
        lambda: ss.check(hedge_width=width),
        lambda: ss.default().claims(hedge_width=width),
        lambda: ss.verify("horses_1929 > horses_1934", hedge_width=width),
    ):
        with pytest.raises(SovstatsError):
            ask()


def test_a_hedge_width_may_be_written_as_in_the_sensitivity_table():
    claim = "industrial_growth_opposition == industrial_growth_opposition_1925"
    widths = ("5%", 0.05, Fraction(1, 20))
    assert {ss.verify(claim, hedge_width=w).reading for w in widths} == {"contradicted"}


def test_find_in_a_dataset_without_figures_finds_none(tmp_path):
    from sovstats.dataset.building import build
    from sovstats.drafting.starting import start_dataset

    start_dataset(tmp_path / "own")
    build(tmp_path / "own")
    found = ss.Dataset(tmp_path / "own").find("cattle")
    assert found.empty
    assert list(found.columns)[:2] == ["figure", "printed"]


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
    from support.tiny import set_cells

    from sovstats.dataset.building import build

    set_cells(tiny_dataset, "sources.csv", 0, **source)
    set_cells(tiny_dataset, "figures/alpha.csv", 0, locator=locator)
    build(tiny_dataset)
    dataset = ss.Dataset(tiny_dataset)
    assert dataset.cite("cattle_1929") == (
        f'{before}: "12.5 million" (cattle_1929, characters 100-112). '
        f"sovstats data {dataset.version}"
    )
