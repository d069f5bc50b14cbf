"""The whole operator table: each comparison at each relative position."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sovstats.numbers.comparison import OPERATORS, compare
from sovstats.numbers.intervals import Interval
from sovstats.numbers.readings import Span


def span(low: int, high: int) -> Span:
    return Span.of(Interval(Fraction(low), Fraction(high)))


# Position of one against other: what <, <=, ==, >=, > say, in this order.
# C certain, P possible, I impossible.
TABLE = {
    "wholly below": ((0, 1), (2, 3), "CCIII"),
    "touching from below": ((0, 1), (1, 2), "PCIPI"),
    "overlapping from below": ((0, 2), (1, 3), "PPPPP"),
    "same interval": ((0, 2), (0, 2), "PPCPP"),
    "inside": ((1, 2), (0, 3), "PPCPP"),
    "around": ((0, 3), (1, 2), "PPPPP"),
    "overlapping from above": ((1, 3), (0, 2), "PPPPP"),
    "touching from above": ((1, 2), (0, 1), "IPICP"),
    "wholly above": ((2, 3), (0, 1), "IIICC"),
    "point below": ((0, 0), (1, 2), "CCIII"),
    "point at the lower end": ((1, 1), (1, 2), "PCCPI"),
    "point inside": ((1, 1), (0, 2), "PPCPP"),
    "point at the upper end": ((2, 2), (1, 2), "IPCCP"),
    "point above": ((3, 3), (1, 2), "IIICC"),
    "interval against the point at its lower end": ((1, 2), (1, 1), "IPPCP"),
    "interval against the point at its upper end": ((0, 1), (1, 1), "PCPPI"),
    "same points": ((1, 1), (1, 1), "ICCCI"),
    "points below": ((1, 1), (2, 2), "CCIII"),
    "points above": ((2, 2), (1, 1), "IIICC"),
}
WORDS = {"C": "certain", "P": "possible", "I": "impossible"}


@pytest.mark.parametrize("position", TABLE)
@pytest.mark.parametrize(
    ("column", "operator"), list(enumerate(["<", "<=", "==", ">=", ">"]))
)
def test_operator_at_each_position(position, column, operator):
    one, other, expected = TABLE[position]
    assert compare(operator, span(*one), span(*other)) == WORDS[expected[column]]


def test_the_table_names_every_operator():
    assert set(OPERATORS) == {"<", "<=", "==", ">=", ">"}


def test_open_ends_decide_touching_intervals():
    below = Span.of(Interval(Fraction(0), Fraction(1), high_open=True))
    above = Span.of(Interval(Fraction(1), Fraction(2)))
    assert compare("<", below, above) == "certain"
    assert compare(">=", below, above) == "impossible"
    assert compare("==", below, Span.of(Interval.point(1))) == "impossible"


def test_infinite_ends_leave_an_order_open():
    upwards = Span.of(Interval(Fraction(5), None))
    assert compare(">", upwards, Span.of(Interval.point(4))) == "certain"
    assert compare(">", upwards, Span.of(Interval.point(9))) == "possible"
    assert compare("<", upwards, Span.of(Interval.point(5))) == "impossible"


def test_ranges_are_equal_when_both_their_ends_are():
    lower, upper = (
        Interval(Fraction(1), Fraction(2)),
        Interval(Fraction(4), Fraction(5)),
    )
    both = Span(lower, upper)
    other = Span(Interval.point(1), Interval(Fraction(6), Fraction(7)))
    assert compare("==", both, both) == "certain"
    assert compare("==", both, other) == "impossible"
    assert compare("==", both, Span(Interval.point(1), Interval.point(4))) == "possible"
    assert compare("==", Span.of(Interval.point(3)), both) == "certain"
