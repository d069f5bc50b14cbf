"""Corners of the grammar of numerals: where a number ends, and what it leaves out.

Values are read off the words by hand; an end is the index of the first token behind.
"""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from sovstats.numbers.parsing import match, parse, parse_all
from sovstats.numbers.tokens import tokenize

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
        ("twenty\u2010five", 25, F(1, 2)),
        ("twenty\u2011five", 25, F(1, 2)),
        ("zero", 0, F(1, 2)),
        # Bare scale words, and the article before hundred.
        ("million", MILLION, MILLION // 2),
        ("thousand tons", 1_000, 500),
        ("a hundred thousand and five", 100_005, F(1, 2)),
        ("the hundred and fifty farms", 150, F(1, 2)),
        ("a hundred and twenty thousand five hundred", 120_500, 50),
        ("hundred and twenty thousand five hundred", 120_500, 50),
        ("two hundred-fifty", 250, F(1, 2)),
        # 120 x 12, written to the dozen.
        ("one hundred and twenty dozen", 1_440, 6),
        ("two million five thousand", 2_005_000, 500),
        ("one thousand five hundred million", 1_500 * MILLION, 50 * MILLION),
        # The half is one of the last scale word: 1,200.5 million.
        ("one billion two hundred million and a half", 1_200_500_000, 250_000),
        ("a hundred million and a half", 100_500_000, 250_000),
        ("hundredfold", 100, F(1, 2)),
        ("twenty first", 21, F(1, 2)),
        ("twenty fifth", 25, F(1, 2)),
        ("three score", 60, 10),
        ("score", 20, 10),
        # 1 x 60 + 5, 2 x 7 + 3
        ("an hour and five minutes", 65, F(1, 2)),
        ("2 weeks, and 3 days", 17, F(1, 2)),
        # Seconds are a time, not a part.
        ("thirty seconds", 30, F(1, 2)),
        ("two seconds", 2, F(1, 2)),
        ("0." + "1" * 29, F(int("1" * 29), 10**29), F(1, 2 * 10**29)),
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
        ("one one hundredth", F(1, 100)),
        ("zero tenths", 0),
        ("ten-twelfths", F(10, 12)),
        ("twenty fifths", 4),
        ("thirty-tenths", 3),
        ("half an hundred", 50),
        ("three-quarters of one million", 750_000),
        ("2 for each 7", F(7, 2)),
        ("1 horse to each 9", 9),
        ("one ton per every five", 5),
        ("one farm horse for every nine", 9),
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
        # The scale word goes with every member of a list, with the ends of a range.
        ("two, three or four hundred", 200, 400),
        ("two or three hundred", 200, 300),
        ("six, seven, or eight years", 6, 8),
        ("zero, one or two", 0, 2),
        # ... but one hundred has none to share with what stands before it.
        ("one to a hundred", 1, 100),
        ("ten to a hundred", 10, 100),
        ("one, ten or a hundred", 1, 100),
        ("one to a thousand", 1, 1_000),
        # 11 x 12 is 3.67 times three dozen, three dozen only 3.27 times 11.
        ("eleven to three dozen", 11, 36),
        ("a hundred or two", 100, 200),
        ("a million or two", MILLION, 2 * MILLION),
        # Two scale words: each number has its own.
        ("one hundred to nineteen hundred", 100, 1_900),
        ("nineteen hundred to one hundred", 100, 1_900),
        ("60- to 80 million", 60 * MILLION, 80 * MILLION),
        ("60- or 80 million", 60 * MILLION, 80 * MILLION),
        ("10\u201415", 10, 15),
        ("10\u201015", 10, 15),
        ("10\u201115", 10, 15),
        ("$3m to $4m", 3 * MILLION, 4 * MILLION),
        ("20 horses to 30 horses", 20, 30),
        ("20 horses or 30 horses", 20, 30),
        ("between 20 horses and 30 horses", 20, 30),
        ("$20 a ton to $30 a ton", 20, 30),
        ("20 tons per hectare to 30 tons per hectare", 20, 30),
        ("between two thousand and zero", 0, 2_000),
        ("year or one and a half", 1, F(3, 2)),
    ],
)
def test_a_range_has_both_its_ends(printed, low, high):
    numeral = parse(printed)
    assert (numeral.low, numeral.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "shape", "value", "end"),
    [
        ("20th of May", "ordinal", 20, 1),
        ("½ and more", "fraction", F(1, 2), 1),
        ("3/4 and more", "fraction", F(3, 4), 1),
        ("34.6 million horses", "decimal", 34_600_000, 2),
        ("five and more", "whole", 5, 1),
        ("an eighth of it", "fraction", F(1, 8), 2),
        ("an hundred thousand and fifty", "whole", 100_050, 5),
        ("3 quarters of it", "fraction", F(3, 4), 2),
        ("third of it", "fraction", F(1, 3), 1),
        ("3 1/2 tons", "mixed", F(7, 2), 2),
        ("a million and a half tons", "mixed", 1_500_000, 5),
        # What follows a scale word: the next number begins where it must.
        ("one hundred and two hundred", "whole", 100, 2),
        ("two hundred three hundred", "whole", 200, 2),
        ("two thousand three thousand", "whole", 2_000, 2),
        ("one thousand and two thousand", "whole", 1_000, 2),
        ("one thousand and two million", "whole", 1_000, 2),
        ("two hundred and three thousand", "whole", 203_000, 5),
        ("one thousand three hundredths", "whole", 1_003, 3),
        ("a hundred and three quarters", "mixed", F(403, 4), 5),
        ("two hundred and zero", "whole", 200, 2),
        ("two thousand and zero", "whole", 2_000, 2),
        ("twenty ten", "whole", 20, 1),
        # A part is added to a whole if it is less than one and has its own number.
        ("2 4/4", "whole", 2, 1),
        ("2 5/4", "whole", 2, 1),
        ("three and half of them", "whole", 3, 1),
        ("two million and half a ton", "whole", 2 * MILLION, 2),
        ("two million and a third of them", "whole", 2 * MILLION, 2),
        ("two million and four quarters", "whole", 2 * MILLION, 2),
        ("two million and five quarters", "whole", 2 * MILLION, 2),
        ("two million, a third more", "whole", 2 * MILLION, 2),
        ("two million and more", "whole", 2 * MILLION, 2),
        ("two thousand and a half", "whole", 2_000, 2),
        ("two years 1/2", "whole", 2, 1),
        # What only looks like a part.
        ("twenty-fifths of it", "whole", 20, 1),
        ("a third or fourth time", "fraction", F(1, 3), 2),
        ("one first", "whole", 1, 1),
        ("one second", "whole", 1, 1),
        ("100 quarters", "whole", 100, 1),
        ("half a score", "fraction", F(1, 2), 1),
        ("score of horses", "whole", 20, 1),
        ("pair of oxen", "whole", 1, 1),
        ("doubled and tripled", "multiple", 2, 1),
        ("second place", "ordinal", 2, 1),
        ("second only to Germany 5 and Italy", "ordinal", 2, 4),
        ("second only to Germany, 1913", "ordinal", 2, 5),
        ("second only to 1913", "ordinal", 2, 3),
        # Twelve tokens are read of the names: six 'and', whatever comes behind.
        ("second only to A" + " and B" * 7, "ordinal", 8, 15),
        ("four years and three months ago", "duration", 51, 5),
        # 100 x 12 + 2
        ("a hundred years and two months", "duration", 1_202, 6),
        ("two years, three months and five cows", "duration", 27, 5),
        ("two years", "whole", 2, 1),
        # A number stands alone where the next makes neither range, rate nor ratio.
        ("six, six or seven", "whole", 6, 1),
        ("six, five or eight", "whole", 6, 1),
        ("0, 0 or 1", "whole", 0, 1),
        ("9, 10 or 5 million", "whole", 9, 1),
        ("six, cows or goats", "whole", 6, 1),
        ("20 horses to 30 cows", "whole", 20, 1),
        ("15 to 20th", "whole", 15, 1),
        ("five or five", "whole", 5, 1),
        ("2.5 for every 8", "decimal", F(5, 2), 1),
        ("one big farm horse for every nine", "whole", 1, 1),
        ("1 , 2 for every 8", "whole", 1, 1),
    ],
)
def test_a_number_has_its_shape_and_ends_where_the_next_begins(text, shape, value, end):
    found, after = match(tokenize(text))[0]
    assert (found.shape, found.value, after) == (shape, value, end)


@pytest.mark.parametrize(
    ("text", "low", "high", "end"),
    [
        ("five- or six-year", 5, 6, 5),
        ("60- to 80-", 60, 80, 5),
        ("60 to 80-odd", 60, 80, 3),
        ("two to three million and more", 2 * MILLION, 3 * MILLION, 4),
        ("10-15 years", 10, 15, 3),
        ("tens of thousands of millions", 20_000 * MILLION, None, 5),
        ("hundreds, thousands", 200, None, 1),
        ("several times ten horses", 20, None, 3),
    ],
)
def test_a_range_or_plural_ends_with_its_last_number(text, low, high, end):
    found, after = match(tokenize(text))[0]
    assert (found.low, found.high, after) == (low, high, end)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one against five", F(1, 5)),
        ("3 out of 10", F(3, 10)),
        ("one out of every five", F(1, 5)),
        ("one in each five", F(1, 5)),
        ("2.5 in 5", None),
        ("0 in 5", None),
        ("5 in 0", None),
        ("5 in 2.5", None),
        ("5 of 10", None),
        ("5 out in 10", None),
    ],
)
def test_a_ratio_is_one_of_two_whole_numbers(text, value):
    ratios = [(n.value, end) for n, end in match(tokenize(text)) if n.shape == "ratio"]
    assert ratios == ([(value, len(tokenize(text)))] if value else [])


@pytest.mark.parametrize(
    ("printed", "scale"),
    [
        ("34.6 million", MILLION),
        ("16 to 25 million", MILLION),
        ("1 million to 2 billion", 1_000 * MILLION),
        ("two million and a half", MILLION),
        ("two thousand five hundred", 100),
        ("two hundred", 100),
        ("83,000", 1),
    ],
)
def test_the_scale_is_that_of_the_last_scale_word(printed, scale):
    assert parse(printed).scale == scale


@pytest.mark.parametrize("printed", ["a tenth to a fifth", "a fifth to a tenth"])
def test_a_range_of_fractions_takes_the_finer_width_on_each_side(printed):
    # 1/10 - 1/10.5 = 1/210 and 1/9.5 - 1/10 = 1/190, both finer than those of 1/5.
    assert parse(printed).written == (F(1, 210), F(1, 190))


def test_a_scale_word_multiplies_the_width_on_each_side():
    # 1/8 - 1/8.5 = 1/136; 1/7.5 - 1/8 = 1/120, within the tenth, 1/80.
    assert parse("1/8 million").written == (F(MILLION, 136), F(MILLION, 120))


@pytest.mark.parametrize(
    "text",
    [
        "0/0",
        "1/0",
        "a or two",
        "horses",
        "the million",
        "the year and three months",
        "years and a half",
        "year or one",
        "several times more",
        "score was",
        "thirteenths",
        "1" * 31 + "th",
    ],
)
def test_what_is_no_numeral_at_the_first_token(text):
    assert match(tokenize(text)) == []


def test_a_number_is_looked_for_at_the_first_token_unless_told():
    tokens = tokenize("7 of 12")
    assert {numeral.value for numeral, _ in match(tokens)} == {7}
    assert {numeral.value for numeral, _ in match(tokens, 2)} == {12}


def test_names_are_counted_only_behind_the_rank():
    tokens = tokenize("Russia and England, second only to Germany")
    assert [(n.value, end) for n, end in match(tokens, 4)] == [(2, 8)]


@pytest.mark.parametrize(
    ("printed", "shape"),
    [("seven", "whole"), ("thirty-tenth", "fraction"), ("dozens", "vague")],
)
def test_what_is_not_ambiguous_has_one_reading(printed, shape):
    assert [numeral.shape for numeral in parse_all(printed)] == [shape]
