"""Verdicts worked out by hand from the printed numbers, and how they are shown."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support.printed import STATED, missing, names, printed

import sovstats as ss
from sovstats.claims import verdict as explanation
from sovstats.claims import verdict_of
from sovstats.claims.because import because
from sovstats.errors import DimensionError

F = Fraction


TEXT = names(
    *STATED,
    printed("rate_before", "13 francs", "franc/ruble"),
    printed("rate_after", "3 francs", "franc/ruble"),
    printed("rate_part", "fourth", "dimensionless", "under"),
    printed("notes_before", "7.9 billion", "ruble"),
)


def test_the_fall_of_horses_holds_as_written():
    # 1 - 15.6/34.6 = 19.0/34.6 = 54.913...%: not 55 exactly.
    # Written: 34.55..34.65 and 15.55..15.65 give 1 - 15.65/34.55 = 1890/3455 = 54.70%
    # to 1 - 15.55/34.65 = 1910/3465 = 55.12%, inside 54.5..55.5.
    decision = verdict_of("decline(horses_before, horses_after) == horses_fall", TEXT)
    assert decision.reading == "written"
    assert decision.at_written == "certain"
    written = decision.worst.rung("written").computed.hull
    assert (written.low, written.high) == (F(1890, 3455), F(1910, 3465))
    assert decision.gap == (F(190, 346) - F(55, 100)) / F(55, 100)
    assert decision.hedge == ""


def test_the_fall_of_cattle_holds_only_if_the_zero_of_40_is_not_meant():
    # 1 - 19.5/30.7 = 11.2/30.7 = 36.48%. Written: 1 - 19.55/30.65 = 1110/3065 = 36.22%
    # to 1 - 19.45/30.75 = 1130/3075 = 36.75%, apart from 39.5..40.5. No hedge.
    # Significant: 40 with a zero not meant is 40 +- 5, a tenth at most: 36..44.
    decision = verdict_of("decline(cattle_before, cattle_after) == cattle_fall", TEXT)
    assert decision.reading == "significant"
    assert decision.at_written == "impossible"
    shown = decision.worst.shown
    assert (shown.computed.hull.low, shown.computed.hull.high) == (
        F(1110, 3065),
        F(1130, 3075),
    )
    assert (shown.stated.hull.low, shown.stated.hull.high) == (F(36, 100), F(44, 100))
    assert decision.gap == (F(112, 307) - F(2, 5)) / F(2, 5)


def test_a_negative_constant_is_read_like_a_positive_one():
    # Growth is 19.5/30.7 - 1: the fall of 36.2 to 36.8 per cent with a minus.
    own = verdict_of("growth(cattle_before, cattle_after) == -40 * percent", TEXT)
    assert own.reading == "significant"
    shown = own.worst.shown
    assert (shown.stated.hull.low, shown.stated.hull.high) == (F(-44, 100), F(-36, 100))
    for claim in (
        "growth(cattle_before, cattle_after) == -36 * percent",
        "growth(cattle_before, cattle_after) == -(36 * percent)",
        "-(36 * percent) == growth(cattle_before, cattle_after)",
        "-decline(cattle_before, cattle_after) == -36 * percent",
    ):
        # 35.5 to 36.5 and 36.22 to 36.75 meet.
        assert verdict_of(claim, TEXT).reading == "written", claim
    assert because(own) == ("the stated number",)


def test_a_constant_is_read_from_its_characters_like_the_figure():
    own = verdict_of("decline(cattle_before, cattle_after) == 40 * percent", TEXT)
    assert own.reading == "significant"
    sharper = verdict_of("decline(cattle_before, cattle_after) == 40.0 * percent", TEXT)
    assert sharper.reading == "contradicted"
    closer = verdict_of("decline(cattle_before, cattle_after) == 36.5 * percent", TEXT)
    assert closer.reading == "written"


def test_the_fall_of_steel_holds_as_written():
    # 183,000 / 4,200,000 = 1/22.95. 1/23 leaves 1/23.5 = 0.04255 to 1/22.5 = 0.04444;
    # recomputed 182,999.5/4,250,000 = 0.04306 to 183,000.5/4,150,000 = 0.04410: inside.
    decision = verdict_of("steel_after / steel_before == steel_part", TEXT)
    assert decision.reading == "written"
    assert decision.at_written == "certain"
    stated = decision.worst.rung("written").stated.hull
    assert (stated.low, stated.high) == (F(2, 47), F(2, 45))


def test_the_fall_of_sugar_holds_as_written_and_keeps_its_hedge():
    # 48/100 is not a half; half is 0.45..0.55, and 47.5/100.5 = 0.473 to
    # 48.5/99.5 = 0.487 lies inside. Almost 100 is [90, 100), which gives 0.475 to
    # 48.5/90 = 0.539: that still meets.
    decision = verdict_of("sugar_after / sugar_before == sugar_part", TEXT)
    assert (decision.reading, decision.at_written) == ("written", "certain")
    assert decision.hedge == "kept"


def test_the_fall_of_the_ruble_holds_literally():
    # 3/13 = 0.2308 < 1/4. As written 3.5/12.5 = 0.28 is not: possible, not certain.
    decision = verdict_of("rate_after / rate_before < rate_part", TEXT)
    assert (decision.reading, decision.at_written) == ("literal", "possible")
    assert decision.hedge == "kept"


def test_gold_coverage_holds_literally_though_both_sides_are_hedged():
    # 1/8 = 12.5% exactly. Over a billion is (1, inf) behind 7.5..8.5: more than 11.76%,
    # which meets 12.45..12.55: the hedge is kept.
    decision = verdict_of("gold / notes == coverage", TEXT)
    assert (decision.reading, decision.at_written) == ("literal", "possible")
    assert decision.hedge == "kept"
    assert decision.gap == 0


@pytest.mark.parametrize("notes", ["notes_before", "(7.9 * billion * ruble)"])
def test_behind_less_paper_the_hedge_of_the_gold_reserve_is_broken(notes):
    # Over a billion behind 7.9 billion is more than 1/7.95 = 12.58%, and 12.55 at most
    # is stated. As a bare number 1/7.9 = 12.66%: a billion +- a half gives 6.3% to 19%.
    decision = verdict_of(f"gold / {notes} == coverage", TEXT)
    assert decision.reading == "written"
    assert decision.hedge == "broken"


def test_an_ordering_is_literal_written_or_contradicted():
    pair = names(
        printed("low", "3.1", "ruble"),
        printed("same", "3.1", "ruble"),
        printed("near", "3.04", "ruble"),
        printed("high", "4.0", "ruble"),
    )
    assert verdict_of("low < high", pair).reading == "literal"
    # 3.1 is 3.05..3.15, 3.04 is 3.035..3.045: no rounding makes 3.1 the smaller one.
    assert verdict_of("low < near", pair).reading == "contradicted"
    # 3.1 against 3.1: equal as printed, but 3.06 < 3.14 is possible.
    assert verdict_of("low < same", pair).reading == "written"
    assert verdict_of("low <= same", pair).reading == "literal"
    assert verdict_of("high < low", pair).reading == "contradicted"


def test_about_does_not_loosen_an_ordering():
    pair = names(printed("a", "10.0", "ruble", "about"), printed("b", "9.5", "ruble"))
    assert verdict_of("a < b", pair).reading == "contradicted"
    assert verdict_of("a == b", pair).reading == "hedged"


def test_a_directional_hedge_is_a_threshold_in_an_ordering():
    # Under 700 is the point 700 here; bare, 700 would reach up to 700.5.
    pair = names(
        printed("bound", "700", "ruble", "under"), printed("amount", "700.1", "ruble")
    )
    assert verdict_of("amount <= bound", pair).reading == "contradicted"
    bare = names(printed("bound", "700", "ruble"), printed("amount", "700.1", "ruble"))
    assert verdict_of("amount <= bound", bare).reading == "written"


def test_a_chain_holds_when_every_pair_in_it_does():
    rising = names(
        printed("a", "1.0", "ruble"),
        printed("b", "2.0", "ruble"),
        printed("c", "2.0", "ruble"),
        printed("d", "1.5", "ruble"),
    )
    assert verdict_of("a < b <= c", rising).reading == "literal"
    assert verdict_of("a < b < c", rising).reading == "written"
    assert verdict_of("a < b < d", rising).reading == "contradicted"
    assert verdict_of("a < b < d", rising).worst.operator == "<"


def test_a_reversed_claim_mirrors_the_original():
    forward = verdict_of("cattle_after < cattle_before", TEXT)
    backward = verdict_of("cattle_before > cattle_after", TEXT)
    assert forward.reading == backward.reading == "literal"
    assert forward.at_written == backward.at_written
    false = verdict_of("cattle_after > cattle_before", TEXT)
    mirrored = verdict_of("cattle_before < cattle_after", TEXT)
    assert false.reading == mirrored.reading == "contradicted"


def test_a_missing_value_is_undecidable_and_never_a_pass():
    space = names(missing("gap", "ruble"), printed("b", "2.0", "ruble"))
    assert verdict_of("gap == b", space).reading == "undecidable"
    assert verdict_of("gap < b", space).reading == "undecidable"
    assert verdict_of("b == gap / 1", space).at_written == "undecidable"


def test_a_divisor_that_can_be_zero_makes_a_reading_undecidable():
    # 0 is 0 +- 0.5: as written it can be zero, so 5/0 is never decided.
    space = names(printed("none_left", "0", "head"), printed("b", "5", "head"))
    assert verdict_of("b / none_left == 1", space).reading == "undecidable"


def test_a_vague_plural_reaches_up_from_its_floor_in_the_open_reading():
    # Tens of millions are 20 million or more.
    space = names(
        printed("people", "tens of millions", "person", "vague"),
        printed("many", "35 million", "person"),
        printed("few", "3 million", "person"),
    )
    assert verdict_of("many == people", space).reading == "open"
    assert verdict_of("few == people", space).reading == "contradicted"
    assert verdict_of("people > few", space).reading == "literal"


def test_over_opens_upwards_only_in_the_open_reading():
    # Over 30 reaches to 33 hedged, to anything open.
    space = names(
        printed("stated", "30.0", "percent", "over"),
        printed("near", "32.9", "percent"),
        printed("far", "80.0", "percent"),
        printed("below", "29.0", "percent"),
    )
    assert verdict_of("near == stated", space).reading == "hedged"
    assert verdict_of("far == stated", space).reading == "open"
    assert verdict_of("below == stated", space).reading == "contradicted"


def test_a_number_equals_a_range_when_it_can_lie_in_it():
    space = names(
        printed("range", "20 to 22", "percent"),
        printed("inside", "21.0", "percent"),
        printed("edge", "22.3", "percent"),
        printed("outside", "23.0", "percent"),
        printed("same", "20 to 22", "percent"),
        printed("wider", "20 to 30", "percent"),
    )
    assert verdict_of("inside == range", space).reading == "literal"
    assert verdict_of("edge == range", space).reading == "written"
    assert verdict_of("outside == range", space).reading == "contradicted"
    assert verdict_of("same == range", space).reading == "literal"
    assert verdict_of("wider == range", space).reading == "contradicted"


def test_a_number_over_a_range_is_a_range():
    # 20 of 60 to 80 is a third down to a fourth.
    space = names(
        printed("own", "20.0", "kilometre"),
        printed("theirs", "60.0 to 80.0", "kilometre"),
        printed("part", "a third or a fourth", "dimensionless"),
    )
    decision = verdict_of("own / theirs == part", space)
    assert decision.reading == "literal"
    literal = decision.worst.rungs[0].computed
    assert (literal.lower.low, literal.upper.low) == (F(1, 4), F(1, 3))


def test_dimensionless_functions_take_their_figures_once():
    # share(1, 3) = 1/4 with 1 +- 0.05 and 3 +- 0.05: 1/(1 + 3.05/0.95) = 0.2375 to
    # 1/(1 + 2.95/1.05) = 0.2625.
    space = names(printed("a", "1.0", "farm"), printed("b", "3.0", "farm"))
    decision = verdict_of("share(a, b) == 0.25", space)
    assert decision.reading == "literal"
    written = decision.worst.rung("written").computed.hull
    assert (written.low, written.high) == (F(95, 400), F(105, 400))


def test_growth_mean_min_max_abs_and_powers():
    space = names(printed("a", "2.0", "ruble"), printed("b", "3.0", "ruble"))
    for expression in (
        "growth(a, b) == exact(0.5)",
        "mean(a, b) == exact(2.5 * ruble)",
        "min(a, b) == exact(2 * ruble)",
        "max(a, b) == exact(3 * ruble)",
        "abs(a - b) == exact(1 * ruble)",
        "a ** 2 / b == exact(4 / 3 * ruble)",
        "-a < b",
        'years("1928", "1932") == exact(4 * year)',
        'months("1928-10", "1933-01") == exact(51 * month)',
    ):
        assert verdict_of(expression, space).reading == "literal", expression


def test_the_hedge_width_is_a_parameter():
    space = names(printed("a", "10.0", "ruble", "about"), printed("b", "11.5", "ruble"))
    assert verdict_of("b == a", space).reading == "contradicted"
    assert verdict_of("b == a", space, Fraction(1, 5)).reading == "hedged"


def test_money_of_different_kinds_does_not_meet():
    space = names(
        printed("paper", "1.0", "ruble"),
        printed("gold", "1.0", "gold_ruble"),
        printed("poods", "1.0", "pood"),
    )
    with pytest.raises(
        DimensionError, match=r"compare paper \(ruble\) and gold \(gold"
    ):
        verdict_of("paper == gold", space)
    with pytest.raises(DimensionError, match=r"add paper \(ruble\) and poods \(pood\)"):
        verdict_of("paper + poods == 1 * ruble", space)


def test_wide_tables_put_both_sides_below_the_reading():
    wide = ("literal", "1" * 30, "2" * 30, "for all values")
    rows = [("reading", "left", "right", "<"), wide]
    assert explanation._columns(rows) == [
        "reading: <",
        "    left",
        "    right",
        "literal: for all values",
        "    " + "1" * 30,
        "    " + "2" * 30,
    ]
    # 7 + 28 + 24 + 14 characters and three gaps of two are 79, one more is too many.
    fits = ("literal", "1" * 28, "2" * 24, "for all values")
    assert explanation._columns([fits]) == ["  ".join(fits)]
    wider = ("literal", "1" * 29, "2" * 24, "for all values")
    assert len(explanation._columns([wider])) == 3


def test_no_verdict_of_the_dataset_is_wider_than_79_columns():
    for claim in ss.default().claims():
        wide = [line for line in str(claim.verdict).splitlines() if len(line) > 79]
        assert wide == [], claim.name


SHOWN = names(
    printed("five", "5.0", "head", speaker="author"),
    printed("five_again", "5.0", "head", speaker="minister"),
    printed("four", "4.0", "head", "at_least"),
    printed("part", "12.5 per cent", "percent"),
    printed("ten", "10.0", "head", "over"),
    missing("unknown", "head"),
)


def test_a_verdict_without_a_gap_says_what_both_sides_are():
    # 5.0 is 4.95 to 5.05, which lies in itself under every reading.
    assert str(verdict_of("five == five_again", SHOWN)).splitlines() == [
        "five == five_again",
        "",
        "five        5.0  [head]",
        "five_again  5.0  [head]",
        "",
        "in head",
        "reading      recomputed    stated        ==",
        "literal      5             5             inside",
        "written      4.95 to 5.05  4.95 to 5.05  inside",
        "hedged       4.95 to 5.05  4.95 to 5.05  inside",
        "significant  4.95 to 5.05  4.95 to 5.05  inside",
        "open         4.95 to 5.05  4.95 to 5.05  inside",
        "",
        "5 head is recomputed, 5 is stated.",
        "",
        "literal: it holds for the numbers exactly as printed.",
        "caveat: the sides differ in speaker: author against minister.",
    ]


def test_a_verdict_on_numerals_has_no_figures_and_no_unit():
    # Exact numbers are points under every reading, and an order has only two.
    assert str(verdict_of("exact(2) < exact(3)", SHOWN)).splitlines() == [
        "exact(2) < exact(3)",
        "",
        "no figures take part",
        "",
        "reading  left  right  <",
        "literal  2     3      for all values",
        "written  2     3      for all values",
        "",
        "literal: the order holds for the numbers exactly as printed.",
    ]


def test_a_hedge_is_told_unless_the_claim_is_contradicted():
    kept = "the hedges are kept: more than, less than and the like may all be true."
    assert str(verdict_of("five == four + 1 * head", SHOWN)).splitlines()[-1] == kept
    broken = verdict_of("ten == 9.97 * head", SHOWN)
    assert str(broken).splitlines()[-1] == (
        "a hedge is broken: taken at its word it makes the claim false."
    )
    against = verdict_of("ten == 3.0 * head", SHOWN)
    assert against.hedge == "broken"
    assert str(against).splitlines()[-1] == (
        "contradicted: no reading of the printed numbers makes it hold."
    )


@pytest.mark.parametrize(
    ("expression", "unit", "sentence"),
    [
        # (5 - 4)/4 and (4 - 5)/5; an order has no gap, nor has a missing number.
        ("five == four", "head", "5 head is recomputed, 4 is stated, a gap of +25.0 %"),
        ("four == five", "", "4 is recomputed, 5 is stated, a gap of -20.0 %"),
        ("five == 5.0 * head", "", "5 is recomputed, 5 is stated."),
        # Of three digits, of which 12.346 has more: 0.154/12.346 = 1.25 per cent.
        (
            "part == 12.346 * percent",
            "percent",
            "12.5 percent is recomputed, 12.3 is stated, a gap of +1.2 %",
        ),
        (
            "12.346 * percent == part",
            "percent",
            "12.3 percent is recomputed, 12.5 is stated, a gap of -1.2 %",
        ),
        ("four < five", "head", ""),
        ("unknown == five", "head", ""),
        ("five == unknown", "head", ""),
    ],
)
def test_the_gap_has_the_sign_of_what_is_recomputed(expression, unit, sentence):
    verdict = verdict_of(expression, SHOWN)
    if "gap" in sentence:
        sentence += " of the whole."
    assert verdict.gap_sentence(verdict.worst, unit, "the whole") == sentence


def test_a_figure_is_listed_once_with_its_hedge_and_its_unit():
    verdict = verdict_of("max(four, five) == five < ten", SHOWN)
    assert verdict.figures == ["four", "five", "ten"]
    lines = str(verdict).splitlines()[2:5]
    assert lines == [
        "four  at least 4.0  [head]",
        "five  5.0  [head]",
        "ten   over 10.0  [head]",
    ]


def test_a_figure_whose_line_is_too_long_has_two():
    # A name of n letters, two spaces, 5.0, two spaces and [head] are n + 13.
    for length, lines in ((66, 1), (67, 2)):
        name = "n" * length
        space = names(printed(name, "5.0", "head"))
        shown = explanation._figure_lines(verdict_of(f"{name} == 5 * head", space))
        assert len(shown) == lines
    assert shown == [name, "    5.0  [head]"]
