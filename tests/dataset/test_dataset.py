"""The dataset as its users meet it: its folder, checks and claims."""

from __future__ import annotations

from fractions import Fraction

import pytest

import sovstats as ss
from sovstats.errors import DatasetError, SovstatsError, UnknownNameError


def test_check_gives_a_row_a_claim():
    table = ss.check()
    assert list(table["claim"]) == list(ss.load("claims")["claim"])
    assert {"claim", "reading", "at_written", "gap"} <= set(table.columns)
    series = ss.check(kind="series")
    assert set(series["kind"]) == {"series"}
    with pytest.raises(UnknownNameError, match="did you mean 'series'"):
        ss.check(kind="serie")


def test_the_processed_verdicts_are_those_of_check():
    built, now = ss.load("verdicts"), ss.check()
    for column in ("claim", "reading", "at_written", "hedge"):
        assert built[column].fillna("").tolist() == now[column].fillna("").tolist()


def test_verify_explains_the_fall_of_cattle_with_all_its_arithmetic():
    verdict = ss.verify("decline(cattle_1929, cattle_1934) == 40 * percent")
    assert verdict.reading == "significant"
    text = str(verdict)
    assert "36.5 percent is recomputed, 40 is stated" in text
    assert "30.7 million" in text
    assert "19.5 million" in text
    assert "36.22 to 36.75" in text
    assert all(len(line) < 80 for line in text.splitlines())


def test_a_folder_that_is_no_dataset_says_so(tmp_path):
    with pytest.raises(DatasetError, match="no dataset"):
        ss.Dataset(tmp_path)
    with pytest.raises(DatasetError, match="no such folder"):
        ss.Dataset(tmp_path / "nowhere")


@pytest.mark.parametrize("width", [20, -1, 1, "100%", "wide", float("nan")])
def test_a_hedge_width_is_a_part_of_one(width):
    for ask in (
        lambda: ss.check(hedge_width=width),
        lambda: ss.default().claims(hedge_width=width),
        lambda: ss.verify("horses_1929 > horses_1934", hedge_width=width),
    ):
        with pytest.raises(SovstatsError):
            ask()


def test_a_hedge_width_may_be_written_as_in_the_sensitivity_table():
    claim = "industrial_growth_opposition == industrial_growth_opposition_1925"
    widths = ("5%", 0.05, Fraction(1, 20))
    assert {ss.verify(claim, hedge_width=w).reading for w in widths} == {"contradicted"}
