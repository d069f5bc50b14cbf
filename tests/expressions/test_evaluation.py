"""Evaluation: every operation on numbers and on ranges, worked out by hand.

A range has an interval at either end; operations give the least and the greatest of
what the ends give.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from support.printed import missing, names, printed

from sovstats.claims import verdict_of
from sovstats.errors import DimensionError, ExpressionError
from sovstats.expressions import Names, parse_expression
from sovstats.expressions.evaluation import (
    evaluate,
    hedge_leaf,
    statement_leaf,
    threshold_leaf,
    whole_side,
)
from sovstats.numbers.readings import (
    HEDGES,
    Span,
    hedge_interval,
    literal_hedge,
    open_interval,
)

F = Fraction

SPACE = names(
    printed("two", "2.0", "dimensionless"),
    printed("three", "3.0", "dimensionless"),
    printed("five", "5.0", "dimensionless"),
    printed("range", "20.0 to 25.0", "dimensionless"),
    printed("wide", "4.0 to 50.0", "dimensionless"),
    printed("zero", "0.0", "dimensionless"),
    printed("over", "2.0", "dimensionless", "over"),
    printed("almost", "2.0", "dimensionless", "almost"),
    printed("gold", "1.0", "ruble"),
    printed("poods", "10.0", "pood"),
    missing("gap", "dimensionless"),
)


def value(expression, reading="literal", space=SPACE):
    """Return the ends of an expression under a reading; of a number one interval."""
    node = parse_expression(f"{expression} == 1").operands[0]
    span = evaluate(node, space, statement_leaf(reading))
    if span is None:
        return None
    ends = [(end.low, end.high) for end in (span.lower, span.upper)]
    return ends if span.is_range else ends[0]


def points(*numbers):
    return [(F(number), F(number)) for number in numbers]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("two + three", 5),
        ("two - three", -1),
        ("two * three", 6),
        ("two / three", F(2, 3)),
        ("-two", -2),
        ("two ** 3", 8),
        ("two ** -2", F(1, 4)),
        ("two ** 0", 1),
        ("growth(two, three)", F(1, 2)),
        ("decline(three, two)", F(1, 3)),
        ("share(two, three)", F(2, 5)),
        ("share(two, three, five)", F(2, 10)),
        ("share(two, three, five, 10)", F(2, 20)),
        ("mean(two, three, 7)", 4),
        ("min(three, two, five)", 2),
        ("max(two, five, three)", 5),
        ("abs(two - five)", 3),
        ("abs(five - two)", 3),
        ("1.25", F(5, 4)),
        ("percent", F(1, 100)),
    ],
)
def test_an_operation_on_numbers(expression, expected):
    assert value(expression) == (expected, expected)


@pytest.mark.parametrize(
    ("expression", "low", "high"),
    [
        ("range + two", 22, 27),
        ("two + range", 22, 27),
        ("range - two", 18, 23),
        ("100 - range", 75, 80),
        ("range * two", 40, 50),
        ("100 / range", 4, 5),
        ("-range", -25, -20),
        ("range ** 2", 400, 625),
        ("range ** -1", F(1, 25), F(1, 20)),
        # Every end with every other: 4 x 20, 50 x 25; 20/50, 25/4; 20 - 50, 25 - 4.
        ("wide * range", 80, 1250),
        ("range / wide", F(20, 50), F(25, 4)),
        ("range - wide", -30, 21),
        ("growth(two, range)", 9, F(23, 2)),
        ("decline(range, two)", F(9, 10), F(23, 25)),
        ("share(two, range)", F(2, 27), F(2, 22)),
        ("mean(range, two)", 11, F(27, 2)),
        ("min(range, 22)", 20, 22),
        ("max(range, 22)", 22, 25),
        ("abs(-range)", 20, 25),
        ("exact(range)", 20, 25),
    ],
)
def test_an_operation_on_a_range(expression, low, high):
    assert value(expression) == points(low, high)


def test_as_written_a_range_has_an_interval_at_either_end():
    # 20.0 and 25.0 +- 0.05, 2.0 +- 0.05.
    low, high = value("range - two", "written")
    assert low == (F("17.9"), F("18.1"))
    assert high == (F("22.9"), F("23.1"))
    assert value("exact(range)", "written") == points(20, 25)
    assert value("exact(two + three)", "open") == (5, 5)


@pytest.mark.parametrize(
    ("expression", "reading", "best", "worst"),
    [
        ("rank(five, two, three)", "literal", 1, 1),
        ("rank(three, two, five)", "literal", 2, 2),
        ("rank(two, three, five)", "literal", 3, 3),
        ("rank(two, 2, 2.5)", "literal", 2, 2),  # an equal does not push back
        ("rank(two, 2, 2)", "written", 1, 3),  # 1.95 to 2.05 may be less than 2
        ("rank(two, 2.06, 1)", "written", 2, 2),  # and must be less than 2.06
        ("rank(two, 2.05, 1)", "written", 1, 2),  # but not than 2.05, its own end
        ("rank(two, 1.96, 1)", "written", 1, 2),
        ("rank(two, 1.95, 1)", "written", 1, 1),
        ("rank(range, 19, 22, 26)", "literal", 2, 3),  # 20 to 25: 26 is above it
        ("rank(-two, -three, two)", "literal", 2, 2),
    ],
)
def test_the_place_of_a_number_among_others(expression, reading, best, worst):
    assert value(expression, reading) == (best, worst)


def test_a_place_has_no_dimension_and_is_one_of_like_numbers():
    for claim in ("rank(two, three) == 2", "rank(gold, 3 * ruble, 0 * ruble) == 2"):
        assert verdict_of(claim, SPACE).reading == "literal"
    with pytest.raises(DimensionError, match=r"put into one rank\(\)"):
        verdict_of("rank(two, gold) == 1", SPACE)
    with pytest.raises(ExpressionError, match="rank takes 2 or more arguments"):
        verdict_of("rank(two) == 1", SPACE)


def test_a_missing_number_leaves_the_whole_side_without_one():
    for expression in (
        "gap", "-gap", "gap ** 2", "gap + two", "two / gap", "mean(two, gap)",
        "exact(gap)",
    ):  # fmt: skip
        assert value(expression) is None


def test_a_divisor_that_holds_zero_is_an_error_of_the_reading():
    for expression in ("two / zero", "zero ** -1", "share(zero, two)"):
        with pytest.raises(ZeroDivisionError):
            value(expression)


@pytest.mark.parametrize(
    ("expression", "number", "factor"),
    [
        ("40", "40", 1),
        ("40 * percent", "40", F(1, 100)),
        ("percent * 40", "40", F(1, 100)),
        ("7.9 * billion * ruble", "7.9", 10**9),
        ("3 * franc / ruble", "3", 1),
        ("1 * kilometre / ten_thousand_person", "1", F(1, 10)),
        ("-40", "40", -1),
        ("-40 * percent", "40", F(-1, 100)),
        ("-(40 * percent)", "40", F(-1, 100)),
        ("--40 / -percent", "40", -100),
    ],
)
def test_a_lone_numeral_with_units_is_a_printed_one(expression, number, factor):
    node = parse_expression(f"{expression} == 1").operands[0]
    found, unit = whole_side(node, SPACE)
    assert (found.text, unit.factor) == (number, factor)


@pytest.mark.parametrize(
    "expression",
    ["percent", "2 * 3", "1 / 3", "100 / ruble", "two * 3", "two", "-two", "1 + 1"],
)
def test_any_other_side_is_not(expression):
    node = parse_expression(f"{expression} == 1").operands[0]
    found = whole_side(node, SPACE)
    # A numeral over a unit is one all the same: 100 per ruble.
    assert (found is not None) == (expression == "100 / ruble")


def test_outside_observations_are_read_as_written_at_the_loosest():
    rounded = printed("outside", "40", "dimensionless")
    space = Names({"outside": replace(rounded, outside=True)}, SPACE.units)
    assert value("outside", "literal", space) == (40, 40)
    for reading in ("written", "hedged", "significant", "open"):
        assert value("outside", reading, space) == (F("39.5"), F("40.5"))
    own = Names({"outside": rounded}, SPACE.units)
    assert value("outside", "significant", own) == (36, 44)


def test_thresholds_and_hedges_at_their_word():
    over, almost = SPACE.quantities["over"], SPACE.quantities["almost"]
    assert threshold_leaf("written")(over).hull.is_point
    assert hedge_leaf("written")(over).hull.low == 2
    assert hedge_leaf("written")(over).hull.high is None
    assert hedge_leaf("written", F(1, 5))(almost).hull.low == F("1.6")
    assert hedge_leaf("written")(almost).hull.low == F("1.8")


def test_the_hedges_are_those_of_the_code_list():
    path = Path(__file__).parents[2] / "data" / "raw" / "codes.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        codes = {r["code"] for r in csv.DictReader(stream) if r["list"] == "hedge"}
    assert set(HEDGES) == codes


@pytest.mark.parametrize(
    ("hedge", "loose", "open_", "meant"),
    [
        # Of a half, with a hedge width of a tenth: loosened, unlimited, at its word.
        ("about", "[9/20, 11/20]", "[1/2, 1/2]", None),
        ("almost", "[9/20, 1/2]", "[1/2, 1/2]", "[9/20, 1/2)"),
        ("over", "[1/2, 11/20]", "[1/2, inf)", "(1/2, inf)"),
        ("at_least", "[1/2, 11/20]", "[1/2, inf)", "[1/2, inf)"),
        ("under", "[9/20, 1/2]", "(0, 1/2]", "(0, 1/2)"),
        ("up_to", "[9/20, 1/2]", "(0, 1/2]", "(0, 1/2]"),
        ("none", "[1/2, 1/2]", "[1/2, 1/2]", None),
    ],
)
def test_what_a_hedge_word_leaves_open(hedge, loose, open_, meant):
    half = F(1, 2)
    assert str(hedge_interval(half, hedge, F(1, 10))) == loose
    assert str(open_interval(half, hedge)) == open_
    if meant:
        assert str(literal_hedge(half, hedge, F(1, 10))) == meant


def test_a_negative_number_is_loosened_by_a_part_of_its_size():
    minus = F(-10)
    assert str(hedge_interval(minus, "about", F(1, 10))) == "[-11, -9]"
    assert str(hedge_interval(minus, "over", F(1, 10))) == "[-10, -9]"
    assert str(open_interval(minus, "under")) == "[-10, -10]"
    assert str(literal_hedge(minus, "under", F(1, 10))) == "(-inf, -10)"
    assert str(literal_hedge(minus, "almost", F(1, 10))) == "[-11, -10)"
    assert str(literal_hedge(F(0), "almost", F(1, 10))) == "[0, 0]"


# -- comparisons and grammar ----------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "reading"),
    [
        ("three >= two", "literal"),
        ("two >= 2", "literal"),
        ("two >= three", "contradicted"),
        ("three > two", "literal"),
        ("two > 2", "written"),
        ("two <= 2", "literal"),
        ("two < 2", "written"),
        ("range >= 20", "literal"),
        ("range > 20", "written"),
        ("range >= 22", "written"),  # for every number of a range or not at all
    ],
)
def test_every_sign_of_an_order(expression, reading):
    assert verdict_of(expression, SPACE).reading == reading


def test_what_is_just_within_the_limits_is_read():
    depth = 49
    for text in (
        "abs(" * depth + "two" + ")" * depth + " == two",
        "-" * depth + "two == -two",
        "two" + " * 1" * depth + " == two",
        "two ** 64 == 1",
        "two == " + "1" * 30,
        "two == 2" + "." + "0" * 29,
        "two == two" + " " * 3000,
    ):
        assert verdict_of(text, SPACE).reading
    longest = "two == 2" + " * 1.000000000000000000000000" * 8
    exact = longest + " * 1" * ((2000 - len(longest)) // 4)
    assert len(exact) == 2000
    with pytest.raises(ExpressionError, match="more than 50 operations deep"):
        verdict_of(exact, SPACE)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("abs(" * 50 + "two" + ")" * 50 + " == two", "more than 50 operations deep"),
        ("-" * 50 + "two == two", "more than 50 operations deep"),
        ("two" + " * 1" * 50 + " == two", "more than 50 operations deep"),
        ("(" * 51 + "two" + ")" * 51 + " == two", "51 deep, 50 at most"),
        ("two == 1" + " + 1" * 499, "2,004 characters, 2,000 at most"),
        ("two ** 65 == 1", "a power can be 64 at most"),
        ("two == " + "1" * 31, "more than 30 digits"),
        ("two == ==", "it is not a complete expression"),
        ("abs(two, three) == 1", "abs takes 1 arguments, 2 were given"),
        ("min() == 1", "min takes 1 or more arguments, 0 were given"),
        ("two + gold == 1", "cannot add two (dimensionless) and gold (ruble)"),
        ("gold - two == 1", "cannot subtract gold (ruble) and two (dimensionless)"),
        ("gold * poods == 1", "cannot compare a number of dimension mass*ruble and"),
        ("gold ** 2 == gold", "cannot compare a number of dimension ruble**2 and gold"),
        ("mean(gold, two) == 1", "cannot put into one mean() gold (ruble) and two"),
        ("growth(gold, two) == 1", "cannot put into one growth() gold (ruble) and"),
        ("years('1928', '1932') == two", "dimension time and two (dimensionless)"),
        ("gold == ruble", ""),
        ("gold == percent", "cannot compare gold (ruble) and percent (a unit)"),
        ("two + two == 1", "'two' stands twice on one side"),
        ("growth(two, three) + two == two", ""),
        ("growth(two, three) / growth(two, three) == 1", ""),
        ("mean(two, two) == 1", "'two' stands twice on one side"),
        ("-two * (1 + two ** 2) == 1", "'two' stands twice on one side"),
        ("share(two, three, two) == 1", "'two' stands twice on one side"),
        ("min(growth(two, two), 1) == 1", "'two' stands twice on one side"),
        ("years('1928-1', '1932') == 4 * year", "is no date such as"),
        ("years('1928-00', '1932') == 4 * year", "is no date such as"),
        ("years(two, '1932') == 4 * year", "'two' has no single year"),
        ("months(two, '1932') == 4 * year", "'two' has no single month"),
        ("years(1928, '1932') == 4 * year", "years() takes two dates in quotes"),
    ],
)
def test_what_is_refused_says_why(text, sentence):
    if not sentence:
        assert verdict_of(text, SPACE)
        return
    with pytest.raises((ExpressionError, DimensionError)) as caught:
        verdict_of(text, SPACE)
    assert sentence in str(caught.value)


def test_a_figure_may_stand_once_on_each_side():
    assert verdict_of("two * three == three * two", SPACE).reading == "literal"


def test_a_span_of_two_equal_ends_is_a_number():
    assert not Span(
        *[verdict_of("two == 2", SPACE).worst.rungs[0].computed.lower] * 2
    ).is_range


def test_months_are_counted_whole():
    # October 1928 to January 1933.
    claim = 'months("1928-10-01", "1933-01-01") == 51 * month'
    assert verdict_of(claim, SPACE).reading == "literal"
    for day in ("25", "99"):
        with pytest.raises(ExpressionError, match='the day of .* write "1917-10"'):
            verdict_of(f'months("1917-10-{day}", "1917-11") == 1 * month', SPACE)
