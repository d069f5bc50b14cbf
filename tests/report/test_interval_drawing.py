"""Intervals on a number line: where they stand, and what has no number."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sovstats.numbers.intervals import Interval
from sovstats.numbers.readings import Span
from sovstats.report.interval_drawing import BarRow, draw_intervals, scale_of

ONE = Fraction(1)


def row(low: int, high: int) -> BarRow:
    """Return a row with one bar."""
    return BarRow("", (("stated", Span.of(Interval(Fraction(low), Fraction(high)))),))


def test_a_number_line_leaves_room_on_both_sides():
    scale = scale_of([row(100, 200)], ONE)
    # 8 per cent of 100 on either side; the line runs from 4 to 96 per cent.
    assert (scale.low, scale.high, scale.logarithmic) == (92, 208, False)
    assert scale.place(Fraction(150)) == 50
    assert scale.place(Fraction(92)) == 4
    assert scale.place(Fraction(1000)) == 96


def test_numbers_far_apart_stand_on_a_logarithmic_line():
    # 60 is more than 50 times 1; the line runs from 1 / 1.5 to 60 x 1.5.
    scale = scale_of([row(1, 60)], ONE)
    assert scale.logarithmic
    assert scale.ticks() == [1, 10]
    # The middle of the line is the root of (1 / 1.5) x 90, which is 60.
    middle = Fraction(60**0.5)
    assert scale.place(middle) == pytest.approx(50)
    assert scale.place(Fraction(0)) == 4


def test_ends_are_shown_in_the_unit_and_leave_the_drawing_where_there_is_none():
    scale = scale_of([row(100_000, 200_000)], Fraction(1000))
    half = Interval(Fraction(150_000), None, False, True)
    assert scale.ends(half) == (50, 105)


def test_without_a_number_there_is_no_drawing():
    assert scale_of([BarRow("", (("stated", None),))], ONE) is None
    assert draw_intervals([BarRow("", (("stated", None),))], ONE, "head", "") == ""


def test_a_label_of_others_is_escaped():
    drawn = draw_intervals([row(1, 2)], ONE, "<b>", "")
    assert "<b>" not in drawn
    assert "&lt;b&gt;" in drawn
