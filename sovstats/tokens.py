"""Tokens of running text, so cut that no digit can be skipped."""

from __future__ import annotations

import re
from typing import NamedTuple

from sovstats.ocr import fused_parts

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
    a word is in lower case, and one that is fused (`sovstats.ocr`) is cut. White space
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
