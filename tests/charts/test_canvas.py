"""Tests of the frame of a chart."""

from __future__ import annotations

import pytest
from matplotlib.figure import Figure
from support.charts import NAMES

from sovstats import charts


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


def test_a_notebook_shows_axes_and_figure(drawn):
    ax = drawn["gold"]
    assert ax._repr_svg_() == ax.figure._repr_svg_()
    assert "</svg>" in ax._repr_svg_()
