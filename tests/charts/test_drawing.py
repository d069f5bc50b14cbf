"""Tests of the charts as functions."""

from __future__ import annotations

import inspect
import json
import warnings

import pytest
from matplotlib.figure import Figure
from support.charts import NAMES, run_python

import sovstats as ss
from sovstats import charts
from sovstats.errors import UnknownNameError


def test_axes_that_are_no_chart_have_no_alternative_text():
    assert charts.alternative_text(Figure().subplots()) == ""


def test_importing_charts_imports_neither_matplotlib_nor_pandas():
    code = (
        "import json, sys, sovstats as ss; ss.charts; import sovstats.charts.drawing;"
        "print(json.dumps([n in sys.modules for n in ('matplotlib', 'pandas')]))"
    )
    assert json.loads(run_python(code)) == [False, False]


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


def test_an_unknown_chart_suggests_the_nearest(tmp_path):
    with pytest.raises(UnknownNameError, match="'banknote'; did you mean 'banknotes'"):
        charts.draw(ss.default(), "banknote", tmp_path)
    with pytest.raises(UnknownNameError, match="there are banknotes, livestock"):
        charts.draw(ss.default(), "xyz", tmp_path)


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
