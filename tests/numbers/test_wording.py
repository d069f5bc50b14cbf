"""Numbers, intervals and lists as people read them."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from sovstats.numbers import Interval, Span
from sovstats.numbers.wording import (
    count_word,
    listed,
    percent,
    sentence,
    show_interval,
    show_number,
    show_percent,
    show_span,
)

MILLION = 10**6


@pytest.mark.parametrize(
    ("number", "digits", "text"),
    [
        (F(0), 4, "0"),
        (F(999), 4, "999"),
        (F(1000), 4, "1,000"),
        (F("999.94"), 4, "999.9"),
        (F("1234.6"), 4, "1,235"),
        (F("-1234.6"), 4, "-1,235"),
        (F("-12.346"), 4, "-12.35"),
        # A scale word stands from its number on.
        (F(999_999), 4, "999,999"),
        (F(1_000_000), 4, "1 million"),
        (F(-999_999), 4, "-999,999"),
        (F(-1_000_000), 4, "-1 million"),
        (F(999_900_000), 4, "999.9 million"),
        (F(1_000_000_000), 4, "1 billion"),
        (F(999_900_000_000), 4, "999.9 billion"),
        (F(10**12), 4, "1 trillion"),
        (F(34_600_000), 4, "34.6 million"),
        (F(12_345_600_000_000_000), 4, "12,346 trillion"),
        # Digits are those that are significant; a whole number keeps all of its own.
        (F(99), 2, "99"),
        (F("99.6"), 2, "100"),
        (F("9.96"), 2, "10"),
        (F("9.94"), 2, "9.9"),
        (F(100), 2, "100"),
        (F(101), 2, "101"),
        (F("0.36"), 1, "0.4"),
        (F(12_345_678), 3, "12.3 million"),
        # Small numbers have no exponent; three digits more are looked at than wanted.
        (F("0.00001"), 4, "0.00001"),
        (F("0.0001"), 4, "0.0001"),
        (F("0.0000125"), 4, "0.0000125"),
        (F("0.00001234"), 2, "0.00001"),
    ],
)
def test_a_number_has_a_few_digits_and_a_scale_word(number, digits, text):
    assert show_number(number, digits) == text


def test_four_digits_are_significant_unless_told():
    assert show_number(F("12.3456")) == "12.35"
    assert show_interval(Interval.point(F("12.3456"))) == "12.35"
    assert show_span(Span(*[Interval.point(F("12.3456"))] * 2)) == "12.35"
    assert show_interval(Interval.point(F("12.3456")), digits=3) == "12.3"
    assert show_span(Span(*[Interval.point(F("12.3456"))] * 2), digits=3) == "12.3"


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (Interval(None, None), "any number"),
        (Interval(F(5), None, low_open=True), "over 5"),
        (Interval(F(5), None), "at least 5"),
        (Interval(None, F(5), high_open=True), "under 5"),
        (Interval(None, F(5)), "at most 5"),
        (Interval.point(5), "5"),
        (Interval(F(5), F(6)), "5 to 6"),
        (Interval(F(5), F(6), True, True), "5 to 6"),
        # Of four digits both ends are alike.
        (Interval(F("5.0001"), F("5.0002")), "5"),
        (Interval(F("-6"), F("-5")), "-6 to -5"),
    ],
)
def test_an_interval_says_which_end_it_has_and_whether_it_is_in_it(interval, text):
    assert show_interval(interval) == text


def test_an_interval_is_written_in_its_unit():
    # 19.5 to 20.5 million head in millions, 36 per cent in hundredths.
    millions = Interval(F(19_500_000), F(20_500_000))
    assert show_interval(millions, F(MILLION)) == "19.5 to 20.5"
    assert show_interval(Interval(F(36, 100), None), F(1, 100)) == "at least 36"
    assert show_interval(millions) == "19.5 million to 20.5 million"


def test_a_span_of_points_needs_no_brackets_and_one_of_intervals_does():
    low, high = Interval(F("14.5"), F("15.5")), Interval(F("19.5"), F("20.5"))
    points = Span(Interval.point(15), Interval.point(20))
    assert show_span(None) == "no number"
    assert show_span(points) == "15 to 20"
    assert show_span(Span(low, low)) == "14.5 to 15.5"
    assert show_span(Span(low, high)) == "(14.5 to 15.5) to (19.5 to 20.5)"
    assert show_span(Span(low, Interval.point(20))) == "(14.5 to 15.5) to (20)"
    assert show_span(Span(Interval.point(15), high)) == "(15) to (19.5 to 20.5)"
    # Halves, and three digits.
    assert show_span(Span(low, high), F(1, 2)) == "(29 to 31) to (39 to 41)"
    assert show_span(Span(low, high), F(3), 2) == "(4.8 to 5.2) to (6.5 to 6.8)"


@pytest.mark.parametrize(
    ("part", "digits", "text"),
    [
        (None, 1, ""),
        (F(0), 1, "+0.0 %"),
        (F(1, 8), 1, "+12.5 %"),
        (F(-1, 8), 1, "-12.5 %"),
        (F(1, 3), 0, "+33 %"),
        (F(-1, 3), 2, "-33.33 %"),
    ],
)
def test_a_gap_has_its_sign(part, digits, text):
    assert show_percent(part, digits) == text


def test_a_gap_has_one_digit_after_the_point_unless_told():
    assert show_percent(F(1, 3)) == "+33.3 %"
    assert percent(F(1, 3)) == "33"
    assert percent(F(2, 3)) == "67"


def test_small_whole_numbers_are_words():
    assert [count_word(n) for n in range(14)] == [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
        "ten", "eleven", "twelve", "13",
    ]  # fmt: skip
    # 1.25 of two digits is 1.2; less than none is no count.
    assert count_word(F(5, 4)) == "1.2"
    assert count_word(F(2)) == "two"
    assert count_word(-1) == "-1"
    assert count_word(1234) == "1,234"


def test_a_list_has_commas_and_a_last_and():
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c"]) == "a, b and c"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", ""),
        ("  ", ""),
        (" it is so ", "It is so."),
        ("a", "A."),
        ("it is.", "It is."),
        ("is it?", "Is it?"),
        ("it is!", "It is!"),
        ("the USSR:", "The USSR:."),
    ],
)
def test_a_sentence_begins_with_a_capital_and_ends_with_a_mark(text, written):
    assert sentence(text) == written
