"""Numerals: the number that a printed string states and the precision of its digits.

The expected numbers are read off the printed strings by hand. Half-widths follow
design section 4: half a unit of the last digit written, times the scale.
"""

from __future__ import annotations

from fractions import Fraction as F
from time import process_time

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from sovstats.errors import NumeralError, SovstatsError
from sovstats.numbers.parsing import (
    SCALES,
    is_number,
    match,
    parse,
    parse_all,
    parse_exact,
)
from sovstats.numbers.tokens import tokenize
from sovstats.numbers.words import CARDINALS, FRACTION_WORDS, ORDINALS, VULGAR

# A busy machine is no failure; what must be fast says so in its own test.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

MILLION = 10**6


# -- values and widths worked out by hand ----------------------------------------------


@pytest.mark.parametrize(
    ("printed", "value", "written", "significant"),
    [
        # The last digit written is tenths of a million: half of 0.1 million.
        ("34.6 million", 34_600_000, 50_000, 50_000),
        # A written zero behind the point counts: hundredths of a million.
        ("34.60 million", 34_600_000, 5_000, 5_000),
        ("5.0", 5, F(1, 20), F(1, 20)),
        ("0.7", F(7, 10), F(1, 20), F(1, 20)),
        (".5", F(1, 2), F(1, 20), F(1, 20)),
        # Three trailing zeros: the last digit meant is thousands.
        ("83,000", 83_000, F(1, 2), 500),
        ("170 million", 170 * MILLION, MILLION // 2, 5 * MILLION),
        ("835 million", 835 * MILLION, MILLION // 2, MILLION // 2),
        # Tens would give 5, but a tenth of the number is 4.
        ("40", 40, F(1, 2), 4),
        ("40 per cent", 40, F(1, 2), 4),
        ("60", 60, F(1, 2), 5),
        ("50", 50, F(1, 2), 5),
        ("10", 10, F(1, 2), 1),
        ("100", 100, F(1, 2), 10),
        ("105", 105, F(1, 2), F(1, 2)),
        ("7", 7, F(1, 2), F(1, 2)),
        # A tenth of one is less than the half that is written: nesting wins.
        ("1", 1, F(1, 2), F(1, 2)),
        ("0", 0, F(1, 2), F(1, 2)),
        ("1,000,000", MILLION, F(1, 2), 100_000),
        ("1 000 000", MILLION, F(1, 2), 100_000),
        ("12,50,000", 1_250_000, F(1, 2), 5_000),
        # A mixed number: half of the fraction's unit.
        ("3 1/2", F(7, 2), F(1, 4), F(1, 4)),
        ("3½", F(7, 2), F(1, 4), F(1, 4)),
        ("3-1/2", F(7, 2), F(1, 4), F(1, 4)),
        ("3 and 1/2", F(7, 2), F(1, 4), F(1, 4)),
        ("two and a half", F(5, 2), F(1, 4), F(1, 4)),
        ("two and one-half", F(5, 2), F(1, 4), F(1, 4)),
        ("2 3/4", F(11, 4), F(1, 8), F(1, 8)),
        ("2 1/2 million", 2_500_000, 250_000, 250_000),
        ("two and three-quarters million", 2_750_000, 125_000, 125_000),
        # Words: the scale word multiplies what is in front of it.
        ("fifteen million", 15 * MILLION, MILLION // 2, MILLION // 2),
        ("twenty million", 20 * MILLION, MILLION // 2, 2 * MILLION),
        ("two hundred", 200, 50, 50),
        ("a hundred", 100, 50, 50),
        ("hundred", 100, 50, 50),
        ("two hundred thousand", 200_000, 50_000, 50_000),
        ("two hundred and six", 206, F(1, 2), F(1, 2)),
        # The same number in words and in digits: 150 ends in one zero.
        ("one hundred and fifty", 150, F(1, 2), 5),
        ("150", 150, F(1, 2), 5),
        ("one hundred and twenty thousand", 120_000, 500, 5_000),
        # The tenth is one of the whole number, 1,040, not of the forty: 5, not 4.
        ("one thousand and forty", 1_040, F(1, 2), 5),
        ("a thousand and one", 1_001, F(1, 2), F(1, 2)),
        ("two thousand five hundred", 2_500, 50, 50),
        ("two thousand million", 2 * 10**9, 5 * 10**8, 5 * 10**8),
        ("thirty", 30, F(1, 2), 3),
        ("ten", 10, F(1, 2), 1),
        ("a dozen", 12, 6, 6),
        ("three score", 60, 10, 10),
        ("nineteen hundred", 1900, 50, 50),
        # Other shapes.
        ("11th", 11, F(1, 2), F(1, 2)),
        ("20th", 20, F(1, 2), 2),
        ("twenty-fifth", 25, F(1, 2), F(1, 2)),
        ("twice", 2, F(1, 2), F(1, 2)),
        ("doubled", 2, F(1, 2), F(1, 2)),
        ("threefold", 3, F(1, 2), F(1, 2)),
        ("tenfold", 10, F(1, 2), F(1, 2)),
        ("a pair", 1, F(1, 2), F(1, 2)),
        ("a year and a half", F(3, 2), F(1, 4), F(1, 4)),
        # 4 x 12 + 3, written to the month.
        ("four years and three months", 51, F(1, 2), F(1, 2)),
        ("a year and three months", 15, F(1, 2), F(1, 2)),
        ("2 weeks, 3 days", 17, F(1, 2), F(1, 2)),
        ("one hour and five minutes", 65, F(1, 2), F(1, 2)),
        # One for every eight is eight, with the precision of eight.
        ("one for every eight", 8, F(1, 2), F(1, 2)),
        ("2 for each 7", F(7, 2), F(1, 4), F(1, 4)),
    ],
)
def test_a_number_has_half_a_unit_of_its_last_digit(
    printed: str, value: F, written: F, significant: F
) -> None:
    numeral = parse(printed)
    assert numeral.value == value
    assert (numeral.low, numeral.high) == (None, None)
    assert numeral.written == (written, written)
    assert numeral.significant == (significant, significant)


@pytest.mark.parametrize(
    ("printed", "low", "value", "high"),
    [
        # 1/n lies between 1/(n + 1/2) and 1/(n - 1/2) ...
        ("1/23", F(2, 47), F(1, 23), F(2, 45)),
        ("1/100", F(2, 201), F(1, 100), F(2, 199)),
        # ... but no further than a tenth of itself on either side.
        ("half", F(45, 100), F(1, 2), F(55, 100)),
        ("a half", F(45, 100), F(1, 2), F(55, 100)),
        ("½", F(45, 100), F(1, 2), F(55, 100)),
        ("a third", F(3, 10), F(1, 3), F(11, 30)),
        ("two-thirds", F(6, 10), F(2, 3), F(22, 30)),
        ("three quarters", F(27, 40), F(3, 4), F(33, 40)),
        ("1 : 5", F(2, 11), F(1, 5), F(11, 50)),
        ("one in five", F(2, 11), F(1, 5), F(11, 50)),
        # 1/5.5 = 2/11 is within the tenth, 1/4.5 = 2/9 is not: 0.22 it is.
        ("one fifth", F(2, 11), F(1, 5), F(11, 50)),
        # 9/10.5 = 6/7 and 9/9.5 = 18/19, both within a tenth of 9/10.
        ("nine-tenths", F(6, 7), F(9, 10), F(18, 19)),
        ("9 tenths", F(6, 7), F(9, 10), F(18, 19)),
        ("half a million", 450_000, 500_000, 550_000),
        ("three-quarters of a million", 675_000, 750_000, 825_000),
        ("1/2 billion", 450 * MILLION, 500 * MILLION, 550 * MILLION),
    ],
)
def test_a_fraction_is_open_by_half_its_denominator_but_a_tenth_at_most(
    printed: str, low: F, value: F, high: F
) -> None:
    numeral = parse(printed)
    assert numeral.value == value
    below, above = numeral.written
    assert (numeral.value - below, numeral.value + above) == (low, high)
    assert numeral.significant == numeral.written


@pytest.mark.parametrize(
    ("printed", "low", "high", "written", "significant"),
    [
        # The finer of two precisions: 20 alone would be 18 to 22, 22 is 22 +- 1/2.
        ("20 to 22", 20, 22, F(1, 2), F(1, 2)),
        ("22 to 20", 20, 22, F(1, 2), F(1, 2)),
        ("60- to 80-", 60, 80, F(1, 2), 5),
        ("1.5 to 2", F(3, 2), 2, F(1, 20), F(1, 20)),
        ("16 to 25 million", 16 * MILLION, 25 * MILLION, 500_000, 500_000),
        ("25 to 16 million", 16 * MILLION, 25 * MILLION, 500_000, 500_000),
        ("1.7 billion to 5.5", 1700 * MILLION, 5500 * MILLION, 5 * 10**7, 5 * 10**7),
        ("8 to 10 times", 8, 10, F(1, 2), F(1, 2)),
        ("10-15", 10, 15, F(1, 2), F(1, 2)),
        ("10\u201315", 10, 15, F(1, 2), F(1, 2)),
        ("two or three", 2, 3, F(1, 2), F(1, 2)),
        ("between 20 and 30", 20, 30, F(1, 2), 2),
        ("2 to 2 1/2", 2, F(5, 2), F(1, 4), F(1, 4)),
        # The scale word belongs to both ends only where that brings them together.
        ("two to three hundred", 200, 300, 50, 50),
        ("two to three hundred thousand", 200_000, 300_000, 50_000, 50_000),
        ("150 to two hundred thousand", 150_000, 200_000, 500, 5_000),
        ("two hundred and fifty to three hundred", 250, 300, F(1, 2), 5),
        ("fifty to a hundred", 50, 100, F(1, 2), 5),
        ("two hundred to three hundred thousand", 200_000, 300_000, 50_000, 50_000),
        ("two hundred to three thousand", 200, 3_000, 50, 50),
        ("0 to 5 million", 0, 5 * MILLION, F(1, 2), F(1, 2)),
    ],
)
def test_a_range_takes_the_finer_precision_at_both_ends(
    printed: str, low: F, high: F, written: F, significant: F
) -> None:
    numeral = parse(printed)
    assert numeral.value is None
    assert (numeral.low, numeral.high) == (low, high)
    assert numeral.written == (written, written)
    assert numeral.significant == (significant, significant)
    assert numeral.shape == "range"


@pytest.mark.parametrize(
    ("printed", "floor"),
    [
        ("tens of thousands", 20_000),
        ("hundreds and thousands", 200),
        ("hundreds of thousands", 200_000),
        ("tens of millions", 20 * MILLION),
        ("billions", 2 * 10**9),
        ("thousands of millions", 2 * 10**9),
        ("dozens", 24),
        ("tens", 20),
        ("several thousand", 2_000),
        ("a few hundred", 200),
    ],
)
def test_a_vague_plural_has_a_floor_of_two(printed: str, floor: int) -> None:
    numeral = parse(printed)
    assert (numeral.value, numeral.low, numeral.high) == (None, floor, None)
    assert numeral.shape == "vague"
    assert numeral.written == numeral.significant == (0, 0)


# -- what the words alone do not decide ------------------------------------------------


def test_one_to_five_is_a_range_or_a_ratio() -> None:
    readings = parse_all("1 to 5")
    assert [(n.value, n.low, n.high) for n in readings] == [
        (None, 1, 5),
        (F(1, 5), None, None),
    ]
    assert readings[1].shape == "ratio"


def test_third_is_a_part_or_a_rank() -> None:
    assert [n.value for n in parse_all("third")] == [F(1, 3), 3]
    assert [n.shape for n in parse_all("third")] == ["fraction", "ordinal"]


def test_a_third_is_only_a_part() -> None:
    assert [n.value for n in parse_all("a third")] == [F(1, 3)]


@pytest.mark.parametrize("rank", ["second", "first", "twenty-first", "ninetieth"])
def test_a_rank_in_words_is_never_a_product_of_its_parts(rank: str) -> None:
    ranks = {"second": 2, "first": 1, "twenty-first": 21, "ninetieth": 90}
    assert [n.value for n in parse_all(rank)] == [ranks[rank]]


@pytest.mark.parametrize(
    ("printed", "rank"),
    [
        ("second", 2),
        ("second only to A", 2),
        ("second only to A and B", 3),
        ("second only to A, B and C", 4),
        ("second only to A, B, and C", 4),
        ("second only to the United States and Germany", 3),
    ],
)
def test_second_only_to_counts_those_in_front(printed: str, rank: int) -> None:
    assert parse(printed).value == rank
    assert parse(printed).shape == "ordinal"


def test_the_same_reading_is_given_once() -> None:
    for printed in ("40", "34.6 million", "half", "20 to 22"):
        readings = parse_all(printed)
        assert len(readings) == len(set(readings))


# -- round trips -----------------------------------------------------------------------

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def below_hundred(number: int, hyphen: str) -> str:
    """Write 1 to 99 in words."""
    if number < 20:
        return ONES[number]
    tens, ones = divmod(number, 10)
    return TENS[tens] + (hyphen + ONES[ones] if ones else "")


def below_thousand(number: int, hyphen: str, joint: str) -> str:
    """Write 1 to 999 in words."""
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return below_hundred(rest, hyphen)
    words = f"{ONES[hundreds]} hundred"
    return words + (joint + below_hundred(rest, hyphen) if rest else "")


def in_words(number: int, hyphen: str = "-", joint: str = " and ") -> str:
    """Write 0 to 999,999,999 in words, the British way if the joint is 'and'."""
    if number == 0:
        return "zero"
    millions, rest = divmod(number, MILLION)
    thousands, ones = divmod(rest, 1000)
    parts = []
    if millions:
        parts.append(below_thousand(millions, hyphen, joint) + " million")
    if thousands:
        parts.append(below_thousand(thousands, hyphen, joint) + " thousand")
    words = " ".join(parts)
    if not ones:
        return words
    # 'and' stands in front of the last part where that has no hundreds.
    small = below_thousand(ones, hyphen, joint)
    return words + (joint if ones < 100 else " ") + small if words else small


def widths_in_words(number: int) -> tuple[F, F]:
    """Work the half-widths out from the number: the last word with a value counts."""
    half = F(1, 2)
    if number == 0:
        return half, half
    step = 1
    while number % (1000 * step) == 0:
        step *= 1000
    last = number // step % 1000  # the last three-digit group that is spoken
    if last % 100 == 0:
        return half * 100 * step, half * 100 * step  # it ends in 'hundred'
    loose = 10 if last % 10 == 0 else 1  # ten, twenty ... ninety end in a zero
    return half * step, max(half * step, min(half * loose * step, F(number, 10)))


def nice(number: int) -> int:
    """Keep two leading digits, so that numbers with many zeros are tried as well."""
    unit = 10 ** max(0, len(str(number)) - 2)
    return number // unit * unit


COUNTS = st.integers(0, 999_999_999) | st.integers(0, 999_999_999).map(nice)


@given(COUNTS, st.sampled_from(["-", " "]), st.sampled_from([" and ", " "]))
@example(100_000, "-", " and ")
@example(1_000_001, "-", " and ")
@example(900_000_000, "-", " ")
@example(20_000_020, " ", " ")
def test_number_words_are_read_back_exactly(
    number: int, hyphen: str, joint: str
) -> None:
    printed = in_words(number, hyphen, joint)
    numeral = parse(printed)
    written, significant = widths_in_words(number)
    assert numeral.value == number, printed
    assert numeral.written == (written, written), printed
    assert numeral.significant == (significant, significant), printed
    assert parse_all(printed.upper())[0] == numeral


@given(st.integers(1, 99))
def test_number_words_take_a_half_behind_them(number: int) -> None:
    assert parse(in_words(number) + " and a half").value == number + F(1, 2)


@given(st.integers(1, 999), st.sampled_from(["million", "billion", "thousand"]))
def test_number_words_take_a_scale_word_once(number: int, scale: str) -> None:
    assert parse(f"{in_words(number)} {scale}").value == number * SCALES[scale]


GROUP_MARKS = st.sampled_from([",", "'", "\u2019", "\u00a0", "\u2009", "\u202f", " "])


@given(
    st.integers(0, 10**18),
    st.text("0123456789", max_size=8),
    GROUP_MARKS | st.just(""),
    st.sampled_from(["", " hundred", " thousand", " million", " milliard", "-billion"]),
)
def test_digits_with_groups_decimals_and_scale_are_read_back_exactly(
    whole: int, decimals: str, mark: str, scale: str
) -> None:
    grouped = f"{whole:,}".replace(",", mark)
    printed = grouped + ("." + decimals if decimals else "") + scale
    factor = SCALES[scale.strip(" -")] if scale else 1
    numeral = parse(printed)
    # The value by whole-number arithmetic on the characters, never by a float.
    digits = str(whole) + decimals
    assert numeral.value == F(int(digits), 10 ** len(decimals)) * factor
    half = F(1, 2 * 10 ** len(decimals)) * factor
    assert numeral.written == (half, half)
    zeros = 0
    if not decimals and whole:
        while str(whole)[-1 - zeros] == "0":
            zeros += 1
    loose = max(half, min(half * 10**zeros, numeral.value / 10))
    assert numeral.significant == (loose, loose)
    assert numeral.scale == factor


@given(
    st.integers(1, 99_999),
    st.integers(1, 30),
    st.integers(2, 31),
    st.sampled_from([" ", "-", " and "]),
    st.sampled_from(["", " million"]),
)
def test_mixed_numbers_are_read_back_exactly(
    whole: int, top: int, bottom: int, joint: str, scale: str
) -> None:
    assume(top < bottom)
    factor = MILLION if scale else 1
    numeral = parse(f"{whole}{joint}{top}/{bottom}{scale}")
    assert numeral.value == (whole + F(top, bottom)) * factor
    half = F(1, 2 * F(top, bottom).denominator) * factor
    assert numeral.written == (half, half)


@given(
    st.integers(0, 999), st.integers(1, 9999), st.sampled_from(["/", " / ", "\u2044"])
)
def test_simple_fractions_are_read_back_exactly(
    top: int, bottom: int, mark: str
) -> None:
    numeral = parse(f"{top}{mark}{bottom}")
    assert numeral.value == F(top, bottom)
    below, above = numeral.written
    tenth = F(top, bottom) / 10
    # k/(n + 1/2) = 2k/(2n + 1), k/(n - 1/2) = 2k/(2n - 1)
    assert below == min(tenth, F(top, bottom) - F(2 * top, 2 * bottom + 1))
    assert above == min(tenth, F(2 * top, 2 * bottom - 1) - F(top, bottom))


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from([" to ", "-", " or "]))
def test_ranges_of_digits_are_read_back_in_order(
    one: int, two: int, joint: str
) -> None:
    assume(one != two)
    numeral = parse(f"{one}{joint}{two}")
    assert (numeral.low, numeral.high) == (min(one, two), max(one, two))


@given(st.integers(1, 9), st.sampled_from(sorted(set(FRACTION_WORDS) - {"half"})))
def test_fractions_in_words_are_read_back_exactly(top: int, part: str) -> None:
    parts = {
        **{"halve": 2, "quarter": 4, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6},
        **{"seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11},
        **{"twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000},
        **{"millionth": MILLION},
    }
    bottom = parts[part.removesuffix("s")]
    for joint in ("-", " "):
        assert parse(f"{ONES[top]}{joint}{part}").value == F(top, bottom)


def test_every_vulgar_fraction_is_what_unicode_says() -> None:
    import unicodedata

    for mark, (top, bottom) in VULGAR.items():
        printed = unicodedata.normalize("NFKD", mark).replace("\u2044", "/")
        assert printed == f"{top}/{bottom}"
        assert parse(mark).value == F(top, bottom)
        assert parse("2" + mark).value == 2 + F(top, bottom)


def test_cardinals_and_ordinals_are_complete() -> None:
    for number in range(1, 100):
        word = below_hundred(number, "-")
        assert parse(word).value == number
    ordinals = (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh "
        "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
        "nineteenth twentieth"
    ).split()
    assert [ORDINALS[word] for word in ordinals] == list(range(1, 21))
    assert CARDINALS["ninety"] == 90
    assert ORDINALS["ninetieth"] == 90


def test_scale_words_are_what_they_say() -> None:
    assert SCALES["dozen"] == 12
    assert SCALES["score"] == 20
    assert SCALES["hundred"] == 100
    assert SCALES["thousand"] == SCALES["thousands"] == 1000
    assert SCALES["million"] == SCALES["mln"] == 1_000_000
    assert SCALES["milliard"] == SCALES["billion"] == SCALES["bn"] == 1_000_000_000
    assert SCALES["trillion"] == 1_000_000_000_000


# -- scaled ----------------------------------------------------------------------------


def test_scaled_multiplies_numbers_widths_and_scale() -> None:
    # A series whose last member alone has the word: 2.0 (billion).
    numeral = parse("2.0").scaled(10**9)
    assert numeral.value == 2 * 10**9
    assert numeral.written == (5 * 10**7, 5 * 10**7)
    assert numeral == parse("2.0 billion")
    # 60- to 80- (thousand)
    span = parse("60- to 80-").scaled(1000)
    assert (span.low, span.high) == (60_000, 80_000)
    assert span.written == (500, 500)
    assert span.significant == (5_000, 5_000)


@given(COUNTS, st.fractions(min_value=F(1, 1000), max_value=10**9))
def test_scaling_twice_is_scaling_by_the_product(number: int, factor: F) -> None:
    numeral = parse(str(number))
    assert numeral.scaled(factor).scaled(7) == numeral.scaled(factor * 7)
    assert numeral.scaled(factor).scaled(1 / factor) == numeral


# -- words around the number, and OCR --------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("34.6 million head", 34_600_000),
        ("about 40 per cent", 40),
        ("$7 billion", 7 * 10**9),
        ("5,000 kilometers", 5_000),
        ("17.4%", F(174, 10)),
        ("2.5bn", 2_500 * MILLION),
        ("half of a million", 500_000),
    ],
)
def test_units_around_the_number_are_passed_over(printed: str, value: F) -> None:
    assert parse(printed).value == value


@pytest.mark.parametrize("script", ["\u0661\u0662", "\uff11\uff12", "\u0967\u0968"])
def test_digits_of_another_script_are_digits_in_a_text(script: str) -> None:
    assert parse(script).value == 12


# -- refusals --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("", "it has neither a digit nor a number word"),
        ("of the whole", "it has neither a digit nor a number word"),
        ("a scaffold", "it has neither a digit nor a number word"),
        ("1929, 1930 and 1931", "it is not one numeral of a known shape"),
        ("5 pigs and 7 sheep", "it is not one numeral of a known shape"),
        ("1/0", "it is not one numeral of a known shape"),
        ("two thousand ten hundred", "it is not one numeral of a known shape"),
        ("1" * 31, "it is not one numeral of a known shape"),
        ("0." + "1" * 30, "it is not one numeral of a known shape"),
        ("9" * 401, "it has 401 characters, 400 at most"),
    ],
)
def test_what_is_not_one_numeral_is_refused(printed: str, reason: str) -> None:
    with pytest.raises(NumeralError) as caught:
        parse(printed)
    assert caught.value.reason == reason
    assert str(caught.value).endswith(f" as a number: {reason}")
    assert len(str(caught.value)) < 200


def test_the_error_is_ours_and_a_value_error() -> None:
    with pytest.raises(NumeralError) as caught:
        parse("none")
    assert isinstance(caught.value, SovstatsError)
    assert isinstance(caught.value, ValueError)


@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(
            "0 2 5 1/2 ½ .5 12th a an and of to or - , two ten forty hundred thousand "
            "million thousands tens half third thirds quarter year months for every "
            "each second only between dozen score few 1,000 twice fold pair".split()
        ),
        max_size=9,
    ).map(" ".join)
)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        readings = parse_all(text)
    except NumeralError:
        return
    for numeral in readings:
        assert (numeral.value is None) == (numeral.low is not None)
        assert numeral.high is None or numeral.low is not None
        if numeral.low is not None and numeral.high is not None:
            assert numeral.low < numeral.high
        for written, loose in zip(numeral.written, numeral.significant, strict=True):
            assert 0 <= written <= loose


@pytest.mark.parametrize(
    "text", ["hundred " * 50, "two and " * 50, "1/2" * 130, "a-" * 200, "2 to " * 80]
)
def test_a_hostile_string_is_refused_at_once(text: str) -> None:
    began = process_time()
    try:
        parse_all(text)
    except NumeralError:
        pass
    assert process_time() - began < 0.5


# -- cells -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("34600000", 34_600_000),
        ("12.5", F(25, 2)),
        ("1/23", F(1, 23)),
        ("-4", -4),
        ("-1/2", F(-1, 2)),
        ("0", 0),
        ("007", 7),
        ("0.10", F(1, 10)),
        ("9" * 30, 10**30 - 1),
    ],
)
def test_a_cell_is_read_exactly(text: str, number: F) -> None:
    assert parse_exact(text) == number


@given(st.builds(F, st.integers(-(10**15), 10**15), st.integers(1, 10**12)))
def test_an_exact_cell_comes_back(number: F) -> None:
    assert parse_exact(str(number)) == number


@pytest.mark.parametrize(
    "text",
    [
        "1e9999999",
        "1E5",
        "9" * 10**6,
        "-" * 10**6,
        "9" * 31,
        "1/" + "9" * 10**6,
        "",
        " ",
        "-",
        ".",
        "/",
        "--5",
        "+5",
        " 5",
        "5 ",
        "5\n",
        "1_000",
        "1,000",
        "1/0",
        "/5",
        "5/",
        "1/2/3",
        "1.2.3",
        "1" + "." * 10**6,
        "1.5/2",
        "1/-2",
        "nan",
        "inf",
        "0x10",
        "\u0665",
        "\uff15",
        "\u00b2",
        "\u00bd",
        "1\u2044 2",
        "34.6 million",
    ],
)
def test_what_is_no_plain_number_is_refused_at_once(text: str) -> None:
    began = process_time()
    with pytest.raises(NumeralError) as caught:
        parse_exact(text)
    assert process_time() - began < 0.1
    expected = "expected a plain number such as 34600000, 12.5 or 1/23"
    assert caught.value.reason == expected
    assert len(str(caught.value)) < 200


# -- bounds ----------------------------------------------------------------------------


def test_what_is_just_within_the_bounds_is_read() -> None:
    # Four hundred characters, and thirty digits before and after the point.
    assert parse("5" + " " * 399).value == 5
    assert parse("1" * 30).value == F("1" * 30)
    assert parse("0." + "1" * 29).value == F(int("1" * 29), 10**29)
    with pytest.raises(NumeralError, match="it has 401 characters, 400 at most"):
        parse("5" + " " * 400)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5", True),
        ("1/2", True),
        ("½", True),
        ("12th", True),
        ("twelve", True),
        ("twelfth", True),
        ("million", True),
        ("mln", True),
        ("half", True),
        ("doubled", True),
        ("tens", True),
        ("twofold", True),
        ("hundredfold", True),
        ("mnfold", True),
        # There is no third fold, a fold is no number, nor is a pair or a mark.
        ("thirdfold", False),
        ("fold", False),
        ("pair", False),
        ("tons", False),
        ("%", False),
    ],
)
def test_a_token_is_a_number_by_itself_or_is_none(text: str, expected: bool) -> None:
    (token,) = tokenize(text)
    assert is_number(token) is expected


def test_a_pair_is_one_pair_where_no_other_number_stands() -> None:
    assert parse("pair").value == parse("a pair of boots").value == 1
    assert parse("five pair").value == parse("five pairs").value == 5


# -- running text ----------------------------------------------------------------------


def test_match_says_where_the_numeral_ends() -> None:
    tokens = tokenize("rose from 16 to 25 million head in 1934")
    numeral, end = match(tokens, 2)[0]
    assert (numeral.low, numeral.high) == (16 * MILLION, 25 * MILLION)
    assert tokens[end].plain == "head"
    assert match(tokens, 0) == []


def test_no_digit_is_lost_between_tokens() -> None:
    text = "about0.7 of 1,234,567 (3\u00bd) and 12th-13th 1/23\u20091929\u201430 .5"
    tokens = tokenize(text)
    for before, after in zip(tokens, tokens[1:], strict=False):
        assert text[before.end : after.start].strip() == ""
    digits = [t.plain for t in tokens if t.kind not in ("word", "mark")]
    expected = ["0.7", "1234567", "3", "\u00bd", "12", "13", "1/23", "1929", "30"]
    assert digits == [*expected, ".5"]
