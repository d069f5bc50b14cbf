"""One claim in full: what it rests on, what it would notice, what would mend it."""

from __future__ import annotations

import pytest
from support.tiny import set_cells

import sovstats as ss
from sovstats.claims import verdict as explanation
from sovstats.cli.entry import main
from sovstats.cli.findings import explain_claim
from sovstats.dataset.building import build


def explained(folder, expression, kind="arithmetic"):
    """Return the explanation of a claim on the small dataset, line by line."""
    set_cells(folder, "claims.csv", 0, expression=expression, kind=kind)
    build(folder)
    dataset = ss.Dataset(folder)
    return explain_claim(dataset, "cattle_fell", dataset.claims()).splitlines()


def test_the_fall_of_cattle_in_full(capsys):
    # The numbers are worked out in test_slips.
    assert main(["check", "--explain", "cattle_fall"]) == 0
    output = capsys.readouterr().out
    assert (
        "because: 40 per cent taken as rounded.\n"
        "sharpness 0.78, and the smallest slip that is noticed:\n"
        "  cattle_1929: -5 %\n"
        "  cattle_1934: +5 %\n"
        "  cattle_decline_1929_34: +5 %\n"
        "repairs, one figure at a time, the others as printed:\n"
        "  cattle_1929: 32.5 million (32.1 million to 32.9 million) head\n"
        "  cattle_1934: 18.4 million (18.2 million to 18.6 million) head, "
        "breaks 1 other\n"
        "  cattle_decline_1929_34: 36 (36 to 37) percent\n"
    ) in output


@pytest.mark.parametrize("claim", ss.load("claims")["claim"].tolist()[::40])
def test_every_line_fits_into_80_columns(claim, capsys):
    assert main(["check", "--explain", claim]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if len(line) > 79] == []


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


def test_a_vacuous_claim_is_called_so(tiny_dataset):
    # See test_claims: nothing turns 20 million and 3.5 billion round.
    lines = explained(tiny_dataset, "savings < savings_1928_29")
    assert "sharpness 0: vacuous, no slip of a figure would be noticed." in lines


def test_a_claim_of_exact_figures_says_that_no_slip_was_tried(tiny_dataset):
    line = "sharpness: none; its figures are exact, and no slip was tried."
    # 15 years are exact here, and dates do not slip.
    assert line in explained(tiny_dataset, 'plan_length == years("1929", "1944")')
    lines = {
        name: explain_claim(ss.default(), name, ss.default().claims()).splitlines()
        for name in ("plan_length_repeated", "champions", "offices_editions")
    }
    # A plan of five years is five years long by definition and does not slip.
    # Of champions slips were tried, and a contradiction needs none.
    assert [name for name in lines if line in lines[name]] == ["plan_length_repeated"]


def test_an_exchange_of_digits_and_none_are_said_in_words(tiny_dataset):
    # 10 (9.5 to 10.5) < 12.5 (12.45 to 12.55): 12 to 13 still may be less, 100 cannot,
    # nor 10 than 9.375 +- 0.05.
    lines = explained(tiny_dataset, "cattle_1934 < cattle_1929")
    at = lines.index("  cattle_1934: x 10")
    assert lines[at + 1] == "  cattle_1929: -25 %"
    # 12.5 < 20: 15.625 and 1.25 are, 21.5 is not, nor is the ten times greater 125.
    line = "cattle_1929 < exact(20 * million * head)"
    assert "  cattle_1929: two digits exchanged" in explained(tiny_dataset, line)
    # 20 million at least < 3.6 billion, and 200 million, too; 3.5 > 0.02 as before.
    line = "savings < savings_1928_29 < exact(4 * billion * ruble)"
    assert "  savings: none" in explained(tiny_dataset, line)


def test_an_edition_gives_no_reason_and_no_reading(tiny_dataset):
    lines = explained(tiny_dataset, "cattle_1934 == cattle_1934", "edition")
    assert not any("because" in line for line in lines)


def test_no_repair_is_an_answer(tiny_dataset):
    # A range has no single value that it could be instead.
    lines = explained(tiny_dataset, "iron_1936 == 30.0 * million * tonne")
    assert "repairs: none; no change of a single figure would mend it." in lines


def test_of_a_contradiction_no_hedge_is_blamed():
    for name in ("collectivised_decade", "outside_steel_multiple"):
        text = explain_claim(ss.default(), name, ss.default().claims())
        assert "a hedge is" not in text
        assert "the hedges are" not in text
    claims = ss.default().claims()
    broken = explain_claim(ss.default(), "gold_coverage_series", claims)
    assert "a hedge is broken: taken at its word it makes the claim false." in broken
