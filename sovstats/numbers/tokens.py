"""Tokens of running text, so cut that no digit can be skipped.

Number words that damaged print has run together with a neighbour (athird, tento) are
taken apart, but only words of short lists, so that no English word which merely contains
a number (often, tenor, someone) is mistaken for one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sovstats.numbers.words import (
    CARDINALS,
    FRACTION_WORDS,
    MULTIPLE_WORDS,
    ORDINALS,
    SCALES,
)

# The repeats are bounded, or a line of groups without end would be read repeatedly.
_GROUPS = (
    r"\d{1,3}(?:[,'’]\d{2,3}){0,12}[,'’](?:\d{3}|\s000)(?!\d)"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3}){1,12}(?!\d)"
)
TOKEN = re.compile(
    rf"""
    (?P<fraction>\d{{1,15}}\s?[/⁄]\s?\d{{1,15}}(?!\d|\s?[/⁄]\s?\d))(?:st|nds?|rds?|ths?)?(?![^\W\d_])
  | (?P<number>(?:{_GROUPS}|\d+)(?:\.\d+)?|(?<![\w.])\.\d+)
        (?P<ordinal>(?:st|nd|rd|d|th)(?![^\W\d_]))?
  | (?P<vulgar>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])
  | (?P<word>[^\W\d_]+)
  | (?P<mark>[^\w\s]|_)
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A piece of text: its kind, its plain form and where it stands."""

    kind: str
    plain: str
    start: int
    end: int


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Cut a text into numbers, fractions, ordinals, words and marks.

    The plain form of a number has no group marks, that of a fraction no spaces, that of
    a word is in lower case, and one that is fused (`sovstats.numbers.tokens`) is cut. White space
    yields no token; everything else does.
    """
    tokens = []
    for found in TOKEN.finditer(text, start, len(text) if end is None else end):
        token = make_token(found)
        if token.kind == "word" and (parts := fused_parts(token.plain)):
            tokens += split_fused(token, parts)
        else:
            tokens.append(token)
    return tokens


def split_fused(token: Token, parts: tuple[str, ...]) -> list[Token]:
    """Cut a word that damaged print has run together: athird, tento."""
    tokens, start = [], token.start
    for part in parts:
        tokens.append(Token("word", part, start, start + len(part)))
        start += len(part)
    return tokens


def make_token(found: re.Match[str]) -> Token:
    """Turn one match of `TOKEN` into a token."""
    kind = found.lastgroup or "mark"
    if kind == "word":
        return Token(kind, found["word"].lower(), found.start(), found.end())
    if kind in ("number", "ordinal"):
        digits = re.sub(r"[^\d.]", "", found["number"])
        return Token(kind, _ascii(digits), found.start(), found.end())
    if kind == "fraction":
        parts = re.split(r"\s?[/⁄]\s?", found["fraction"])
        return Token(kind, "/".join(map(_ascii, parts)), found.start(), found.end())
    return Token(kind, found.group(), found.start(), found.end())


def _ascii(digits: str) -> str:
    """Write decimal digits of any script in ASCII."""
    if digits.isascii():
        return digits
    return "".join(c if c == "." else str(int(c)) for c in digits)


BEFORE = (
    "a an the to of or and than about approximately only even nearly almost over by "
    "from in for with no at as is are was were has had have its this that these those "
    "his her their our every each last more not"
).split()
"""Words that stand before a number and may have run into it."""

BEHIND = (
    "to of or and per percent time times year years month months week weeks day days "
    "hour hours ton tons rubles roubles dollars francs kilometers kilometres is are "
    "was were in for from with that which as at by"
).split()
"""Words that stand behind a number and may have run into it."""

ALONE = frozenset("year month week day pound mile ton pair".split())
"""Units that may have run into the article in ``ayear and a half``."""

_DOUBLED = frozenset("is was as of to in than has by for".split())
_ENGLISH = frozenset("often tenor atone anyone everyone hasten isten".split())
_SCALES = {word for word in SCALES if len(word) > 3 and "score" not in word}
NUMBERS = frozenset(
    {*CARDINALS, *_SCALES, *ORDINALS, *FRACTION_WORDS, *MULTIPLE_WORDS, "tens"}
)
"""The number words that are looked for inside a fused word."""


@lru_cache(maxsize=4096)
def fused_parts(word: str) -> tuple[str, ...]:
    """Return the words of which a lower-case word is fused, or an empty tuple.

    Examples
    --------
    >>> fused_parts("athird"), fused_parts("tento"), fused_parts("often")
    (('a', 'third'), ('ten', 'to'), ())
    """
    if not 4 <= len(word) <= 30 or word in NUMBERS or word in _ENGLISH:
        return ()
    if word[0] == "a" and word[1:] in ALONE:
        return "a", word[1:]
    for before in BEFORE:
        rest = word[len(before) :] if word.startswith(before) else ""
        if rest in NUMBERS:
            return before, rest
        if rest and before in _DOUBLED and rest[:1] == "a" and rest[1:] in NUMBERS:
            return before, "a", rest[1:]
    for cut in range(3, len(word) - 1):
        number, behind = word[:cut], word[cut:]
        if number in NUMBERS and (behind in BEHIND or _continues(number, behind)):
            return number, behind
    return ()


def _continues(number: str, behind: str) -> bool:
    """Say whether two number words that are run together make one number."""
    value = CARDINALS.get(number)
    if value is None:
        return False
    if behind in _SCALES or behind in FRACTION_WORDS:
        return True
    unit = CARDINALS.get(behind, ORDINALS.get(behind, 0))
    return value >= 20 and 0 < unit < 10 or behind == "score" and value in (3, 4)
