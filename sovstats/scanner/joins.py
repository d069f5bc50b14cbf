"""What joins the numbers of a run: ranges, ratios, rates, series and lists."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from sovstats.numbers.ranges import make_span
from sovstats.numbers.words import SCALES
from sovstats.scanner.elements import Elements, mention_of, unit_of
from sovstats.scanner.mention import Element, PartialMention
from sovstats.scanner.vocabulary import TIME_UNITS

DASHES = frozenset("-–—‐‑−")
RATIO_CUES = frozenset(("ratio", "proportion", "odds", "relation"))
_SIGNS = frozenset(("to", "or", "and", "in", "against", ":", ","))
_LINK = re.compile(
    r"[\s,\-–—‐‑−]*(?:(?:and|or|to|even|perhaps|only|sometimes)\b[\s,\-–—]*){0,3}\s*",
    re.IGNORECASE,
)
_TO = re.compile(r"\bto\b", re.IGNORECASE)
# Of several words for one factor the first of the table counts.
_SCALE_WORDS = {
    factor: word
    for word, factor in reversed(SCALES.items())
    if not word.endswith("s") and word != "milliard"
}


class Joint(NamedTuple):
    """Two numbers of a run that something joins.

    Attributes
    ----------
    first, second
        The numbers.
    sign
        The word or mark between them; ``-`` for every dash, ``in`` for *out of* too.
    dangling
        Whether a dash stands before the word: 60- to 80-.
    """

    first: Element
    sign: str
    second: Element
    dangling: bool


class Joins:
    """Joins the elements of a run to one mention or to several."""

    def __init__(self, elements: Elements) -> None:
        self.elements = elements
        self.tokens = elements.tokens

    def joined(self, first: Element, cue: str) -> list[PartialMention]:
        """Return the mentions of a joined expression, or an empty list.

        Parameters
        ----------
        first
            Its first number.
        cue
            The word or mark before it.
        """
        joint = self.joint(first)
        if joint is None:
            return []
        several = self.series(joint) or self.listed(joint)
        return several or self.ratio(joint, cue) or self.ranged(joint, cue)

    def joint(self, first: Element) -> Joint | None:
        """Read what joins a number with the next one; None if nothing does."""
        index = first.after
        mark, word = self.tokens.mark(index), self.tokens.word(index)
        following = self.tokens.word(index + 1)
        dangling = mark in DASHES and following in ("to", "or")
        sign, size = word or mark, 1
        if mark in DASHES:
            sign, size = (following, 2) if dangling else ("-", 1)
        elif (sign, following) == (",", "or"):
            sign, size = ", or", 2
        elif (sign, following) == ("out", "of"):
            sign, size = "in", 2
        elif sign not in _SIGNS:
            return None
        if sign == "in":
            size += self.tokens.word(index + size) in ("every", "each")
        second = self.elements.at(index + size)
        return Joint(first, sign, second, dangling) if second else None

    def series(self, joint: Joint | None) -> list[PartialMention]:
        """Read three or more numbers with dashes between them: 2.0—2.8—4.3."""
        members = [joint.first] if joint else []
        while joint and joint.sign == "-" and joint.second.numeral.value is not None:
            members.append(joint.second)
            joint = self.joint(joint.second)
        return [mention_of(each) for each in members] if len(members) > 2 else []

    def listed(self, joint: Joint | None) -> list[PartialMention]:
        """Read numbers that follow one another as one range: six, seven or eight."""
        members = [joint.first] if joint else []
        while joint and joint.sign in (",", "or", ", or") and _next_to(joint):
            members.append(joint.second)
            if joint.sign != ",":
                return [_spanning(members[0], joint.second)] if members[2:] else []
            joint = self.joint(joint.second)
        return []

    def ratio(self, joint: Joint, cue: str) -> list[PartialMention]:
        """Read 1 to 5, 1:5, one in ten, three out of every four."""
        first, second = joint.first, joint.second
        signs = ("to", ":", "in", "against", "-")
        if joint.sign not in signs or first.unit or second.sign:
            return []
        one, two = first.numeral, second.numeral
        if not one.value or not two.value or {one.shape, two.shape} != {"whole"}:
            return []
        if not self._is_ratio(joint, one.value, two.value, cue):
            return []
        value = one.value / two.value
        return [PartialMention(first.start, second.number_end, value, kind="ratio")]

    def _is_ratio(self, joint: Joint, one: Fraction, two: Fraction, cue: str) -> bool:
        """Say whether two whole numbers are a ratio and not a range or a date."""
        if joint.sign == ":":
            return True
        if joint.second.unit:
            return False
        # From 1500 on the second number is a year: one in 1930.
        if joint.sign in ("in", "against"):
            return one < two < 1500
        if cue in RATIO_CUES:
            return True
        if joint.sign != "to" or joint.dangling or cue in ("from", "between"):
            return False
        last = joint.second.after >= len(self.tokens)
        if last and self.elements.cue.after == "plural":
            return False
        digits = self.elements.run[joint.first.start].isdigit()
        return one == 1 and digits or two == 1 < one

    def ranged(self, joint: Joint, cue: str) -> list[PartialMention]:
        """Read two numbers as the ends of one range."""
        sign, second = joint.sign, joint.second
        if sign not in ("to", "or", "-", "and") or not self._are_ends(joint):
            return []
        if sign == "and" and cue != "between" or sign == "or" and cue == ",":
            return []
        # From one number to another is a change with two values, save for multiples.
        change = cue == "from" and sign in ("to", "-")
        if change and second.unit not in ("times", "fold"):
            return []
        mention = _spanning(joint.first, second)
        dashed = self.tokens.mark(second.after) in DASHES
        if joint.dangling and dashed and not second.unit:
            mention.end = self.tokens[second.after].end
        return [mention]

    def _are_ends(self, joint: Joint) -> bool:
        """Say whether two numbers can be the ends of one range."""
        first, second = joint.first, joint.second
        low, high = first.numeral, second.numeral
        if low.value is None or high.value is None or low.value == high.value:
            return False
        if {low.shape, high.shape} & {"ordinal", "multiple"}:
            return False
        if first.unit and first.unit.rstrip("s") != second.unit.rstrip("s"):
            return False
        if second.sign and not first.sign:
            return False
        if joint.sign != "-" or low.value < high.value:
            return True
        between = self.elements.run[first.end : second.start]
        # What falls is a range only if it is printed like one: 9-8, not 10-8.
        same_length = len(str(int(low.value))) == len(str(int(high.value)))
        return same_length and between == between.strip()


def _next_to(joint: Joint) -> bool:
    """Say whether the second number is the first and one, scaled or not."""
    first, second = joint.first, joint.second
    one, two = first.numeral.value, second.numeral.value
    if one is None or two is None or first.unit or second.numeral.shape != "whole":
        return False
    return one + 1 in (two, two / second.numeral.scale)


def _spanning(first: Element, last: Element) -> PartialMention:
    """Return the mention of a range from one element to another."""
    numeral = make_span(first.numeral, last.numeral)
    assert numeral is not None
    kind = "duration" if last.unit in TIME_UNITS else "range"
    unit = unit_of(first, last)
    return PartialMention.of(numeral, first.start, last.end, kind, unit)


def share_scales(run: str, mentions: list[PartialMention]) -> None:
    """Give the members of a list or change the scale word that only one of them has."""
    for one, other in reversed(list(pairwise(mentions))):
        if linked(run, one, other) and not _share(one, other):
            if _thousands_left_out(run, one, other):
                one.apply_scale("thousand", 1000)
    for one, other in pairwise(mentions):
        if _TO.search(run[one.end : other.start]) and linked(run, one, other):
            _share(other, one)


def linked(run: str, one: PartialMention, other: PartialMention) -> bool:
    """Say whether nothing but a joint stands between two mentions of a run."""
    # A comma without a blank after it is no list: 1,5 million.
    tight = run[one.end : other.start] == ","
    return not tight and _LINK.fullmatch(run, one.end, other.start) is not None


def is_bare(mention: PartialMention) -> bool:
    """Say whether a mention has a number that could lack its scale word."""
    if mention.kind not in ("number", "range") or mention.unit not in ("", "money"):
        return False
    greatest = mention.value if mention.value is not None else mention.high
    return mention.own_scale == 1 and greatest is not None and 0 < greatest < 1000


def _share(bare: PartialMention, scaled: PartialMention) -> bool:
    """Apply the scale word of one mention to another, if that lacks one."""
    if not is_bare(bare) or scaled.own_scale < 1000:
        return False
    factor = int(scaled.own_scale)
    if factor in _SCALE_WORDS:
        bare.apply_scale(_SCALE_WORDS[factor], factor)
    return True


def _thousands_left_out(run: str, one: PartialMention, other: PartialMention) -> bool:
    """Say whether the zeros of 60- to 80- stand only in the 100,000 that follows."""
    if one.kind != "range" or not is_bare(one) or run[one.end - 1] not in DASHES:
        return False
    value = other.value or 0
    return value >= 1000 and value % 1000 == 0 and "," in run[other.start : other.end]
