"""Number words that damaged print has run together with a neighbour: athird, tento.

Only words of short lists are taken apart, so that no English word which merely contains
a number (often, tenor, someone) is mistaken for one.
"""

from __future__ import annotations

from functools import lru_cache

from sovstats.number_words import (
    CARDINALS,
    FRACTION_WORDS,
    MULTIPLE_WORDS,
    ORDINALS,
    SCALES,
)

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
