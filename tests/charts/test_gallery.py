"""Tests of what each chart draws: plotted data, never pixels."""

from __future__ import annotations

import csv
from collections import Counter

import pytest
from support.charts import (
    NAMES,
    expected,
    named_artists,
    plotted,
    text_by_name,
    texts_of,
)

import sovstats as ss
from sovstats import charts
from sovstats.dataset.dataset import Dataset
from sovstats.errors import DatasetError


@pytest.mark.parametrize("name", [n for n in NAMES if n not in ("claims", "guarded")])
def test_every_plotted_number_is_that_of_the_table(name, drawn, rows):
    named = named_artists(drawn[name], name)
    seen = 0
    for (axis, figure), artist in named.items():
        if axis in ("x", "y", "w", "h", "xrange", "yrange"):
            assert plotted(artist, axis) == pytest.approx(expected(rows[figure]), 1e-12)
            seen += 1
    assert seen >= 2


def test_banknotes_are_drawn_when_the_text_dates_them(drawn):
    named = named_artists(drawn["banknotes"], "banknotes")
    drawn_at = {key[1]: artist.get_xydata()[0] for key, artist in named.items()}
    assert drawn_at["banknotes_1925_start"].tolist() == [1925.0, 0.7]
    assert drawn_at["banknotes_1933_start"].tolist() == [1933.0, 8.4]
    assert drawn_at["banknotes_1935"].tolist() == [1935.5, 7.9]
    assert len(drawn_at) == 11


def test_a_repeated_figure_is_drawn_once(drawn):
    figures = {figure for _, figure in named_artists(drawn["banknotes"], "banknotes")}
    assert "banknotes_1933_start_again" not in figures


def test_livestock_recomputes_the_falls_from_the_counts(drawn):
    named = named_artists(drawn["livestock"], "livestock")
    cattle = plotted(named["recomputed", "cattle"], "x")[0]
    horses = plotted(named["recomputed", "horses"], "x")[0]
    assert cattle == pytest.approx((30.7 - 19.5) / 30.7 * 100)
    assert horses == pytest.approx((34.6 - 15.6) / 34.6 * 100)
    stated = {key: plotted(named["x", f"{key}_decline_1929_34"], "x")[0]
              for key in ("horses", "cattle", "pigs", "sheep")}  # fmt: skip
    assert stated == {"horses": 55, "cattle": 40, "pigs": 55, "sheep": 66}


def test_collectivised_draws_the_plan_as_a_hollow_square(drawn):
    named = named_artists(drawn["collectivised"], "collectivised")
    plan = named["y", "collectivised_1933_plan"]
    fact = named["y", "collectivised_1932"]
    assert (plan.get_marker(), fact.get_marker()) == ("s", "o")
    assert plan.get_markerfacecolor() == "white"
    assert fact.get_markerfacecolor() != "white"
    assert plotted(plan, "y") == [20] and plotted(fact, "y") == [61.5]


def test_collectivised_leaves_a_disputed_figure_out_of_the_path(drawn):
    ax = drawn["collectivised"]
    paths = [line for line in ax.lines if len(line.get_xdata()) == 2]
    assert not any(
        1927.5 in line.get_xdata() and line.get_ydata()[0] != line.get_ydata()[1]
        for line in paths
    )
    assert any("8*\u2021" in text for text in texts_of(ax))


def test_sugar_draws_the_half_that_is_stated(drawn):
    named = named_artists(drawn["sugar"], "sugar")
    stroke = plotted(named["part", "sugar_remaining_1932"], "x")[0]
    assert stroke == pytest.approx(100e6 * 16.38 / 1e9 / 2)


def test_claims_stand_where_their_gap_puts_them(drawn):
    named = named_artists(drawn["claims"], "claims")
    cattle = plotted(named["claim", "cattle_fall"], "x")[0]
    assert cattle == pytest.approx((1 - 19.5 / 30.7) / 0.4)
    steel = plotted(named["claim", "steel_fall"], "x")[0]
    assert steel == pytest.approx(183000 / 4200000 * 23)


def test_claims_draw_both_intervals_at_the_verdicts_reading(drawn):
    ax = drawn["claims"]
    mark = named_artists(ax, "claims")["claim", "cattle_fall"]
    row = mark.get_ydata()[0]
    band = next(p for p in ax.patches if p.get_y() < row < p.get_y() + p.get_height())
    ends = band.get_x(), band.get_x() + band.get_width()
    assert ends == pytest.approx((0.9, 1.1))
    whisker = next(line for line in ax.lines if line.get_linestyle() == "-"
                   and list(line.get_ydata()) == [row, row])  # fmt: skip
    low = (1 - 19.55 / 30.65) / 0.4
    high = (1 - 19.45 / 30.75) / 0.4
    assert list(whisker.get_xdata()) == pytest.approx([low, high])


def test_claims_draw_each_equality_that_is_not_literal_once(drawn):
    equal = [c for c in ss.default().claims()
             if c.verdict.decision.worst.operator == "=="]  # fmt: skip
    wanted = {c.name for c in equal if c.reading not in ("literal", "undecidable")}
    named = {n for axis, n in named_artists(drawn["claims"], "claims")}
    # What has no printed number, such as a vague plural, is named in the notes.
    assert named <= wanted
    notes = text_by_name(drawn["claims"], "claims", "notes")
    titles = {c.name: c.row["title"] for c in equal}
    assert all(titles[name] in notes for name in wanted - named)


def test_claims_beyond_the_axis_are_arrows_with_their_value(drawn):
    ax = drawn["claims"]
    mark = named_artists(ax, "claims")["claim", "offices_editions"]
    assert mark.get_marker() == "<"
    assert mark.get_xdata()[0] == ax.get_xlim()[0] == 0.5
    assert "0.01, beyond the axis" in texts_of(ax)


def test_only_what_the_texts_say_is_called_contradicted(drawn):
    labels = drawn["claims"].get_yticklabels()
    bold = {t.get_text().replace("\n", " ") for t in labels if t.get_weight() == "bold"}
    against = [c for c in ss.default().claims() if c.reading == "contradicted"]
    ours = {c.row["title"] for c in against if c.row["asserted"] == "reading"}
    assert bold and not bold & ours


def test_guarded_shares_are_those_of_the_table(drawn, rows):
    counts: dict[str, Counter[str]] = {}
    for row in rows.values():
        if row["guarded"] != "exact":
            counts.setdefault(row["topic"], Counter())[row["guarded"]] += 1
    for (topic, kind), bar in named_artists(drawn["guarded"], "guarded").items():
        count = counts[topic]
        share = count[kind.replace("_", " ")] / count.total() * 100
        assert bar.get_width() == pytest.approx(share)
    widths = Counter[str]()
    for (topic, _), bar in named_artists(drawn["guarded"], "guarded").items():
        widths[topic] += bar.get_width()
    assert set(widths) == set(counts)
    assert all(width == pytest.approx(100) for width in widths.values())


def test_without_its_column_guarded_says_so(tiny):
    path = tiny.folder / "processed" / "figures.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        table = list(csv.DictReader(stream))
    with path.open("w", encoding="utf-8", newline="") as stream:
        columns = [column for column in table[0] if column != "guarded"]
        writer = csv.DictWriter(stream, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(table)
    with pytest.raises(DatasetError, match="the column 'guarded'"):
        charts.guarded(dataset=Dataset(tiny.folder))
