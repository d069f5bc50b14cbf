"""Tokens of running text, so cut that no digit can be skipped.

Number words that damaged print has run together with a neighbour (athird, tento) are
taken apart, but only words of short lists, so that no English word which merely
contains a number (often, tenor, someone) is mistaken for one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sovstats.numbers.words import (
    CARDINALS,
    FRACTION_WORDS,
    LONG_SCALES,
    NUMBERS,
    ORDINALS,
)

# The repeats are bounded, or a line of groups without end would be read repeatedly.
_GROUPS = (
    r"\d{1,3}(?:[,'’]\d{2,3}){0,12}[,'’](?:\d{3}|\s000)(?!\d)"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3}){1,12}(?!\d)"
)
TOKEN = re.compile(
    rf"""
    (?P<fraction>\d{{1,15}}\s?[/⁄]\s?\d{{1,15}}(?!\d|\s?[/⁄]\s?\d))
        (?:st|nds?|rds?|ths?)?(?![^\W\d_])
  | (?P<number>(?:{_GROUPS}|\d+)(?:\.\d+)?|(?<![\w.])\.\d+)
        (?P<ordinal>(?:st|nd|rd|d|th)(?![^\W\d_]))?
  | (?P<vulgar>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])
  | (?P<word>[^\W\d_]+)
  | (?P<mark>[^\w\s]|_)
    """,
    re.VERBOSE,
)


BEFORE = (
    "a an the to of or and than about approximately only even nearly almost over by "
    "from in for with no at as is are was were has had have its this that these those "
    "his her their our every each last more not"
).split()
"""Words that stand before a number and may have run into it."""

AFTER = (
    "to of or and per percent time times year years month months week weeks day days "
    "hour hours ton tons rubles roubles dollars francs kilometers kilometres is are "
    "was were in for from with that which as at by"
).split()
"""Words that stand after a number and may have run into it."""

ALONE = frozenset("year month week day pound mile ton pair".split())
"""Units that may have run into the article in ``ayear and a half``."""

# Words after which the article may be in the same piece: isathird.
_DOUBLED = frozenset("is was as of to in than has by for".split())
# Words of the language, or pieces of them, that look like fused numbers.
_ENGLISH = frozenset("often tenor atone anyone everyone hasten isten".split())


class Token(NamedTuple):
    """A piece of text: its kind, its plain form and where it stands.

    Attributes
    ----------
    kind
        number, fraction, ordinal, vulgar (a fraction in one character), word or mark.
    plain
        Digits in ASCII without group marks, fractions without spaces, words in lower
        case; marks as printed.
    start, end
        Where it stands, as string indices, end exclusive.
    """

    kind: str
    plain: str
    start: int
    end: int


class Tokens(list[Token]):
    """The tokens of a text; before the first and after the last stands nothing."""

    def word(self, index: int) -> str:
        """Return the lower-case word at an index, or an empty string."""
        if 0 <= index < len(self) and self[index].kind == "word":
            return self[index].plain
        return ""

    def mark(self, index: int) -> str:
        """Return the punctuation mark at an index, or an empty string."""
        if 0 <= index < len(self) and self[index].kind == "mark":
            return self[index].plain
        return ""

    def kind(self, index: int) -> str:
        """Return the kind of the token at an index, or an empty string."""
        return self[index].kind if 0 <= index < len(self) else ""

    def past_hyphen(self, index: int) -> int:
        """Pass over one hyphen that joins two parts of a number."""
        return index + 1 if self.mark(index) in ("-", "‐", "‑") else index


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Cut a text into numbers, fractions, ordinals, words and marks.

    Parameters
    ----------
    text
        Any text.
    start, end
        The part of it to cut; the whole text by default. None stands for its end.

    Returns
    -------
    Tokens
        A list of `Token`, in their order. White space yields no token; everything else
        does. A word that damaged print has run together with a number word yields one
        for each part.

    Examples
    --------
    >>> [token.plain for token in tokenize("Athird of 1,000!")]
    ['a', 'third', 'of', '1000', '!']
    """
    tokens = Tokens()
    for found in TOKEN.finditer(text, start, len(text) if end is None else end):
        token = _token(found)
        parts = fused_parts(token.plain) if token.kind == "word" else ()
        if not parts:
            tokens.append(token)
        at = token.start
        for part in parts:
            tokens.append(Token("word", part, at, at + len(part)))
            at += len(part)
    return tokens


def _token(found: re.Match[str]) -> Token:
    """Turn one match of `TOKEN` into a token."""
    kind = found.lastgroup or "mark"
    plain = found.group()
    if kind == "word":
        plain = plain.lower()
    elif kind in ("number", "ordinal"):
        plain = _ascii(re.sub(r"[^\d.]", "", found["number"]))
    elif kind == "fraction":
        plain = "/".join(map(_ascii, re.split(r"\s?[/⁄]\s?", found["fraction"])))
    return Token(kind, plain, found.start(), found.end())


def _ascii(digits: str) -> str:
    """Write decimal digits of any script in ASCII."""
    if digits.isascii():
        return digits
    return "".join(c if c == "." else str(int(c)) for c in digits)


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
        number, after = word[:cut], word[cut:]
        if number in NUMBERS and (after in AFTER or _continues(number, after)):
            return number, after
    return ()


def _continues(number: str, after: str) -> bool:
    """Say whether two number words that are run together make one number."""
    value = CARDINALS.get(number)
    if value is None:
        return False
    if after in LONG_SCALES or after in FRACTION_WORDS:
        return True
    unit = CARDINALS.get(after, ORDINALS.get(after, 0))
    return value >= 20 and 0 < unit < 10 or after == "score" and value in (3, 4)
