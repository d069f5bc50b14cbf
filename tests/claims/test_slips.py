"""Slips, sharpness and notices, worked out by hand from the printed numbers.

The slips of a figure: 5, 10 and 25 per cent more or less, its half-widths kept; ten
times and a tenth, half-widths and all; its first two unequal digits exchanged. One is
noticed if the claim becomes impossible at its own reading, or as written where its own
is narrower. Below, "apart" stands for that.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from support.printed import CATTLE, printed
from support.printed import QUOTED as SPACE

from sovstats.claims import verdict_of
from sovstats.claims.repairs import repairs_of
from sovstats.claims.slips import (
    Slip,
    exchange_digits,
    notices,
    sharpness,
    slipped_statements,
    slips_of,
)
from sovstats.expressions import Names

F = Fraction


PERCENTAGES = {"+5 %", "-5 %", "+10 %", "-10 %", "+25 %", "-25 %"}


SHIFTS = {"x 10", "/ 10"}


ALL = PERCENTAGES | SHIFTS | {"digits"}


def slips(expression, space=SPACE):
    """Return the slips of a claim and, per figure, those that it notices."""
    found = slips_of(verdict_of(expression, space))
    noticed = {slip.figure: set() for slip in found}
    for slip in found:
        if slip.noticed:
            noticed[slip.figure].add(slip.name)
    return found, noticed


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
    fall = verdict_of("decline(horses_before, horses_after) == horses_fall", SPACE)
    assert repairs_of(fall) == []


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
    found = repairs_of(verdict_of(CATTLE, space))
    assert [repair.figure for repair in found] == ["cattle_before", "cattle_fall"]


def test_sharpness_is_a_mean_over_figures_and_not_over_slips():
    # One of two of the first, one of four of the second: (1/2 + 1/4)/2.
    made = [
        Slip("one", "+5 %", F(1, 20), False),
        Slip("two", "+5 %", F(1, 20), False),
        Slip("one", "x 10", F(9), True),
        Slip("two", "+10 %", F(1, 10), False),
        Slip("two", "-10 %", F(1, 10), False),
        Slip("two", "/ 10", F(9, 10), True),
    ]
    assert sharpness(made) == F(3, 8)
    assert sharpness(made[:2]) == 0
    assert sharpness([]) is None
    assert notices(made) == {"one": "x 10", "two": "/ 10"}


def test_the_smallest_slip_is_told_and_of_equal_ones_the_first():
    made = [
        Slip("one", "x 10", F(9), True),
        Slip("one", "-5 %", F(1, 20), False),
        Slip("one", "-10 %", F(1, 10), True),
        Slip("one", "+10 %", F(1, 10), True),
        Slip("two", "+5 %", F(1, 20), False),
        Slip("three", "digits", F(1, 100), True),
        Slip("three", "+5 %", F(1, 20), True),
    ]
    assert notices(made) == {"one": "-10 %", "two": "", "three": "digits"}
    assert notices([]) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11", None),
        ("112", 121),
        ("10", F(1)),  # 01
        ("eleven", None),  # 11
        ("twelve", 21),
        ("twenty-one", 12),
        ("one hundred", 10),  # 010
        ("0.5", F("5")),  # 5.0, hence ten times as much
        ("about 34", 43),
        ("20 to 22", None),
    ],
)
def test_digits_of_numbers_and_of_words_are_exchanged(text, expected):
    assert exchange_digits(printed("figure", text, "head")) == expected


def test_nothing_is_exchanged_of_what_is_no_number_or_none_above_zero():
    unread = replace(printed("figure", "12", "head"), facts={"printed": "many"})
    assert exchange_digits(unread) is None
    assert exchange_digits(replace(unread, facts={})) is None
    for value in (F(0), F(-12)):
        figure = printed("figure", "12", "head")
        figure = replace(figure, statement=replace(figure.statement, value=value))
        assert exchange_digits(figure) is None


def test_the_exchange_moves_a_number_by_what_it_changes():
    # 12 to 21 is 9/12 more, 21 to 12 is 9/21 less.
    for text, size in (("12", F(3, 4)), ("21", F(3, 7))):
        found = {n: s for n, s, _ in slipped_statements(printed("x", text, "head"))}
        assert found["digits"] == size
        assert list(found)[:-1] == [
            "+5 %", "-5 %", "+10 %", "-10 %", "+25 %", "-25 %", "x 10", "/ 10",
        ]  # fmt: skip
