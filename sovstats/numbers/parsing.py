"""Printed numerals: what number a string states, and how precisely it is written.

The same grammar serves whole cells (`parse`, `parse_all`) and running text (`match`).
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from sovstats.errors import NumeralError
from sovstats.numbers.grammar import Found, NumberGrammar
from sovstats.numbers.numeral import LONGEST_DIGITS, Numeral
from sovstats.numbers.shapes import ShapeGrammar
from sovstats.numbers.tokens import Token, Tokens, tokenize
from sovstats.numbers.words import CARDINALS, NUMBERS, SCALES

LONGEST_PRINTED = 400


def match(tokens: Tokens, index: int = 0) -> list[Found]:
    """Return the numerals that begin at a token, the likeliest first.

    Each comes with the index of the first token after it. There is more than one where
    the words alone do not decide: ``1 to 5`` is a range or a ratio.
    """
    return ShapeGrammar(NumberGrammar(tokens)).readings(index)


def is_number(token: Token) -> bool:
    """Say whether a token alone would be a mention of a number.

    Parameters
    ----------
    token
        A token, from `tokenize`.

    Returns
    -------
    bool
        True for digits, fractions and number words, with ``fold`` after them too.

    Examples
    --------
    >>> [is_number(token) for token in tokenize("12 tenfold tons")]
    [True, True, False]
    """
    if token.kind != "word":
        return token.kind != "mark"
    stem = token.plain.removesuffix("fold")
    return stem in CARDINALS or stem in SCALES or token.plain in NUMBERS


@lru_cache(maxsize=4096)
def parse_all(printed: str) -> tuple[Numeral, ...]:
    """Return every number that a printed string can state, the likeliest first.

    Parameters
    ----------
    printed
        The whole string, units included: ``34.6 million``, ``1/23``, ``60- to 80-``,
        ``four years and three months``, ``one for every eight``. At most 400
        characters.

    Returns
    -------
    tuple of Numeral
        One at least.

    Raises
    ------
    NumeralError
        If there is no number in it, or more than one that do not belong together.

    Examples
    --------
    >>> [(each.shape, str(each.value)) for each in parse_all("1 to 5")]
    [('range', 'None'), ('ratio', '1/5')]
    """
    if len(printed) > LONGEST_PRINTED:
        reason = f"it has {len(printed)} characters, {LONGEST_PRINTED} at most"
        raise NumeralError(printed, reason)
    tokens = tokenize(printed)
    numbers = [index for index, token in enumerate(tokens) if is_number(token)]
    if not numbers:
        # A pair is a number only where no other number stands.
        numbers = [index for index, token in enumerate(tokens) if token.plain == "pair"]
    if not numbers:
        reason = "it has neither a digit nor a number word"
        raise NumeralError(printed, reason)
    # A word before the number may belong to it: a year and a half, a few thousand.
    grammar = ShapeGrammar(NumberGrammar(tokens))
    for start in range(max(0, numbers[0] - 4), numbers[0] + 1):
        whole = [each for each, end in grammar.readings(start) if end > numbers[-1]]
        if whole:
            return tuple(dict.fromkeys(whole))
    reason = "it is not one numeral of a known shape"
    raise NumeralError(printed, reason)


def parse(printed: str) -> Numeral:
    """Return the likeliest number that a printed string states.

    Parameters
    ----------
    printed
        The whole string, as for `parse_all`.

    Returns
    -------
    Numeral
        Its exact value or ends, and how far its characters leave them open.

    Raises
    ------
    NumeralError
        If there is no number in it, or more than one that do not belong together.

    Examples
    --------
    >>> parse("34.6 million").value
    Fraction(34600000, 1)
    >>> parse("1/23").written[0] < Fraction(1, 1000)
    True
    """
    return parse_all(printed)[0]


def parse_exact(text: str) -> Fraction:
    """Return the number in a table cell, exactly: ``34600000``, ``12.5``, ``1/23``.

    Parameters
    ----------
    text
        The cell: digits with a sign, decimals or a denominator, if any.

    Returns
    -------
    Fraction
        The number.

    Raises
    ------
    NumeralError
        If the cell is not a plain number of at most 30 digits; exponents are refused,
        since ``1e9999999`` would take seconds and no table needs it.

    Examples
    --------
    >>> parse_exact("12.5"), parse_exact("-1/23")
    (Fraction(25, 2), Fraction(-1, 23))
    """
    reason = "expected a plain number such as 34600000, 12.5 or 1/23"
    digits = text.removeprefix("-").replace(".", "").replace("/", "")
    if not digits.isascii() or not digits.isdigit() or len(digits) > LONGEST_DIGITS:
        raise NumeralError(text, reason)
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError) as error:
        raise NumeralError(text, reason) from error
