"""The English words and Roman numerals that state numbers, as data."""

from __future__ import annotations

import re

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

CARDINALS: dict[str, int] = {word: value for value, word in enumerate(_UNITS)}
CARDINALS |= {word: 20 + 10 * step for step, word in enumerate(_TENS)}
CARDINALS["fourty"] = 40

ORDINALS: dict[str, int] = {
    word + "th": value for word, value in CARDINALS.items() if not word.endswith("y")
}
ORDINALS |= {
    word.removesuffix("y") + "ieth": value
    for word, value in CARDINALS.items()
    if word.endswith("y")
}
for wrong, right in (
    ("oneth", "first"),
    ("twoth", "second"),
    ("threeth", "third"),
    ("fiveth", "fifth"),
    ("eightth", "eighth"),
    ("nineth", "ninth"),
    ("twelveth", "twelfth"),
):
    ORDINALS[right] = ORDINALS.pop(wrong)
del ORDINALS["zeroth"]
ORDINALS |= {"hundredth": 100, "thousandth": 1000, "millionth": 10**6}

SCALES: dict[str, int] = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1000,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "milliard": 10**9,
    "billion": 10**9,
    "trillion": 10**12,
}
SCALES |= {word + "s": value for word, value in SCALES.items()}
SCALES |= {"mln": 10**6, "mn": 10**6, "bln": 10**9, "bn": 10**9}
"""Scale words: a number in front of one is multiplied by it."""

FRACTION_WORDS: dict[str, int] = {
    "half": 2,
    "halves": 2,
    "quarter": 4,
    "quarters": 4,
}
for name, value in ORDINALS.items():
    if 3 <= value <= 12 or value in (20, 100, 1000, 10**6):
        FRACTION_WORDS[name] = value
        FRACTION_WORDS[name + "s"] = value
"""Denominators; an ordinal such as ``third`` is a rank elsewhere."""

MULTIPLE_WORDS: dict[str, int] = {"twice": 2, "thrice": 3}
for stem, value in (("doubl", 2), ("trebl", 3), ("tripl", 3), ("quadrupl", 4)):
    MULTIPLE_WORDS |= {stem + end: value for end in ("e", "ed", "es", "ing")}
for stem, value in (("quintupl", 5), ("sextupl", 6)):
    MULTIPLE_WORDS |= {stem + end: value for end in ("e", "ed", "es", "ing")}

VULGAR: dict[str, tuple[int, int]] = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅐": (1, 7),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
    "⅑": (1, 9),
    "⅒": (1, 10),
}

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


ROMAN = re.compile(
    r"(?=[CLXVI])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})|C{1,3}(?:XC|XL|L?X{0,3})"
    r"(?:IX|IV|V?I{0,3})"
)
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
