"""Intervals: arithmetic encloses, ends are open or closed, mpmath agrees."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction as F

import mpmath
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sovstats.numbers.intervals import Interval

# A busy machine is no failure; what must be fast says so in its own test.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ZERO = F(0)
# Many equal ends, zeros and ones, and some of either size.
ENDS = st.builds(F, st.integers(-3, 3) | st.integers(-500, 500), st.integers(1, 5))


def closed(low: F | int, high: F | int) -> Interval:
    return Interval(F(low), F(high))


def opened(low: F | int, high: F | int) -> Interval:
    return Interval(F(low), F(high), True, True)


KINDS = st.tuples(*2 * [st.sampled_from(["open", "closed", "infinite"])])


@st.composite
def intervals(draw: st.DrawFn, infinite: bool = True) -> Interval:
    """Draw intervals with open, closed and infinite ends, and points."""
    low, high = sorted((draw(ENDS), draw(ENDS)))
    if low == high:
        return Interval(low, high)
    below, above = draw(KINDS) if infinite else ("closed", "closed")
    return Interval(
        None if below == "infinite" else low,
        None if above == "infinite" else high,
        below == "open",
        above == "open",
    )


def inside(draw: st.DrawFn, interval: Interval) -> F:
    """Draw a number from an interval, its ends included where they are closed."""
    low, high = interval.low, interval.high
    if interval.is_point and low is not None:
        return low
    step = F(draw(st.integers(interval.low_open, 9 - interval.high_open)), 9)
    reach = draw(st.sampled_from([1, 10, 10**9]))
    if low is not None and high is not None:
        return low + (high - low) * step
    if low is not None:
        return low + reach * step
    if high is not None:
        return high - reach * (1 - step)
    return (2 * step - 1) * reach


@st.composite
def held(draw: st.DrawFn) -> tuple[Interval, F]:
    """Draw an interval and a number in it."""
    interval = draw(intervals())
    return interval, inside(draw, interval)


# -- construction ----------------------------------------------------------------------


def test_a_reversed_interval_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot begin at 2 and end at 1"):
        closed(2, 1)


@pytest.mark.parametrize(("low_open", "high_open"), [(1, 0), (0, 1), (1, 1)])
def test_an_interval_without_a_number_is_refused(low_open: int, high_open: int) -> None:
    with pytest.raises(ValueError, match="from 1 to itself cannot have an open end"):
        Interval(F(1), F(1), bool(low_open), bool(high_open))


def test_an_infinite_end_is_open_however_it_is_written() -> None:
    assert Interval(F(1), None) == Interval(F(1), None, False, True)
    assert Interval(None, F(1)) == Interval(None, F(1), True, False)
    assert hash(Interval(None, None)) == hash(Interval(None, None, True, True))


def test_a_point_is_one_number() -> None:
    assert Interval.point(3) == closed(3, 3)
    assert Interval.point(3).is_point
    assert not closed(3, 4).is_point
    assert not Interval(None, None).is_point


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (Interval(F(1, 2), F(3)), "[1/2, 3]"),
        (Interval(F(1, 2), F(3), True, False), "(1/2, 3]"),
        (Interval(F(0), F(3), False, True), "[0, 3)"),
        (Interval(None, F(-1)), "(-inf, -1]"),
        (Interval(F(4), None), "[4, inf)"),
    ],
)
def test_round_brackets_mark_open_ends(interval: Interval, text: str) -> None:
    assert str(interval) == text


# -- arithmetic by hand ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (closed(1, 2) + closed(10, 20), "[11, 22]"),
        (closed(1, 2) - closed(10, 20), "[-19, -8]"),
        (closed(-2, 3) * closed(-5, 7), "[-15, 21]"),  # 3 x -5, 3 x 7
        (closed(-2, -1) * closed(3, 4), "[-8, -3]"),
        (closed(1, 2) / closed(4, 8), "[1/8, 1/2]"),
        (closed(1, 2) / closed(-8, -4), "[-1/2, -1/8]"),
        (closed(-2, 3) ** 2, "[0, 9]"),
        (closed(-3, -2) ** 2, "[4, 9]"),
        (closed(-3, 2) ** 3, "[-27, 8]"),
        (closed(2, 4) ** -2, "[1/16, 1/4]"),
        (closed(-2, 3) ** 0, "[1, 1]"),
        (abs(closed(-3, 2)), "[0, 3]"),
        (abs(closed(-3, -2)), "[2, 3]"),
        (-closed(-3, 2), "[-2, 3]"),
        # Open ends: an end is open unless both numbers that make it are there.
        (opened(1, 2) + closed(10, 20), "(11, 22)"),
        (Interval(F(1), F(2), True, False) + closed(10, 20), "(11, 22]"),
        (Interval(F(1), F(2), True, False) - closed(10, 20), "(-19, -8]"),
        (-Interval(F(1), F(2), True, False), "[-2, -1)"),
        (opened(1, 2) * closed(3, 4), "(3, 8)"),
        (opened(0, 1) * closed(0, 2), "[0, 2)"),  # the closed zero is reached
        (opened(0, 1) * closed(1, 2), "(0, 2)"),
        (opened(0, 1) * Interval.point(0), "[0, 0]"),
        # -1 x 1 is reached from the closed pair, though 1 x -1 is not.
        (Interval(F(-1), F(1), False, True) * closed(-1, 1), "[-1, 1]"),
        (abs(Interval(F(-2), F(2), True, False)), "[0, 2]"),
        (abs(Interval(F(-3), F(2), True, False)), "[0, 3)"),
        (Interval(F(-3), F(2), True, False) ** 2, "[0, 9)"),
        (opened(2, 4).reciprocal(), "(1/4, 1/2)"),
        (Interval(F(2), F(4), True, False).reciprocal(), "[1/4, 1/2)"),
        # Infinities.
        (Interval(F(1), None) + closed(1, 2), "[2, inf)"),
        (closed(1, 2) - Interval(F(1), None), "(-inf, 1]"),
        (Interval(F(1), None) * closed(-2, 3), "(-inf, inf)"),
        (Interval(F(1), None) * closed(2, 3), "[2, inf)"),
        (Interval(F(1), None) * Interval.point(0), "[0, 0]"),
        (Interval(None, F(-1)) * Interval(None, F(-2)), "[2, inf)"),
        (Interval(F(2), None).reciprocal(), "(0, 1/2]"),
        (Interval(None, F(-2)).reciprocal(), "[-1/2, 0)"),
        (Interval(F(0), F(4), True).reciprocal(), "[1/4, inf)"),
        (Interval(F(-4), F(0), False, True).reciprocal(), "(-inf, -1/4]"),
        (Interval(F(0), None, True).reciprocal(), "(0, inf)"),
        (Interval(None, F(2)) ** 2, "[0, inf)"),
        (Interval(None, F(-2)) ** 2, "[4, inf)"),
        (Interval(None, F(2)) ** 3, "(-inf, 8]"),
        (abs(Interval(None, F(-2))), "[2, inf)"),
    ],
)
def test_results_worked_out_by_hand(result: Interval, expected: str) -> None:
    assert str(result) == expected


@pytest.mark.parametrize(
    "divisor",
    [
        closed(-1, 1),
        closed(0, 1),
        closed(-1, 0),
        Interval.point(0),
        Interval(None, None),
    ],
)
def test_a_divisor_that_can_be_zero_is_refused(divisor: Interval) -> None:
    with pytest.raises(ZeroDivisionError, match="the divisor can be zero"):
        closed(1, 2) / divisor
    with pytest.raises(ZeroDivisionError):
        divisor**-1


# -- enclosure -------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["add", "sub", "mul", "truediv"])
@given(held(), held())
def test_the_result_holds_the_result_of_any_numbers_inside(
    name: str, one: tuple[Interval, F], two: tuple[Interval, F]
) -> None:
    operation = getattr(operator, name)
    if name == "truediv":
        assume(not two[0].holds(ZERO))
    assert operation(one[0], two[0]).holds(operation(one[1], two[1]))


@given(held(), st.integers(-4, 5))
def test_a_power_holds_the_power_of_any_number_inside(
    one: tuple[Interval, F], exponent: int
) -> None:
    interval, number = one
    assume(exponent >= 0 or not interval.holds(ZERO))
    assert (interval**exponent).holds(number**exponent)


@given(held())
def test_negation_and_magnitude_enclose(one: tuple[Interval, F]) -> None:
    interval, number = one
    assert (-interval).holds(-number)
    assert abs(interval).holds(abs(number))
    assert interval.holds(number)


@given(intervals(), intervals(), st.data())
def test_sums_and_products_are_not_wider_than_needed(
    one: Interval, two: Interval, data: st.DataObject
) -> None:
    """Every finite end of a result is the result of two ends of the operands."""
    for operation in (operator.add, operator.mul):
        result = operation(one, two)
        pairs = [
            operation(a, b)
            for a in (one.low, one.high)
            for b in (two.low, two.high)
            if a is not None and b is not None
        ]
        for end in (result.low, result.high):
            assert end is None or end == 0 or end in pairs


@given(intervals(), intervals(), intervals())
def test_arithmetic_obeys_the_laws_that_intervals_have(
    one: Interval, two: Interval, three: Interval
) -> None:
    assert one + two == two + one
    assert one * two == two * one
    assert (one + two) + three == one + (two + three)
    assert (one * (two + three)).within(one * two + one * three)
    assert operator.neg(-one) == one
    assert one - two == -(two - one)


@given(intervals(), intervals(), intervals())
def test_a_part_of_an_operand_gives_a_part_of_the_result(
    one: Interval, two: Interval, three: Interval
) -> None:
    whole = one.hull(two)
    for operation in (operator.add, operator.sub, operator.mul):
        assert operation(one, three).within(operation(whole, three))
    assert abs(one).within(abs(whole))
    assert (one**2).within(whole**2)
    assert (one**3).within(whole**3)
    if not whole.holds(ZERO):
        assert one.reciprocal().within(whole.reciprocal())


# -- an outside oracle -----------------------------------------------------------------


def outward(interval: Interval) -> mpmath.iv.mpf:
    """Return mpmath's enclosure of a finite interval, rounded outward."""
    assert interval.low is not None and interval.high is not None
    low, high = (
        mpmath.iv.mpf(end.numerator) / mpmath.iv.mpf(end.denominator)
        for end in (interval.low, interval.high)
    )
    return mpmath.iv.mpf([low.a, high.b])


def ends(enclosure: mpmath.iv.mpf) -> tuple[F, F]:
    """Return the ends of mpmath's interval exactly, from mantissa and exponent."""

    def exact(end: tuple[int, int, int, int]) -> F:
        sign, mantissa, exponent, _ = end
        return (-1) ** sign * int(mantissa) * F(2) ** int(exponent)

    low, high = enclosure._mpi_
    return exact(low), exact(high)


def agree(ours: Interval, theirs: mpmath.iv.mpf) -> None:
    """Ours lies within mpmath's, and mpmath's is wider by rounding alone."""
    low, high = ends(theirs)
    assert ours.low is not None and ours.high is not None
    assert low <= ours.low <= ours.high <= high
    rounding = (1 + max(abs(low), abs(high))) * F(1, 2**40)
    assert ours.low - low <= rounding
    assert high - ours.high <= rounding


@given(intervals(infinite=False), intervals(infinite=False))
def test_mpmath_encloses_the_same_results(one: Interval, two: Interval) -> None:
    agree(one + two, outward(one) + outward(two))
    agree(one - two, outward(one) - outward(two))
    agree(one * two, outward(one) * outward(two))
    agree(-one, -outward(one))
    agree(abs(one), abs(outward(one)))
    agree(one**3, outward(one) ** 3)
    agree(one**2, outward(one) ** 2)
    if not two.holds(ZERO):
        quotient = outward(one) / outward(two)
        # Of a divisor next to zero the quotient's rounding is relative to it.
        agree(one / two, quotient)


# -- order, inclusion, meeting ---------------------------------------------------------


@given(intervals(), intervals())
def test_meeting_is_symmetric(one: Interval, two: Interval) -> None:
    assert one.meets(two) == two.meets(one)


@given(intervals())
def test_an_interval_meets_itself_and_lies_in_itself(one: Interval) -> None:
    assert one.meets(one)
    assert one.within(one)


@pytest.mark.parametrize(
    ("one", "two", "met"),
    [
        (closed(1, 2), closed(2, 3), False),  # rounding's rule for ties is unknown
        (closed(1, 2), Interval.point(2), True),
        (Interval.point(1), closed(1, 2), True),
        (Interval(F(1), F(2), False, True), Interval.point(2), False),
        (Interval(F(2), F(3), True), Interval.point(2), False),
        (Interval(F(1), F(2), False, True), closed(2, 3), False),
        (Interval.point(2), Interval.point(2), True),
        (Interval.point(2), Interval.point(3), False),
        (closed(1, 3), closed(2, 4), True),
        (opened(1, 3), opened(2, 4), True),
        (opened(1, 2), opened(1, 2), True),
        (closed(1, 4), closed(2, 3), True),
        (closed(1, 2), closed(3, 4), False),
        (Interval(None, F(2)), Interval(F(2), None), False),
        (Interval(None, F(2)), Interval(F(1), None), True),
        (Interval(None, F(2)), Interval.point(2), True),
        (Interval(None, F(2), True, True), Interval.point(2), False),
        (Interval(None, None), Interval.point(2), True),
    ],
)
def test_two_that_share_only_an_end_do_not_meet_but_a_point_does(
    one: Interval, two: Interval, met: bool
) -> None:
    assert one.meets(two) is met
    assert two.meets(one) is met


@given(intervals(), ENDS)
def test_holding_a_number_is_meeting_its_point(one: Interval, number: F) -> None:
    assert one.holds(number) == one.meets(Interval.point(number))
    assert one.holds(number) == Interval.point(number).within(one)
    above = one.low is not None and (one.low, one.low_open) > (number, False)
    below = one.high is not None and (one.high, not one.high_open) < (number, True)
    assert sum([above, one.holds(number), below]) == 1


@given(intervals(), intervals())
def test_intervals_that_hold_a_common_stretch_meet(
    one: Interval, two: Interval
) -> None:
    """Compare with a search through all ends, midpoints and points beyond."""
    marks = sorted({e for i in (one, two) for e in (i.low, i.high) if e is not None})
    if not marks:
        assert one.meets(two)
        return
    between = [(a + b) / 2 for a, b in zip(marks, marks[1:], strict=False)]
    probes = [marks[0] - 1, *between, marks[-1] + 1]
    stretch = any(one.holds(p) and two.holds(p) for p in probes)
    shared = any(one.holds(m) and two.holds(m) for m in marks)
    point = one.is_point or two.is_point
    assert one.meets(two) == (stretch or (point and shared))


@given(intervals(), intervals())
def test_lying_within_is_holding_every_number(one: Interval, two: Interval) -> None:
    marks = sorted({e for i in (one, two) for e in (i.low, i.high) if e is not None})
    if not marks:
        assert one.within(two)
        return
    between = [(a + b) / 2 for a, b in zip(marks, marks[1:], strict=False)]
    probes = [marks[0] - 1, *marks, *between, marks[-1] + 1]
    assert one.within(two) == all(two.holds(p) for p in probes if one.holds(p))


@given(intervals(), intervals(), intervals())
def test_the_hull_is_the_smallest_interval_with_both(
    one: Interval, two: Interval, three: Interval
) -> None:
    hull = one.hull(two)
    assert hull == two.hull(one)
    assert one.within(hull) and two.within(hull)
    if one.within(three) and two.within(three):
        assert hull.within(three)


def test_the_hull_of_open_and_closed_keeps_the_closed_end() -> None:
    assert str(opened(1, 2).hull(closed(1, 2))) == "[1, 2]"
    assert str(opened(1, 2).hull(closed(2, 3))) == "(1, 3]"
    assert str(opened(1, 2).hull(opened(4, 5))) == "(1, 5)"
    assert str(Interval(None, F(2)).hull(closed(5, 6))) == "(-inf, 6]"


def test_the_lesser_and_the_greater_take_each_end_from_the_right_interval() -> None:
    one = Interval(F(1), F(4), False, True)
    two = Interval(F(2), F(4), True, False)
    assert str(one.lesser(two)) == str(two.lesser(one)) == "[1, 4)"
    assert str(one.greater(two)) == str(two.greater(one)) == "(2, 4]"
    assert str(one.hull(two)) == str(two.hull(one)) == "[1, 4]"


@given(held(), held())
def test_the_lesser_of_two_holds_the_lesser_number(
    one: tuple[Interval, F], two: tuple[Interval, F]
) -> None:
    least = one[0].lesser(two[0])
    most = one[0].greater(two[0])
    assert least.holds(min(one[1], two[1]))
    assert most.holds(max(one[1], two[1]))


@pytest.mark.parametrize("operation", [operator.add, operator.mul, operator.sub])
def test_no_float_takes_part(
    operation: Callable[[Interval, Interval], Interval],
) -> None:
    third = Interval.point(F(1, 3))
    exact = operation(third, Interval.point(F(1, 7)))
    assert isinstance(exact.low, F)
    assert exact == Interval.point(operation(F(1, 3), F(1, 7)))


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        # The open end of the half that reaches farther decides.
        ("(-2, 3)", "[0, 3)"),
        ("(-2, 3]", "[0, 3]"),
        ("(-3, 2]", "[0, 3)"),
        ("[-3, 2)", "[0, 3]"),
        ("(-3, 3]", "[0, 3]"),
        ("(-3, 3)", "[0, 3)"),
        ("(0, 2]", "(0, 2]"),
        ("[-2, 0)", "(0, 2]"),
        ("[-2, inf)", "[0, inf)"),
        ("(-inf, 2)", "[0, inf)"),
    ],
)
def test_the_magnitude_keeps_the_open_ends(interval, expected):
    assert str(abs(read(interval))) == expected


@pytest.mark.parametrize(
    ("interval", "exponent", "expected"),
    [
        ("(1, 3]", 2, "(1, 9]"),
        ("[1, 3)", 2, "[1, 9)"),
        ("(-3, -1]", 2, "[1, 9)"),
        ("[-3, -1)", 2, "(1, 9]"),
        ("(-3, 2]", 2, "[0, 9)"),
        ("(-3, 2]", 3, "(-27, 8]"),
        ("[-3, 2)", 3, "[-27, 8)"),
        ("(2, 4]", -1, "[1/4, 1/2)"),
        ("[2, 4)", -1, "(1/4, 1/2]"),
        ("[2, inf)", -1, "(0, 1/2]"),
        ("(0, 4]", -1, "[1/4, inf)"),
        ("(-inf, -2)", -1, "(-1/2, 0)"),
        ("[-4, 0)", -2, "[1/16, inf)"),
    ],
)
def test_a_power_keeps_the_open_ends(interval, exponent, expected):
    assert str(read(interval) ** exponent) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("(-2, 3]", "[4, 5)", "(-10, 15)"),
        ("[-2, 3)", "[4, 5]", "[-10, 15)"),
        ("[-2, 3]", "(-5, 4]", "(-15, 12]"),
        ("[0, inf)", "[-2, 3]", "(-inf, inf)"),
        ("(0, inf)", "(2, 3]", "(0, inf)"),
        ("[0, 2]", "[3, inf)", "[0, inf)"),
        ("(-inf, -1]", "(-inf, -2)", "(2, inf)"),
        ("(-inf, 0)", "[3, 3]", "(-inf, 0)"),
        ("[0, 0]", "(-inf, inf)", "[0, 0]"),
        ("[-1, 0)", "(0, 2]", "[-2, 0)"),
        # -1 x -1 and -1 x 1 are reached by closed ends, though 1 is open.
        ("[-1, 1)", "[-1, 1]", "[-1, 1]"),
        ("(-1, 1]", "[-1, 1]", "[-1, 1]"),
        ("(-1, 1)", "[-1, 1]", "(-1, 1)"),
    ],
)
def test_a_product_keeps_the_open_ends(one, other, expected):
    assert str(read(one) * read(other)) == expected
    assert str(read(other) * read(one)) == expected


def read(text):
    """Return the interval that a string such as ``(1, inf)`` writes."""
    low, high = (None if "inf" in end else F(end) for end in text[1:-1].split(", "))
    return Interval(low, high, text[0] == "(", text[-1] == ")")
