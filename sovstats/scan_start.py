"""The regular expression that jumps to the next place where a number may begin.

It decides how fast a text is scanned, and is therefore put together by first letters:
the engine then rejects most words of a text after one or two comparisons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sovstats.ocr import BEFORE, BEHIND, NUMBERS
from sovstats.scan_patterns import (
    DATED,
    DECADES,
    IN_COMPANY,
    LETTER,
    NUMBER_WORDS,
    ROMAN_FOLLOWED,
    SPECIAL,
    any_of,
)
from sovstats.unit_words import CURRENCY_SIGNS, MONTHS, ROMAN_AFTER

_BUCKET = 6
_ROMAN_BEHIND = r"\.?\s{1,3}[IVXLC]+\b(?![’'.]?[^\W\d_])"


def _cases(words: Iterable[str]) -> set[str]:
    """Return words in lower case, with a capital, and in capitals."""
    return {form for word in words for form in (word, word.title(), word.upper())}


def _written(words: Iterable[str]) -> set[str]:
    """Return words in lower case and with a capital."""
    return {form for word in words for form in (word, word.title())}


def _by_letter(kinds: Iterable[tuple[Iterable[str], str]]) -> str:
    """Return a pattern for words, each with what must follow it, by first letters."""
    letters: dict[str, list[str]] = {}
    for words, behind in kinds:
        rests: dict[str, list[str]] = {}
        for word in words:
            rests.setdefault(word[0], []).append(word[1:])
        for letter, endings in rests.items():
            letters.setdefault(letter, []).append(any_of(endings) + behind)
    branches = []
    ordered = sorted(letters)
    for start in range(0, len(ordered), _BUCKET):
        bucket = ordered[start : start + _BUCKET]
        body = "|".join(f"{each}(?:{'|'.join(letters[each])})" for each in bucket)
        branches.append(f"(?=[{''.join(bucket)}])(?:{body})")
    return "|".join(branches)


_WORDS = _cases(NUMBER_WORDS | DECADES)
_KINDS: list[tuple[Iterable[str], str]] = [
    (_WORDS, f"(?!{LETTER})"),
    *((_written(words), behind) for words, behind in IN_COMPANY),
    (BEFORE, f"(?=[a-z]{{3}})a?{any_of(NUMBERS)}(?!{LETTER})"),
    (MONTHS, rf"\b{DATED}"),
    (_cases(ROMAN_AFTER), _ROMAN_BEHIND),
    ("IVXLC", rf"[IVXLC]*\b{ROMAN_FOLLOWED}"),
    (("Rs", "EUR", "USD"), r"\b"),
    (("US$", "A$", "C$"), ""),
]
# Fused words are rare: behind their first part most words of a text end.
_TITLED = any_of(word.title() for word in BEFORE)
_FUSED = (
    rf"(?=[A-Z]){_TITLED}a?{any_of(NUMBERS)}(?!{LETTER})"
    rf"|{any_of(_written(NUMBERS))}(?=[a-z]{{2}}){any_of({*BEHIND, *NUMBERS})}"
    rf"(?!{LETTER})"
)
START = re.compile(
    rf"\b(?=[A-Za-z])(?:{_by_letter(_KINDS)}|{_FUSED})|[\d{SPECIAL}]"
    rf"|[{re.escape(CURRENCY_SIGNS)}](?=\s?[.,]?\d)|(?<=_){any_of(_WORDS)}(?!{LETTER})"
)
"""Where a number may begin; digits and money are then read by `FIRST`."""

ROMAN_REFERENCE = re.compile(
    rf"\b(?P<name>{any_of(_cases(ROMAN_AFTER))})(?P<point>\.?)\s{{1,3}}"
    r"(?P<roman>[IVXLC]+)\b"
)
"""A Roman numeral behind the word that names what it counts."""
