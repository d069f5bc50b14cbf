"""Tests of the smaller SVG."""

from __future__ import annotations

import sovstats as ss
from sovstats import charts


def test_a_small_svg_keeps_its_words_and_loses_what_no_browser_needs(tmp_path):
    (plain,) = charts.draw(ss.default(), "gold", tmp_path / "plain")
    (small,) = charts.draw(ss.default(), "gold", tmp_path / "small", small=True)
    one, two = (each.path.read_text(encoding="utf-8") for each in (plain, small))
    assert "<metadata>" in one and "<metadata>" not in two
    assert len(two) < 0.75 * len(one)
    assert f"<title>{small.title}</title><desc>{small.words}</desc>" in two
