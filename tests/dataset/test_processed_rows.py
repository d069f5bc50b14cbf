"""Processed rows: what follows from the cells of a raw row, worked out by hand."""

from __future__ import annotations

from pathlib import Path

from support.built import built_row

from sovstats.dataset.building import build
from sovstats.storage import read_table


def test_a_figure_is_enriched_with_what_follows_from_its_cells(
    tiny_dataset: Path,
) -> None:
    build(tiny_dataset)
    row = built_row(tiny_dataset, "figures", 0)
    # 12.5 million: half a unit of the last digit is 0.05 million.
    expected = {
        "figure": "cattle_1929",
        "value": "12500000.0",
        "value_exact": "12500000",
        "low": "",
        "low_exact": "",
        "topic": "livestock",
        "measure": "level",
        "dimension": "animal",
        "magnitude": "12500000",
        "magnitude_low": "",
        "written_below": "50000",
        "written_above": "50000",
        "period_start": "1929-01-01",
        "period_end": "1929-12-31",
        "year": "1929",
    }
    assert {column: row[column] for column in expected} == expected


def test_a_range_is_enriched_at_both_ends(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    row = built_row(tiny_dataset, "figures", 3)
    assert (row["value"], row["value_exact"], row["magnitude"]) == ("", "", "")
    assert (row["low"], row["high_exact"]) == ("20.0", "22")
    # In million tonnes; the base unit of mass is the kilogram.
    assert (row["magnitude_low"], row["magnitude_high"]) == (
        "20000000000",
        "22000000000",
    )
    assert row["written_below"] == "1/2"


def test_a_scale_outside_the_span_widens_the_digits_too(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    row = built_row(tiny_dataset, "figures", 6)
    # 3 1/2 billion is written to a half; half of that is a quarter of a billion.
    assert (row["value_exact"], row["written_above"]) == ("3500000000", "250000000")
    assert (row["period_start"], row["year"]) == ("1928-10-01", "1929")


def test_an_exact_figure_has_no_width_and_is_read_as_corrected(
    tiny_dataset: Path,
) -> None:
    build(tiny_dataset)
    row = built_row(tiny_dataset, "figures", 7)
    assert (row["printed"], row["value_exact"]) == ("l5 years", "15")
    assert (row["written_below"], row["significant_above"]) == ("0", "0")


def test_a_vague_figure_has_a_floor_and_no_end(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    row = built_row(tiny_dataset, "figures", 4)
    assert (row["low_exact"], row["high_exact"], row["year"]) == ("20000000", "", "")


def test_a_figure_without_a_number_has_no_width(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    row = built_row(tiny_dataset, "figures", 5)
    assert (row["value"], row["low"], row["written_below"]) == ("", "", "")


def test_a_change_over_years_has_no_single_year(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    row = built_row(tiny_dataset, "figures", 2)
    assert (row["period_end"], row["year"]) == ("1934-12-31", "")
    assert (row["unit"], row["magnitude"]) == ("percent", "1/5")


def test_an_observation_gets_its_name_and_a_unit_that_can_be_parsed(
    tiny_dataset: Path,
) -> None:
    build(tiny_dataset)
    assert built_row(tiny_dataset, "independent", 0) == {
        "name": "survey_cattle_new_land_1929",
        "dataset": "survey",
        "series": "cattle",
        "place": "New Land",
        "year": "1929",
        "value": "12.25",
        "value_exact": "49/4",
        "unit": "national_currency/ruble",
    }


def test_the_unit_table_is_exact(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    rows = read_table(tiny_dataset / "processed/unit_factors.csv")
    assert {"name": "pood", "factor": "819/50", "dimension": "mass"} in rows
    assert [row["name"] for row in rows] == sorted(row["name"] for row in rows)
