"""Roman numerals, which are mentions only where they refer to something."""

from __future__ import annotations

import re

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
