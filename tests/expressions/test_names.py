"""Names: what a row of a table states, in base units."""

from __future__ import annotations

from support.printed import UNITS

from sovstats.expressions.names import FACTS, Quantities
from sovstats.numbers import Statement


def test_a_figure_without_a_number_has_no_widths():
    row = dict.fromkeys(
        [
            *FACTS,
            *("value_exact", "low_exact", "high_exact", "exact", "former"),
            *("written_below", "written_above"),
            *("significant_below", "significant_above"),
        ],
        "",
    )
    row |= {"figure": "few", "unit": "head", "hedge": "none"}
    few = Quantities([row], [], UNITS)["few"]
    assert few.statement == Statement(None)
    assert few.statement.written == few.statement.significant == (0, 0)


def test_an_observation_stands_for_its_year():
    row = {"name": "herd", "series": "cattle", "place": "ussr", "value": "12.5"}
    row |= {"year": "1929", "unit": "head", "value_exact": "25/2"}
    herd = Quantities([], [row], UNITS)["herd"]
    assert herd.facts == {
        "indicator": "cattle",
        "place": "ussr",
        "printed": "12.5",
        "period": "1929",
        "year": "1929",
        "period_start": "1929",
    }
    assert herd.outside


def test_figures_and_observations_are_counted_together():
    figures = [{"figure": name, "former": "old"} for name in ("one", "two")]
    quantities = Quantities(figures, [{"name": "seen"}], UNITS)
    # A former name stands for a figure that is counted already: 2 + 1.
    assert (len(quantities), list(quantities)) == (3, ["one", "two", "seen"])
