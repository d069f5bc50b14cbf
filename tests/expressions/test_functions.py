"""The table of functions: an entry is all that a function needs."""

from __future__ import annotations

import keyword

import pytest
from support.printed import names, printed

from sovstats.expressions import FUNCTIONS, evaluate, parse_expression, statement_leaf
from sovstats.expressions.nodes import parts

SPACE = names(
    printed("a", "2", "dimensionless", exact=True),
    printed("b", "3", "dimensionless", exact=True),
    printed("c", "5", "dimensionless", exact=True),
)


def operand(text):
    """Return an operand as nodes."""
    return parse_expression(f"{text} == 1").operands[0]


@pytest.mark.parametrize(
    ("call", "operations"),
    [
        ("growth(a, b)", "b / a - 1"),
        ("decline(b, a)", "1 - a / b"),
        ("share(a, b, c)", "1 / (1 + (b + c) / a)"),
        ("mean(a, b, c)", "(a + b + c) / 3"),
    ],
)
def test_a_function_stands_for_operations_in_which_each_figure_stands_once(
    call, operations
):
    node = operand(call)
    assert FUNCTIONS[node.function].operations(parts(node)) == operand(operations)
    leaf = statement_leaf("literal")
    assert evaluate(node, SPACE, leaf) == evaluate(operand(operations), SPACE, leaf)


def test_every_function_can_be_worked_out_in_one_way():
    for function in FUNCTIONS.values():
        ways = (function.operations, function.of_spans, function.dated or None)
        assert sum(way is not None for way in ways) == 1


def test_a_function_takes_at_least_one_argument_and_has_a_name_of_its_own():
    for name, function in FUNCTIONS.items():
        assert function.most is None or 1 <= function.fewest <= function.most
        assert name.isidentifier() and not keyword.iskeyword(name)
