"""Regular expressions for runs: stretches with nothing but numbers in them.

`START` jumps to the next place where a number may begin. `run_end` tells how far
numbers, joining words and units go on from there without a word that cannot belong to a
number; what `sovstats.scanner.runs` looks at is never longer than that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sovstats.numbers import words
from sovstats.numbers.tokens import AFTER, ALONE, BEFORE, fused_parts
from sovstats.scanner import vocabulary
from sovstats.scanner.vocabulary import MONTHS, UNIT_ADJECTIVES, UNIT_ALONE, UNIT_WORDS

_BUCKET = 6
"""How many first letters are tried at once where a number may begin."""

PIECES = 24
"""How many numbers and units a run has at the most."""


def any_of(forms: Iterable[str]) -> str:
    """Return a pattern for any of some words, longest first; a blank is any gap."""
    tree: dict[str, dict] = {}
    for form in forms:
        node = tree
        for character in form:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branch(tree)


def _branch(node: dict[str, dict]) -> str:
    """Turn a tree of letters into a pattern."""
    branches = [
        (r"[\s\-]{1,3}" if letter == " " else re.escape(letter)) + _branch(below)
        for letter, below in node.items()
        if letter
    ]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{body})?" if "" in node else body


def _cases(plain: Iterable[str]) -> set[str]:
    """Return words in lower case, with a capital, and in capitals."""
    return {form for word in plain for form in (word, word.title(), word.upper())}


def _written(plain: Iterable[str]) -> set[str]:
    """Return words in lower case and with a capital."""
    return {form for word in plain for form in (word, word.title())}


def _by_letter(kinds: Iterable[tuple[Iterable[str], str]]) -> str:
    """Return a pattern for words, each with what must follow it, by first letters."""
    letters: dict[str, list[str]] = {}
    for forms, following in kinds:
        rests: dict[str, list[str]] = {}
        for form in forms:
            rests.setdefault(form[0], []).append(form[1:])
        for letter, endings in rests.items():
            letters.setdefault(letter, []).append(any_of(endings) + following)
    branches = []
    ordered = sorted(letters)
    # Most words begin with no letter of a bucket, which one look tells.
    for start in range(0, len(ordered), _BUCKET):
        bucket = ordered[start : start + _BUCKET]
        body = "|".join(f"{each}(?:{'|'.join(letters[each])})" for each in bucket)
        branches.append(f"(?=[{''.join(bucket)}])(?:{body})")
    return "|".join(branches)


SPECIAL = (
    "\u00b2\u00b3\u00b9\u00bc-\u00be\u09f4-\u09f9\u0b72-\u0b77\u0d58-\u0d5e\u2070"
    "\u2074-\u2079\u2080-\u2089\u2150-\u2182\u2185-\u2189\u2460-\u249b\u24ea-\u24ff"
    "\u2776-\u2793\u3220-\u3229\u3280-\u3289\U0001f100-\U0001f10c"
)
"""Signs that are numbers but no digits: ², Ⅳ, ①, ½."""

LETTER = r"[^\W\d_\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2189]"
GAP = r"[^\S\n]{0,3}(?:\r?\n[^\S\n]{0,4})?"

NUMBER_WORDS = (
    words.NUMBERS
    | {word + "s" for word in words.ORDINALS if word != "second"}
    | {word + "fold" for word in (*words.CARDINALS, "hundred", "thousand", "million")}
)
"""The words that are mentions wherever they stand."""

DECADES = {word[:-1] + "ies": value for word, value in words.TENS.items()}
"""The plurals of tens, which are years: the thirties."""

_NUMBER = any_of(words.NUMBERS)
_SHORT = (word for word in (*words.CARDINALS, *words.ORDINALS) if 2 < len(word) < 8)
_FUSED = rf"{any_of(BEFORE)}a?{_NUMBER}|{_NUMBER}{any_of(AFTER)}"
_CONTINUED = (
    rf"{any_of(words.TENS)}{any_of(_SHORT)}"
    rf"|{any_of(words.CARDINALS)}{any_of((*words.SCALES, *words.FRACTION_WORDS))}"
)
_WORDS = rf"(?:{any_of((*NUMBER_WORDS, *DECADES))}|{_FUSED}|{_CONTINUED})(?!{LETTER})"
_HALF = r"(?:half|third|quarter|fourth|fifth)\b"
IN_COMPANY: tuple[tuple[tuple[str, ...], str], ...] = (
    (("pair", "pairs"), r"(?=\s{1,3}(?:of|and|or)\s)"),
    (("pair",), r"\b(?<=\ba\spair)"),
    (("score",), r"(?=\s{1,3}of\b)(?<=\ba\sscore)"),
    (("scores",), r"(?=\s{1,3}of\b)"),
    (
        (*UNIT_ALONE, *("a" + word for word in UNIT_ALONE if word in ALONE)),
        rf"(?:s?(?=\s{{1,3}}and\s{{1,3}}(?:an?|one)[\s\-]{{1,3}}{_HALF})"
        r"|(?=\s{1,3}or\s{1,3}(?:two|three)\b))",
    ),
)
"""Words that are mentions only next to certain others, and what must follow them."""

DATED = r"(?=\.?,?\s{1,3}(?:of\s{1,3})?(?:the\s{1,3})?\d)"
"""What must follow the name of a month that begins a date."""

ROMAN_FOLLOWED = rf"(?=\s+(?i:{any_of(vocabulary.ROMAN_BEFORE)})\b)"
"""What must follow a Roman numeral that stands in front of what it counts."""

_IN_COMPANY = "|".join(f"{any_of(forms)}{after}" for forms, after in IN_COMPANY)
_MONTH = rf"\b(?-i:{any_of(MONTHS)})\b"
_SIGN = rf"[{re.escape(vocabulary.CURRENCY_SIGNS)}]"
_MONEY = rf"(?:(?:US|A|C)?{_SIGN}|\bRs\.?|\bEUR|\bUSD)\s?(?=[.,]?\d)"
_DIGITS = r"(?:(?<![\w.])\.(?=\d))?\d+(?:[,.'’/⁄:]\d+){0,6}"
_RANK = rf"(?:(?:st|nd|rd|d|th)(?!{LETTER}))?"

UNIT = re.compile(
    rf"(?:[\s\-‐‑]{{0,3}}(?:(?:{any_of(UNIT_ADJECTIVES)})\.?[\s\-]{{1,3}}){{0,2}}"
    rf"(?:({any_of(w for w in UNIT_WORDS if w not in '%‰°')})(?!{LETTER})"
    rf"|({any_of(w for w in UNIT_WORDS if len(w) > 3)})"
    rf"(?=(?:in|of|and|per)(?!{LETTER})))"
    rf"|\s{{0,2}}([%‰°])(?:C\b)?"
    rf"|(?<=\d)({any_of(vocabulary.SHORT_UNITS)}|{_SIGN})(?!\w))",
    re.IGNORECASE,
)
"""The unit after a number, with the words between."""

_JOINS = (
    "to or and of a an the per in out for every each against even perhaps about nearly "
    "almost approximately some over day only sometimes as compared with"
).split()
_NOUN = rf"{LETTER}{{1,20}}+\s{{1,2}}"
_JOIN = (
    rf"(?:(?:{any_of(_JOINS)})(?!{LETTER})|[\-–—‐‑−/:,&]{{1,2}}"
    rf"|{_NOUN}(?:{_NOUN})?(?=(?:for|to|per)\s{{1,2}}(?:every|each)\b))"
)
_PIECE = (
    rf"(?:{_MONEY})?{_DIGITS}{_RANK}|[{re.escape(''.join(words.VULGAR))}]"
    rf"|(?<!{LETTER})(?:{_WORDS}|{any_of(words.SCALES)}(?!{LETTER})|{_MONTH}\.?)"
    rf"|[ap]\.m\.|[ap]m\b|o['’]clock\b"
    rf"|{UNIT.pattern}"
)


FIRST = re.compile(
    rf"(?:{_MONEY})?{_DIGITS}{_RANK}|[{SPECIAL}]|{_WORDS}|{_IN_COMPANY}"
    rf"|{_MONTH}{DATED}|(?-i:[IVXLC]+)\b{ROMAN_FOLLOWED}",
    re.IGNORECASE,
)
"""The first piece of a number."""

MORE = re.compile(
    rf"{GAP}(?:(?:{_PIECE})|(?>(?:{_JOIN}{GAP}){{1,5}})(?:{_PIECE}))", re.IGNORECASE
)
"""One more number or unit, with what joins it; the joints are never read again."""

_ROMAN_NEXT = r"\.?\s{1,3}[IVXLC]+\b(?![’'.]?[^\W\d_])"
_CASED = _cases((*NUMBER_WORDS, *DECADES))
_KINDS: list[tuple[Iterable[str], str]] = [
    (_CASED, f"(?!{LETTER})"),
    *((_written(forms), after) for forms, after in IN_COMPANY),
    (BEFORE, f"(?=[a-z]{{3}})a?{_NUMBER}(?!{LETTER})"),
    (MONTHS, rf"\b{DATED}"),
    (_cases(vocabulary.ROMAN_AFTER), _ROMAN_NEXT),
    ("IVXLC", rf"[IVXLC]*\b{ROMAN_FOLLOWED}"),
    (("Rs", "EUR", "USD"), r"\b"),
    (("US$", "A$", "C$"), ""),
]
# Fused words are rare: after their first part most words of a text end.
_TITLED = any_of(word.title() for word in BEFORE)
_RUN_TOGETHER = (
    rf"(?=[A-Z]){_TITLED}a?{_NUMBER}(?!{LETTER})"
    rf"|{any_of(_written(words.NUMBERS))}(?=[a-z]{{2}})"
    rf"{any_of({*AFTER, *words.NUMBERS})}(?!{LETTER})"
)
START = re.compile(
    rf"\b(?=[A-Za-z])(?:{_by_letter(_KINDS)}|{_RUN_TOGETHER})|[\d{SPECIAL}]"
    rf"|{_SIGN}(?=\s?[.,]?\d)|(?<=_){any_of(_CASED)}(?!{LETTER})"
)
"""Where a number may begin; digits and money are then read by `FIRST`."""

ROMAN_REFERENCE = re.compile(
    rf"\b(?P<name>{any_of(_cases(vocabulary.ROMAN_AFTER))})(?P<point>\.?)\s{{1,3}}"
    r"(?P<roman>[IVXLC]+)\b"
)
"""A Roman numeral after the word that names what it counts."""

_PEEK = re.compile(rf"{GAP}(?:({LETTER}+)|([.;!?()\]\"”]))")
_GOING_ON = frozenset(
    {*NUMBER_WORDS, *DECADES, *words.SCALES, *_JOINS, *UNIT_ADJECTIVES}
    | {re.split("[ .-]", word)[0] for word in UNIT_WORDS}
    | {month.lower() for month in MONTHS}
    | {"am", "pm", "o", "p", "us", "rs", "eur", "usd", "c", *vocabulary.SHORT_UNITS}
)


def run_end(text: str, end: int) -> tuple[int, bool]:
    """Return where a run whose first piece ends at `end` ends, and if it was cut."""
    for _ in range(PIECES):
        found = MORE.match(text, end) if _may_go_on(text, end) else None
        if found is None:
            return end, False
        end = found.end()
    return end, MORE.match(text, end) is not None


def _may_go_on(text: str, end: int) -> bool:
    """Say whether the next word can belong to a run at all, which is quickly said."""
    found = _PEEK.match(text, end)
    if found is None:
        return True
    if found[1] is None:
        return False
    word = found[1].lower()
    if word in _GOING_ON or fused_parts(word):
        return True
    if word[:-2] in _GOING_ON or word[:-3] in _GOING_ON:
        return True
    # A noun may stand between: one horse for every eight.
    ahead = text[end : end + 60]
    return " every" in ahead or " each" in ahead
