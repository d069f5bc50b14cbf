"""The number words, each with its value, written out by hand."""

from __future__ import annotations

import pytest

from sovstats.numbers.words import (
    CARDINALS,
    FRACTION_WORDS,
    MULTIPLE_WORDS,
    ORDINALS,
    SCALES,
    SPAN_WORDS,
    TIME_STEPS,
    VULGAR,
    roman_value,
)

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
RANKS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
    "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "thirtieth": 30, "fortieth": 40, "fourtieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 1_000, "millionth": 1_000_000,
}  # fmt: skip
WHOLE_SCALES = {
    "dozen": 12, "score": 20, "hundred": 100, "thousand": 1_000, "lakh": 100_000,
    "million": 1_000_000, "crore": 10_000_000, "milliard": 1_000_000_000,
    "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
}  # fmt: skip
SHORT_SCALES = {
    "mln": 1_000_000,
    "mn": 1_000_000,
    "bln": 1_000_000_000,
    "bn": 1_000_000_000,
}
PARTS = {
    "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "twentieth": 20,
    "hundredth": 100, "thousandth": 1_000, "millionth": 1_000_000, "quarter": 4,
}  # fmt: skip
TIMES = {"doubl": 2, "trebl": 3, "tripl": 3, "quadrupl": 4, "quintupl": 5, "sextupl": 6}


def plurals(words):
    return words | {word + "s": value for word, value in words.items()}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (CARDINALS, ONES),
        (ORDINALS, RANKS),
        (SCALES, plurals(WHOLE_SCALES) | SHORT_SCALES),
        (FRACTION_WORDS, plurals(PARTS) | {"half": 2, "halves": 2}),
        (
            MULTIPLE_WORDS,
            {stem + end: n for stem, n in TIMES.items() for end in ("e", "ed", "es")}
            | {stem + "ing": n for stem, n in TIMES.items()}
            | {"twice": 2, "thrice": 3},
        ),
    ],
)
def test_every_word_has_its_value_and_no_other_word_is_there(table, expected):
    assert table == expected


def test_a_fraction_in_one_character_is_what_unicode_says_it_is():
    import unicodedata

    for character, (top, bottom) in VULGAR.items():
        assert unicodedata.numeric(character) == pytest.approx(top / bottom)
    assert len(VULGAR) == 18


def test_the_steps_of_time():
    assert TIME_STEPS == {
        ("century", "year"): 100,
        ("decade", "year"): 10,
        ("year", "month"): 12,
        ("week", "day"): 7,
        ("day", "hour"): 24,
        ("hour", "minute"): 60,
        ("minute", "second"): 60,
    }
    assert SPAN_WORDS == {
        "century", "decade", "year", "month", "week", "day", "hour", "minute",
        "second", "pair", "time", "mile",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("numeral", "value"), [("I", 1), ("IV", 4), ("XIX", 19), ("XL", 40), ("CCC", 300)]
)
def test_roman_numerals(numeral, value):
    assert roman_value(numeral) == value
