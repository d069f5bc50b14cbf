"""What a number that stands alone is for: a note mark, a pronoun, a rank."""

from __future__ import annotations

import re

from sovstats.numbers.tokens import BEFORE

QUANTITIES = frozenset("number range fraction ratio multiple duration vague".split())
"""The kinds that state a quantity, so that a hedge can loosen them."""

_NOTE_BEFORE = re.compile(r"\[\s?$|[^\W\d_]{3}[.,;:!?\"”’')\]]{0,2}$")
_NOTE_AFTER = re.compile(r"\s?\]|(?=[\s.,;:)\]]|$)")
_PRONOUN_BEFORE = frozenset(
    "no any every each the this that which some another such whole only not".split()
)
_PRONOUN_AFTER = frozenset(
    "another who can must may might should could would has is was cannot that which "
    "another's does did will of's sees".split()
)
_RANK_AFTER = re.compile(
    r"\s+(?:place|position|rank|in\s+the\s+world|largest|greatest|biggest)\b",
    re.IGNORECASE,
)
_NAME = r"(?:the\s+)?[A-Z][^\W\d_]+(?:\s+(?:of\s+)?[A-Z][^\W\d_]+){0,3}"
_ONLY_TO = re.compile(
    rf"\s+only\s+to\s+({_NAME}(?:,\s+{_NAME}){{0,4}}(?:,?\s+and\s+{_NAME})?)"
)
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_LINE_MARK = re.compile(r"[.)]?(?=\s|$)")


def lone_kind(text: str, start: int, end: int) -> str:
    """Return the kind of a short number in digits, from what it touches.

    Returns
    -------
    str
        ``note_mark`` (``word12``, ``[3]``), ``enumerator`` (``2.`` or ``(2)`` at the
        beginning of a line, a line of its own), or ``number``.
    """
    before, after = text[max(0, start - 14) : start], text[end : end + 4]
    # A mark is glued to what it belongs to, a quantity stands by itself.
    glued = before[-1:] and not before[-1:].isspace()
    if glued and before.rstrip().endswith("[") and after[:1] == "]":
        return "note_mark"
    # Print that has lost a blank is no note: of12.
    word = _LAST_WORD.search(before)
    if word and word[0].lower() in BEFORE:
        return "number"
    if glued and end - start < 4 and _NOTE_BEFORE.search(before):
        if _NOTE_AFTER.match(after) and not before.endswith(("(", "[")):
            return "note_mark"
    if before.endswith("(") and after.startswith(")") and end - start < 3:
        return "enumerator"
    if end - start < 4 and starts_line(text, start):
        mark = _LINE_MARK.match(after)
        rest = text[end : end + 12].split("\n")[0].strip(" .)\r\t")
        if mark and (mark.group() or not rest) and not after[1:2].isdigit():
            return "enumerator"
    return "number"


def starts_line(text: str, start: int) -> bool:
    """Say whether nothing but white space stands before an offset in its line."""
    before = text[max(0, start - 12) : start]
    line = before.rpartition("\n")[2]
    return ("\n" in before or start < 12) and not line.strip(" \t\u00a0•*(")


def is_pronoun(words: list[str], after: str) -> bool:
    """Say whether 'one' stands for a person or a thing and not for a number."""
    following = re.match(r"\s*([^\W\d_]+)?", after)
    word = (following[1] or "").lower() if following else ""
    return word in _PRONOUN_AFTER or bool(words) and words[-1] in _PRONOUN_BEFORE


def rank_at(text: str, end: int) -> tuple[str, int, int]:
    """Return kind, end and further places of an ordinal: second only to two others."""
    found = _ONLY_TO.match(text, end)
    if found:
        names = re.split(r",?\s+and\s+|,\s+", found[1])
        return "rank", found.end(), len(names) - 1
    ranked = _RANK_AFTER.match(text, end, end + 24)
    return ("rank" if ranked else "ordinal"), end, 0
