"""The English words, signs and Roman numerals that state numbers, as data."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_RANKS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
TENS = {word: 20 + 10 * step for step, word in enumerate(_TENS)} | {"fourty": 40}
"""The tens from twenty on, with a misprint that is common."""

CARDINALS = {word: value for value, word in enumerate(_UNITS)} | TENS
"""Cardinals below a hundred, in one word."""

ORDINALS = {word: value for value, word in enumerate(_RANKS, 1)}
ORDINALS |= {word[:-1] + "ieth": value for word, value in TENS.items()}
ORDINALS |= {"hundredth": 100, "thousandth": 1000, "millionth": 10**6}
"""Ordinals in one word."""

SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "lakh": 10**5}
SCALES |= {"million": 10**6, "crore": 10**7, "milliard": 10**9, "billion": 10**9}
SCALES |= {"trillion": 10**12}
SCALES |= {word + "s": value for word, value in SCALES.items()}
SCALES |= {"mln": 10**6, "mn": 10**6, "bln": 10**9, "bn": 10**9}
"""Scale words: a number in front of one is multiplied by it."""

FRACTION_WORDS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
for _word, _value in ORDINALS.items():
    if 3 <= _value <= 12 or _value in (20, 100, 1000, 10**6):
        FRACTION_WORDS |= {_word: _value, _word + "s": _value}
"""Denominators; an ordinal such as ``third`` is a rank elsewhere."""

_STEMS = {"doubl": 2, "trebl": 3, "tripl": 3, "quadrupl": 4}
_STEMS |= {"quintupl": 5, "sextupl": 6}
MULTIPLE_WORDS = {"twice": 2, "thrice": 3}
for _stem, _value in _STEMS.items():
    MULTIPLE_WORDS |= {_stem + end: _value for end in ("e", "ed", "es", "ing")}
"""Words that multiply what they stand with."""

LONG_SCALES = {word for word in SCALES if len(word) > 3 and "score" not in word}
"""Scale words that are numbers wherever they stand; ``score`` may be a result."""

NUMBERS = frozenset(
    {*CARDINALS, *LONG_SCALES, *ORDINALS, *FRACTION_WORDS, *MULTIPLE_WORDS, "tens"}
)
"""The words that state a number wherever they stand."""

SPAN_WORDS = frozenset(
    "century decade year month week day hour minute second pair time mile".split()
)
"""Units that may stand between a whole number and its half: a year and a half."""

TIME_STEPS: dict[tuple[str, str], int] = {
    ("century", "year"): 100,
    ("decade", "year"): 10,
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
}
"""How many of the finer unit make one of the coarser in a compound duration."""


def sign_value(sign: str) -> Fraction:
    """Return the number that one sign states: ², Ⅳ, ⅒."""
    return Fraction(unicodedata.numeric(sign)).limit_denominator(1000)


VULGAR = {sign: sign_value(sign).as_integer_ratio() for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"}
"""Fractions in one character: numerator and denominator."""

_BELOW_HUNDRED = r"(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
ROMAN = re.compile(rf"(?=[CLXVI]){_BELOW_HUNDRED}|C{{1,3}}{_BELOW_HUNDRED}")
"""A Roman numeral from I to CCCXCIX in capitals."""

_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman_value(numeral: str) -> int:
    """Return the number that a Roman numeral states.

    Examples
    --------
    >>> roman_value("XIV")
    14
    """
    values = [_LETTERS[letter] for letter in numeral]
    total = 0
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return total
