"""Expressions that are refused: one clear sentence each, in well under a second."""

from __future__ import annotations

import time

import pytest
from support.printed import names, printed

from sovstats.claims import verdict_of
from sovstats.errors import ExpressionError, SovstatsError
from sovstats.expressions import parse_expression

SPACE = names(
    printed("gold", "1.0", "ruble"),
    printed("notes", "8.0", "ruble"),
    printed("sugar", "48.0", "pood"),
)
REFUSED = {
    "": "it is empty",
    "gold": "it compares nothing",
    "gold ==": "it is not a complete expression",
    "gould == notes": "no figure or unit named 'gould'; did you mean 'gold'?",
    "gold == 1 * rubel": "no figure or unit named 'rubel'; did you mean 'ruble'?",
    "gold == 1 * ton": "'ton' is ambiguous (short, long or metric); write 'tonne'",
    "sqrt(gold) == notes": "'sqrt' is no function here",
    "declin(gold, notes) == 1": "did you mean 'decline'?",
    "gold.real == 1": "'.real' has no place here",
    "gold + sugar == 1 * ruble": "cannot add gold (ruble) and sugar (pood)",
    "gold + gold == notes": "'gold' stands twice on one side",
    "decline(gold, gold) == 1": "'gold' stands twice on one side",
    "(" * 10_000 + "1" + ")" * 10_000 + " == 1": "it has 20,006 characters",
    "(" * 60 + "gold" + ")" * 60 + " == gold": "its brackets are 60 deep, 50 at most",
    "-" * 1_900 + "gold == notes": "it is more than 50 operations deep",
    "9**9**9 == 1": "a power must be a whole number, written out",
    "gold ** 65 == 1 * ruble ** 65": "a power can be 64 at most",
    "gold ** notes == 1": "a power must be a whole number, written out",
    "gold == 1e9 * ruble": "exponents such as 1e9 are not read",
    "gold == 1e9999999 * ruble": "exponents such as 1e9 are not read",
    "gold == " + "9" * 31 + " * ruble": "a number has more than 30 digits",
    "gold == 0x10 * ruble": "'0x10' is not a plain number",
    "gold == 1_000 * ruble": "'1_000' is not a plain number",
    "gold == 1j": "'1j' is not a plain number",
    "gold == True": "'True' is not a plain number",
    "gold == None": "'None' is not a plain number",
    "gold != notes": "only ==, <, <=, > and >= compare figures",
    "gold in notes": "only ==, <, <=, > and >= compare figures",
    "(gold < notes) == 1": "a comparison cannot stand inside another",
    "gold < notes and gold < 1": "it compares nothing",
    "[gold] == notes": "List has no place here",
    "gold[0] == notes": "Subscript has no place here",
    "(lambda: 1) == 1": "Lambda has no place here",
    "__import__('os') == 1": "'__import__' is no function here",
    "gold % 2 == notes": "only + - * / and ** join figures",
    "growth(gold) == 1": "growth takes 2 arguments, 1 were given",
    "share(gold) == 1": "share takes 2 or more arguments, 1 were given",
    "mean(values=gold) == 1": "mean takes no keyword arguments",
    "gold == “notes”": "is not an ASCII character",
    "gold == 'notes'": "a date in quotes belongs into years(...) or months(...)",
    "years('soon', '1932') == 1 * year": "'soon' is no date",
    "months('1928-13', '1932') == 1 * year": "'1928-13' is no date",
    "f(" * 40: "it is not a complete expression",
    "gold == notes; import os": "it is not a complete expression",
}


@pytest.mark.parametrize("expression", REFUSED, ids=lambda text: text[:30] or "empty")
def test_refused_in_one_sentence_at_once(expression):
    start = time.process_time()
    with pytest.raises(SovstatsError) as caught:
        verdict_of(expression, SPACE)
    assert time.process_time() - start < 0.5
    sentence = str(caught.value)
    assert REFUSED[expression] in sentence
    assert "\n" not in sentence
    assert len(sentence) < 400


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        (
            "gold + 2 == notes",
            "cannot add gold (ruble) and a plain number: different dimensions",
        ),
        (
            "notes * sugar - gold == 1",
            "cannot subtract a number of dimension mass*ruble and gold (ruble): "
            "different dimensions",
        ),
        (
            "mean('1929', gold) == notes",
            "cannot evaluate 'mean('1929', gold) == notes': a date in quotes belongs "
            "into years(...) or months(...)",
        ),
        (
            "mean(gold, '1929') == notes",
            "cannot evaluate 'mean(gold, '1929') == notes': a date in quotes belongs "
            "into years(...) or months(...)",
        ),
    ],
)
def test_a_message_names_the_whole_expression_or_both_operands(expression, message):
    with pytest.raises(SovstatsError) as refused:
        verdict_of(expression, SPACE)
    assert str(refused.value) == message


KNOWN = "growth, decline, share, mean, min, max, abs, years, months, exact, rank"
WHOLE = {
    "": "it is empty",
    "gold": "it compares nothing; join two sides by ==, <, <=, > or >=",
    "gold == 34,600 * ruble": "write numbers without commas, such as 34600000",
    "gold == 40 %": "write 40 * percent for 40 %",
    "gold = notes": "write == for 'is equal to'",
    "gold == 34.6 million": "join number and unit, as in 34.6 * million * head",
    "gold == ": "it is not a complete expression",
    "gold != 1": "only ==, <, <=, > and >= compare figures",
    "gold == (1 < 2)": (
        "a comparison cannot stand inside another; write two expressions"
    ),
    "gold == [1]": (
        "List has no place here; use names, numbers, + - * / ** and functions"
    ),
    "gold.real == 1": "'.real' has no place here; names stand alone",
    "gold == 0x10": "'0x10' is not a plain number such as 40 or 7.9",
    f"gold == 0x{'1' * 29}_{'1' * 29}": (
        f"'0x{'1' * 29}_{'1' * 8}' is not a plain number such as 40 or 7.9"
    ),
    "gold == notes ** -sugar": "a power must be a whole number, written out: ** 6",
    "gold == notes ** 2.5": "a power must be a whole number, written out: ** 6",
    "gold == notes ** True": "a power must be a whole number, written out: ** 6",
    "gold == notes ** -65": "a power can be 64 at most",
    "gold == ((notes ** 8) ** 8) ** 8": (
        "a power of powers can be 64 at most altogether"
    ),
    "gold == (notes - growth(sugar ** 33, 1)) ** -2": (
        "a power of powers can be 64 at most altogether"
    ),
    "gold == notes % 2": "only + - * / and ** join figures",
    "gold == grow(notes, 1)": (
        f"'grow' is no function here; did you mean 'growth'? (known: {KNOWN})"
    ),
    "gold == notes.a(1)": f"'that' is no function here (known: {KNOWN})",
    f"gold == {'w' * 50}(1)": f"'{'w' * 40}' is no function here (known: {KNOWN})",
    "gold == 1e9": "write numbers out; exponents such as 1e9 are not read",
    "é == 1": ("'é' is not an ASCII character; use names, digits and + - * / ** ()"),
    "gold == mean()": "mean takes 1 or more arguments, 0 were given",
    "gold == growth(notes)": "growth takes 2 arguments, 1 were given",
    "gold == growth(old=notes, new=1)": "growth takes no keyword arguments",
}


@pytest.mark.parametrize("expression", WHOLE, ids=range(len(WHOLE)))
def test_a_refusal_says_what_is_wrong_and_what_is_allowed(expression):
    with pytest.raises(SovstatsError) as refused:
        parse_expression(expression)
    said = refused.value.reason.partition(" (look near")[0]
    assert said == WHOLE[expression]


def test_fifty_operations_are_read_and_fifty_one_are_not():
    parse_expression("1 == " + "-" * 49 + "gold")
    with pytest.raises(SovstatsError, match="more than 50 operations deep$"):
        parse_expression("1 == " + "-" * 50 + "gold")
    for chain in ("2 - (" * 49 + "gold" + ")" * 49, "exact(" * 49 + "gold" + ")" * 49):
        parse_expression(f"1 == {chain}")
    for chain in ("2 - (" * 50 + "gold" + ")" * 50, "exact(" * 50 + "gold" + ")" * 50):
        with pytest.raises(SovstatsError, match="more than 50 operations deep$"):
            parse_expression(f"1 == {chain}")


def test_white_space_and_line_breaks_do_not_matter():
    parsed = parse_expression("  gold /\n notes   == 12.5 * percent ")
    assert parsed.text == "gold / notes == 12.5 * percent"


def test_units_and_scale_words_may_stand_more_than_once():
    assert verdict_of("gold / ruble + notes / ruble == 9.0", SPACE).reading == "literal"


def test_a_figure_inside_decline_may_stand_beside_it_as_well():
    assert verdict_of("notes * decline(notes, gold) == 7.0 * ruble", SPACE).reading


def test_powers_of_powers_within_the_bound_are_read():
    parse_expression("gold == ((notes ** 4) ** 4) ** 4")
    parse_expression("gold == notes ** 64 * sugar ** 64 + (-notes ** 32) ** 2")


def test_brackets_side_by_side_are_not_deep():
    # Sixty pairs, two deep at the most.
    parse_expression("1 == " + " + ".join(["((1))"] * 30))
    parse_expression("1 == (" + " + ".join(["(1)"] * 40) + ")")
    inside = "(" * 50 + "gold" + ")" * 50
    with pytest.raises(SovstatsError, match="more than 50|51 deep"):
        parse_expression(f"(1) == ((1) + {inside})")


@pytest.mark.parametrize(
    "side",
    [
        "-decline(gold, gold)",
        "decline(gold, gold) ** 2",
        "1 + decline(gold, gold)",
        "decline(gold, gold) * 2",
        "abs(decline(gold, gold))",
        "exact(1 - mean(share(gold, notes, gold), 1))",
    ],
)
def test_a_figure_stands_once_in_growth_decline_and_share_wherever_they_are(side):
    message = "'gold' stands twice on one side; growth, decline and share take the same"
    with pytest.raises(SovstatsError, match=f"{message} figure only once$"):
        verdict_of(f"{side} == 1", SPACE)


@pytest.mark.parametrize(
    "side",
    [
        "gold * -decline(gold, notes)",
        "gold * decline(gold, notes) ** 2",
        "abs(gold) * (1 - share(gold, notes))",
    ],
)
def test_a_figure_of_such_a_function_may_stand_beside_it(side):
    verdict_of(f"{side} == 1 * ruble", SPACE)


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("exact(gold, notes) == 1", "exact takes 1 arguments, 2 were given"),
        ("exact() == 1", "exact takes 1 arguments, 0 were given"),
        ("abs(gold, 1, 2) == 1", "abs takes 1 arguments, 3 were given"),
        ("years('1928') == 1", "years takes 2 arguments, 1 were given"),
        ("months('1', '2', '3') == 1", "months takes 2 arguments, 3 were given"),
        ("growth(gold, 1, 2) == 1", "growth takes 2 arguments, 3 were given"),
        ("decline(gold, 1, 2) == 1", "decline takes 2 arguments, 3 were given"),
        ("rank(gold) == 1", "rank takes 2 or more arguments, 1 were given"),
        ("share(gold) == 1", "share takes 2 or more arguments, 1 were given"),
        ("max() == 1", "max takes 1 or more arguments, 0 were given"),
    ],
)
def test_a_wrong_number_of_arguments_is_told_with_the_right_one(expression, reason):
    with pytest.raises(SovstatsError) as refused:
        parse_expression(expression)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "call",
    ["mean(gold)", "min(gold)", "max(gold)", "share(gold, notes)", "rank(gold, notes)"],
)
def test_the_fewest_arguments_and_many_are_read(call):
    parse_expression(f"{call} == 1")
    parse_expression(f"{call[:-1]}, {', '.join('abcdefgh')}) == 1")


@pytest.mark.parametrize(
    ("side", "name"),
    [
        ("gold + notes - gold", "gold"),
        # The one that stands first, outside the functions before inside them.
        ("notes + gold + gold + notes", "notes"),
        ("decline(gold, gold) + notes + notes", "notes"),
        ("growth(gold, notes) + share(notes, notes)", "notes"),
        ("exact(gold) + gold", "gold"),
        ("gold * growth(gold, notes) * gold", "gold"),
    ],
)
def test_the_first_name_that_stands_twice_is_named(side, name):
    with pytest.raises(SovstatsError) as refused:
        verdict_of(f"notes == {side}", SPACE)
    assert refused.value.reason == (
        f"'{name}' stands twice on one side; growth, decline and share take the same "
        "figure only once"
    )


def test_what_is_no_expression_is_pointed_at():
    # In "1 + == 2" the fifth character is the first that cannot follow.
    with pytest.raises(ExpressionError, match=r"\(look near character 5\)"):
        parse_expression("1 + == 2")
