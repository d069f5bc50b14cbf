"""Because: which figures a claim needs to be read loosely, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from support.claims import SPACE
from support.printed import names, printed

from sovstats.claims import verdict_of
from sovstats.claims.because import because, in_words


def reasons(expression):
    """Return the verdict and the figures that need it."""
    decision = verdict_of(expression, SPACE)
    return decision.reading, because(decision)


def test_because_names_the_one_figure_that_must_be_taken_loosely():
    # 36.2 to 36.8 per cent are recomputed; only the zero of 40 opens 36 to 44.
    assert reasons("decline(before, after) == fall") == ("significant", ("fall",))
    words = in_words(("fall",), "significant", SPACE)
    assert words == "40 per cent taken as rounded"


def test_because_names_a_stated_constant():
    chosen = reasons("decline(before, after) == 40 * percent")
    assert chosen == ("significant", ("the stated number",))
    assert reasons("40 * percent == decline(before, after)") == chosen
    words = in_words(chosen[1], "significant", SPACE)
    assert words == "the stated number taken as rounded"


def test_because_names_two_figures_where_one_is_not_enough():
    # About 10.0 is 9 to 11, about 11.9 is 10.71 to 13.09: each apart from the other as
    # written (11.85 to 11.95, 9.95 to 10.05), together they meet.
    assert reasons("ten == twelve") == ("hedged", ("ten", "twelve"))
    words = in_words(("ten", "twelve"), "hedged", SPACE)
    assert words == "10.0 and 11.9 taken with its hedge"


def test_because_names_four_figures_at_most():
    # As written five tens are 49.75 to 50.25, and every one taken loosely adds 0.95 at
    # the top: three reach 53.1, four 54.05, five 55.
    five = "ten + ten_2 + ten_3 + ten_4 + ten_5"
    assert reasons(f"{five} == exact(54 * ruble)") == (
        "hedged",
        ("ten", "ten_2", "ten_3", "ten_4"),
    )
    assert reasons(f"{five} == exact(54.5 * ruble)") == ("hedged", ())


def test_because_takes_the_width_of_the_hedge():
    # A fifth opens about 10.0 to 8 .. 12, which meets 11.85 to 11.95 by itself.
    fifth = Fraction(1, 5)
    decision = verdict_of("ten == twelve", SPACE, fifth)
    assert decision.reading == "hedged"
    assert because(decision) == ("ten",)


def test_a_figure_without_print_is_called_by_its_name():
    bare = names(replace(SPACE.quantities["ten"], facts={}))
    assert in_words(("ten",), "hedged", bare) == "ten taken with its hedge"


def test_because_of_the_open_reading_is_the_plural():
    assert reasons("sum == millions") == ("open", ("millions",))
    words = in_words(("millions",), "open", SPACE)
    assert words == "millions taken without a limit"


@pytest.mark.parametrize(
    "expression",
    ["low == same", "low == near", "near < low", "inside == low", "low == unknown"],
)
def test_what_holds_as_written_or_not_at_all_needs_no_reason(expression):
    assert reasons(expression)[1] == ()
    assert in_words((), "written", SPACE) == ""


# About 10.0 is 9 to 11 hedged, 9.95 to 10.05 as written; about 20.0 is 18 to 22.
LOOSE = names(
    printed("a", "10.0", "ruble", "about"),
    printed("b", "10.0", "ruble", "about"),
    printed("c", "20.0", "ruble", "about"),
    printed("d", "10.0", "ruble"),
)


@pytest.mark.parametrize(
    ("expression", "chosen"),
    [
        # 11 + 10.05 reach 21.05, by either alone; the first is taken.
        ("a + b == exact(20.9 * ruble)", ("a",)),
        ("b + a == exact(20.9 * ruble)", ("b",)),
        # 10.05 + 20.05 reaches 30.1, with `a` loose 31.05, with `c` 32.05, both 33.
        ("a + c == exact(31 * ruble)", ("a",)),
        ("a + c == exact(31.5 * ruble)", ("c",)),
        ("a + c == exact(32.5 * ruble)", ("a", "c")),
        ("c + a == exact(32.5 * ruble)", ("c", "a")),
        # Of three, 40.15 as written: `a` and `b` add 0.95 each, `c` adds 1.95.
        ("a + b + c == exact(42 * ruble)", ("c",)),
        ("a + b + c == exact(42.5 * ruble)", ("a", "c")),
        ("c + b + a == exact(42.5 * ruble)", ("c", "b")),
        ("a + b + c == exact(43.5 * ruble)", ("a", "b", "c")),
        # What is not hedged is loosened by nothing.
        ("d + a == exact(20.9 * ruble)", ("a",)),
        ("exact(20.9 * ruble) == d + a", ("a",)),
    ],
)
def test_the_smallest_set_is_chosen_in_the_order_of_the_expression(expression, chosen):
    verdict = verdict_of(expression, LOOSE)
    assert verdict.reading == "hedged"
    assert because(verdict) == chosen


def test_of_a_chain_the_pair_that_needs_most_gives_the_reason():
    # 10.0 is 10.0; the second pair needs the hedge of `b`: 10.95 is 10.945 to 10.955.
    verdict = verdict_of("d == a == b == 10.95 * ruble", LOOSE)
    assert because(verdict) == ("b",)


def test_the_names_of_a_set_are_joined_by_and():
    assert in_words(("a", "c"), "open", LOOSE) == (
        "10.0 and 20.0 taken without a limit"
    )
    assert in_words(("the stated number", "a"), "significant", LOOSE) == (
        "the stated number and 10.0 taken as rounded"
    )
