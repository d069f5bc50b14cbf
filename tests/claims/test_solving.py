"""Solving for one figure: the way back down a side, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support.printed import missing, names, printed

from sovstats.claims.solving import Unknown, Unsolvable
from sovstats.expressions import parse_expression
from sovstats.expressions.evaluation import statement_leaf
from sovstats.numbers.intervals import Interval

F = Fraction

SPACE = names(
    printed("x", "7", "dimensionless"),
    printed("two", "2", "dimensionless"),
    printed("three", "3", "dimensionless"),
    printed("four", "4", "dimensionless"),
    printed("range", "3 to 5", "dimensionless"),
    printed("millions", "millions", "dimensionless", "vague"),
    missing("gap", "dimensionless"),
)


def solved(side, low, high, reading="literal"):
    """Return the ends of x for which a side lies between two numbers."""
    node = parse_expression(f"{side} == 1").operands[0]
    unknown = Unknown("x", SPACE, statement_leaf(reading))
    found = unknown.solve(node, Interval(F(low), F(high)))
    return found.low, found.high


@pytest.mark.parametrize(
    ("side", "low", "high"),
    [
        ("x", 8, 12),
        ("-x", -12, -8),
        ("x + two", 6, 10),
        ("two + x", 6, 10),
        ("x - two", 10, 14),
        ("two - x", -10, -6),
        ("x * two", 4, 6),
        ("two * x", 4, 6),
        ("x / two", 16, 24),
        ("two / x", F(2, 12), F(2, 8)),
        ("-(x + two)", -14, -10),
        ("-(two * three - x)", 14, 18),  # x - 6 from 8 to 12
        ("(x / two) * (three + four)", F(16, 7), F(24, 7)),
        ("two - (three - x)", 9, 13),  # x - 1
        ("growth(x, two)", F(2, 13), F(2, 9)),  # 2 / x - 1
        ("growth(two, x)", 18, 26),  # x / 2 - 1
        ("decline(two, x)", -22, -14),  # 1 - x / 2
        ("decline(x, two)", F(-2, 7), F(-2, 11)),  # 1 - 2 / x
        ("mean(x, two, three)", 19, 31),  # (x + 5) / 3
        ("mean(two, x * three, four)", F(18, 3), F(30, 3)),  # (3 x + 6) / 3
    ],
)
def test_each_operation_is_undone(side, low, high):
    assert solved(side, 8, 12) == (low, high)


@pytest.mark.parametrize(
    ("side", "low", "high"),
    [
        # A half to two thirds: 1 / (1 + rest / part).
        ("share(x, two, three)", 5, 10),
        ("share(four, two, x)", 0, 2),
        ("share(two, x)", 1, 2),
    ],
)
def test_a_share_is_undone(side, low, high):
    assert solved(side, F(1, 2), F(2, 3)) == (low, high)


@pytest.mark.parametrize(
    ("side", "low", "high"),
    [
        ("x ** 2", 3, 4),  # 9 to 16
        ("(x + two) ** 2", 1, 2),
        ("(x / two) ** 2", 6, 8),
        ("-(-x ** 2)", 3, 4),
    ],
)
def test_a_power_is_undone_to_its_positive_root(side, low, high):
    found = solved(side, 9, 16)
    assert found == pytest.approx((low, high), rel=1e-12)


def test_an_inverse_power_turns_the_ends_round():
    # 1 / x ** 2 from 1/16 to 1/9.
    assert solved("x ** -2", F(1, 16), F(1, 9)) == pytest.approx((3, 4), rel=1e-12)


def test_a_first_power_and_a_root_below_one_are_undone():
    assert solved("x ** 1", F(1, 2), 5) == pytest.approx((F(1, 2), 5), rel=1e-12)
    assert solved("x ** 2", F(1, 4), 1) == pytest.approx((F(1, 2), 1), rel=1e-12)


def test_the_other_figures_are_taken_as_the_reading_says():
    # As written 2 is 1.5 to 2.5.
    assert solved("x - two", 8, 12, "written") == (F("9.5"), F("14.5"))
    assert solved("-(x - two)", 8, 12, "written") == (F("-10.5"), F("-5.5"))
    found = solved("(x - two) ** 2", 4, 4, "written")
    assert found == pytest.approx((F("3.5"), F("4.5")), rel=1e-12)


@pytest.mark.parametrize(
    "side",
    [
        "min(x, two)",
        "max(x, two)",
        "abs(x)",
        "exact(x)",
        "rank(x, two)",
        "x + range",
        "share(two, x, range)",
        "x + gap",
        "x + millions",
        "x * (two - two * 1)",
        "x ** 0",
        "x + two / (three - three * 1)",
    ],
)
def test_where_there_is_no_way_back_nothing_is_guessed(side):
    with pytest.raises(Unsolvable):
        solved(side, 8, 12)


@pytest.mark.parametrize(("low", "high"), [(0, 4), (-4, 4), (-4, -1)])
def test_a_power_of_zero_or_less_has_no_root(low, high):
    with pytest.raises(Unsolvable):
        solved("x ** 2", low, high)


def test_an_endless_target_has_no_root():
    node = parse_expression("x ** 2 == 1").operands[0]
    for target in (Interval(F(4), None), Interval(None, F(4)), Interval(None, None)):
        with pytest.raises(Unsolvable):
            Unknown("x", SPACE, statement_leaf("literal")).solve(node, target)


def test_a_single_number_is_neither_a_range_nor_missing():
    unknown = Unknown("x", SPACE, statement_leaf("literal"))
    node = parse_expression("two * three == 1").operands[0]
    assert unknown.known(node) == Interval.point(F(6))
    for side in ("range", "gap", "two / (three - three * 1)"):
        with pytest.raises(Unsolvable):
            unknown.known(parse_expression(f"{side} == 1").operands[0])
