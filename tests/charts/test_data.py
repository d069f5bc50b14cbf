"""Tests of what a chart takes from a dataset."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

import sovstats as ss
from sovstats import charts
from sovstats.charts.data import ChartInput, Measure, Point, period_words, unrepeated
from sovstats.dataset.dataset import Dataset
from sovstats.errors import DatasetError


def point(**cells: str) -> Point:
    row = {"figure": "a", "printed": "12.50", "hedge": "none", "period": "1930"}
    row |= {"period_basis": "printed", "place": "ussr", "status": "actual"} | cells
    number = Fraction("12.5")
    return Point(row, number, number, None, (1930.0, 1931.0))


def test_a_corrected_figure_is_marked():
    plain = point()
    damaged = replace(plain, meant="12.60")
    assert (plain.label, damaged.label) == ("12.50", "12.50\u2020")


def test_a_label_keeps_the_printed_decimals_only_in_the_printed_unit():
    assert point(printed="12.50 million").label == "12.50"
    assert point(printed="0.0125 billion").label == "12.5"
    assert point(hedge="up_to", period_basis="inferred").label == "up to 12.50*"


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("1929", "1929"),
        ("1933-01-01", "start of 1933"),
        ("1913-12", "December 1913"),
        ("1928-10/1929-09", "1928-29"),
        ("1929/1934", "1929-34"),
    ],
)
def test_periods_are_written_as_people_do(period, words):
    assert period_words(period) == words


def test_of_repeated_points_the_one_with_a_printed_period_is_kept():
    inferred, printed = point(period_basis="inferred"), point(figure="b")
    assert unrepeated([inferred, printed]) == [printed]
    assert len(unrepeated([printed, point(hedge="over")])) == 2


@pytest.mark.parametrize(
    ("name", "lack"),
    [
        ("banknotes", "banknotes_in_circulation"),
        ("livestock", "horses"),
        ("collectivised", "collectivised_share"),
        ("railways", "railway_length"),
        ("per_person", "coal_per_person"),
        ("claims", "claims of equality"),
    ],
)
def test_a_dataset_that_lacks_an_indicator_says_which(name, lack, tiny):
    if name == "claims":
        only_literal(tiny)
    with pytest.raises(DatasetError, match=f"'{name}' needs .*{lack}"):
        getattr(charts, name)(dataset=tiny)


def only_literal(dataset: Dataset) -> None:
    """Leave the small dataset no claims that could be drawn."""
    path = dataset.folder / "processed" / "claims.csv"
    header = path.read_text(encoding="utf-8").splitlines()[0]
    path.write_text(header + "\n", encoding="utf-8")


def test_a_figure_in_another_dimension_is_refused():
    with pytest.raises(DatasetError, match="'horses' in ruble, not head"):
        ChartInput(ss.default(), "livestock").points(Measure("horses", "ruble"))


def test_a_range_and_an_open_end_are_written_as_such():
    number = point(printed="15")
    ranged = replace(number, low=Fraction(15), high=Fraction(18))
    assert (ranged.ranged, ranged.number, ranged.middle) == (True, "15 to 18", 16.5)
    onward = replace(number, low=Fraction(15), high=None)
    assert (onward.ranged, onward.number, onward.middle) == (False, "15 or more", 15)


def test_a_scaled_figure_keeps_its_row_and_scales_its_hedged_reading():
    about = replace(point(hedge="about"), spread=(Fraction(11), Fraction(14)))
    scaled = about.scaled(100)
    assert (scaled.low, scaled.high) == (1250, 1250)
    assert scaled.spread == (1100, 1400)
    assert scaled.row is about.row


def test_an_indicator_that_no_figure_has_is_named():
    with pytest.raises(DatasetError, match="'gold' needs figures of .* 'nothing'"):
        ChartInput(ss.default(), "gold").dated(Measure("nothing"))
