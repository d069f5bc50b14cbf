"""Tests of the axes."""

from __future__ import annotations

import pytest
from matplotlib.figure import Figure

import sovstats as ss
from sovstats.charts.axes import lifts, spread_out, value_ticks
from sovstats.charts.canvas import Canvas, Panel
from sovstats.charts.data import ChartInput


@pytest.mark.parametrize("name", ["banknotes", "ruble", "grain_harvest", "livestock"])
def test_amounts_begin_at_zero(name, drawn):
    shown = drawn[name].child_axes[:1] or [drawn[name]]
    assert shown[0].get_ylim()[0] == 0


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


def test_a_label_is_lifted_only_where_it_would_touch():
    ax = Figure(figsize=(2, 2)).subplots()
    ax.set_position((0, 0, 1, 1))
    ax.set_ylim(0, 144)
    panel = Panel(Canvas(ChartInput(ss.default(), "gold"), ax), ax)
    # Two inches are 144 points, one for each unit of the axis.
    assert lifts(panel, [100, 20, 24], 10) == pytest.approx([0, -3, 3])
