"""What joins the numbers of a run: ranges, ratios, rates, series and lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from sovstats.numbers.numeral import Numeral
from sovstats.numbers.shapes import make_span
from sovstats.numbers.words import SCALES
from sovstats.scanner.elements import ElementReader, draft_of
from sovstats.scanner.mention import Draft, Element
from sovstats.scanner.vocabulary import TIME_UNITS

DASHES = frozenset("-–—‐‑−")
RATIO_CUES = frozenset(("ratio", "proportion", "odds", "relation"))
_RARE = frozenset(name for name in SCALES if name.endswith("s")) | {"milliard"}
_LINK = re.compile(
    r"[\s,\-–—‐‑−]*(?:(?:and|or|to|even|perhaps|only|sometimes)\b[\s,\-–—]*){0,3}\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Joint:
    """How the next number of a run is joined, and where it begins."""

    sign: str
    index: int
    dangling: bool = False


class RangeReader(ElementReader):
    """An element reader that joins elements to one mention or to several."""

    def joint(self, index: int) -> Joint | None:
        """Read what joins the number that ends before a token with the next one."""
        mark, word = self.grammar.mark(index), self.grammar.word(index)
        if mark in DASHES and self.grammar.word(index + 1) in ("to", "or"):
            return Joint(self.grammar.word(index + 1), index + 2, dangling=True)
        if mark in DASHES and mark:
            return Joint("-", index + 1)
        every = self.grammar.word(index + 1) in ("every", "each")
        if word in ("to", "or", "and", "in", "against") or mark in (":", ","):
            return Joint(word or mark, index + 1 + (word == "in" and every))
        if word == "out" and self.grammar.word(index + 1) == "of":
            every = self.grammar.word(index + 2) in ("every", "each")
            return Joint("in", index + 2 + every)
        return None

    def joined(self, index: int, first: Element) -> list[Draft]:
        """Return the drafts of a joined expression, or an empty list."""
        return (
            self.series(first)
            or self.listed(first)
            or self.ratio(index, first)
            or self.ranged(index, first)
        )

    def series(self, first: Element) -> list[Draft]:
        """Read three or more numbers with dashes between them: 2.0—2.8—4.3."""
        elements = [first]
        while (joint := self.joint(elements[-1].index)) and joint.sign == "-":
            following = self.element(joint.index)
            if following is None or following.numeral.value is None:
                break
            elements.append(following)
        return [draft_of(each) for each in elements] if len(elements) > 2 else []

    def listed(self, first: Element) -> list[Draft]:
        """Read numbers that follow one another as one range: six, seven or eight."""
        elements = [first]
        while (joint := self.joint(elements[-1].index)) and joint.sign in (",", "or"):
            comma_or = joint.sign == "," and self.grammar.word(joint.index) == "or"
            following = self.element(joint.index + comma_or)
            if following is None or not _next_to(elements[-1], following):
                return []
            elements.append(following)
            if joint.sign == "or" or comma_or:
                break
        else:
            return []
        if len(elements) < 3:
            return []
        return [_spanning(elements[0], elements[-1])]

    def ratio(self, index: int, first: Element) -> list[Draft]:
        """Read 1 to 5, 1:5, one in ten, three out of every four."""
        joint = self.joint(first.index)
        if joint is None or joint.sign not in ("to", ":", "in", "against", "-"):
            return []
        if first.unit or first.numeral.shape != "whole" or not first.numeral.value:
            return []
        second = self.element(joint.index)
        if second is None or second.sign or second.numeral.shape != "whole":
            return []
        if not second.numeral.value or not self._is_ratio(index, first, joint, second):
            return []
        value = first.numeral.value / second.numeral.value
        return [Draft(first.start, second.number_end, value, kind="ratio")]

    def _is_ratio(
        self, index: int, first: Element, joint: Joint, second: Element
    ) -> bool:
        """Say whether two whole numbers are a ratio and not a range or a date."""
        low, high = first.numeral.value, second.numeral.value
        assert low is not None and high is not None
        if joint.sign == ":":
            return True
        if joint.sign in ("in", "against"):
            is_time = second.unit in TIME_UNITS
            return low < high < 1500 and not is_time and not second.unit
        if second.unit:
            return False
        cue = self.cue_at(index)
        if cue in RATIO_CUES:
            return True
        if joint.sign != "to" or joint.dangling or cue in ("from", "between"):
            return False
        last = second.index >= len(self.tokens)
        plain = not (last and self.cue.after == "plural")
        digits = self.run[first.start].isdigit()
        return (low == 1 and digits or high == 1 < low) and plain

    def ranged(self, index: int, first: Element) -> list[Draft]:
        """Read two numbers as the ends of one range."""
        joint = self.joint(first.index)
        cue = self.cue_at(index)
        if joint is None or joint.sign not in ("to", "or", "-", "and"):
            return []
        if joint.sign == "and" and cue != "between":
            return []
        second = self.element(joint.index)
        if second is None or not self._are_ends(first, joint, second):
            return []
        change = cue == "from" and joint.sign in ("to", "-")
        if change and second.unit not in ("times", "fold"):
            return []
        if joint.sign == "or" and cue == ",":
            return []
        draft = _spanning(first, second)
        dash = self.grammar.mark(second.index)
        if joint.dangling and dash in DASHES and dash and not second.unit:
            draft.end = self.tokens[second.index].end
        return [draft]

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
        if joint.sign == "-":
            spaced = (
                self.run[first.end : second.start]
                != self.run[first.end : second.start].strip()
            )
            return low.value < high.value or not spaced and _same_length(low, high)
        return True


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


def _spanning(first: Element, last: Element) -> Draft:
    """Return the draft of a range from one element to another."""
    numeral = make_span(first.numeral, last.numeral)
    assert numeral is not None
    kind = "duration" if last.unit in TIME_UNITS else "range"
    unit = last.unit or first.unit or ("money" if first.sign else "")
    draft = Draft(first.start, last.end, None, numeral.low, numeral.high, kind, unit)
    draft.own_scale = numeral.scale
    return draft


def share_scales(run: str, drafts: list[Draft]) -> None:
    """Give the members of a list or change the scale word that only one of them has."""
    for one, other in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        if linked(run, one, other) and is_bare(one) and other.own_scale >= 1000:
            _share(one, other)
        elif linked(run, one, other) and _thousands_left_out(run, one, other):
            one.scale = "thousand"
            one.multiply(1000)
    for one, other in zip(drafts, drafts[1:], strict=False):
        to = re.search(r"\bto\b", run[one.end : other.start], re.IGNORECASE)
        if to and linked(run, one, other) and is_bare(other) and one.own_scale >= 1000:
            _share(other, one)


def linked(run: str, one: Draft, other: Draft) -> bool:
    """Say whether nothing but a joint stands between two drafts of a run."""
    # A comma without a blank behind it is no list: 1,5 million.
    tight = run[one.end : other.start] == ","
    return not tight and _LINK.fullmatch(run, one.end, other.start) is not None


def is_bare(draft: Draft) -> bool:
    """Say whether a draft has a number that could lack its scale word."""
    if draft.kind not in ("number", "range") or draft.unit not in ("", "money"):
        return False
    greatest = draft.value if draft.value is not None else draft.high
    return draft.own_scale == 1 and greatest is not None and 0 < greatest < 1000


def _share(bare: Draft, scaled: Draft) -> None:
    """Apply the scale word of one draft to another."""
    word = next(
        (
            name
            for name, factor in SCALES.items()
            if factor == scaled.own_scale and name not in _RARE
        ),
        "",
    )
    if word:
        bare.scale = word
        bare.multiply(int(scaled.own_scale))


def _thousands_left_out(run: str, one: Draft, other: Draft) -> bool:
    """Say whether the zeros of 60- to 80- stand only in the 100,000 that follows."""
    if one.kind != "range" or not is_bare(one) or run[one.end - 1] not in DASHES:
        return False
    value = other.value or Fraction(0)
    return value >= 1000 and value % 1000 == 0 and "," in run[other.start : other.end]
