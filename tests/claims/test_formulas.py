"""The arithmetic of a claim written out, as people write it."""

from __future__ import annotations

import pytest
from support.claims import claim
from support.printed import missing, names, printed

from sovstats.claims.formulas import Operand, printed_number, with_unit, written_out

SPACE = names(
    printed("a", "2.0", "ruble", year="1929", period_start="1929"),
    printed("b", "4.0", "ruble", year="1930", period_start="1930"),
    printed("c", "8.0", "ruble", "about"),
    printed("part", "12.5 per cent", "percent"),
    printed("rank", "3rd", "dimensionless", exact=True),
    printed("fives", "5", "dimensionless"),
    printed("ratio", "1/23", "dimensionless"),
    missing("unknown", "ruble"),
)
PRINTED = {
    "a": "2.0",
    "b": "4.0",
    "c": "about 8.0",
    "part": "12.5 per cent",
    "rank": "3rd",
    "fives": "5",
    "ratio": "1/23",
    "unknown": "some",
}


def operands(expression: str, **prints: str) -> list[Operand]:
    """Return both sides of a claim, or all of a chain, in other prints if told so."""
    shown = PRINTED | prints
    return written_out(claim(expression, space=SPACE), lambda name: shown[name])


def formula(side: str, other: str = "1") -> str:
    """Return the formula with names of one side of a claim."""
    return operands(f"{side} == {other}")[0].steps[0]


@pytest.mark.parametrize(
    ("side", "written"),
    [
        ("growth(a, b)", "b ÷ a − 1"),
        ("decline(a, b)", "1 − b ÷ a"),
        ("share(a, b, c)", "a ÷ (a + b + c)"),
        ("share(1 / part, 2 - rank, 3)", "(1 ÷ part) ÷ (1 ÷ part + (2 − rank) + 3)"),
        ("growth(1 / part, 2 * 3)", "(2 × 3) ÷ (1 ÷ part) − 1"),
        ("decline(part ** 2, 3)", "1 − 3 ÷ part²"),
        ("mean(part, 2 * 3, 1 - 4)", "(part + 2 × 3 + (1 − 4)) ÷ 3"),
        ("min(part, 1 - 2)", "the least of (part, 1 − 2)"),
        ("max(part, 1 / 2)", "the greatest of (part, 1 ÷ 2)"),
        ("abs(part - 1)", "|part − 1|"),
        ("abs(part) ** 2", "|part|²"),
        ("min(part, 2) ** 2", "the least of (part, 2)²"),
        ("max(part, 2) ** 2", "the greatest of (part, 2)²"),
        ("rank(a, b, c)", "the place of a among it and b, c"),
        ("2 * rank(a, b, c)", "2 × (the place of a among it and b, c)"),
        ("exact(part)", "part"),
        ("2 * exact(part - 1)", "2 × (part − 1)"),
        ("2 * growth(a, b)", "2 × (b ÷ a − 1)"),
        ("mean(part, 2) * 3", "(part + 2) ÷ 2 × 3"),
        ("3 / mean(part, 2)", "3 ÷ ((part + 2) ÷ 2)"),
        ("3 * share(a, b)", "3 × a ÷ (a + b)"),
        ("3 / share(a, b)", "3 ÷ (a ÷ (a + b))"),
        ("share(a, b) ** 2", "(a ÷ (a + b))²"),
    ],
)
def test_a_function_is_written_as_what_it_stands_for(side, written):
    assert formula(side) == written


@pytest.mark.parametrize(
    ("side", "written"),
    [
        ("1 - (2 - part)", "1 − (2 − part)"),
        ("1 - (2 + part)", "1 − (2 + part)"),
        ("1 - 2 - part", "1 − 2 − part"),
        ("1 + (2 - part)", "1 + 2 − part"),
        ("1 - 2 * part", "1 − 2 × part"),
        ("1 / (2 * part)", "1 ÷ (2 × part)"),
        ("1 / (2 / part)", "1 ÷ (2 ÷ part)"),
        ("1 / 2 / part", "1 ÷ 2 ÷ part"),
        ("1 * (2 / part)", "1 × 2 ÷ part"),
        ("(1 + 2) * part", "(1 + 2) × part"),
        ("1 * (2 + part)", "1 × (2 + part)"),
        ("-(1 + part)", "−(1 + part)"),
        ("-(2 * part)", "−2 × part"),
        ("-part", "−part"),
        ("1 - -part", "1 − (−part)"),
        ("1 + -part", "1 + −part"),
        ("2 * -part", "2 × (−part)"),
        ("(1 + part) ** 2", "(1 + part)²"),
        ("(2 * part) ** 2", "(2 × part)²"),
        ("(part ** 2) ** 3", "(part²)³"),
        ("1 / part ** 2", "1 ÷ part²"),
        ("part ** -12", "part⁻¹²"),
        ("part ** 34", "part³⁴"),
        ("part ** 56", "part⁵⁶"),
        ("part ** -7", "part⁻⁷"),
        ("part ** -8", "part⁻⁸"),
        ("part ** 9", "part⁹"),
        ("part ** 0", "part⁰"),
    ],
)
def test_only_the_brackets_that_are_needed_are_written(side, written):
    assert formula(side) == written


@pytest.mark.parametrize(
    ("side", "other", "written"),
    [
        ("3 * million * ruble", "a", "3 million ruble"),
        ("(1 + 2) * ruble", "a", "(1 + 2) ruble"),
        ("2 / 3 * ruble", "a", "2 ÷ 3 ruble"),
        ("ruble * 3", "a", "ruble × 3"),
        ("part * a", "b", "part × a"),
        ("a / ruble", "2", "a ÷ ruble"),
        ("6 / (3 * ruble)", "1 / a", "6 ÷ (3 ruble)"),
        ('years("1929", "1932-10")', "3 * year", "the years from 1929 to 1932-10"),
        ('months("1929", "1932")', "3 * year", "the months from 1929 to 1932"),
        ("years(a, b)", "1 * year", "the years from a to b"),
        ('2 * years("1929", "1932")', "6 * year", "2 × the years from 1929 to 1932"),
    ],
)
def test_units_and_dates_are_written_as_people_write_them(side, other, written):
    assert formula(side, other) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("12.5", "12.5 × 2"),
        ("1,250", "1,250 × 2"),
        ("12.5 per cent", "12.5 per cent × 2"),
        ("12.5 percent", "12.5 percent × 2"),
        ("12.5%", "12.5% × 2"),
        ("8.4 thousand", "8.4 thousand × 2"),
        ("8.4 million", "8.4 million × 2"),
        ("8.4 billion", "8.4 billion × 2"),
        ("8.4 [billion]", "8.4 [billion] × 2"),
        ("12.5 [percent]", "12.5 [percent] × 2"),
        ("about 8.4", "(about 8.4) × 2"),
        ("1/23", "(1/23) × 2"),
        ("8.4 or so", "(8.4 or so) × 2"),
        ("half", "(half) × 2"),
    ],
)
def test_what_is_printed_stands_in_brackets_where_it_is_no_plain_number(text, written):
    assert operands("part * 2 == 1", part=text)[0].steps[1] == written


def test_a_name_needs_no_brackets_and_a_hedged_number_none_by_itself_or_in_a_sum():
    assert operands("c / 2 == b")[0].steps[:2] == ("c ÷ 2", "(about 8.0) ÷ 2")
    assert operands("c + a == b")[0].steps[1] == "about 8.0 + 2.0"
    assert operands("a - c == b")[0].steps[1] == "2.0 − (about 8.0)"
    assert operands("c == b")[0].steps[1] == "about 8.0"
    assert operands("exact(c) * 2 == b")[0].steps[1] == "(about 8.0) × 2"


def test_the_steps_are_names_numbers_and_the_value_with_its_unit():
    # 2 x 2 = 4 rubles, 2/8 = 25 per cent, 12.5 per cent as printed.
    left, right = operands("a * 2 == b")
    assert left == Operand("", "", ("a × 2", "2.0 × 2", "4 ruble"))
    assert right == Operand("=", "claimed to equal", ("b", "4.0", "4 ruble"))
    left, right = operands("a / c == part")
    assert left.steps == ("a ÷ c", "2.0 ÷ (about 8.0)", "25 percent")
    assert right.steps == ("part", "12.5 per cent")


@pytest.mark.parametrize(
    ("expression", "prints", "steps"),
    [
        # The value says what is printed already.
        ("part == 12.5 * percent", {}, ("part", "12.5 per cent")),
        ("part == 12.5 * percent", {"part": "12.5 [percent]"}, None),
        ("12.5 * percent == part", {}, ("12.5 percent",)),
        ("fives == 5", {}, ("fives", "5")),
        # 5 million is five million times as much, and 5 rubles are not just 5.
        ("fives == 5", {"fives": "5 [million]"}, ("fives", "5 [million]", "5")),
        ("5 == fives", {}, ("5",)),
        ("2 + 3 == fives", {}, ("2 + 3", "5")),
        ("a == b", {}, ("a", "2.0", "2 ruble")),
        ("a == b", {"a": "2 ruble"}, ("a", "2 ruble")),
        # No number has no unit.
        ("unknown == a", {}, ("unknown", "some", "no number")),
    ],
)
def test_a_step_that_adds_nothing_is_left_out(expression, prints, steps):
    steps = steps or ("part", "12.5 [percent]")
    assert operands(expression, **prints)[0].steps == steps


def test_a_chain_has_an_operand_after_every_sign():
    # 2 < 4 <= 8 and 8 > 4 >= 2, of about 8 its own number.
    rising = operands("a < b <= c")
    assert [(each.operator, each.claimed) for each in rising] == [
        ("", ""),
        ("<", "claimed to be less than"),
        ("≤", "claimed to be at most"),
    ]
    assert [each.steps[0] for each in rising] == ["a", "b", "c"]
    assert [each.steps[-1] for each in rising] == ["2 ruble", "4 ruble", "8 ruble"]
    falling = operands("c > b >= a == a")
    assert [(each.operator, each.claimed) for each in falling[1:]] == [
        (">", "claimed to be more than"),
        ("≥", "claimed to be at least"),
        ("=", "claimed to equal"),
    ]


@pytest.mark.parametrize(
    ("hedge", "scale", "unit", "text", "written"),
    [
        ("none", "", "ruble", "8.4", "8.4"),
        ("", "", "ruble", "8.4", "8.4"),
        ("vague", "", "ruble", "millions", "millions"),
        ("about", "", "ruble", "8.4", "about 8.4"),
        ("at_least", "", "ruble", "8.4", "at least 8.4"),
        ("none", "billion", "ruble", "8.4", "8.4 [billion]"),
        ("over", "million", "percent", "8.4", "over 8.4 [million] [percent]"),
        ("none", "", "percent", "8.4", "8.4 [percent]"),
        ("none", "", "percent", "8.4%", "8.4%"),
        ("none", "", "percent", "8.4 per cent", "8.4 per cent"),
        ("none", "", "percent", "8.4 percent", "8.4 percent"),
    ],
)
def test_a_printed_number_has_its_hedge_and_what_is_to_be_supplied(
    hedge, scale, unit, text, written
):
    row = {"hedge": hedge, "scale": scale, "unit": unit, "printed": text}
    assert printed_number(row) == written
    if not scale:
        del row["scale"]
        assert printed_number(row) == written


@pytest.mark.parametrize(
    ("unit", "written"),
    [("", "3"), ("dimensionless", "3"), ("count", "3"), ("head", "3 head")],
)
def test_a_unit_that_says_nothing_is_left_out(unit, written):
    assert with_unit("3", unit) == written
