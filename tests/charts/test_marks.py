"""Tests of the marks."""

from __future__ import annotations

import pytest
from support.charts import named_artists


def test_a_hedged_figure_is_open_and_shows_its_hedged_reading(drawn):
    ax = drawn["banknotes"]
    named = named_artists(ax, "banknotes")
    assert named["y", "banknotes_1936"].get_markerfacecolor() == "white"
    whiskers = [sorted(line.get_ydata()) for line in ax.lines if 1936.5 in
                line.get_xdata() and len(set(line.get_ydata())) == 2]  # fmt: skip
    assert [pytest.approx([7.2, 8.8])] == [w for w in whiskers if w[1] > 8.5]
