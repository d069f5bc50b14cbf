"""Readings: the five nested intervals of a printed number, worked out by hand."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sovstats.numbers.intervals import Interval
from sovstats.numbers.parsing import parse, parse_all
from sovstats.numbers.readings import (
    DIRECTIONAL,
    HEDGE_WIDTH,
    READINGS,
    Span,
    Statement,
)

# A busy machine is no failure; what must be fast says so in its own test.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

HEDGES = ("none", "about", "almost", "over", "at_least", "under", "up_to")
MILLION = 10**6
LITERAL, WRITTEN, HEDGED, SIGNIFICANT, OPEN = READINGS


def stated(printed: str, hedge: str = "none", exact: bool = False) -> Statement:
    return Statement.of(parse(printed), hedge, exact)


def shown(span: Span | None) -> str:
    """Write a span as one interval, or as two for a range."""
    assert span is not None
    return f"{span.lower} .. {span.upper}" if span.is_range else str(span.lower)


def test_the_readings_go_from_strict_to_generous() -> None:
    assert READINGS == ("literal", "written", "hedged", "significant", "open")
    assert HEDGE_WIDTH == F(1, 10)
    assert DIRECTIONAL == {"over", "at_least", "under", "up_to", "almost"}


# -- numbers without a hedge -----------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "written", "significant"),
    [
        # 34.6 million +- half of a tenth of a million
        ("34.6 million", "[34550000, 34650000]", "[34550000, 34650000]"),
        ("83,000", "[165999/2, 166001/2]", "[82500, 83500]"),
        ("3 1/2", "[13/4, 15/4]", "[13/4, 15/4]"),
        ("fifteen million", "[14500000, 15500000]", "[14500000, 15500000]"),
        ("two hundred", "[150, 250]", "[150, 250]"),
        ("half", "[9/20, 11/20]", "[9/20, 11/20]"),
        # 1/23.5 and 1/22.5
        ("1/23", "[2/47, 2/45]", "[2/47, 2/45]"),
        ("40", "[79/2, 81/2]", "[36, 44]"),
        ("170 million", "[169500000, 170500000]", "[165000000, 175000000]"),
        ("four years and three months", "[101/2, 103/2]", "[101/2, 103/2]"),
        ("one for every eight", "[15/2, 17/2]", "[15/2, 17/2]"),
    ],
)
def test_a_bare_number_is_loosened_by_its_digits_alone(
    printed: str, written: str, significant: str
) -> None:
    statement = stated(printed)
    assert statement.value is not None
    assert shown(statement.under(LITERAL)) == f"[{statement.value}, {statement.value}]"
    assert shown(statement.under(WRITTEN)) == written
    assert shown(statement.under(HEDGED)) == written
    assert shown(statement.under(SIGNIFICANT)) == significant
    assert shown(statement.under(OPEN)) == significant


def test_the_example_of_the_cattle() -> None:
    """30.7 to 19.5 million is a fall of 36.5 per cent; 40 admits it only in tens."""
    fall = Interval.point(1 - F("19.5") / F("30.7"))
    forty = stated("40 per cent").scaled(F(1, 100))
    met = []
    for reading in READINGS:
        span = forty.under(reading)
        assert span is not None
        met.append(span.lower.meets(fall))
    assert met == [False, False, False, True, True]


# -- hedges ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hedge", "hedged", "significant", "opened", "as_hedged"),
    [
        # 40: written 39.5 to 40.5, a tenth is 4, trailing zero 36 to 44.
        ("none", "[79/2, 81/2]", "[36, 44]", "[36, 44]", "[79/2, 81/2]"),
        ("about", "[36, 44]", "[36, 44]", "[36, 44]", "[79/2, 81/2]"),
        ("almost", "[36, 81/2]", "[36, 44]", "[36, 44]", "[36, 40)"),
        ("over", "[79/2, 44]", "[36, 44]", "[36, inf)", "(40, inf)"),
        ("at_least", "[79/2, 44]", "[36, 44]", "[36, inf)", "[40, inf)"),
        ("under", "[36, 81/2]", "[36, 44]", "(0, 44]", "(0, 40)"),
        ("up_to", "[36, 81/2]", "[36, 44]", "(0, 44]", "(0, 40]"),
    ],
)
def test_each_hedge_loosens_in_its_own_direction(
    hedge: str, hedged: str, significant: str, opened: str, as_hedged: str
) -> None:
    statement = stated("40", hedge)
    assert shown(statement.under(LITERAL)) == "[40, 40]"
    assert shown(statement.under(WRITTEN)) == "[79/2, 81/2]"
    assert shown(statement.under(HEDGED)) == hedged
    assert shown(statement.under(SIGNIFICANT)) == significant
    assert shown(statement.under(OPEN)) == opened
    assert shown(statement.as_hedged(WRITTEN)) == as_hedged


def test_the_hedge_width_is_a_parameter() -> None:
    statement = stated("123", "about")
    # A twentieth of 123 is 6.15, a fifth 24.6, and none leaves the digits: 0.5.
    assert shown(statement.under(HEDGED, F(1, 20))) == "[2337/20, 2583/20]"
    assert shown(statement.under(HEDGED, F(1, 5))) == "[492/5, 738/5]"
    assert shown(statement.under(HEDGED, F(0))) == "[245/2, 247/2]"
    almost = stated("100", "almost")
    assert shown(almost.as_hedged(HEDGED, F(1, 5))) == "[80, 100)"


def test_the_tenth_for_trailing_zeros_does_not_move_with_the_hedge_width() -> None:
    assert shown(stated("40").under(SIGNIFICANT, F(1, 100))) == "[36, 44]"
    assert shown(stated("40").under(SIGNIFICANT, F(1, 2))) == "[36, 44]"


def test_a_hedge_of_no_width_leaves_almost_at_its_number() -> None:
    assert shown(stated("100", "almost").as_hedged(HEDGED, F(0))) == "[100, 100]"


def test_a_hedge_at_zero_and_below_still_says_its_side() -> None:
    for number in (F(0), F(-5)):
        under = Statement(number, hedge="under").as_hedged(WRITTEN)
        assert shown(under) == f"(-inf, {number})"
        up_to = Statement(number, hedge="up_to").as_hedged(WRITTEN)
        assert shown(up_to) == f"(-inf, {number}]"
    # A tenth of five below minus five.
    almost = Statement(F(-5), hedge="almost").as_hedged(WRITTEN)
    assert shown(almost) == "[-11/2, -5)"
    assert shown(Statement(F(0), hedge="almost").as_hedged(WRITTEN)) == "[0, 0]"


def test_only_a_directional_hedge_has_a_side_of_its_own() -> None:
    for hedge in ("none", "about"):
        statement = stated("40", hedge)
        for reading in READINGS:
            assert statement.as_hedged(reading) == statement.under(reading)


# -- ranges ----------------------------------------------------------------------------


def test_both_ends_of_a_range_are_loosened_alike() -> None:
    statement = stated("20 to 22")
    assert shown(statement.under(LITERAL)) == "[20, 20] .. [22, 22]"
    assert shown(statement.under(WRITTEN)) == "[39/2, 41/2] .. [43/2, 45/2]"
    assert shown(statement.under(SIGNIFICANT)) == "[39/2, 41/2] .. [43/2, 45/2]"


def test_a_range_of_round_numbers() -> None:
    # 60- to 80-: tens would give +-5 to both, a tenth is 6 and 8.
    statement = stated("60- to 80-").scaled(F(1000))
    assert shown(statement.under(WRITTEN)) == "[59500, 60500] .. [79500, 80500]"
    assert shown(statement.under(SIGNIFICANT)) == "[55000, 65000] .. [75000, 85000]"


def test_a_hedged_range() -> None:
    over = stated("20 to 22", "over")
    # A tenth up from each end: 22 and 24.2.
    assert shown(over.under(HEDGED)) == "[39/2, 22] .. [43/2, 121/5]"
    assert shown(over.under(OPEN)) == "[39/2, inf) .. [43/2, inf)"
    assert shown(over.as_hedged(WRITTEN)) == "(20, inf) .. (22, inf)"
    up_to = stated("20 to 22", "up_to")
    assert shown(up_to.as_hedged(WRITTEN)) == "(0, 20] .. (0, 22]"


def test_a_ratio_is_not_a_range() -> None:
    as_range, as_ratio = (Statement.of(n) for n in parse_all("1 to 5"))
    assert shown(as_range.under(LITERAL)) == "[1, 1] .. [5, 5]"
    # 1/5.5 = 2/11; 1/4.5 is further than a tenth, so 1/5 + 1/50 = 11/50.
    assert shown(as_ratio.under(WRITTEN)) == "[2/11, 11/50]"


def test_the_hull_of_a_range_reaches_from_end_to_end() -> None:
    span = stated("20 to 22").under(WRITTEN)
    assert span is not None
    assert str(span.hull) == "[39/2, 45/2]"
    assert span.is_range
    number = Span.of(Interval.point(3))
    assert not number.is_range
    assert number.hull == Interval.point(3)


# -- exact, vague, missing -------------------------------------------------------------


@pytest.mark.parametrize("hedge", HEDGES)
@pytest.mark.parametrize("reading", READINGS)
def test_an_exact_figure_is_a_point_under_every_reading(
    reading: str, hedge: str
) -> None:
    rank = stated("11th", hedge, exact=True)
    assert shown(rank.under(reading)) == "[11, 11]"
    assert shown(rank.as_hedged(reading)) == "[11, 11]"
    people = Statement.of(parse("10,000"), hedge, exact=True)
    assert shown(people.under(reading)) == "[10000, 10000]"
    assert shown(Statement.point(7).under(reading)) == "[7, 7]"


@pytest.mark.parametrize(
    ("printed", "floor"),
    [("tens of thousands", 20_000), ("hundreds and thousands", 200)],
)
def test_a_vague_plural_is_known_only_when_open(printed: str, floor: int) -> None:
    statement = stated(printed, "vague")
    assert statement.vague
    assert not statement.missing
    for reading in READINGS[:-1]:
        assert statement.under(reading) is None
        assert statement.as_hedged(reading) is None
    assert shown(statement.under(OPEN)) == f"[{floor}, inf)"
    assert shown(statement.threshold(WRITTEN)) == f"[{floor}, {floor}]"


def test_a_missing_number_has_no_reading() -> None:
    statement = Statement(None)
    assert statement.missing
    assert not statement.vague
    for reading in READINGS:
        assert statement.under(reading) is None
        assert statement.as_hedged(reading) is None
        assert statement.threshold(reading) is None


def test_a_number_is_neither_missing_nor_vague() -> None:
    for printed in ("40", "20 to 22"):
        assert not stated(printed).missing
        assert not stated(printed).vague


def test_an_unknown_reading_is_refused() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        stated("40").under("loose")


# -- thresholds ------------------------------------------------------------------------


@pytest.mark.parametrize("hedge", sorted(DIRECTIONAL))
@pytest.mark.parametrize("reading", [LITERAL, WRITTEN])
def test_a_directional_hedge_is_a_threshold_at_its_printed_value(
    reading: str, hedge: str
) -> None:
    assert shown(stated("40", hedge).threshold(reading)) == "[40, 40]"
    assert shown(stated("20 to 22", hedge).threshold(reading)) == "[20, 20] .. [22, 22]"


@pytest.mark.parametrize("hedge", ["none", "about"])
def test_other_numbers_are_ordered_with_their_digits_alone(hedge: str) -> None:
    statement = stated("40", hedge)
    assert shown(statement.threshold(LITERAL)) == "[40, 40]"
    assert shown(statement.threshold(WRITTEN)) == "[79/2, 81/2]"


# -- laws ------------------------------------------------------------------------------

PRINTED = st.sampled_from(
    [
        *("34.6 million", "83,000", "3 1/2", "fifteen million", "two hundred", "half"),
        *("1/23", "40", "170 million", "1", "0", "10", "5.0", "three-quarters"),
        *("20 to 22", "60- to 80-", "16 to 25 million", "1.5 to 2", "tens of millions"),
        *("four years and three months", "one for every eight", "11th", "twice"),
    ]
)
DIGITS = st.from_regex(r"[0-9]{1,9}(\.[0-9]{1,4})?( million)?", fullmatch=True)
POSITIVE = st.builds(F, st.integers(0, 999) | st.integers(0, 10**9), st.integers(1, 99))
WIDTHS = st.sampled_from([F(0), F(1, 100), F(1, 20), F(1, 10), F(1, 5), F(1, 2), F(1)])


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Draw what texts print, and numbers with any widths a numeral may have."""
    hedge, exact = draw(st.sampled_from(HEDGES)), draw(st.booleans())
    if draw(st.booleans()):
        return Statement.of(parse(draw(PRINTED | DIGITS)), hedge, exact)
    low, high = sorted((draw(POSITIVE), draw(POSITIVE)))
    below, above = draw(POSITIVE), draw(POSITIVE)
    written = (below, above)
    significant = (below + draw(POSITIVE), above + draw(POSITIVE))
    if low < high and draw(st.booleans()):
        return Statement(None, low, high, hedge, exact, written, significant)
    return Statement(high, None, None, hedge, exact, written, significant)


@given(statements(), WIDTHS)
def test_each_reading_holds_the_one_before_it(statement: Statement, width: F) -> None:
    spans = [statement.under(reading, width) for reading in READINGS]
    known = [span for span in spans if span is not None]
    assert len(known) == (1 if statement.vague else len(READINGS))
    for tighter, looser in zip(known, known[1:], strict=False):
        assert tighter.lower.within(looser.lower)
        assert tighter.upper.within(looser.upper)
        assert tighter.hull.within(looser.hull)


@given(statements(), WIDTHS)
def test_a_wider_hedge_holds_a_narrower_one(statement: Statement, width: F) -> None:
    for reading in READINGS:
        narrow, wide = (
            statement.under(reading, width),
            statement.under(reading, 2 * width),
        )
        if narrow is not None and wide is not None:
            assert narrow.hull.within(wide.hull)


@given(statements(), WIDTHS)
def test_the_printed_number_lies_in_every_reading(
    statement: Statement, width: F
) -> None:
    for reading in READINGS:
        span = statement.under(reading, width)
        if span is not None and statement.value is not None:
            assert span.lower.holds(statement.value)
        elif span is not None and statement.high is not None:
            assert statement.low is not None
            assert span.lower.holds(statement.low)
            assert span.upper.holds(statement.high)


@given(statements(), POSITIVE.map(lambda number: number + F(1, 999)), WIDTHS)
def test_scaling_commutes_with_reading(
    statement: Statement, factor: F, width: F
) -> None:
    """A number read in poods and then converted is one converted and then read."""
    by = Interval.point(factor)
    for reading in READINGS:
        for read in ("under", "as_hedged"):
            span = getattr(statement, read)(reading, width)
            scaled = getattr(statement.scaled(factor), read)(reading, width)
            if span is None:
                assert scaled is None
            else:
                assert scaled == Span(span.lower * by, span.upper * by)
        span, scaled = (
            statement.threshold(reading),
            statement.scaled(factor).threshold(reading),
        )
        if span is not None:
            assert scaled == Span(span.lower * by, span.upper * by)


@given(PRINTED, st.sampled_from(HEDGES), st.integers(1, 10**9))
def test_a_scaled_numeral_makes_the_scaled_statement(
    printed: str, hedge: str, factor: int
) -> None:
    numeral = parse(printed)
    assert Statement.of(numeral.scaled(factor), hedge) == Statement.of(
        numeral, hedge
    ).scaled(F(factor))


@given(st.sampled_from(sorted(DIRECTIONAL)), POSITIVE.filter(lambda n: n > 0))
def test_a_hedge_at_its_word_lies_on_its_own_side(hedge: str, number: F) -> None:
    span = Statement(number, hedge=hedge).as_hedged(WRITTEN)
    assert span is not None
    above, below = number * 2, number * F(95, 100)
    assert span.lower.holds(above) == (hedge in ("over", "at_least"))
    assert span.lower.holds(below) == (hedge in ("under", "up_to", "almost"))
    assert span.lower.holds(number) == (hedge in ("at_least", "up_to"))
    assert span.lower.holds(number / 2) == (hedge in ("under", "up_to"))
    assert not span.lower.holds(F(0))


def test_an_exact_number_is_exact_and_a_missing_one_admits_nothing():
    point = Statement.point(40)
    assert point.exact is True
    assert {shown(point.under(reading)) for reading in READINGS} == {"[40, 40]"}
    assert Statement(None, hedge="over").as_hedged(WRITTEN) is None
    assert Statement(None, hedge="over").under(WRITTEN) is None
    wide = stated("100", "about").as_hedged(HEDGED, F(1, 5))
    assert shown(wide) == "[80, 120]"


def test_a_strict_hedge_of_a_range_holds_at_both_ends():
    over = stated("20 to 25", "over").as_hedged(WRITTEN)
    assert (str(over.lower), str(over.upper)) == ("(20, inf)", "(25, inf)")
    almost = stated("20 to 25", "almost").as_hedged(WRITTEN, F(1, 5))
    assert (str(almost.lower), str(almost.upper)) == ("[16, 20)", "[20, 25)")
