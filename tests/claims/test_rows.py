"""Claims as rows: every cell of a verdict, and the table of slips."""

from __future__ import annotations

import pytest
from support.claims import claim
from support.tiny import set_cells

import sovstats as ss
from sovstats.claims.rows import full_cells, slip_rows
from sovstats.dataset.building import build


def test_a_claim_that_notices_nothing_is_called_vacuous(tiny_dataset):
    # Tens of millions (from 20 million) against 3 1/2 billion: ten times the one is 0.2
    # billion, a tenth of the other 0.35, and neither has two digits side by side.
    set_cells(tiny_dataset, "claims.csv", 0, expression="savings < savings_1928_29")
    build(tiny_dataset)
    verdict = ss.Dataset(tiny_dataset).load("verdicts").iloc[0]
    assert verdict["reading"] == "literal"
    assert verdict["sharpness"] == 0
    assert verdict["vacuous"] == "yes"
    assert verdict["notices"] == "savings: none; savings_1928_29: none"
    slips = ss.Dataset(tiny_dataset).load("slips")
    assert len(slips) == 16
    assert not slips["noticed"].any()


def test_a_claim_that_notices_something_is_not_vacuous(tiny_dataset):
    # 1 - 10/12.5 is 20 per cent exactly; 12.5 and 20 million were already a tenth off.
    build(tiny_dataset)
    verdict = ss.Dataset(tiny_dataset).load("verdicts").iloc[0]
    assert verdict["vacuous"] == "no"
    assert verdict["sharpness"] > 0


def test_without_a_figure_that_can_slip_there_is_no_sharpness():
    cells = full_cells(claim("rank == 3"), [])
    assert (cells["reading"], cells["sharpness"], cells["vacuous"]) == (
        "literal",
        "",
        "",
    )


def test_every_cell_of_a_verdict():
    cattle = claim("decline(before, after) == fall", name="cattle")
    cells = full_cells(cattle, [cattle])
    assert cells["claim"] == "cattle"
    assert cells["reading"] == "significant"
    assert cells["at_written"] == "impossible"
    assert cells["computed"] == "36.22 to 36.75"
    assert cells["stated"] == "36 to 44"
    assert cells["unit"] == "percent"
    assert float(cells["gap"]) == pytest.approx(11.2 / 30.7 / 0.4 - 1, abs=1e-15)
    assert cells["sharpness"] == "0.7778"
    assert cells["vacuous"] == "no"
    assert cells["notices"] == "before: -5 %; after: +5 %; fall: +5 %"
    assert cells["because"] == "40 per cent taken as rounded"
    assert cells["repairs"] == (
        "before: 32.5 million (32.1 million to 32.9 million) head; "
        "after: 18.4 million (18.2 million to 18.6 million) head; "
        "fall: 36 (36 to 37) percent"
    )


def test_slip_rows_name_figure_slip_and_claim():
    rows = slip_rows([claim("low < inside", name="order")])
    # 3.0: ten times 30 passes 21, and so does nothing else (03, or 0.3, do not).
    assert [row["slip"] for row in rows if row["noticed"] == "yes"] == [
        "x 10",  # of 3.0
        "/ 10",  # of 21: 2.1; 12 is still more than 3
    ]
    assert {row["claim"] for row in rows} == {"order"}
    assert {row["figure"] for row in rows} == {"low", "inside"}


def test_the_stored_sharpness_is_the_mean_of_the_stored_slips():
    slips = ss.load("slips")
    by_figure = slips.groupby(["claim", "figure"])["noticed"].mean()
    expected = by_figure.groupby("claim").mean()
    stored = ss.load("verdicts").set_index("claim")["sharpness"].dropna()
    assert set(stored.index) == set(expected.index)
    assert (stored - expected[stored.index]).abs().max() < 0.0001


@pytest.mark.parametrize(
    ("claim", "sharpness"),
    # Worked out in test_slips: the mean of shares such as 7/9.
    [
        ("horses_fall", 1.0),
        ("cattle_fall", 0.7778),
        ("steel_fall", 1.0),
        ("sugar_fall", 0.6528),
        ("gold_coverage", 0.3056),
        ("quarry_tenth", 0.8519),
        ("collectivised_1932_works", 0.6667),
        ("collectivised_rise", 0.2667),
        ("truck_part", 0.7593),
    ],
)
def test_the_stored_sharpness_is_the_one_worked_out_by_hand(claim, sharpness):
    verdicts = ss.load("verdicts").set_index("claim")
    assert verdicts.loc[claim, "sharpness"] == pytest.approx(sharpness, abs=1e-9)
