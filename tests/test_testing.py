"""What a user's own test suite calls, and how verdicts hang on the hedge width."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support.tiny import set_cells

import sovstats as ss
from sovstats.claims import changing_verdicts, exact_width
from sovstats.dataset.building import build
from sovstats.errors import ExpressionError, NumeralError, UnknownNameError
from sovstats.testing import assert_verdict


@pytest.fixture
def dataset(tiny_dataset):
    """Return the small dataset, built: 12.5 million, about 10 million, 20 per cent."""
    build(tiny_dataset)
    return ss.Dataset(tiny_dataset)


def test_nothing_happens_where_the_verdict_is_the_expected_one(dataset):
    # 1 - 10/12.5 is 20 per cent; 10 against 12.5 is an order as printed; 11.5 million
    # lies farther than a tenth above about 10.
    assert_verdict(dataset, "cattle_fell", "literal")
    assert_verdict(dataset, "cattle_1934 < cattle_1929", "literal")
    assert_verdict(dataset, "cattle_1934 == 11.5 * million * head", "contradicted")


def test_the_hedge_width_is_used(dataset):
    line = "cattle_1934 == 11.5 * million * head"
    assert_verdict(dataset, line, "hedged", hedge_width=Fraction(1, 5))
    set_cells(dataset.folder, "claims.csv", 0, expression=line, expected="")
    build(dataset.folder)
    claims = ss.Dataset(dataset.folder)
    assert_verdict(claims, "cattle_fell", "contradicted")
    assert_verdict(claims, "cattle_fell", "hedged", Fraction(1, 5))


@pytest.mark.parametrize("claim", ["cattle_fell", "cattle_1929 == cattle_1929"])
def test_the_failure_shows_the_whole_arithmetic(dataset, claim):
    with pytest.raises(AssertionError) as caught:
        assert_verdict(dataset, claim, "written")
    first, *rest = str(caught.value).splitlines()
    assert first == f"{claim} was expected to be written and is literal"
    text = "\n".join(rest)
    for word in ("cattle_1929", "12.5 million", "reading", "literal", "written"):
        assert word in text


def test_an_edition_is_tested_by_what_it_prints(tiny_dataset):
    # Tens of millions twice is open as an equality, and the same print.
    line = "savings == savings"
    set_cells(tiny_dataset, "claims.csv", 0, expression=line, kind="edition")
    build(tiny_dataset)
    dataset = ss.Dataset(tiny_dataset)
    assert_verdict(dataset, "cattle_fell", "literal")
    assert_verdict(dataset, line, "open")


def test_unknown_claims_verdicts_and_figures_are_no_failures_but_errors(dataset):
    with pytest.raises(UnknownNameError, match="did you mean 'cattle_fell'"):
        assert_verdict(dataset, "cattle_fel", "literal")
    with pytest.raises(UnknownNameError, match="named 'hegded'; did you mean 'hedged'"):
        assert_verdict(dataset, "cattle_fell", "hegded")
    with pytest.raises(UnknownNameError, match="there are literal, written, hedged"):
        assert_verdict(dataset, "cattle_fell", "so so")
    with pytest.raises(ExpressionError, match="did you mean 'cattle_1934'"):
        assert_verdict(dataset, "cattle_1943 < cattle_1929", "literal")


# -- sensitivity ----------------------------------------------------------------------


def test_sensitivity_lists_the_claims_whose_verdict_changes(tiny_dataset):
    # About 10 million reaches 10.5, 11 and 12 million with a twentieth, a tenth and a
    # fifth; 10.8 lies between the first two. With the zero of 10 not meant it reaches
    # 11 as well, so that the narrow hedge leaves it to that reading.
    line = "cattle_1934 == 10.8 * million * head"
    set_cells(tiny_dataset, "claims.csv", 0, expression=line)
    build(tiny_dataset)
    found = ss.Dataset(tiny_dataset).sensitivity()
    assert list(found.columns) == ["claim", "0.05", "0.1", "0.2"]
    assert found.to_numpy().tolist() == [
        ["cattle_fell", "significant", "hedged", "hedged"]
    ]
    same = ss.Dataset(tiny_dataset).sensitivity(widths=("10%", Fraction(1, 5)))
    assert list(same.columns) == ["claim", "10%", "1/5"]
    assert same.empty


def test_sensitivity_takes_one_kind_if_asked(dataset):
    assert changing_verdicts(dataset.store, kind="arithmetic") == []
    with pytest.raises(UnknownNameError, match="did you mean 'series'"):
        changing_verdicts(dataset.store, kind="serie")


def test_the_default_dataset_has_the_verdicts_of_check_in_the_middle_column():
    found = ss.sensitivity()
    readings = ss.check().set_index("claim")["reading"]
    assert len(found) > 0
    for _, row in found.iterrows():
        assert row["0.1"] == readings[row["claim"]]
        assert len({row["0.05"], row["0.1"], row["0.2"]}) > 1


@pytest.mark.parametrize(
    ("width", "exact"),
    [
        (0.1, Fraction(1, 10)),
        ("0.05", Fraction(1, 20)),
        ("10%", Fraction(1, 10)),
        ("1/8", Fraction(1, 8)),
        (0, Fraction(0)),
        (Fraction(1, 3), Fraction(1, 3)),
    ],
)
def test_a_width_is_what_is_written(width, exact):
    assert exact_width(width) == exact


@pytest.mark.parametrize("width", ["much", 1, "100%", -0.1, "", "%"])
def test_a_width_that_cannot_be_is_refused(width):
    with pytest.raises(NumeralError):
        exact_width(width)
