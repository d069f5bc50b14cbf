"""Tests of the charts: plotted data, words and bytes, never pixels."""

from __future__ import annotations

import csv
import inspect
import json
import os
import subprocess
import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import matplotlib
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

import sovstats as ss
from sovstats import charts
from sovstats.charts.axes import spread_out, value_ticks
from sovstats.charts.data import ChartInput, Measure, Point, period_words, unrepeated
from sovstats.charts.text import text_width, wrap
from sovstats.dataset.building import build
from sovstats.dataset.dataset import Dataset
from sovstats.errors import DatasetError, UnknownNameError
from sovstats.numbers.wording import count_word, listed

NAMES = list(charts.MODULES)
POOD = Fraction("16.38")

# How many of a figure's recorded units make one unit of the chart, by hand.
IN_ONE = {
    "banknotes_in_circulation": Fraction(10**9),
    "gold_reserve": Fraction(10**9),
    "horses": Fraction(10**6),
    "cattle": Fraction(10**6),
    "railway_length": Fraction(1000),
    "grain_harvest": Fraction(10**9, 100),
    "sugar_output": Fraction(10**9) / POOD,
    "steel_output": Fraction(10**6),
    "coal_output": Fraction(10**6),
    "power_station_capacity": Fraction(1000),
    "foreign_trade": Fraction(10**6),
    "metal_per_worker_ratio": Fraction(1, 100),
    "quarry_output_ratio": Fraction(1, 100),
    "truck_distance_ratio": Fraction(1, 100),
}

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


@pytest.fixture(scope="module")
def drawn() -> dict[str, Axes]:
    """Draw every chart of the default dataset."""
    return {name: getattr(charts, name)() for name in NAMES}


@pytest.fixture(scope="module")
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


def axes_of(ax: Axes) -> list[Axes]:
    return [ax, *ax.child_axes]


def artists_of(ax: Axes) -> Iterator[Any]:
    for each in axes_of(ax):
        yield from each.lines
        yield from each.patches


def named_artists(ax: Axes, chart: str) -> dict[tuple[str, str], Any]:
    """Return artists by the axis that carries their value and their figure's name."""
    found = {}
    for artist in artists_of(ax):
        parts = (artist.get_gid() or "").split("-", 2)
        if len(parts) == 3 and parts[0] == chart:
            found[parts[1], parts[2]] = artist
    return found


def plotted(artist: Any, axis: str) -> list[float]:
    """Read the values back from a marker, a range or a bar."""
    if axis in ("x", "xrange"):
        return [float(value) for value in artist.get_xdata()]
    if axis in ("y", "yrange"):
        return [float(value) for value in artist.get_ydata()]
    return [artist.get_width() if axis == "w" else artist.get_height()]


def expected(row: dict[str, str]) -> list[float]:
    ends = [row[key] for key in ("value_exact", "low_exact", "high_exact") if row[key]]
    indicator = row["indicator"]
    if indicator == "productivity_gap":
        return [float(100 / Fraction(end)) for end in reversed(ends)]
    return [float(Fraction(end) / IN_ONE.get(indicator, Fraction(1))) for end in ends]


def texts_of(ax: Axes) -> list[str]:
    """Return every text of a chart, with line breaks as spaces."""
    found = [ax.get_title(loc="left")]
    for each in axes_of(ax):
        found += [text.get_text() for text in each.texts]
        found += [text.get_text() for text in each.get_yticklabels()]
        found += [text.get_text() for text in each.get_xticklabels(which="both")]
    return [text.replace("\n", " ") for text in found]


def text_by_name(ax: Axes, chart: str, part: str) -> str:
    found = [t.get_text() for t in ax.texts if t.get_gid() == f"{chart}-{part}"]
    assert len(found) == 1
    return found[0].replace("\n", " ")


# -- plotted data ---------------------------------------------------------------------


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


def test_a_hedged_figure_is_open_and_shows_its_hedged_reading(drawn):
    ax = drawn["banknotes"]
    named = named_artists(ax, "banknotes")
    assert named["y", "banknotes_1936"].get_markerfacecolor() == "white"
    whiskers = [sorted(line.get_ydata()) for line in ax.lines if 1936.5 in
                line.get_xdata() and len(set(line.get_ydata())) == 2]  # fmt: skip
    assert [pytest.approx([7.2, 8.8])] == [w for w in whiskers if w[1] > 8.5]


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


def test_claims_cite_the_outside_series_they_use(drawn):
    notes = text_by_name(drawn["claims"], "claims", "notes")
    assert "Outside series: " in notes and "National Material Capabilities" in notes


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


@pytest.mark.parametrize("name", ["banknotes", "ruble", "grain_harvest", "livestock"])
def test_amounts_begin_at_zero(name, drawn):
    shown = drawn[name].child_axes[:1] or [drawn[name]]
    assert shown[0].get_ylim()[0] == 0


@pytest.mark.parametrize("name", ["gold", "sugar", "foreign_trade", "railways"])
def test_bars_begin_at_zero(name, drawn):
    for ax in axes_of(drawn[name]):
        if ax.patches:
            assert ax.get_xlim()[0] == 0


# -- words ----------------------------------------------------------------------------


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


def test_axes_that_are_no_chart_have_no_alternative_text():
    assert charts.alternative_text(Figure().subplots()) == ""


def test_inferred_periods_are_marked_and_explained(drawn):
    texts = texts_of(drawn["banknotes"])
    assert "2.0*" in texts and "8.4" in texts
    assert "inferred" in text_by_name(drawn["banknotes"], "banknotes", "notes")


def test_undated_figures_are_named_in_a_note(drawn):
    notes = text_by_name(drawn["collectivised"], "collectivised", "notes")
    assert "Without a date and so not drawn: 100 (target, Alarm Signal)" in notes


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


def test_wrapped_lines_fit_and_lose_no_word():
    text = "one two three four five six seven eight nine ten"
    lines = wrap(text, 60, 8)
    assert " ".join(lines) == text
    assert all(text_width(line, 8) <= 60 for line in lines)


def test_small_words():
    assert listed(["a"]) == "a" and listed(["a", "b", "c"]) == "a, b and c"
    assert count_word(12) == "twelve" and count_word(Fraction(97, 2)) == "48"


def test_labels_that_touch_are_moved_apart():
    places = spread_out([10.0, 0.0, 1.0], 4)
    assert sorted(places) == pytest.approx([-1.5, 2.5, 10], abs=1e-6)


def test_ticks_are_round():
    assert value_ticks(8.4) == [0, 2, 4, 6, 8]
    assert value_ticks(0) == [0]


def test_a_bar_for_two_years_is_named_in_their_middle(drawn):
    labels = {tick.get_text(): tick.get_position()[0] for tick in
              drawn["grain_harvest"].get_xticklabels(which="both")}  # fmt: skip
    assert labels["1931-32"] == 1932 and labels["1922"] == 1922.5


# -- interface ------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_draws_in_given_axes_and_returns_them(name):
    figure = Figure(figsize=(8, 6))
    ax = figure.subplots()
    size = figure.get_size_inches().tolist()
    assert getattr(charts, name)(ax=ax) is ax
    assert figure.get_size_inches().tolist() == size


def test_charts_of_several_panels_return_the_first_axes_of_their_figure(drawn):
    ax = drawn["per_person"]
    assert ax.figure.axes[0] is ax
    assert len(ax.child_axes) == 8


def test_the_readers_settings_are_neither_changed_nor_used():
    before = dict(matplotlib.rcParams)
    with matplotlib.rc_context({"font.size": 30, "axes.facecolor": "red"}):
        inside = dict(matplotlib.rcParams)
        ax = charts.gold()
        assert dict(matplotlib.rcParams) == inside
        assert matplotlib.colors.to_hex(ax.get_facecolor()) == "#ffffff"
    assert dict(matplotlib.rcParams) == before


def test_a_notebook_shows_axes_and_figure(drawn):
    ax = drawn["gold"]
    assert ax._repr_svg_() == ax.figure._repr_svg_()
    assert "</svg>" in ax._repr_svg_()


def run_python(code: str, seed: str = "0") -> str:
    environment = os.environ | {"PYTHONHASHSEED": seed}
    root = str(Path(ss.__file__).resolve().parent.parent)
    environment["PYTHONPATH"] = root + os.pathsep + environment.get("PYTHONPATH", "")
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    return done.stdout


def test_importing_charts_imports_neither_matplotlib_nor_pandas():
    code = (
        "import json, sys, sovstats as ss; ss.charts; import sovstats.charts.drawing;"
        "print(json.dumps([n in sys.modules for n in ('matplotlib', 'pandas')]))"
    )
    assert json.loads(run_python(code)) == [False, False]


def test_two_processes_write_the_same_bytes(tmp_path):
    for seed in "12":
        run_python(
            "import sovstats as ss\n"
            "from sovstats.charts.drawing import draw\n"
            f"folder = {str(tmp_path / seed)!r}\n"
            "draw(ss.default(), 'all', folder, 'svg')\n"
            "draw(ss.default(), 'banknotes', folder, 'png,pdf')",
            seed,
        )
    files = sorted(path.name for path in (tmp_path / "1").iterdir())
    assert [file for file in files if file.endswith(".svg")] == sorted(
        f"{name}.svg" for name in charts.MODULES
    )
    assert len(files) == len(charts.MODULES) + 2
    for file in files:
        one, two = (tmp_path / seed / file for seed in "12")
        assert one.read_bytes() == two.read_bytes(), file


def test_an_svg_describes_itself_and_has_no_date(tmp_path):
    (drawn,) = charts.draw(ss.default(), "gold", tmp_path, ["svg"])
    text = drawn.path.read_text(encoding="utf-8")
    assert 'role="img"' in text and "<desc>In 1936 gold stood" in text
    assert "<title>In 1936 gold stood" in text
    assert "dc:date" not in text


def test_draw_writes_one_file_a_format_and_makes_the_folder(tmp_path):
    drawn = charts.draw(ss.default(), "sugar", tmp_path / "new", "svg, PNG,.pdf,svg")
    paths = [each.path for each in drawn]
    assert [path.name for path in paths] == ["sugar.svg", "sugar.png", "sugar.pdf"]
    assert [path.read_bytes()[:4] for path in paths] == [b"<?xm", b"\x89PNG", b"%PDF"]


def test_draw_says_what_each_file_shows(tmp_path):
    (drawn,) = charts.draw(ss.default(), "gold", tmp_path)
    assert (drawn.name, drawn.path) == ("gold", tmp_path / "gold.svg")
    assert drawn.title == "In 1936 gold stood behind one note in eight"
    assert drawn.words.startswith(drawn.title)
    box = f'viewBox="0 0 {drawn.width}'
    assert box in drawn.path.read_text(encoding="utf-8") and drawn.width == 468


def test_a_small_svg_keeps_its_words_and_loses_what_no_browser_needs(tmp_path):
    (plain,) = charts.draw(ss.default(), "gold", tmp_path / "plain")
    (small,) = charts.draw(ss.default(), "gold", tmp_path / "small", small=True)
    one, two = (each.path.read_text(encoding="utf-8") for each in (plain, small))
    assert "<metadata>" in one and "<metadata>" not in two
    assert len(two) < 0.75 * len(one)
    assert f"<title>{small.title}</title><desc>{small.words}</desc>" in two


def test_an_unknown_chart_suggests_the_nearest(tmp_path):
    with pytest.raises(UnknownNameError, match="'banknote'; did you mean 'banknotes'"):
        charts.draw(ss.default(), "banknote", tmp_path)
    with pytest.raises(UnknownNameError, match="there are banknotes, livestock"):
        charts.draw(ss.default(), "xyz", tmp_path)


@pytest.mark.parametrize("formats", ["gif", [], "svg,,png"])
def test_an_unknown_format_is_one_sentence(formats, tmp_path):
    with pytest.raises(UnknownNameError, match="chart format.*svg, png and pdf"):
        charts.draw(ss.default(), "gold", tmp_path, formats)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_one_sentence(tmp_path):
    taken = tmp_path / "taken"
    taken.write_text("")
    with pytest.raises(DatasetError, match="cannot write the chart there"):
        charts.draw(ss.default(), "gold", taken)


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


def test_all_leaves_out_what_a_dataset_lacks_and_warns(tiny, tmp_path):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        drawn = charts.draw(tiny, "all", tmp_path / "out")
    said = [str(one.message) for one in caught
            if one.category is charts.LeftOutWarning]  # fmt: skip
    assert [each.name for each in drawn] == ["guarded"]
    assert len(said) == len(NAMES) - 1
    assert any("banknotes_in_circulation" in sentence for sentence in said)


@pytest.mark.parametrize("name", NAMES)
def test_every_chart_is_a_function_of_its_name_with_its_documentation(name):
    chart = getattr(charts, name)
    assert chart.__name__ == name
    assert list(inspect.signature(chart).parameters) == ["ax", "dataset"]
    assert chart.__doc__.startswith("Draw ")
    for part in ("Parameters", "Returns", "Raises", f">>> ax = ss.charts.{name}()"):
        assert chart.__doc__.count(part) == 1


def test_no_two_charts_say_that_they_show_the_same():
    assert len({getattr(charts, name).__doc__.split("\n")[0] for name in NAMES}) == 16


def test_a_figure_in_another_dimension_is_refused():
    with pytest.raises(DatasetError, match="'horses' in ruble, not head"):
        ChartInput(ss.default(), "livestock").points(Measure("horses", "ruble"))
