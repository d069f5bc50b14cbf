"""Tests of the words of a chart."""

from __future__ import annotations

import pytest
from support.charts import NAMES, text_by_name, texts_of

import sovstats as ss
from sovstats import charts

UNITS = {
    "banknotes": "billion rubles",
    "livestock": "Million head",
    "collectivised": "per cent",
    "railways": "Kilometres per 10,000 people",
    "gold": "Billion rubles",
    "ruble": "French francs to one ruble",
    "grain_harvest": "million tonnes",
    "sugar": "Million tonnes",
    "industrial_growth": "per cent",
    "before_after": "Megawatts",
    "foreign_trade": "million rubles",
    "per_person": "Kilowatt-hours per person",
    "ranks": "Place of the Soviet Union",
    "productivity": "percentage of American",
    "claims": "multiple of the stated number",
    "guarded": "per cent",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_has_title_unit_source_and_data_version(name, drawn):
    ax = drawn[name]
    assert ax.get_title(loc="left")
    assert any(UNITS[name] in text for text in texts_of(ax))
    source = text_by_name(ax, name, "source")
    assert source.startswith("Source: ")
    assert "The Revolution Betrayed (1936)" in source
    assert ss.default().version in source


def test_the_source_line_names_the_chapters(drawn):
    source = text_by_name(drawn["banknotes"], "banknotes", "source")
    assert "chapters 2 and 4" in source


def test_claims_cite_the_outside_series_they_use(drawn):
    notes = text_by_name(drawn["claims"], "claims", "notes")
    assert "Outside series: " in notes and "National Material Capabilities" in notes


@pytest.mark.parametrize("name", NAMES)
def test_alternative_text_says_title_numbers_and_source(name, drawn):
    ax = drawn[name]
    text = charts.alternative_text(ax)
    title = ax.get_title(loc="left").replace("\n", " ")
    assert text.startswith(title)
    assert "Source: " in text
    assert text == ax.get_figure(root=True).sovstats_alt


def test_alternative_text_comes_from_the_data(drawn):
    text = charts.alternative_text(drawn["livestock"])
    assert "Horses: 34.6 million head in 1929, 15.6 million head in 1934." in text
    assert "36.5 per cent as recomputed" in text
    assert "about 8 in 1936" in charts.alternative_text(drawn["banknotes"])
    assert "about 20 per cent (plan) in 1933" in charts.alternative_text(
        drawn["collectivised"]
    )


def test_inferred_periods_are_marked_and_explained(drawn):
    texts = texts_of(drawn["banknotes"])
    assert "2.0*" in texts and "8.4" in texts
    assert "inferred" in text_by_name(drawn["banknotes"], "banknotes", "notes")


def test_undated_figures_are_named_in_a_note(drawn):
    notes = text_by_name(drawn["collectivised"], "collectivised", "notes")
    assert "Without a date and so not drawn: 100 (target, Alarm Signal)" in notes
