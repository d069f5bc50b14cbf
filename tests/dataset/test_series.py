"""Series: one indicator over time, in one unit, one value a period."""

from __future__ import annotations

import pytest

import sovstats as ss
from sovstats.errors import ConflictError, UnitError, UnknownNameError


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
