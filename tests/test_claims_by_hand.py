"""Arithmetic and conversions worked out by another route: decimals, claim by claim.

Each line holds the unit in which the claim is shown and its sides from left to right,
for the numbers exactly as printed; a range has both its ends in brackets. Nothing of
the engine takes part: no fractions, no intervals, no unit table.
"""

from __future__ import annotations

import csv
from decimal import Decimal as D
from pathlib import Path

import pytest

from sovstats.claims import read_claims
from sovstats.storage import Tables

DATA = Path(__file__).parent.parent / "data"
KINDS = ("arithmetic", "conversion")
CLOSE = D("1e-24")
"""How far 28 decimal digits may miss a number, as a part of it."""

POUND = D("0.45359237")  # kilograms
POOD = D("16.38")  # kilograms
ACRE = D("4046.8564224")  # square metres
HECTARE = D("10000")  # square metres
MILE = D("1.609344")  # kilometres

# fmt: off
BY_HAND = {
    # counts, sums, shares
    "cattle_fall": ("percent", 100 * (1 - D("19.5") / D("30.7")), D("40")),
    "horses_fall": ("percent", 100 * (1 - D("15.6") / D("34.6")), D("55")),
    "steel_fall": ("dimensionless", D("183000") / D("4200000"), D(1) / D(23)),
    "sugar_fall": ("dimensionless", D("48") / D("100"), D(1) / D(2)),
    "ruble_fall": ("dimensionless", D("3") / D("13"), D(1) / D(4)),
    "gold_coverage": ("percent", 100 * D("1") / D("8"), D("12.5")),
    "quarry_tenth": ("dimensionless", D("500") / D("5000"), D(1) / D(10)),
    "industry_growth_multiple": ("percent", 100 * (D("3.5") - 1), D("250")),
    "fulfilment_sum": ("percent", D("93.7") + D("6.3"), D("100")),
    "truck_part": (
        "dimensionless",
        (D("20000") / D("80000"), D("20000") / D("60000")), (D(1) / D(4), D(1) / D(3))),
    # growth of 40 per cent among 3 or 4, -25 and -30 per cent
    "japan_rank": ("dimensionless", D(1 + sum(D(n) > 40 for n in (4, -25, -30))), D(1)),
    # whole years between two dates
    "comparison_years": ("year", D(1935 - 1929), D("6")),
    "course_under_two_years": ("year", D(1926 - 1924), D("2")),
    "defeats_years": ("year", D(1936 - 1923), D("13")),
    "hitler_years": ("year", D(1933 - 1923), D("10")),
    "leadership_years": ("year", D("10"), D(1933 - 1923)),
    "military_communism_years": ("year", D("3"), D(1921 - 1918)),
    "statement_two_years": ("year", D(1929 - 1927), D("2")),
    # months between two dates: twelve a year, and the difference of the months
    "announcement_months": ("month", D(12 * 1 + 1 - 2), D("11")),
    "resolution_months": ("month", D(11 - 8), D("3")),
    "plan_time": ("month", 4 * D(12) + 3, D(12 * 5 + 1 - 10)),
    "programme_months": ("year", D(12 * 2 + 3 - 11) / 12, D("1.5")),
    "success_under_ten_years": ("year", D(12 * 8 + 8 - 10) / 12, D("10")),
    "warning_end_of_1926": ("year", D(12 * 7 + 3 - 12) / 12, D("6")),
    # ordinal years, stages and plans
    "plan_stages": ("year", D("2") + D("2"), D(5 - 1)),
    "revolution_year": (
        "dimensionless", D(19 - 1), D(12 * 19 + 8 - 11) / 12, D(19)),
    "second_year_began": ("year", D(2 - 1), D(12 * 2 + 3 - 10) / 12, D(2)),
    # units
    "hectare_acres": ("hectare", D("2.5") * ACRE / HECTARE, D("1")),
    "kilogram_pounds": ("pound", D("2") + D(1) / D(5), 1 / POUND),
    "pood_pounds": ("pood", D("36") * POUND / POOD, D("1")),
    "speed_miles": ("kilometre/hour", D("6") * MILE, D("10")),
}
# fmt: on


@pytest.fixture(scope="module")
def claims():
    return {
        claim.name: claim for kind in KINDS for claim in read_claims(Tables(DATA), kind)
    }


def test_every_claim_of_these_kinds_is_worked_out_by_hand():
    with (DATA / "raw" / "claims.csv").open(encoding="utf-8", newline="") as stream:
        names = {row["claim"] for row in csv.DictReader(stream) if row["kind"] in KINDS}
    assert names == set(BY_HAND)


def same(number, expected):
    """Say whether a fraction is a decimal number as far as its digits go."""
    found = D(number.numerator) / D(number.denominator)
    return abs(found - expected) <= CLOSE * abs(expected)


@pytest.mark.parametrize("name", BY_HAND)
def test_both_sides_as_printed_are_those_worked_out_by_hand(name, claims):
    unit, *sides = BY_HAND[name]
    verdict = claims[name].verdict
    pairs = verdict.decision.pairs
    found = [pairs[0].rungs[0].computed, *(pair.rungs[0].stated for pair in pairs)]
    assert verdict.unit == unit
    assert len(found) == len(sides)
    for span, expected in zip(found, sides, strict=True):
        low, high = expected if isinstance(expected, tuple) else (expected, expected)
        for interval, number in ((span.lower, low), (span.upper, high)):
            assert interval.is_point
            assert same(interval.low / verdict.factor, number)


def test_a_number_that_is_a_little_off_is_not_the_same():
    from fractions import Fraction

    assert same(Fraction(112, 307), 1 - D("19.5") / D("30.7"))
    assert not same(Fraction(112, 307), D("0.36482084690553"))
    assert not same(Fraction(112, 306), 1 - D("19.5") / D("30.7"))
