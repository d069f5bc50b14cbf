"""Words that loosen a number, and how to find the one that belongs to a number."""

from __future__ import annotations

import re

_PHRASES = {
    "about": "about approximately approx around roughly some circa ca "
    "in_the_vicinity_of in_the_neighborhood_of in_the_neighbourhood_of "
    "in_the_region_of on_the_order_of of_the_order_of more_or_less "
    "somewhere_around aproximately approximatey approx_. ap ap_. ca_. c_. ~ ≈",
    "almost": "almost nearly hardly scarcely barely well-nigh practically "
    "virtually close_to amost aimost ailmost alnost alrnost amlost neary nealy",
    "over": "over more_than above upwards_of upward_of in_excess_of exceeding "
    "exceed exceeds exceeded larger_than greater_than higher_than better_than >",
    "at_least": "at_least no_less_than not_less_than no_fewer_than not_fewer_than "
    "a_minimum_of minimum_of at_the_least not_under not_below ≥",
    "under": "under less_than below fewer_than smaller_than lower_than short_of <",
    "up_to": "up_to at_most at_the_most no_more_than not_more_than a_maximum_of "
    "maximum_of at_the_outside not_over not_above not_exceeding not_exceed "
    "never_exceed never_exceeded no_higher_than never_more_than at_best ≤",
}
BEFORE: dict[str, str] = {
    phrase.replace("_", " "): hedge
    for hedge, phrases in _PHRASES.items()
    for phrase in phrases.split()
}
"""Phrases that stand before a number; the longest that fits counts."""

FILLERS = frozenset(
    "only even a an just perhaps say $ £ € ¥ ₽ rs us possibly equal equals reach "
    "reached reaches attain attained attains worth thus as :".split()
)
"""What may stand between a hedge and its number."""

_UP_TO = r"or worse|or less|or under|or fewer|at (?:the )?(?:most|outside|best)"
_AT_LEAST = r"(?:or|and) (?:more|over)|or better|(?:and )?upwards|and upward"
_AT_LEAST += r"|at (?:the )?least|\+"
_ABOUT = r"or so|or thereabouts|odd|approximately|approx|ap\b|roughly|more or less"
_AFTER = re.compile(
    rf"[\s,(\-]{{0,3}}(?:(?<=\w)\.\s(?=ap\b))?"
    rf"(?:({_UP_TO})|({_AT_LEAST})|({_ABOUT}))(?!\w)",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\s\w]|_|\d+")
_TOPIC = frozenset(
    "speak speaks speaking spoke spoken talk talks talked talking say says said write "
    "writes wrote written know knows knew tell tells told think thinks thought "
    "question questions words word argue argued discussion dispute anything nothing "
    "something all doubt doubts theory story information concerned complain complains "
    "worry brought bring come came turn turning quarrel".split()
)
_SPREAD = frozenset(
    "turn turned turning take took taken taking hand handed spread extend extended "
    "extending distributed divided rule ruled power control victory preside presided "
    "scattered advantage triumph".split()
)
_LASTING = frozenset(
    "for after of is was are were takes took lasted lasts last in within by than been "
    "just little well now aged requires required needs needed".split()
)
_LONGEST = 4
_REACH = 80
"""How far back words are read; the first of them may be cut, and none reaches it."""

_LAST = frozenset(phrase.split()[-1] for phrase in BEFORE) | FILLERS


def words_before(text: str, start: int) -> list[str]:
    """Return the last words and marks before an offset, in lower case.

    Empty where the last of them can neither be a hedge nor stand between one and its
    number, so that most numbers cost nothing.
    """
    stretch = text[max(0, start - _REACH) : start].lower()
    last = _WORDS.findall(stretch[-20:])
    if not last or last[-1] not in _LAST:
        return last[-1:]
    return _WORDS.findall(stretch)


def hedge_before(words: list[str], unit: str, in_digits: bool) -> str:
    """Return the hedge in front of a number.

    Parameters
    ----------
    words
        The words before it, from `words_before`.
    unit
        The unit after it; a stretch of time after ``over`` is often no threshold.
    in_digits
        Whether it is written in digits; ``under two flags`` has no hedge.
    """
    end = len(words)
    # Two fillers at the most are passed over, or distant words would be hedges.
    while end and words[end - 1] in FILLERS and end > len(words) - 3:
        end -= 1
    for size in range(min(_LONGEST, end), 0, -1):
        phrase = " ".join(words[end - size : end])
        hedge = BEFORE.get(phrase)
        if hedge:
            before = words[end - size - 1] if end > size else ""
            return hedge if _is_meant(phrase, before, unit, in_digits) else "none"
    return "none"


def _is_meant(phrase: str, before: str, unit: str, in_digits: bool) -> bool:
    """Say whether a word that can be a hedge is one here."""
    if phrase in ("about", "around"):
        return before not in _TOPIC
    if phrase == "over":
        if before in _SPREAD:
            return False
        # Over three years is a threshold where something lasts, else a period.
        return unit != "time" or before in _LASTING
    if phrase in ("under", "above", "below"):
        return in_digits or bool(unit)
    return True


def hedge_after(text: str, end: int) -> str:
    """Return the hedge directly after a number."""
    found = _AFTER.match(text, end)
    if found is None:
        return "none"
    return "up_to" if found[1] else "at_least" if found[2] else "about"
