"""What joins the numbers of a run: ranges, ratios, rates, series and lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from sovstats.numbers.numeral import Numeral
from sovstats.numbers.ranges import make_span
from sovstats.numbers.words import SCALES
from sovstats.scanner.elements import Elements, mention_of, unit_of
from sovstats.scanner.mention import Element, PartialMention
from sovstats.scanner.vocabulary import TIME_UNITS

DASHES = frozenset("-–—‐‑−")
RATIO_CUES = frozenset(("ratio", "proportion", "odds", "relation"))
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


@dataclass(frozen=True)
class Joint:
    """How the next number of a run is joined, and where it begins.

    Attributes
    ----------
    sign
        The word or mark that joins; ``-`` for every dash, ``in`` for *out of* too.
    index
        The index of the token at which the next number begins.
    dangling
        Whether a dash stands before the word: 60- to 80-.
    """

    sign: str
    index: int
    dangling: bool = False


class Joins:
    """Joins the elements of a run to one mention or to several."""

    def __init__(self, elements: Elements) -> None:
        self.elements = elements
        self.tokens = elements.tokens

    def joined(self, index: int, first: Element) -> list[PartialMention]:
        """Return the mentions of a joined expression, or an empty list."""
        return (
            self.series(first)
            or self.listed(first)
            or self.ratio(index, first)
            or self.ranged(index, first)
        )

    def joint(self, index: int) -> Joint | None:
        """Read what joins the number that ends before a token with the next one."""
        mark, word = self.tokens.mark(index), self.tokens.word(index)
        following = self.tokens.word(index + 1)
        if mark in DASHES and following in ("to", "or"):
            return Joint(following, index + 2, dangling=True)
        if mark in DASHES:
            return Joint("-", index + 1)
        if word == "out" and following == "of":
            every = self.tokens.word(index + 2) in ("every", "each")
            return Joint("in", index + 2 + every)
        if word in ("to", "or", "and", "in", "against") or mark in (":", ","):
            every = word == "in" and following in ("every", "each")
            return Joint(word or mark, index + 1 + every)
        return None

    def series(self, first: Element) -> list[PartialMention]:
        """Read three or more numbers with dashes between them: 2.0—2.8—4.3."""
        members = [first]
        while (joint := self.joint(members[-1].index)) and joint.sign == "-":
            following = self.elements.at(joint.index)
            if following is None or following.numeral.value is None:
                break
            members.append(following)
        return [mention_of(each) for each in members] if len(members) > 2 else []

    def listed(self, first: Element) -> list[PartialMention]:
        """Read numbers that follow one another as one range: six, seven or eight."""
        members, ended = [first], False
        while not ended:
            joint = self.joint(members[-1].index)
            if joint is None or joint.sign not in (",", "or"):
                return []
            comma_or = joint.sign == "," and self.tokens.word(joint.index) == "or"
            following = self.elements.at(joint.index + comma_or)
            if following is None or not _next_to(members[-1], following):
                return []
            members.append(following)
            ended = joint.sign == "or" or comma_or
        return [_spanning(first, members[-1])] if len(members) > 2 else []

    def ratio(self, index: int, first: Element) -> list[PartialMention]:
        """Read 1 to 5, 1:5, one in ten, three out of every four."""
        joint = self.joint(first.index)
        if joint is None or joint.sign not in ("to", ":", "in", "against", "-"):
            return []
        second = self.elements.at(joint.index)
        if second is None or first.unit or second.sign:
            return []
        one, two = first.numeral, second.numeral
        if not one.value or not two.value or {one.shape, two.shape} != {"whole"}:
            return []
        if not self._is_ratio(index, first, joint, second):
            return []
        value = one.value / two.value
        return [PartialMention(first.start, second.number_end, value, kind="ratio")]

    def _is_ratio(
        self, index: int, first: Element, joint: Joint, second: Element
    ) -> bool:
        """Say whether two whole numbers are a ratio and not a range or a date."""
        low, high = first.numeral.value, second.numeral.value
        assert low is not None and high is not None
        if joint.sign == ":":
            return True
        if second.unit:
            return False
        # From 1500 on the second number is a year: one in 1930.
        if joint.sign in ("in", "against"):
            return low < high < 1500
        cue = self.elements.cue_at(index)
        if cue in RATIO_CUES:
            return True
        if joint.sign != "to" or joint.dangling or cue in ("from", "between"):
            return False
        last = second.index >= len(self.tokens)
        if last and self.elements.cue.after == "plural":
            return False
        digits = self.elements.run[first.start].isdigit()
        return low == 1 and digits or high == 1 < low

    def ranged(self, index: int, first: Element) -> list[PartialMention]:
        """Read two numbers as the ends of one range."""
        joint = self.joint(first.index)
        cue = self.elements.cue_at(index)
        if joint is None or joint.sign not in ("to", "or", "-", "and"):
            return []
        if (
            joint.sign == "and"
            and cue != "between"
            or joint.sign == "or"
            and cue == ","
        ):
            return []
        second = self.elements.at(joint.index)
        if second is None or not self._are_ends(first, joint, second):
            return []
        # From one number to another is a change with two values, save for multiples.
        change = cue == "from" and joint.sign in ("to", "-")
        if change and second.unit not in ("times", "fold"):
            return []
        mention = _spanning(first, second)
        dashed = self.tokens.mark(second.index) in DASHES
        if joint.dangling and dashed and not second.unit:
            mention.end = self.tokens[second.index].end
        return [mention]

    def _are_ends(self, first: Element, joint: Joint, second: Element) -> bool:
        """Say whether two numbers can be the ends of one range."""
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
        return between == between.strip() and _same_length(low, high)


def _next_to(first: Element, second: Element) -> bool:
    """Say whether the second number is the first and one, scaled or not."""
    one, two = first.numeral.value, second.numeral.value
    if one is None or two is None or first.unit or second.numeral.shape != "whole":
        return False
    return one + 1 in (two, two / second.numeral.scale)


def _same_length(low: Numeral, high: Numeral) -> bool:
    """Say whether two numbers have as many digits before the point."""
    assert low.value is not None and high.value is not None
    return len(str(int(low.value))) == len(str(int(high.value)))


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
