"""Claims of a dataset: editions, the whole table, refusals."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from support.claims import claim
from support.tiny import set_cells

import sovstats as ss
from sovstats.claims import ClaimError, read_claims
from sovstats.claims.rows import full_cells
from sovstats.claims.slips import sharpness
from sovstats.dataset.building import build
from sovstats.errors import ValidationError
from sovstats.numbers.readings import CONTRADICTED, READINGS, UNDECIDABLE
from sovstats.storage import Tables

DATA = Path(__file__).parents[2] / "data"


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
    by_claim = {claim.name: claim for claim in read_claims(Tables(DATA))}
    for _, row in verdicts.iterrows():
        assert row["reading"] == by_claim[row["claim"]].reading
        assert row["expression"] == by_claim[row["claim"]].row["expression"]


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
        read_claims(Tables(tiny_dataset))


def test_a_figure_without_a_number_is_undecidable_and_does_not_pass(tiny_dataset):
    set_cells(tiny_dataset, "claims.csv", 0, expression="savings_few < savings_1928_29")
    build(tiny_dataset)
    (only,) = read_claims(Tables(tiny_dataset))
    assert (only.reading, only.passes, only.slips) == ("undecidable", False, [])
    assert only.surprising


def test_only_claims_of_one_kind_are_read_if_asked():
    claims = read_claims(Tables(DATA), "conversion")
    assert {claim.row["kind"] for claim in claims} == {"conversion"}
    assert len(claims) == sum(row["kind"] == "conversion" for row in raw_claims())
