"""Because: which figures a claim needs to be read loosely, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from support.claims import SPACE
from support.printed import names

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
