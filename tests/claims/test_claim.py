"""Claims as rows: because, vacuous claims, corroboration, editions, refusals."""

from __future__ import annotations

import csv
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from support.printed import missing, names, printed
from support.tiny import set_cells

import sovstats as ss
from sovstats.claims import (
    Claim,
    ClaimError,
    read_claims,
    verdict_of,
)
from sovstats.claims.because import because, in_words
from sovstats.claims.rows import full_cells, slip_rows
from sovstats.claims.slips import sharpness
from sovstats.claims.weight import (
    corroboration,
    repair_words,
    voted_repairs,
)
from sovstats.dataset.building import build
from sovstats.errors import ValidationError
from sovstats.expressions import Names
from sovstats.numbers.readings import (
    CONTRADICTED,
    READINGS,
    UNDECIDABLE,
)

DATA = Path(__file__).parents[2] / "data"

SPACE = names(
    printed("before", "30.7 million", "head"),
    printed("after", "19.5 million", "head"),
    printed("fall", "40 per cent", "percent"),
    printed("ten", "10.0", "ruble", "about"),
    printed("ten_2", "10.0", "ruble", "about"),
    printed("ten_3", "10.0", "ruble", "about"),
    printed("ten_4", "10.0", "ruble", "about"),
    printed("ten_5", "10.0", "ruble", "about"),
    printed("twelve", "11.9", "ruble", "about"),
    printed("millions", "millions", "ruble", "vague"),
    printed("millions_again", "millions", "ruble", "vague"),
    printed("tens", "tens of millions", "ruble", "vague"),
    printed("sum", "35 million", "ruble"),
    printed("low", "3.0", "head"),
    printed("near", "3.04", "head"),
    printed("same", "three", "head"),
    printed("range", "20 to 22", "head"),
    printed("range_again", "20–22", "head"),
    printed("wider", "20 to 30", "head"),
    printed("inside", "21", "head"),
    printed("rank", "3rd", "dimensionless", exact=True),
    missing("unknown", "head"),
    missing("unknown_too", "head"),
)


def claim(expression, kind="arithmetic", name="a_claim", space=SPACE):
    """Return a claim on the figures above."""
    row = dict.fromkeys(("title", "asserted", "expected", "note"), "")
    row |= {"claim": name, "kind": kind, "expression": expression}
    return Claim(row, verdict_of(expression, space))


# -- because --------------------------------------------------------------------------


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


# -- votes on repairs ------------------------------------------------------------------


def test_a_repair_breaks_every_edition_that_prints_the_figure():
    # 3.0 == 21: 3.0 would be 21.0, or 21 would be 3. Two places print the three alike,
    # and 21.0 in one of them would part them. The order breaks with neither: as written
    # 21.0 (20.95 to 21.05) may be less than 21 (20.5 to 21.5), and 3.0 than 3.
    failing = claim("low == inside")
    edition = claim("low == same", "edition", "editions")
    order = claim("low < inside", "series", "order")
    votes = voted_repairs(failing, [failing, edition, order])
    assert {vote.figure: vote.breaks for vote in votes} == {"low": 1, "inside": 0}
    votes = voted_repairs(failing, [order])
    assert {vote.figure: vote.breaks for vote in votes} == {"low": 0, "inside": 0}


# -- sharpness in the tables ----------------------------------------------------------


def test_a_claim_that_notices_nothing_is_called_vacuous(tiny_dataset):
    # Tens of millions (from 20 million) against 3 1/2 billion: ten times the one is 0.2
    # billion, a tenth of the other 0.35, and neither has two digits side by side.
    set_cells(tiny_dataset, "claims.csv", 0, expression="savings < savings_1928_29")
    build(tiny_dataset)
    verdict = ss.Dataset(tiny_dataset).load("verdicts").iloc[0]
    assert verdict["reading"] == "literal"
    assert verdict["sharpness"] == 0
    assert verdict["vacuous"] == "yes"
    assert verdict["notices"] == "savings: none; savings_1928_29: none"
    slips = ss.Dataset(tiny_dataset).load("slips")
    assert len(slips) == 16
    assert not slips["noticed"].any()


def test_a_claim_that_notices_something_is_not_vacuous(tiny_dataset):
    # 1 - 10/12.5 is 20 per cent exactly; 12.5 and 20 million were already a tenth off.
    build(tiny_dataset)
    verdict = ss.Dataset(tiny_dataset).load("verdicts").iloc[0]
    assert verdict["vacuous"] == "no"
    assert verdict["sharpness"] > 0


def test_without_a_figure_that_can_slip_there_is_no_sharpness():
    cells = full_cells(claim("rank == 3"), [])
    assert (cells["reading"], cells["sharpness"], cells["vacuous"]) == (
        "literal",
        "",
        "",
    )


def test_every_cell_of_a_verdict():
    cattle = claim("decline(before, after) == fall", name="cattle")
    cells = full_cells(cattle, [cattle])
    assert cells["claim"] == "cattle"
    assert cells["reading"] == "significant"
    assert cells["at_written"] == "impossible"
    assert cells["computed"] == "36.22 to 36.75"
    assert cells["stated"] == "36 to 44"
    assert cells["unit"] == "percent"
    assert float(cells["gap"]) == pytest.approx(11.2 / 30.7 / 0.4 - 1, abs=1e-15)
    assert cells["sharpness"] == "0.7778"
    assert cells["vacuous"] == "no"
    assert cells["notices"] == "before: -5 %; after: +5 %; fall: +5 %"
    assert cells["because"] == "40 per cent taken as rounded"
    assert cells["repairs"] == (
        "before: 32.5 million (32.1 million to 32.9 million) head; "
        "after: 18.4 million (18.2 million to 18.6 million) head; "
        "fall: 36 (36 to 37) percent"
    )


def test_the_other_passing_claims_vote_on_a_repair_and_no_others():
    # 18.4 is not 19.5, so the sum notices; the fall itself and what fails do not vote.
    fall = claim("decline(before, after) == fall", name="fall")
    kept = claim("after == 19.5 * million * head", name="kept")
    failing = claim("after == 3 * million * head", name="failing")
    assert (kept.passes, failing.passes) == (True, False)
    repairs = {r.figure: r for r in voted_repairs(fall, [fall, kept, failing])}
    assert {name: r.breaks for name, r in repairs.items()} == {
        "before": 0,
        "after": 1,
        "fall": 0,
    }
    assert repair_words(repairs["after"]).endswith(", breaks 1 other")
    assert voted_repairs(kept, [fall, kept]) == []


# -- corroboration --------------------------------------------------------------------


def test_corroboration_is_the_best_that_any_passing_claim_notices():
    # 21 is in the range 20 to 22, 26.25 is not, nor is 21 in 25 to 27.5. 2.0 is less
    # than 16 up to 2.5, but not ten times, nor is a tenth of 16 more; 61 and 12 still
    # are. 500 is far off whatever happens; what stands in no claim that passes, is
    # unguarded as well; a rank does not slip.
    space = names(
        printed("sharp", "21.0", "head"),
        printed("range", "20 to 22", "head"),
        printed("loose", "2.0", "person"),
        printed("bound", "16", "person"),
        printed("far", "500", "person"),
        printed("alone", "5", "head"),
        printed("contradicted", "7", "head"),
        printed("rank", "3rd", "dimensionless", exact=True),
    )
    claims = [
        claim("sharp == range", space=space),
        claim("loose < bound", space=space),
        claim("loose < far", space=space),
        claim("contradicted == 9 * head", space=space),
        claim("rank == 3", space=space),
    ]
    assert corroboration(claims, space) == {
        "sharp": "guarded",
        "range": "guarded",
        "loose": "loosely guarded",
        "bound": "loosely guarded",
        "far": "unguarded",
        "alone": "unguarded",
        "contradicted": "unguarded",
        "rank": "exact",
    }


def test_an_exchange_of_digits_guards_as_well():
    # 16 < 55: 20 still is, 61 is not; 41.25 still is more than 16, and 5.5 is not.
    space = names(printed("one", "16", "head"), printed("bound", "55", "head"))
    found = corroboration([claim("one < bound", space=space)], space)
    assert found == {"one": "guarded", "bound": "loosely guarded"}


def test_outside_observations_are_not_listed():
    outside = replace(SPACE.quantities["near"], outside=True)
    space = Names({"low": SPACE.quantities["low"], "near": outside}, SPACE.units)
    assert set(corroboration([claim("low == near", space=space)], space)) == {"low"}


def test_slip_rows_name_figure_slip_and_claim():
    rows = slip_rows([claim("low < inside", name="order")])
    # 3.0: ten times 30 passes 21, and so does nothing else (03, or 0.3, do not).
    assert [row["slip"] for row in rows if row["noticed"] == "yes"] == [
        "x 10",  # of 3.0
        "/ 10",  # of 21: 2.1; 12 is still more than 3
    ]
    assert {row["claim"] for row in rows} == {"order"}
    assert {row["figure"] for row in rows} == {"low", "inside"}


# -- editions -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "reading"),
    [
        ("low == same", "literal"),  # 3.0 and three
        ("low == near", "contradicted"),  # as an equality it would hold as written
        ("range == range_again", "literal"),
        ("range == wider", "contradicted"),
        ("inside == range", "contradicted"),  # as an equality literal: it lies in it
        ("millions == millions_again", "literal"),  # as an equality only open
        ("millions == tens", "contradicted"),  # as an equality open
        ("sum == millions", "contradicted"),
        ("low == unknown", "contradicted"),
        ("2 * low == inside - 15 * head", "literal"),  # 6 and 6
        ("2 * low == inside - 14 * head", "contradicted"),
    ],
)
def test_editions_are_compared_by_what_they_print(expression, reading):
    edition = claim(expression, "edition")
    assert edition.reading == reading
    assert edition.passes == (reading == "literal")


def test_both_editions_are_shown_as_printed():
    assert claim("range == wider", "edition").sides == ("20 to 22", "20 to 30")
    assert claim("low == near", "edition").sides == ("3", "3.04")
    assert claim("low == near").sides == ("2.95 to 3.05", "3.035 to 3.045")


def test_an_edition_needs_no_reading_and_gives_no_reason():
    edition = claim("fall == 42 * percent", "edition")
    assert full_cells(edition, [])["because"] == ""
    assert full_cells(claim("fall == 42 * percent"), [])["because"]


def test_an_edition_notices_every_change_of_print():
    edition = claim("range == range_again", "edition")
    assert sharpness(edition.slips) == 1
    assert claim("range == wider", "edition").slips == []


# -- the whole table ------------------------------------------------------------------


def raw_claims():
    with (DATA / "raw" / "claims.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_row_of_the_claims_table_has_a_verdict():
    verdicts = ss.load("verdicts")
    assert verdicts["claim"].tolist() == [row["claim"] for row in raw_claims()]
    assert set(verdicts["reading"]) <= {*READINGS, CONTRADICTED, UNDECIDABLE}
    by_claim = {claim.name: claim for claim in read_claims(DATA / "processed")}
    for _, row in verdicts.iterrows():
        assert row["reading"] == by_claim[row["claim"]].reading
        assert row["expression"] == by_claim[row["claim"]].row["expression"]


def test_the_stored_sharpness_is_the_mean_of_the_stored_slips():
    slips = ss.load("slips")
    by_figure = slips.groupby(["claim", "figure"])["noticed"].mean()
    expected = by_figure.groupby("claim").mean()
    stored = ss.load("verdicts").set_index("claim")["sharpness"].dropna()
    assert set(stored.index) == set(expected.index)
    assert (stored - expected[stored.index]).abs().max() < 0.0001


@pytest.mark.parametrize(
    ("claim", "sharpness"),
    # Worked out in test_slips: the mean of shares such as 7/9.
    [
        ("horses_fall", 1.0),
        ("cattle_fall", 0.7778),
        ("steel_fall", 1.0),
        ("sugar_fall", 0.6528),
        ("gold_coverage", 0.3056),
        ("quarry_tenth", 0.8519),
        ("collectivised_1932_works", 0.6667),
        ("collectivised_rise", 0.2667),
        ("truck_part", 0.7593),
    ],
)
def test_the_stored_sharpness_is_the_one_worked_out_by_hand(claim, sharpness):
    verdicts = ss.load("verdicts").set_index("claim")
    assert verdicts.loc[claim, "sharpness"] == pytest.approx(sharpness, abs=1e-9)


def test_an_unknown_figure_is_an_error_of_the_build_with_its_line(tiny_dataset):
    set_cells(tiny_dataset, "claims.csv", 0, expression="cattle_1929 == cattle_1943")
    with pytest.raises(ValidationError) as caught:
        build(tiny_dataset)
    sentence = str(caught.value)
    assert "raw/claims.csv:2:expression" in sentence
    assert "no figure or unit named 'cattle_1943'" in sentence
    assert not (tiny_dataset / "processed").exists()


def test_an_unknown_figure_is_never_a_pass(tiny_dataset):
    build(tiny_dataset)
    path = tiny_dataset / "processed" / "claims.csv"
    path.write_text(path.read_text().replace("cattle_1934", "cattle_1943"))
    with pytest.raises(ClaimError, match="'cattle_fell'.*named 'cattle_1943'"):
        read_claims(tiny_dataset / "processed")


def test_a_figure_without_a_number_is_undecidable_and_does_not_pass(tiny_dataset):
    set_cells(tiny_dataset, "claims.csv", 0, expression="savings_few < savings_1928_29")
    build(tiny_dataset)
    (only,) = read_claims(tiny_dataset / "processed")
    assert (only.reading, only.passes, only.slips) == ("undecidable", False, [])
    assert only.surprising


def test_only_claims_of_one_kind_are_read_if_asked():
    claims = read_claims(DATA / "processed", "conversion")
    assert {claim.row["kind"] for claim in claims} == {"conversion"}
    assert len(claims) == sum(row["kind"] == "conversion" for row in raw_claims())
