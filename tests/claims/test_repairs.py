"""Repairs: what one figure would have to be, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support.printed import CATTLE, names, printed
from support.printed import QUOTED as SPACE

from sovstats.claims import verdict_of
from sovstats.claims.repairs import repairs_of
from sovstats.claims.weight import repair_words

F = Fraction


def repairs(expression, space=SPACE):
    """Return the repairs of a claim by figure."""
    found = repairs_of(verdict_of(expression, space))
    return {repair.figure: repair for repair in found}


def test_the_repairs_of_the_fall_of_cattle():
    # 19.5 would be 30.7 x 0.6 = 18.42: 18.4. As written 39.5 to 40.5 per cent of 30.65
    # to 30.75 leave 30.65 x 0.595 = 18.237 to 30.75 x 0.605 = 18.604; 18.2 +- 0.05 and
    # 18.6 +- 0.05 meet that, 18.1 and 18.7 do not.
    # 30.7 would be 19.5 / 0.6 = 32.5: from 19.45 / 0.605 = 32.149 to 19.55 / 0.595 =
    # 32.857, so 32.1 to 32.9. 40 would be 36.48: 36; 36.22 to 36.75 leaves 36 (35.5 to
    # 36.5) and 37 (36.5 to 37.5).
    found = repairs(CATTLE)
    expected = {
        "cattle_after": (F("18.4"), F("18.2"), F("18.6"), F(184, 195)),
        "cattle_before": (F("32.5"), F("32.1"), F("32.9"), F(325, 307)),
    }
    for name, (value, low, high, factor) in expected.items():
        repair = found.pop(name)
        assert repair.value == value * 10**6
        assert (repair.low, repair.high) == (low * 10**6, high * 10**6)
        assert (repair.factor, repair.unit, repair.slip) == (factor, "head", "")
    share = found.pop("cattle_fall")
    assert (share.value, share.low, share.high) == (36, 36, 37)
    assert (share.factor, share.unit, share.slip) == (F(9, 10), "percent", "")
    assert found == {}


def test_the_repairs_of_two_figures_that_must_be_equal():
    # 61.5 would be 60.0; 59.5 to 60.5 as written meet 59.5 +- 0.05 to 60.5 +- 0.05.
    # 60 would be 61.5, in whole numbers 62, the even one; 61 (60.5 to 61.5) meets 61.45
    # to 61.55 as well.
    found = repairs("share_1933 == share_again")
    one, other = found["share_1933"], found["share_again"]
    assert (one.value, one.low, one.high) == (60, F("59.5"), F("60.5"))
    assert (other.value, other.low, other.high) == (62, 61, 62)
    assert (one.factor, other.factor) == (F(600, 615), F(62, 60))


def test_an_order_is_mended_by_the_nearest_written_number_that_keeps_it():
    # 8 <= 1.7: 8 would have to be 1.7, 2 in whole numbers, which is too much: 1. With
    # a decimal point lost, 0.8, it holds; and 1.7 would be 8.0, or 17 with a decimal
    # point too many. Orderings have no range of repairs: everything beyond passes.
    found = repairs("share_1927 <= share_1929")
    high, low = found["share_1927"], found["share_1929"]
    assert (high.value, high.factor) == (1, F(1, 8))
    assert (high.slip, high.meant) == ("a decimal point lost", F("0.8"))
    assert (low.value, low.factor) == (8, F(80, 17))
    assert (low.slip, low.meant) == ("a decimal point too many", 17)
    assert {high.low, high.high, low.low, low.high} == {None}


def test_where_no_number_of_the_same_digits_will_do_a_slip_may():
    # 8 < 1: in whole numbers 1 is not less and 0 is no share; 0.8 is.
    space = names(
        printed("eight", "8 per cent", "percent"), printed("one", "1", "percent")
    )
    eight = repairs("eight < one", space)["eight"]
    assert (eight.value, eight.meant, eight.factor) == (F("0.8"), F("0.8"), F(1, 10))
    assert eight.slip == "a decimal point lost"
    assert repair_words(eight) == "0.8 percent, a decimal point lost"
    ten = repairs("eight < one", space)["one"]
    assert repair_words(ten) == "9 percent, a decimal point too many (10)"


def test_a_strict_order_needs_one_digit_more():
    # 23.6 > 52.7 is mended by 52.8, 52.7 by 23.5, to the last digit written.
    found = repairs("share_1931 > share_1932")
    assert found["share_1931"].value == F("52.8")
    assert found["share_1932"].value == F("23.5")
    # 52.8/23.6 is more than 2: 236 explains it. 23.5/52.7 is less than a half: 5.27.
    assert found["share_1931"].slip == "a decimal point too many"
    assert found["share_1932"].slip == "a decimal point lost"
    # 1.7 against 3.9 is more than a half off: nothing is explained by less than that.
    near = repairs("share_1933 < share_1932")
    assert near["share_1933"].value == F("52.6")
    assert near["share_1933"].slip == ""


def test_two_digits_exchanged_and_a_hundred_times_explain():
    # 200,000 against 2,000: one is a hundredth or a hundred times of the other.
    found = repairs("offices_once == offices_again")
    assert (found["offices_once"].value, found["offices_once"].slip) == (
        200000,
        "x 100",
    )
    again = found["offices_again"]
    assert (again.value, again.slip, again.factor) == (2000, "/ 100", F(1, 100))
    assert (again.low, again.high) == (2000, 2000)
    space = names(printed("one", "36.5", "head"), printed("other", "63.5", "head"))
    for repair in repairs("one == other", space).values():
        assert repair.slip == "two digits exchanged"


@pytest.mark.parametrize(
    ("text", "unit", "meant", "value"),
    [
        # 5 per cent is written to the whole per cent, 0.5 to a tenth; a part has no
        # last digit and takes three of them: 0.718 of one, 0.0718 of a tenth.
        ("5 per cent", "percent", "7.18 per cent", 7),
        ("0.5", "dimensionless", "0.718", F("0.7")),
        ("half", "dimensionless", "0.718", F("0.718")),
        ("1/23", "dimensionless", "0.0718", F("0.0718")),
        ("1/9", "dimensionless", "0.0718", F("0.072")),
    ],
)
def test_a_repair_is_rounded_to_the_last_digit_of_the_figure(text, unit, meant, value):
    space = names(
        printed("figure", text, unit),
        printed("meant", meant, "percent" if "cent" in meant else "dimensionless"),
    )
    assert repairs("figure == meant", space)["figure"].value == value


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("195 million", "a decimal point lost"),
        ("1.95 million", "a decimal point too many"),
    ],
)
def test_a_lost_decimal_point_explains(text, slip):
    # 19.5 million, printed without its point or with the point too far left.
    space = names(
        printed("printed", text, "head"), printed("meant", "19.5 million", "head")
    )
    assert repairs("printed == meant", space)["printed"].slip == slip


@pytest.mark.parametrize(
    ("expression", "value", "low", "high"),
    [
        # x + 2.0 = 5.0: 3.0; 4.95 - 2.05 = 2.90 to 3.10, each +- 0.05: 2.9 to 3.1.
        ("x + two == five", "3.0", "2.9", "3.1"),
        # x - 2.0 = 5.0: 7.0; 2.0 - x = 5.0: -3.0; as far.
        ("x - two == five", "7.0", "6.9", "7.1"),
        ("two - x == -five", "7.0", "6.9", "7.1"),
        # 2.0 x = 5.0: 2.5; 4.95/2.05 = 2.4146 to 5.05/1.95 = 2.5897: 2.4 to 2.6.
        ("x * two == five * unit", "2.5", "2.4", "2.6"),
        # x / 2.0 = 5.0: 10.0; 4.95 x 1.95 = 9.6525 to 5.05 x 2.05 = 10.3525: 9.6 ends
        # at 9.65 and 10.5 begins at 10.45, so 9.7 to 10.4.
        ("x / two == five / unit", "10.0", "9.7", "10.4"),
        # 2.0 / x = 5.0: 0.4; 1.95/5.05 = 0.386 to 2.05/4.95 = 0.414: 0.4 alone, since
        # 0.3 reaches up to 0.35 and 0.5 down to 0.45.
        ("two / x == five / unit", "0.4", "0.4", "0.4"),
        # growth(2.0, x) = 1.5: x = 5.0; the exact 150 per cent leaves 2.5 x 1.95 to 2.5
        # x 2.05: 4.875 to 5.125, +- 0.05: 4.9 (4.85 to 4.95; 4.8 only to 4.85).
        ("growth(two, x) == exact(150 * percent)", "5.0", "4.9", "5.1"),
        # decline(x, 2.0) = 0.6: x = 5.0; 1.95/0.4 = 4.875 to 2.05/0.4 = 5.125.
        ("decline(x, two) == exact(60 * percent)", "5.0", "4.9", "5.1"),
        # share(x, 2.0) = 0.8: x = 8.0; 4 x 1.95 = 7.8 to 4 x 2.05 = 8.2, each +- 0.05.
        ("share(x, two) == exact(80 * percent)", "8.0", "7.8", "8.2"),
        # share(2.0, x, 5.0) = 0.1: 2.0 is a tenth of 20.0: x = 13.0. The rest is 9 x
        # 1.95 = 17.55 to 18.45, less 4.95 to 5.05: 12.5 to 13.5, each +- 0.05.
        ("share(two, x, five) == exact(10 * percent)", "13.0", "12.5", "13.5"),
        # mean(x, 2.0, 5.0) = 3: x = 2.0; 9 - 7.1 = 1.9 to 9 - 6.9 = 2.1.
        ("mean(x, two, five) == exact(3 * ruble)", "2.0", "1.9", "2.1"),
        # x ** 2 = 2.0 * 5.0: 3.162; 1.95 x 4.95 = 9.6525, root 3.1069, to 2.05 x 5.05 =
        # 10.3525, root 3.2175: 3.1 (3.05 to 3.15) and 3.2.
        ("x ** 2 == two * five", "3.2", "3.1", "3.2"),
        # -x = -5.0.
        ("-x == -five", "5.0", "5.0", "5.0"),
    ],
)
def test_a_side_is_walked_backwards_to_its_figure(expression, value, low, high):
    space = names(
        printed("x", "90.0", "ruble"),
        printed("two", "2.0", "ruble"),
        printed("five", "5.0", "ruble"),
        printed("unit", "1", "ruble", exact=True),
    )
    found = repairs(expression, space)["x"]
    assert found.value == F(value)
    assert (found.low, found.high) == (F(low), F(high))
    assert found.factor == F(value) / 90


def test_a_root_is_exact_to_the_digits_of_the_figure():
    # The root of 10 is 3.16227766...
    space = names(
        printed("x", "9.0000000", "ruble"), printed("square", "10", "ruble", exact=True)
    )
    found = repairs("x ** 2 == square * ruble", space)["x"]
    assert found.value == F("3.1622777")


def test_in_a_chain_a_figure_is_mended_for_its_own_pairs():
    # 52.7 < 23.6 < 3.9: 23.5 would mend the first pair, whatever becomes of the second;
    # nothing lies above 52.7 and below 3.9.
    found = repairs("share_1932 < share_1931 < share_1930")
    assert {name: repair.value for name, repair in found.items()} == {
        "share_1932": F("23.5")
    }


@pytest.mark.parametrize(
    "expression",
    [
        "x ** 2 == two * nothing",  # no root but zero
        "x ** 2 == -two * five",
        "min(x, two) == five",  # no way back through min, max and abs
        "abs(x - two) == five",
        "x == range",  # a range on the other side
        "x + two == x * five / unit",  # on both sides
        "x / nothing == five / unit",  # 0.0 +- 0.05 may be zero
    ],
)
def test_none_is_an_answer(expression):
    space = names(
        printed("x", "90.0", "ruble"),
        printed("two", "2.0", "ruble"),
        printed("five", "5.0", "ruble"),
        printed("range", "20 to 22", "ruble"),
        printed("nothing", "0.0", "ruble"),
        printed("unit", "1", "ruble", exact=True),
    )
    assert not {"x", "range", "nothing"} & set(repairs(expression, space))
