"""Tests of the house style."""

from __future__ import annotations

import matplotlib

from sovstats import charts


def test_the_readers_settings_are_neither_changed_nor_used():
    before = dict(matplotlib.rcParams)
    with matplotlib.rc_context({"font.size": 30, "axes.facecolor": "red"}):
        inside = dict(matplotlib.rcParams)
        ax = charts.gold()
        assert dict(matplotlib.rcParams) == inside
        assert matplotlib.colors.to_hex(ax.get_facecolor()) == "#ffffff"
    assert dict(matplotlib.rcParams) == before
