"""Nodes: what stands in them, and to which power it is raised."""

from __future__ import annotations

import pytest

from sovstats.expressions import names_in, parse_expression
from sovstats.expressions.nodes import height, parts


def operand(text):
    """Return an operand as nodes."""
    return parse_expression(f"{text} == 1").operands[0]


@pytest.mark.parametrize(
    ("text", "power"),
    [
        ("2", 1),
        ("a", 1),
        ("a * b", 1),
        ("a ** 1", 1),
        ("a ** 2", 2),
        ("a ** 64", 64),
        ("a ** -3", 3),
        # What is raised to none is 1, but what it was made of has its power.
        ("a ** 0", 1),
        ("(a ** 5) ** 0", 5),
        ("(a ** 5) ** 1", 5),
        ("(a ** 3) ** -4", 12),
        ("(-(a ** 2)) ** 3", 6),
        ("(growth(a, b ** 2) + 1) ** 3", 6),
        # Side by side the greater counts, whichever comes first.
        ("a ** 2 + b ** 7", 7),
        ("a ** 7 + b ** 2", 7),
        ("mean(a, b ** 4, c ** 3)", 4),
        ('years("1928", "1932") ** 2', 2),
    ],
)
def test_the_height_is_the_greatest_power_of_anything_inside(text, power):
    assert height(operand(text)) == power


def test_the_parts_are_the_operands_that_stand_directly_inside():
    a, b = operand("a"), operand("b")
    assert parts(operand("a - b")) == (a, b)
    assert parts(operand("a ** 2")) == parts(operand("-a")) == (a,)
    assert parts(operand("mean(a, b)")) == (a, b)
    assert parts(a) == parts(operand("2")) == ()
    assert parts(parts(operand('years("1928", "1932")'))[0]) == ()


def test_names_are_told_from_left_to_right_as_often_as_they_stand_there():
    assert names_in(operand("a ** 2 - share(b, a, 3) * -ruble")) == list("aba") + [
        "ruble"
    ]
