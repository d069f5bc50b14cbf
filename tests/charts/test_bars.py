"""Tests of horizontal bars."""

from __future__ import annotations

import pytest
from support.charts import axes_of


@pytest.mark.parametrize("name", ["gold", "sugar", "foreign_trade", "railways"])
def test_bars_begin_at_zero(name, drawn):
    for ax in axes_of(drawn[name]):
        if ax.patches:
            assert ax.get_xlim()[0] == 0
