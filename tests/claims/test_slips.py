"""Slips, sharpness, notices and repairs, worked out by hand from the printed numbers.

The slips of a figure: 5, 10 and 25 per cent more or less, its half-widths kept; ten
times and a tenth, half-widths and all; its first two unequal digits exchanged. One is
noticed if the claim becomes impossible at its own reading, or as written where its own
is narrower. Below, "apart" stands for that.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from support.printed import STATED, missing, names, printed

from sovstats.claims import Claim, verdict_of
from sovstats.claims.repairs import repairs_of
from sovstats.claims.slips import (
    exchange_digits,
    notices,
    sharpness,
    slipped_statements,
    slips_of,
)
from sovstats.claims.weight import repair_words, voted_repairs
from sovstats.expressions import Names

F = Fraction

PERCENTAGES = {"+5 %", "-5 %", "+10 %", "-10 %", "+25 %", "-25 %"}
SHIFTS = {"x 10", "/ 10"}
ALL = PERCENTAGES | SHIFTS | {"digits"}

SPACE = names(
    *STATED,
    printed("quarry_own", "500 tons", "tonne"),
    printed("quarry_theirs", "5,000 tons", "tonne"),
    printed("quarry_part", "1/10", "dimensionless"),
    printed("share_1927", "8 per cent", "percent"),
    printed("share_1929", "1.7 per cent", "percent"),
    printed("share_1930", "3.9 per cent", "percent"),
    printed("share_1931", "23.6", "percent"),
    printed("share_1932", "52.7", "percent"),
    printed("share_1933", "61.5 per cent", "percent"),
    printed("share_again", "60%", "percent"),
    printed("truck_own", "20,000", "kilometre"),
    printed("truck_theirs", "60- to 80-", "thousand * kilometre"),
    printed("truck_part", "third or a fourth", "dimensionless"),
    printed("offices_once", "2,000", "count"),
    printed("offices_again", "200,000", "count"),
    printed("people", "170 million", "person"),
    printed("people_to_a_cow", "one for every eight", "person/head", "about"),
    printed("rank", "3rd", "dimensionless", exact=True),
    missing("unknown", "head"),
)


def slips(expression, space=SPACE):
    """Return the slips of a claim and, per figure, those that it notices."""
    found = slips_of(verdict_of(expression, space))
    noticed = {slip.figure: set() for slip in found}
    for slip in found:
        if slip.noticed:
            noticed[slip.figure].add(slip.name)
    return found, noticed


def repairs(expression, space=SPACE):
    """Return the repairs of a claim by figure."""
    found = repairs_of(verdict_of(expression, space))
    return {repair.figure: repair for repair in found}


def test_the_slips_of_a_figure_are_nine():
    # 30.7 million +- 0.05 million; its 3 and 0 exchanged make 03.7. Five per cent more
    # is 32.235 +- 0.05, ten times 307 +- 0.5.
    found = {
        name: (size, statement.value / 10**6, statement.written[0] / 10**6)
        for name, size, statement in slipped_statements(
            SPACE.quantities["cattle_before"]
        )
    }
    narrow = F(5, 100)
    assert found == {
        "+5 %": (F(1, 20), F("32.235"), narrow),
        "-5 %": (F(1, 20), F("29.165"), narrow),
        "+10 %": (F(1, 10), F("33.77"), narrow),
        "-10 %": (F(1, 10), F("27.63"), narrow),
        "+25 %": (F(1, 4), F("38.375"), narrow),
        "-25 %": (F(1, 4), F("23.025"), narrow),
        "x 10": (F(9), F(307), F(5, 10)),
        "/ 10": (F(9, 10), F("3.07"), F(5, 1000)),
        "digits": (F(270, 307), F("3.7"), narrow),
    }


def test_the_significant_half_width_stays_as_well_except_under_a_shift():
    # 40 per cent: 0.5 as written, 4 where the zero is not meant.
    found = {
        name: tuple(100 * w[0] for w in (statement.written, statement.significant))
        for name, _, statement in slipped_statements(SPACE.quantities["cattle_fall"])
    }
    assert found.pop("x 10") == (F(5), F(40))
    assert found.pop("/ 10") == (F(1, 20), F(2, 5))
    assert set(found) == PERCENTAGES | {"digits"}
    assert set(found.values()) == {(F(1, 2), F(4))}


def test_what_does_not_slip():
    # A rank is exact; a figure without a number has none to spoil; a constant of the
    # expression is no figure. 55 has no two unequal digits, half no digits at all, and
    # the 1 and 2 of 1/2 stand on either side of the stroke.
    for name in ("rank", "unknown"):
        assert list(slipped_statements(SPACE.quantities[name])) == []
    for name in ("horses_fall", "sugar_part", "share_1927", "truck_theirs"):
        found = {name for name, _, _ in slipped_statements(SPACE.quantities[name])}
        assert found == PERCENTAGES | SHIFTS
    found, _ = slips("quarry_own < 4000 * tonne")
    assert {slip.figure for slip in found} == {"quarry_own"}


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("34.6 million", "head", 43_600_000),  # 3 and 4
        ("55.6", "head", F("56.5")),  # 5 and 5 are equal, 5 and 6 are not
        ("4.2", "head", F("2.4")),  # across the point
        ("5,000 tons", "tonne", 500_000),  # across the comma: 0,500 tonnes, in kg
        ("1/23", "head", F(1, 32)),
        ("12.5 per cent", "percent", F("0.215")),
        ("fifteen million", "farm", 51_000_000),  # words: the digits of the value
        ("billion", "ruble", 100_000_000),  # 1000000000: 0100000000
        # In the unit of the print, whatever seconds or kilograms that makes.
        ("thirteen years", "year", 31 * 31_557_600),  # seconds
        ("fifteen tons", "tonne", 51_000),
        ("six years", "year", None),
        ("four years and three months", "month", 15 * 2_629_800),
        ("a year and a half", "year", None),  # 3/2
        ("8 billions", "ruble", None),
        ("half", "head", None),
    ],
)
def test_the_first_two_unequal_neighbouring_digits_are_exchanged(text, unit, expected):
    assert exchange_digits(printed("figure", text, unit)) == expected


def test_the_fall_of_horses_notices_every_slip():
    # Stated 54.5 to 55.5, recomputed 54.70 to 55.12, both as written.
    # 34.6 +5 %: 36.33 +- 0.05, 1 - 15.65/36.28 = 56.9: apart; -5 %: 32.87, at most
    # 1 - 15.55/32.92 = 52.8: apart. 15.6 +5 %: 16.38, at most 1 - 16.33/34.65 = 52.9;
    # -5 %: 14.82, at least 1 - 14.87/34.55 = 57.0. 55 +5 %: 57.25 to 58.25; -5 %: 51.75
    # to 52.75. The rest is farther off still: 43.6, 51.6 and all shifts.
    found, noticed = slips("decline(horses_before, horses_after) == horses_fall")
    assert noticed == {
        "horses_before": ALL,
        "horses_after": ALL,
        "horses_fall": ALL - {"digits"},
    }
    assert len(found) == 9 + 9 + 8
    assert sharpness(found) == 1
    assert notices(found) == dict.fromkeys(noticed, "+5 %")
    assert repairs("decline(horses_before, horses_after) == horses_fall") == {}


CATTLE = "decline(cattle_before, cattle_after) == cattle_fall"


def test_the_fall_of_cattle_notices_seven_slips_of_nine_of_each_figure():
    # At significant: stated 36 to 44, recomputed 36.22 to 36.75.
    # 30.7 +5 %: 32.235, 39.3 to 39.8, within; +10 %: 33.77, 42.0 to 42.5, within;
    #   -5 %: 29.165, 33.4 at most: apart; +25 %: 38.375, 49.0 at least: apart.
    # 19.5 -5 %: 18.525, 39.4 to 39.9, within; -10 %: 17.55, 42.6 to 43.1, within;
    #   +5 %: 20.475, 33.6 at most: apart; -25 %: 14.625, 52.1 at least: apart.
    # 40 -5 %: 34 to 42, they meet; -10 %: 32 to 40, they meet; +5 %: 38 to 46, apart;
    #   -25 %: 26 to 34, apart. 03.7, 91.5, 04 and the shifts are all far off.
    found, noticed = slips(CATTLE)
    assert noticed == {
        "cattle_before": ALL - {"+5 %", "+10 %"},
        "cattle_after": ALL - {"-5 %", "-10 %"},
        "cattle_fall": ALL - {"-5 %", "-10 %"},
    }
    assert sharpness(found) == F(7, 9)
    assert notices(found) == {
        "cattle_before": "-5 %",
        "cattle_after": "+5 %",
        "cattle_fall": "+5 %",
    }


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


def test_the_fall_of_steel_notices_every_slip():
    # Stated 2/47 = 4.255 to 2/45 = 4.444 per cent, recomputed 4.306 to 4.410.
    # 183,000 +5 %: 192,149.5 / 4.25 m = 4.52; -5 %: 173,850.5 / 4.15 m = 4.19.
    # 4.2 +5 %: 183,000.5 / 4.36 m = 4.197; -5 %: 182,999.5 / 4.04 m = 4.53.
    # 1/23 leaves 1/23 - 2/47 = 1/1081 below and 2/45 - 1/23 = 1/1035 above. +5 %:
    # 1.05/23 - 1/1081 = 4.473; -5 %: 0.95/23 + 1/1035 = 4.227. 1/32 is 3.1 per cent.
    found, noticed = slips("steel_after / steel_before == steel_part")
    assert noticed == {
        "steel_after": ALL,
        "steel_before": ALL,
        "steel_part": ALL,
    }
    assert sharpness(found) == 1
    part = next(
        statement
        for name, _, statement in slipped_statements(SPACE.quantities["steel_part"])
        if name == "+5 %"
    )
    assert part.written == (F(1, 1081), F(1, 1035))


def test_the_fall_of_sugar_notices_about_two_slips_of_three():
    # As written: stated 0.45 to 0.55, recomputed 47.5/100.5 = 0.473 to 48.5/99.5.
    # 48 +5 %: 0.497 to 0.512; -5 %: 45.6, 46.1/99.5 = 0.463 at most, they meet; +10 %:
    #   52.8, 0.520 to 0.536; -10 %: 43.2, 43.7/99.5 = 0.439: apart; +25 %: 59.5/100.5 =
    #   0.59: apart. 100 +5 %: 105, 48.5/104.5 = 0.464 at most, they meet; +10 %:
    #   48.5/109.5 = 0.443: apart; -10 %: 90, 0.525 to 0.543; -25 %: 47.5/75.5 = 0.63.
    # Half +5 %: 0.475 to 0.575; -5 %: 0.425 to 0.525; +10 %: 0.5 to 0.6: apart; -10 %:
    #   0.4 to 0.5, they meet; -25 %: 0.325 to 0.425: apart.
    found, noticed = slips("sugar_after / sugar_before == sugar_part")
    assert noticed == {
        "sugar_after": ALL - {"+5 %", "-5 %", "+10 %"},
        "sugar_before": ALL - {"+5 %", "-5 %", "-10 %"},
        "sugar_part": (PERCENTAGES | SHIFTS) - {"+5 %", "-5 %", "-10 %"},
    }
    assert sharpness(found) == (F(6, 9) + F(6, 9) + F(5, 8)) / 3
    assert notices(found) == {
        "sugar_after": "-10 %",
        "sugar_before": "+10 %",
        "sugar_part": "+10 %",
    }


def test_the_coverage_by_gold_notices_little():
    # It holds literally and is looked at as written: a billion is 0.5 to 1.5, 8 is 7.5
    # to 8.5: 5.9 to 20 per cent beside 12.45 to 12.55. No percentage slips out of that:
    # 0.25/8.5 to 1.25/7.5 = 16.7 for a quarter less gold, 0.5/10.5 to 1.5/9.5 = 15.8
    # for a quarter more paper, 15.6 and 9.4 stated. Noticed are ten billion of gold
    # (5/8.5) and a tenth (0.15/7.5 = 2 per cent), 80 and 0.8 billion of paper, 125 and
    # 1.25 per cent; 0100000000 of gold, -0.4 to 0.6: 8 per cent; 21.5 per cent.
    found, noticed = slips("gold / notes == coverage")
    assert noticed == {
        "gold": SHIFTS | {"digits"},
        "notes": SHIFTS,
        "coverage": SHIFTS | {"digits"},
    }
    assert sharpness(found) == (F(3, 9) + F(2, 8) + F(3, 9)) / 3 == F(11, 36)
    # Of the gold both a tenth and the exchange take away nine tenths: the first counts.
    # 21.5 is 0.72 more than 12.5, a tenth of it 0.9 less.
    assert notices(found) == {"gold": "/ 10", "notes": "/ 10", "coverage": "digits"}


def test_the_tenth_of_the_quarries():
    # As written: 1/10 is 1/10.5 = 0.09524 to 1/9.5 = 0.10526, recomputed 0.0999 to
    # 0.1001. 500 +5 %: 524.5/5,000.5 = 0.1049, they meet; -5 %: 475.5/4,999.5 = 0.0951:
    # apart. 5,000 +5 %: 5,250, 500.5/5,249.5 = 0.09534, they meet; -5 %: 4,750,
    # 499.5/4,750.5 = 0.1051, they meet; +10 %: 500.5/5,499.5 = 0.091: apart.
    # 1/10 +5 %: 0.105 - 0.00476 = 0.10024 at least: apart by a hair from 500.5/4,999.5
    # = 0.10011; -5 %: 0.095 + 0.00526 = 0.10026, they meet; 1/01 is 1.
    found, noticed = slips("quarry_own / quarry_theirs == quarry_part")
    assert noticed == {
        "quarry_own": ALL - {"+5 %"},
        "quarry_theirs": ALL - {"+5 %", "-5 %"},
        "quarry_part": ALL - {"-5 %"},
    }
    assert sharpness(found) == F(8 + 7 + 8, 27)
    assert notices(found) == {
        "quarry_own": "-5 %",
        "quarry_theirs": "+10 %",
        "quarry_part": "+5 %",
    }


def test_two_figures_that_must_be_equal():
    # 61.5 and 60: significant, 60 leaves 55 to 65. 61.5 -5 %: 58.4, -10 %: 55.35 and
    # +5 %: 64.575 are within; +10 %: 67.65 is not, nor 16.5. 60 +5 %: 58 to 68, -5 %:
    # 52 to 62 and +10 %: 61 to 71 hold 61.5; -10 %: 49 to 59 does not, nor 06 +- 5.
    found, noticed = slips("share_1933 == share_again")
    assert verdict_of("share_1933 == share_again", SPACE).reading == "significant"
    assert noticed == {
        "share_1933": ALL - {"+5 %", "-5 %", "-10 %"},
        "share_again": ALL - {"+5 %", "-5 %", "+10 %"},
    }
    assert sharpness(found) == F(6, 9)
    assert notices(found) == {"share_1933": "+10 %", "share_again": "-10 %"}


def test_the_repairs_of_two_figures_that_must_be_equal():
    # 61.5 would be 60.0; 59.5 to 60.5 as written meet 59.5 +- 0.05 to 60.5 +- 0.05.
    # 60 would be 61.5, in whole numbers 62, the even one; 61 (60.5 to 61.5) meets 61.45
    # to 61.55 as well.
    found = repairs("share_1933 == share_again")
    one, other = found["share_1933"], found["share_again"]
    assert (one.value, one.low, one.high) == (60, F("59.5"), F("60.5"))
    assert (other.value, other.low, other.high) == (62, 61, 62)
    assert (one.factor, other.factor) == (F(600, 615), F(62, 60))


def test_an_ordering_notices_only_what_turns_it_round():
    # 15.6 < 34.6: 19.5 and 11.7 still are, 156 and 51.6 are not. 34.6: 25.95 and 43.6
    # still are, 3.46 is not. The smaller of 51.6/15.6 - 1 = 2.3 and 9 is told.
    found, noticed = slips("horses_after < horses_before")
    assert noticed == {"horses_after": {"x 10", "digits"}, "horses_before": {"/ 10"}}
    assert sharpness(found) == (F(2, 9) + F(1, 9)) / 2
    assert notices(found) == {"horses_after": "digits", "horses_before": "/ 10"}


def test_a_chain_notices_what_turns_any_of_its_pairs_round():
    # 1.7 < 3.9 < 23.6 < 52.7 < 61.5. 1.7: 17 and 7.1 pass 3.9. 3.9: 39 passes 23.6,
    # 0.39 falls below 1.7; 9.3 does neither. 23.6: 236 passes 52.7, 2.36 falls below
    # 3.9; 32.6 does neither. 52.7: 65.9 passes 61.5, 39.5 stays above 23.6, so do 527
    # and 5.27 not; 25.7 does. 61.5: 46.1 and 6.15 and 16.5 fall below 52.7.
    found, noticed = slips(
        "share_1929 < share_1930 < share_1931 < share_1932 < share_1933"
    )
    assert noticed == {
        "share_1929": {"x 10", "digits"},
        "share_1930": SHIFTS,
        "share_1931": SHIFTS,
        "share_1932": SHIFTS | {"+25 %"},
        "share_1933": {"-25 %", "/ 10", "digits"},
    }
    assert sharpness(found) == F(2 + 2 + 2 + 3 + 3, 5 * 9)
    assert notices(found) == {
        "share_1929": "digits",
        "share_1930": "/ 10",
        "share_1931": "/ 10",
        "share_1932": "+25 %",
        "share_1933": "-25 %",
    }


def test_a_range_is_moved_as_a_whole():
    # 20,000 of 60 to 80 thousand (+- 500) is 0.2484 to 0.2516 at the lower end, 0.3306
    # to 0.3361 at the upper. A third is 0.3333 +- 0.0333, a fourth 0.25 +- 0.025, and
    # both take the finer: 0.225 to 0.275 and 0.3083 to 0.3583.
    # 20,000 +10 %: 22,000/60,500 = 0.3636: apart; -10 %: 18,000/59,500 = 0.3025: apart.
    # 66 to 88: 20,000/65,500 = 0.3053: apart; 54 to 72: 20,000/72,500 = 0.2759: apart.
    # The part +10 %: 0.3667 - 0.025 = 0.3417: apart; -10 %: 0.3 + 0.025 = 0.325: apart.
    # Five per cent stay within everywhere; 02,000 is a tenth. Ranges have no digits.
    found, noticed = slips("truck_own / truck_theirs == truck_part")
    assert noticed == {
        "truck_own": ALL - {"+5 %", "-5 %"},
        "truck_theirs": ALL - {"+5 %", "-5 %", "digits"},
        "truck_part": ALL - {"+5 %", "-5 %", "digits"},
    }
    assert sharpness(found) == (F(7, 9) + F(6, 8) + F(6, 8)) / 3
    assert set(notices(found).values()) == {"+10 %"}


def test_a_claim_that_fails_has_no_slips_and_no_sharpness():
    for expression in ("share_1927 <= share_1929", "unknown == horses_after"):
        found, _ = slips(expression)
        assert found == []
        assert sharpness(found) is None


def test_a_former_name_slips_like_the_present_one():
    cattle = SPACE.quantities["cattle_after"]
    space = Names({**SPACE.quantities, "cattle_old": cattle}, SPACE.units)
    found, noticed = slips("decline(cattle_before, cattle_old) == cattle_fall", space)
    assert noticed["cattle_after"] == ALL - {"-5 %", "-10 %"}
    assert sharpness(found) == F(7, 9)


def test_an_outside_observation_does_not_slip():
    outside = replace(SPACE.quantities["cattle_after"], outside=True)
    space = Names({**SPACE.quantities, "cattle_after": outside}, SPACE.units)
    found, noticed = slips(CATTLE, space)
    assert set(noticed) == {"cattle_before", "cattle_fall"}
    assert set(repairs(CATTLE, space)) == {"cattle_before", "cattle_fall"}


# -- repairs of other kinds -----------------------------------------------------------


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


def test_a_repair_is_told_how_many_other_claims_it_breaks():
    # 170 million people, eight to a cow: 169.5/8.5 = 19.9 million to 170.5/7.5 as
    # written, from 169.5/8.8 = 19.26 hedged, which is where 19.5 +- 0.05 lies. 18.4
    # ends at 18.45: broken. 32.5 and 36 per cent take no part in it.
    def claim(name, expression, width=None):
        row = {"claim": name, "kind": "arithmetic"}
        return Claim(row, verdict_of(expression, SPACE, width))

    fall = claim("fall", CATTLE)
    by_people = claim("people", "people / people_to_a_cow == cattle_after")
    assert by_people.reading == "hedged"
    falling = claim("falling", "cattle_after < cattle_before")
    votes = voted_repairs(fall, [fall, by_people, falling])
    assert {repair.figure: repair.breaks for repair in votes} == {
        "cattle_before": 0,
        "cattle_after": 1,
        "cattle_fall": 0,
    }
    # With a hedge of a fifth eight reaches to 9.6: 169.5/9.6 = 17.7, and 18.4 passes.
    loose = claim("people", by_people.verdict.expression, F(1, 5))
    votes = voted_repairs(fall, [loose])
    assert [repair.breaks for repair in votes] == [0, 0, 0]
