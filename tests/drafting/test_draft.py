"""A draft: every number of a text as a figure or an exclusion."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support.drafts import FIGURES, HARBOUR, KNOWN

from sovstats.drafting.draft import draft_rows, number_cells
from sovstats.scanner.mention import Mention

EXCLUSIONS = [
    ("1871", "year"),
    ("3 March 1886", "date"),
    ("first year", "order"),
    ("12", "page"),
    ("one", "pronoun"),
    ("Second", "name"),
    ("1885", "year"),
]


def test_every_number_of_a_text_is_proposed_as_what_it_is():
    draft = draft_rows(HARBOUR, "harbour", KNOWN.names)
    columns = ("printed", "hedge", "value", "low", "high", "unit")
    assert [tuple(row[c] for c in columns) for row in draft.figures] == FIGURES
    assert [(row["printed"], row["reason"]) for row in draft.exclusions] == EXCLUSIONS
    assert {row["basis"] for row in draft.exclusions} == {"rule"}
    assert {row["note"] for row in draft.figures} == {""}
    for row in [*draft.figures, *draft.exclusions]:
        assert HARBOUR[int(row["start"]) : int(row["end"])] == row["printed"]


def test_a_name_tells_the_unit_and_where_the_figure_stands():
    text = "It burned 9 tons."
    (row,) = draft_rows(text, "stoker", KNOWN.names).figures
    assert row["figure"] == "unsorted_tonne_at_10"
    assert row["indicator"] == "unsorted_tonne"


def test_a_name_that_is_taken_gets_the_source_and_then_a_letter():
    taken = {"unsorted_tonne_at_10"}
    text = "It burned 9 tons."
    (row,) = draft_rows(text, "stoker", KNOWN.names, taken).figures
    assert row["figure"] == "unsorted_tonne_at_10_stoker"
    taken.add(row["figure"])
    (row,) = draft_rows(text, "stoker", KNOWN.names, taken).figures
    assert row["figure"] == "unsorted_tonne_at_10_stokerb"
    (row,) = draft_rows(text, "s" * 60, KNOWN.names, taken).figures
    assert len(row["figure"]) == 60


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("He cites Vol. IV twice.", "roman"),
        ("He cites Article 58 again.", "enumerator"),
        ("See pp. 4-5 of it.", "page"),
        ("See http://a.org/7/b here.", "address"),
        ("Write to mate7@a.org now.", "address"),
        ("They met at the 15th Congress of pilots.", "name"),
        ("They met on the third day.", "order"),
        ("A word.[7] Another.", "note_mark"),
        ("7. The wharf.", "enumerator"),
    ],
)
def test_a_rule_closes_what_is_no_quantity_with_its_reason(text, reason):
    assert draft_rows(text, "a", KNOWN.names).exclusions[0]["reason"] == reason


@pytest.mark.parametrize(
    ("printed", "value", "low", "high", "hedge"),
    [
        ("5 to 5", None, 5, 5, "none"),
        ("millions", None, 2_000_000, None, "none"),
        ("7", 7, None, None, "vague"),
        ("7", 8, None, None, "none"),
    ],
)
def test_numbers_that_validation_would_refuse_are_left_out(
    printed, value, low, high, hedge
):
    numbers = [None if n is None else Fraction(n) for n in (value, low, high)]
    end = len(printed)
    mention = Mention(0, end, printed, *numbers, scale="", hedge=hedge, kind="number")
    assert number_cells(mention) is None


def test_a_rank_is_exact():
    (row,) = draft_rows("It came third in the world.", "a", KNOWN.names).figures
    assert (row["value"], row["exact"]) == ("3", "yes")
