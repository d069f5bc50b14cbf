"""The method paper: every verdict and number that it works out, against the dataset.

The tables of docs/method.md are read as they are printed. Formulas in them are worked
out here with exact fractions, and both the formula and the engine must give the number
that the paper prints, to the digits it prints.
"""

from __future__ import annotations

import ast
import re
from fractions import Fraction
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from sovstats.claims import Claim, Verdict
from sovstats.claims.slips import FACTORS, slips_of
from sovstats.claims.weight import voted_repairs
from sovstats.dataset.dataset import Dataset
from sovstats.numbers.comparison import compare
from sovstats.numbers.intervals import Interval
from sovstats.numbers.parsing import parse
from sovstats.numbers.readings import (
    CONTRADICTED,
    READINGS,
    UNDECIDABLE,
    Span,
    Statement,
)

ROOT = Path(__file__).parent.parent
PAPER = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
PROSE = " ".join(PAPER.split())
SCALES = {"million": 10**6, "billion": 10**9, "per cent": 1, "one": 1}
OUTCOMES = {
    "inside": "certain",
    "meet": "possible",
    "apart": "impossible",
    "for none": "impossible",
    "unknown": "undecidable",
}
Row = dict[str, str]


@cache
def dataset() -> Dataset:
    return Dataset(ROOT / "data")


@cache
def claims() -> dict[str, Claim]:
    return {claim.name: claim for claim in dataset().claims()}


@cache
def checked() -> pd.DataFrame:
    return dataset().check().set_index("claim")


def cells(line: str) -> list[str]:
    return [cell.strip().strip("`") for cell in line.strip().strip("|").split("|")]


def table(*columns: str) -> list[Row]:
    """Return the rows of the table of the paper that has these columns."""
    lines = PAPER.splitlines()
    for number, line in enumerate(lines):
        if line.startswith("|") and set(columns) <= set(cells(line)):
            head = cells(line)
            rows: list[Row] = []
            for row in lines[number + 2 :]:
                if not row.startswith("|"):
                    return rows
                assert len(cells(row)) == len(head), row
                rows.append(dict(zip(head, cells(row), strict=True)))
    raise AssertionError(columns)


INTERVALS = table("printed", "in", *READINGS)
WORKED = table("claim", "in", "reading", "outcome")
VERDICTS = table("claim", "asserted", "verdict", "sharpness")
SLIPS = table("figure", "slips not noticed", "repair")
WIDTHS = table("hedge width", "changes")


def work_out(formula: str) -> Fraction:
    """Work out + - × ÷ and brackets on decimals, exactly."""
    for sign, plain in {"×": "*", "÷": "/", "−": "-"}.items():
        formula = formula.replace(sign, plain)

    def value(node: ast.AST) -> Fraction:
        match node:
            case ast.Constant():
                return Fraction(ast.get_source_segment(formula, node) or "")
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -value(operand)
            case ast.BinOp(left, operator, right):
                one, other = value(left), value(right)
                match operator:
                    case ast.Add():
                        return one + other
                    case ast.Sub():
                        return one - other
                    case ast.Mult():
                        return one * other
                    case ast.Div():
                        return one / other
        raise AssertionError(formula)

    return value(ast.parse(formula.strip(), mode="eval").body)


def agrees(printed: str, exact: Fraction) -> bool:
    """Say whether a printed number is an exact one, rounded to the digits it shows."""
    decimals = len(printed.partition(".")[2])
    return abs(work_out(printed) - exact) <= Fraction(1, 2 * 10**decimals)


def printed_ends(cell: str) -> list[str]:
    """Return the numbers of a cell, its formulas left out; none for ``no number``."""
    if cell == "no number":
        return []
    parts = re.split(r" to |; ", cell.removesuffix(" and more"))
    return [part.rpartition("=")[2].strip().replace(",", "") for part in parts]


def formulas(text: str) -> list[tuple[str, str]]:
    """Return each formula of a text with the number that is printed behind it."""
    number = r"[−-]?\d+(?:\.\d+)?"
    operand = rf"(?:\(?{number}\)?)"
    found = re.findall(
        rf"({operand}(?:\s[×÷−+]\s\(?{operand}\)?)+)\s=\s({number})", text
    )
    return [(one, other) for one, other in found]


def interval_ends(interval: Interval) -> list[Fraction]:
    ends = [interval.low] if interval.is_point else [interval.low, interval.high]
    return [end for end in ends if end is not None]


def span_ends(span: Span | None) -> list[Fraction]:
    """Return the finite ends of a span in order: one, two, or four of a range."""
    if span is None:
        return []
    if span.is_range:
        return interval_ends(span.lower) + interval_ends(span.upper)
    return interval_ends(span.lower)


def assert_prints(cell: str, span: Span | None, factor: Fraction) -> None:
    """Check that a cell prints the ends of a span, in a unit."""
    printed, exact = printed_ends(cell), span_ends(span)
    assert len(printed) == len(exact), (cell, exact)
    for one, other in zip(printed, exact, strict=True):
        assert agrees(one, other / factor), (cell, one, float(other / factor))
    assert cell.endswith("and more") == is_endless(span)


@pytest.mark.parametrize("row", INTERVALS, ids=lambda row: row["printed"])
def test_the_table_of_readings_prints_the_intervals(row: Row):
    first, _, rest = row["printed"].partition(" ")
    hedge = first if first in ("about", "over") else "none"
    hedge = "vague" if "tens" in first else hedge
    text = row["printed"] if hedge in ("none", "vague") else rest
    statement = Statement.of(parse(text), hedge)
    for reading in READINGS:
        span = statement.under(reading)
        assert span is None or not span.is_range
        assert_prints_exactly(row[reading], span, Fraction(SCALES[row["in"]]))


def assert_prints_exactly(cell: str, span: Span | None, factor: Fraction) -> None:
    """Check that the ends of a cell are those of a span without any rounding."""
    exact = [end / factor for end in span_ends(span)]
    assert [work_out(end.replace("/", "÷")) for end in printed_ends(cell)] == exact
    assert cell.endswith("and more") == is_endless(span)


def is_endless(span: Span | None) -> bool:
    return span is not None and span.upper.high is None


def verdict(claim: str) -> Verdict:
    """Return the verdict of a claim of the dataset, or of an expression."""
    if claim in claims():
        return claims()[claim].verdict
    return dataset().verify(claim)


@pytest.mark.parametrize("row", WORKED, ids=lambda r: f"{r['claim']}-{r['reading']}")
def test_a_worked_example_prints_what_the_engine_finds(row: Row):
    found = verdict(row["claim"])
    rung = found.decision.worst.rung(row["reading"])
    assert rung.reading == row["reading"]
    factor = Fraction(1)
    if row["in"] != "one":
        factor = dataset().names.units.parse(row["in"]).factor
    assert_prints(row["recomputed (or left)"], rung.computed, factor)
    assert_prints(row["stated (or right)"], rung.stated, factor)
    assert OUTCOMES[row["outcome"]] == rung.outcome


def test_every_formula_of_the_paper_gives_the_number_behind_it():
    found = []
    for formula, printed in formulas(PAPER.replace("\n", " ")):
        # A formula may have begun inside brackets that the pattern does not reach.
        if formula.count("(") == formula.count(")"):
            found.append(formula)
            assert agrees(printed.replace("−", "-"), work_out(formula)), formula
    assert len(found) >= 10
    assert len(found) == PAPER.count(" = "), "a formula is not of a form read here"


def test_there_is_a_worked_example_of_each_verdict():
    shown = {row["claim"]: verdict(row["claim"]).reading for row in WORKED}
    assert set(shown.values()) == {*READINGS, CONTRADICTED, UNDECIDABLE}
    words = re.findall(r"\*(\w+)\*:\s", PAPER[PAPER.index("### Each verdict") :])
    in_order = list(dict.fromkeys(shown.values()))
    assert [word.lower() for word in words[: len(in_order)]] == in_order


def test_the_last_row_of_an_example_is_where_its_verdict_falls():
    last = {row["claim"]: row for row in WORKED}
    for claim, row in last.items():
        reading = verdict(claim).reading
        if reading in READINGS:
            assert row["reading"] == reading
            assert row["outcome"] in ("inside", "meet")


@pytest.mark.parametrize("row", VERDICTS, ids=lambda row: row["claim"])
def test_the_table_of_verdicts_is_that_of_the_dataset(row: Row):
    found = checked().loc[row["claim"]]
    columns = {"verdict": "reading", "at written": "at_written"}
    for column in row.keys() - {"claim", "sharpness"}:
        value = found[columns.get(column, column)]
        assert row[column] == ("" if pd.isna(value) else value), column
    sharpness = found["sharpness"]
    assert row["sharpness"] == ("" if pd.isna(sharpness) else f"{sharpness:.4f}")


def test_no_claim_is_undecidable_and_champions_is_vacuous():
    assert UNDECIDABLE not in set(checked()["reading"])
    assert "*Undecidable*: no claim of the dataset is;" in PAPER.replace("\n", " ")
    champions = slips_of(claims()["champions"].verdict)
    assert champions and not any(slip.noticed for slip in champions)


@pytest.mark.parametrize("row", SLIPS, ids=lambda row: row["figure"])
def test_the_slips_and_repairs_of_the_cattle_are_those_of_the_dataset(row: Row):
    claim = claims()["cattle_fall"]
    slips = [slip for slip in claim.slips if slip.figure == row["figure"]]
    assert len(slips) == len(FACTORS) + 1
    missed = [slip.name for slip in slips if not slip.noticed]
    assert row["slips not noticed"].split(", ") == missed
    assert row["noticed"] == f"{len(slips) - len(missed)} of {len(slips)}"
    found = checked().loc["cattle_fall"]
    assert f"{row['figure']}: {row['smallest']}" in found["notices"].split("; ")
    repairs = {r.figure: r for r in voted_repairs(claim, claims().values())}
    repair = repairs[row["figure"]]
    assert parse(row["repair"]).value == repair.value
    low, high = (parse(e).value for e in row["passing as written"].split(" to "))
    assert (low, high) == (repair.low, repair.high)
    assert int(row["breaks"]) == repair.breaks


def test_because_of_the_cattle_is_quoted():
    because = str(checked()["because"]["cattle_fall"])
    assert because and f'"{because}"' in PROSE


@pytest.mark.parametrize("row", WIDTHS, ids=lambda row: row["hedge width"])
def test_the_paper_counts_the_verdicts_that_another_hedge_width_changes(row: Row):
    width = Fraction(row["hedge width"].removesuffix(" %")) / 100
    changed = [
        f"`{claim.name}` ({claims()[claim.name].reading} → {claim.reading})"
        for claim in dataset().claims(hedge_width=width)
        if claim.reading != claims()[claim.name].reading
    ]
    [listed] = [row[column] for column in row if column.startswith("claims")]
    assert sorted(f"`{each.lstrip('`')}" for each in listed.split(", ")) == sorted(
        changed
    )
    assert int(row["changes"]) == len(changed)


def test_the_widths_are_those_that_were_promised():
    assert [row["hedge width"] for row in WIDTHS] == ["5 %", "20 %"]


def test_the_paper_counts_claims_figures_and_inferred_periods():
    found = re.search(r"Of (\d+) claims", PROSE)
    assert found and int(found[1]) == len(claims())
    figures = dataset().load()
    found = re.search(r"Of (\d+) figures (\d+) have an inferred period", PROSE)
    assert found and int(found[1]) == len(figures)
    assert int(found[2]) == int((figures["period_basis"] == "inferred").sum())


def test_what_the_paper_says_of_expressions_and_shared_ends_is_so():
    typed = dataset().verify(
        "steel_output_1921 / steel_output_russian_empire_1913 == 1/23"
    )
    assert span_ends(typed.decision.worst.rungs[1].stated) == [Fraction(1, 23)]
    assert "`1/23`, being two numbers, is a division" in PROSE
    alone = dataset().verify("horses_decline_1929_34 == 55 * percent")
    assert span_ends(alone.decision.worst.rungs[1].stated) == [
        Fraction(545, 1000),
        Fraction(555, 1000),
    ]
    paper = dataset().verify(
        "paper_per_person_germany_1935 < paper_per_person_united_states_1928"
    )
    assert (paper.reading, paper.at_written) == ("literal", "possible")
    assert "47 is *possibly*, not certainly, less than 48" in PROSE


@pytest.mark.parametrize(
    ("words", "printed", "low", "high"),
    [
        ("*83,000* is 82,999.5 to 83,000.5", "83,000", "82999.5", "83000.5"),
        ("*83 thousand* is 82,500 to 83,500", "83 thousand", "82500", "83500"),
        ("*two hundred* 150 to 250", "two hundred", "150", "250"),
        ("*twenty million* 19.5 to 20.5 million", "twenty million", "195e5", "205e5"),
        ("*3 1/2* is 3.25 to 3.75", "3 1/2", "3.25", "3.75"),
    ],
)
def test_the_paper_prints_what_is_written(words, printed, low, high):
    assert words in PROSE
    span = Statement.of(parse(printed)).under("written")
    assert span_ends(span) == [Fraction(low), Fraction(high)]


def test_what_the_paper_says_of_strict_hedges_and_shared_ends_is_so():
    assert "(39.5 to 40.5 and 40.5 to 41.5 do not meet)" in PROSE
    one, other = (Statement.of(parse(text)).under("written") for text in ("40", "41"))
    point = Statement.of(parse("40.5"), exact=True).under("written")
    assert compare("==", one, other) == "impossible"
    assert compare("==", point, one) == "certain"  # inside, on the end
    assert compare("==", one, point) == "possible"
    # The hedges meant strictly, of the number 10.
    meant = {
        "over": (10, True, None, True),
        "at_least": (10, False, None, True),
        "under": (0, True, 10, True),
        "up_to": (0, True, 10, False),
        "almost": (9, False, 10, True),
    }
    for hedge, ends in meant.items():
        span = Statement.of(parse("10"), hedge).as_hedged("written")
        interval = span.lower
        assert ends == (
            interval.low,
            interval.low_open,
            interval.high,
            interval.high_open,
        ), hedge
    assert (
        "*over* is more, *at least* not less, *under* less, *up to* not more" in PROSE
    )
    twice = Statement.of(parse("twice")).under("written")
    assert span_ends(twice) == [Fraction(3, 2), Fraction(5, 2)]
