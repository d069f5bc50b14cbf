"""Caveats: which facts are compared in an equality and in an ordering."""

from __future__ import annotations

import pytest
from support.printed import names, printed

from sovstats.claims import verdict_of

FACTS = {
    "indicator": "cattle",
    "place": "ussr",
    "status": "actual",
    "speaker": "author",
    "period": "1929",
}
OTHER = {
    "indicator": "horses",
    "place": "france",
    "status": "plan",
    "speaker": "minister",
    "period": "1934",
}


def space(**other):
    """Return a figure `one`, and `two`, `three` that differ from it in some facts."""
    return names(
        printed("one", "5.0", "head", **FACTS),
        printed("two", "5.0", "head", **FACTS | other),
        printed("three", "5.0", "head", **FACTS | other),
        printed("bare", "5.0", "head"),
    )


def caveat(expression, **other):
    """Return the caveat of an expression on figures that differ in some facts."""
    return verdict_of(expression, space(**other)).caveat


@pytest.mark.parametrize(
    ("fact", "operator", "alone", "computed"),
    [
        # Alone are two figures; computed is one side.
        ("indicator", "==", True, False),
        ("period", "==", True, False),
        ("place", "==", True, True),
        ("status", "==", True, True),
        ("speaker", "==", True, True),
        ("indicator", "<=", True, False),
        ("period", "<=", False, False),
        ("place", "<=", False, False),
        ("status", "<=", True, True),
        ("speaker", "<=", True, True),
    ],
)
def test_a_fact_is_compared_where_a_difference_in_it_says_something(
    fact, operator, alone, computed
):
    other = {fact: OTHER[fact]}
    said = f"{fact}: {FACTS[fact]} against {OTHER[fact]}"
    lone = caveat(f"one {operator} two", **other)
    assert lone == (said if alone else "")
    for sides in (f"1 * one {operator} two", f"one {operator} 1 * two"):
        assert caveat(sides, **other) == (said if computed else "")


def test_facts_are_told_in_one_order_and_apart():
    assert caveat("one == two", **OTHER) == (
        "place: ussr against france; status: actual against plan; "
        "speaker: author against minister; indicator: cattle against horses; "
        "period: 1929 against 1934"
    )
    assert caveat("one <= two", **OTHER) == (
        "status: actual against plan; speaker: author against minister; "
        "indicator: cattle against horses"
    )


def test_the_stated_side_may_take_up_what_one_of_the_computed_has():
    # One has the status actual, two and three that of a plan.
    assert caveat("one + two == three + 5 * head", status="plan") == ""
    assert caveat("three + 5 * head == one + two", status="plan") == (
        "status: plan against actual, plan"
    )


def test_what_is_not_recorded_differs_from_nothing():
    assert caveat("one == bare") == caveat("bare == one") == ""
    assert caveat("one + bare == two + 5 * head", place="france") == (
        "place: ussr against france"
    )
    assert caveat("one == two", place="") == caveat("two == one", place="") == ""


def test_a_side_without_figures_differs_from_nothing():
    assert caveat("two == 5.0 * head", **OTHER) == ""
    assert caveat("5.0 * head == two", **OTHER) == ""


def test_a_chain_says_each_caveat_once():
    said = "status: actual against plan"
    assert caveat("one <= two <= three", status="plan") == said
    assert caveat("one <= two <= three <= one", status="plan") == (
        "status: actual against plan; status: plan against actual"
    )
    assert caveat("one == two == one == two", status="plan") == (
        "status: actual against plan; status: plan against actual"
    )
