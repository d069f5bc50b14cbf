"""Tests of charts as files."""

from __future__ import annotations

import pytest
from support.charts import run_python

import sovstats as ss
from sovstats import charts
from sovstats.errors import DatasetError, UnknownNameError


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


@pytest.mark.parametrize("formats", ["gif", [], "svg,,png"])
def test_an_unknown_format_is_one_sentence(formats, tmp_path):
    with pytest.raises(UnknownNameError, match="chart format.*svg, png and pdf"):
        charts.draw(ss.default(), "gold", tmp_path, formats)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_one_sentence(tmp_path):
    taken = tmp_path / "taken"
    taken.write_text("")
    with pytest.raises(DatasetError, match="it cannot be written"):
        charts.draw(ss.default(), "gold", taken)
