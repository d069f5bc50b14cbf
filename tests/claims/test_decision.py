"""What stands beside a verdict: rungs, the worst of a chain, gaps, hedges."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support.printed import missing, names, printed

from sovstats.claims import verdict_of
from sovstats.claims.decision import relative_gap
from sovstats.claims.repairs import repairs_of
from sovstats.errors import ExpressionError
from sovstats.numbers.intervals import Interval
from sovstats.numbers.readings import READINGS, Span

F = Fraction

SPACE = names(
    printed("one", "1.0", "ruble"),
    printed("two", "2.0", "ruble"),
    printed("ten", "10", "ruble"),
    printed("twenty", "20", "ruble"),
    printed("forty", "40", "ruble"),
    printed("sharp", "40.0", "ruble"),
    printed("near", "42.0", "ruble"),
    printed("about", "40.0", "ruble", "about"),
    printed("over", "30", "ruble", "over"),
    printed("under", "30", "ruble", "under"),
    printed("range", "20 to 30", "ruble"),
    printed("other", "25 to 36", "ruble"),
    missing("gap", "ruble"),
)


def rungs(expression):
    """Return the recomputed ends and the outcome of every reading."""
    return {
        rung.reading: (rung.computed.hull.low, rung.computed.hull.high, rung.outcome)
        for rung in verdict_of(expression, SPACE).worst.rungs
    }


def test_an_equality_has_five_rungs_and_an_order_two():
    assert list(rungs("forty == near")) == list(READINGS)
    assert list(rungs("forty < near")) == ["literal", "written"]


def test_without_a_hedge_a_rung_for_hedges_is_the_one_before():
    # 40 as written is 39.5 to 40.5, with its zero not meant 36 to 44.
    assert rungs("forty == near") == {
        "literal": (40, 40, "impossible"),
        "written": (F("39.5"), F("40.5"), "impossible"),
        "hedged": (F("39.5"), F("40.5"), "impossible"),
        "significant": (36, 44, "possible"),
        "open": (36, 44, "possible"),
    }


@pytest.mark.parametrize("expression", ["about == near", "-about == -near"])
def test_with_a_hedge_anywhere_every_rung_is_its_own(expression):
    found = verdict_of(expression, SPACE).worst.rungs
    assert [rung.outcome for rung in found][:3] == ["impossible"] * 2 + ["possible"]
    sizes = [rung.computed.hull.high - rung.computed.hull.low for rung in found]
    assert sizes == [0, F("0.1"), 8, 8, 8]  # 40 -+ 4


def test_the_shown_rung_is_that_of_the_verdict_and_the_widest_of_a_contradiction():
    def shown(expression):
        return verdict_of(expression, SPACE).worst.shown.reading

    assert shown("forty == sharp") == "literal"
    assert shown("forty == near") == "significant"
    assert shown("sharp == near") == "open"
    assert shown("near < sharp") == "written"


def test_a_contradiction_in_a_chain_outweighs_a_missing_number():
    decision = verdict_of("two < one < gap", SPACE)
    assert decision.reading == "contradicted"
    assert decision.worst is decision.pairs[0]
    assert verdict_of("one < gap > two", SPACE).reading == "undecidable"
    assert verdict_of("one < two < gap", SPACE).reading == "undecidable"


def test_as_written_a_chain_is_as_weak_as_its_weakest_pair():
    # 1.0 < 2.0 for all values; 20 < 20 for some; 2.0 < 1.0 for none.
    assert verdict_of("one < two < ten", SPACE).at_written == "certain"
    assert verdict_of("ten < twenty <= 20.2 * ruble", SPACE).at_written == "possible"
    assert verdict_of("one < two < one", SPACE).at_written == "impossible"
    assert verdict_of("one < two < gap", SPACE).at_written == "undecidable"
    assert verdict_of("two < one < gap", SPACE).at_written == "impossible"


# -- gaps -----------------------------------------------------------------------------


def interval(low, high):
    return Span.of(Interval(F(low), F(high)))


def both(low, high):
    return Span(Interval.point(low), Interval.point(high))


@pytest.mark.parametrize(
    ("computed", "stated", "gap"),
    [
        (interval(36, 36), interval(40, 40), F(-1, 10)),
        (interval(44, 44), interval(40, 40), F(1, 10)),
        (interval(40, 40), interval(40, 40), 0),
        # A number beside a range: to the nearer end, none inside.
        (interval(18, 18), both(20, 22), F(-2, 20)),
        (interval(33, 33), both(20, 22), F(11, 22)),
        (interval(21, 21), both(20, 22), 0),
        (both(20, 22), interval(40, 40), F(-18, 40)),
        (both(20, 22), interval(10, 10), 1),
        # Two ranges: the larger of the gaps of their ends, 0.25 and 0.2 of 20 and 30.
        (both(25, 36), both(20, 30), F(1, 4)),
        (both(20, 24), both(20, 30), F(-6, 30)),
        (both(0, 24), both(0, 30), F(-6, 30)),  # no part of zero
        (interval(5, 5), interval(0, 0), None),
        (interval(-12, -12), interval(-10, -10), F(1, 5)),
        (None, interval(1, 1), None),
        (interval(1, 1), None, None),
        (Span.of(Interval(F(5), None)), interval(1, 1), None),
        (interval(1, 1), Span.of(Interval(None, F(5))), None),
    ],
)
def test_the_gap_is_a_part_of_what_is_stated(computed, stated, gap):
    assert relative_gap(computed, stated) == gap


def test_the_gap_of_a_decision_is_that_of_the_printed_numbers():
    assert verdict_of("other == range", SPACE).gap == F(1, 4)
    assert verdict_of("forty == near", SPACE).gap == F(-2, 42)
    assert verdict_of("gap == near", SPACE).gap is None


# -- hedges ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "hedge"),
    [
        ("forty == near", ""),  # nothing hedged
        ("about == near", ""),  # about has no direction
        ("over == 30 * ruble", "kept"),  # (30, inf) and 29.5 to 30.5
        ("over == 29.8 * ruble", "broken"),  # (30, inf) and 29.75 to 29.85
        ("under == 30.2 * ruble", "broken"),
        ("under == 29.8 * ruble", "kept"),
        ("over == 20.0 * ruble", "broken"),  # contradicted
        ("over == gap", ""),  # undecidable
        ("over > 30 * ruble", "kept"),
        ("over > forty", "broken"),  # contradicted as printed
        ("under < over", "broken"),  # both are thresholds at 30
        ("under < forty > over", "kept"),
        ("forty > under == 30.2 * ruble", "broken"),
        ("one < two", ""),
        ("under < forty > one", "kept"),
    ],
)
def test_a_hedge_is_kept_or_broken(expression, hedge):
    assert verdict_of(expression, SPACE).hedge == hedge


# -- repairs beside hedges and at bounds ----------------------------------------------


def test_in_a_repair_of_an_equality_a_hedge_does_not_make_a_point():
    # 30 as written is 29.5 to 30.5, whatever stands before it: 29.5 +- 0.05 to 30.5.
    repair = repairs_of(verdict_of("sharp == over", SPACE))[0]
    assert (repair.value, repair.low, repair.high) == (30, F("29.5"), F("30.5"))


def test_a_slip_explains_an_order_from_a_half_or_a_double_on():
    # 20 <= 10: 20 would be 10, a half, and 2.0 will do; 10 would be 20 or 100.
    found = repairs_of(verdict_of("twenty <= ten", SPACE))
    assert [(r.value, r.factor, r.slip) for r in found] == [
        (10, F(1, 2), "a decimal point lost"),
        (20, 2, "a decimal point too many"),
    ]
    # 40 <= 30 is nearer than that; 30 is a threshold here, and would be 40.
    found = repairs_of(verdict_of("forty <= under", SPACE))
    assert [(r.value, r.slip) for r in found] == [(30, ""), (40, "")]


@pytest.mark.parametrize("word", ["ton", "tons"])
def test_a_ton_is_ambiguous(word):
    with pytest.raises(ExpressionError, match="'ton' is ambiguous"):
        verdict_of(f"one == 1 * {word}", SPACE)


HARVEST = names(
    printed("share", "90 per cent", "percent"),
    printed("tons", "190", "tonne"),
    printed("least", "180", "tonne", "at_least"),
    printed("third", "33 per cent", "percent"),
    printed("machines", "9,999", "count"),
    printed("nearly", "4,000", "count", "almost"),
    printed("over", "5 million", "count", "over"),
    printed("millions", "millions", "count", "vague"),
)


def test_a_hedge_is_tried_at_the_reading_of_the_verdict():
    # As written 89.5 to 90.5 per cent of 189.5 to 190.5 are 169.6 to 172.4, under 180.
    # With the zeros not meant 85 per cent of 185 to 95 of 195 are 157.25 to 185.25, and
    # the 180 is 175 to 185 or, by its hedge, up to 198: at least 180 may still be true.
    decision = verdict_of("share * tons == least", HARVEST)
    assert (decision.reading, decision.hedge) == ("significant", "kept")


def test_a_hedge_is_tried_with_the_width_that_was_given():
    # 32.5 to 33.5 per cent of 9,999 are 3,249 to 3,350. Almost 4,000 begins at 3,600
    # with a tenth or its zeros not meant, and at 4,000 - 800 = 3,200 with a fifth.
    claim = "third * machines == nearly"
    assert verdict_of(claim, HARVEST).reading == "contradicted"
    decision = verdict_of(claim, HARVEST, F(1, 5))
    assert (decision.reading, decision.hedge) == ("hedged", "kept")


def test_beside_a_plural_no_hedge_can_be_tried():
    # As an order 5 million is more than the two that millions are at the least; but as
    # written a plural has no number that "over" could be held against.
    decision = verdict_of("over > millions", HARVEST)
    assert (decision.reading, decision.hedge) == ("literal", "")
