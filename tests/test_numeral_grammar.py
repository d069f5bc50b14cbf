"""Corners of the grammar of numerals: where a number ends, and what it leaves out.

Values are read off the words by hand; an end is the index of the first token behind.
"""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from sovstats.numerals import match, parse
from sovstats.tokens import tokenize

MILLION = 10**6


@pytest.mark.parametrize(
    ("printed", "value", "half"),
    [
        ("a million and a half", 1_500_000, 250_000),
        ("two million and three quarters", 2_750_000, 125_000),
        ("a billion and a half", 1_500 * MILLION, 250 * MILLION),
        ("3½ million", 3_500_000, 250_000),
        ("$3m", 3 * MILLION, MILLION // 2),
        ("£3.5m", 3_500_000, 50_000),
        ("a century and a half", F(3, 2), F(1, 4)),
        ("a mile and a half", F(3, 2), F(1, 4)),
        ("two decades and a half", F(5, 2), F(1, 4)),
        ("one hundred and ninety-nine", 199, F(1, 2)),
        ("twenty-one thousand", 21_000, 500),
        ("ninety-nine", 99, F(1, 2)),
    ],
)
def test_a_number_has_its_value_and_half_of_its_last_unit(printed, value, half):
    numeral = parse(printed)
    assert numeral.value == value
    assert numeral.written == (half, half)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("one one-hundredth", F(1, 100)),
        ("one-hundredth", F(1, 100)),
        ("a thirteenth", F(1, 13)),
        ("three fifteenths", F(3, 15)),
        ("½ million", 500_000),
        ("half a billion", 500 * MILLION),
        ("one-half million", 500_000),
        ("an eighth", F(1, 8)),
        ("3 quarters", F(3, 4)),
    ],
)
def test_a_fraction_has_its_value(printed, value):
    assert parse(printed).value == value


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("six, seven or eight years", 6, 8),
        ("one, two or three", 1, 3),
        ("two to three hundred million", 200 * MILLION, 300 * MILLION),
        ("two to three hundred billion", 200_000 * MILLION, 300_000 * MILLION),
        ("two to three hundred thousand", 200_000, 300_000),
        ("fifty to a hundred", 50, 100),
        ("150 to two hundred thousand", 150_000, 200_000),
        ("150 to two hundred million", 150 * MILLION, 200 * MILLION),
        ("150 to two hundred billion", 150_000 * MILLION, 200_000 * MILLION),
        # 999 thousand is next to a million, 999 alone is not; 1,000 stands alone.
        ("999 to 1,000 thousand", 999_000, 1_000_000),
        ("1,000 to 2,000 thousand", 1_000, 2_000_000),
        ("a year or two", 1, 2),
        ("20 per cent to 30 per cent", 20, 30),
        ("$20 to $30", 20, 30),
        ("a third or a fourth", F(1, 4), F(1, 3)),
    ],
)
def test_a_range_has_both_its_ends(printed, low, high):
    numeral = parse(printed)
    assert (numeral.low, numeral.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "value", "end"),
    [
        ("20th of May", 20, 1),
        ("½ and more", F(1, 2), 1),
        ("3/4 and more", F(3, 4), 1),
        ("one hundred and two hundred", 100, 2),
        ("two hundred and three thousand", 203_000, 5),
        ("five and more", 5, 1),
        ("34.6 million horses", 34_600_000, 2),
        ("second only to Germany 5 and Italy", 2, 4),
        ("doubled and tripled", 2, 1),
    ],
)
def test_a_number_ends_where_the_next_begins(text, value, end):
    found = match(tokenize(text))
    assert (value, end) in [(numeral.value, after) for numeral, after in found]
    assert max(after for _, after in found) == end


@pytest.mark.parametrize("text", ["0/0", "1/0", "a or two", "horses"])
def test_what_is_no_numeral_at_the_first_token(text):
    assert match(tokenize(text)) == []


def test_a_number_is_looked_for_at_the_first_token_unless_told():
    tokens = tokenize("7 of 12")
    assert {numeral.value for numeral, _ in match(tokens)} == {7}
    assert {numeral.value for numeral, _ in match(tokens, 2)} == {12}
