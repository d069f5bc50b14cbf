"""The syntax of expressions: Python's grammar, parsed with `ast`, on a white list.

Nothing is ever executed. Length, bracket depth, digits and characters are bounded
before Python's parser sees the text.
"""

from __future__ import annotations

import ast
import re
from itertools import accumulate
from typing import NoReturn

from sovstats.errors import ExpressionError, nearest
from sovstats.expressions import nodes
from sovstats.expressions.functions import FUNCTIONS
from sovstats.expressions.nodes import Comparison, Node

LONGEST = 2000
DEEPEST = 50
MOST_DIGITS = 30
LARGEST_POWER = 64

COMPARISONS = {ast.Eq: "==", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
OPERATORS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}

_MISWRITTEN = (
    (r"\d,\d{3}(?!\d)", "write numbers without commas, such as 34600000"),
    (r"\d\s*%", "write 40 * percent for 40 %"),
    (r"(?<![<>=!])=(?!=)", "write == for 'is equal to'"),
    (
        r"(?<!\w)\d[\d.]*\s+[A-Za-z]",
        "join number and unit, as in 34.6 * million * head",
    ),
)
"""What is often written instead of an expression, and what to write."""

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def parse_expression(text: str) -> Comparison:
    """Return the comparison that a text states.

    Parameters
    ----------
    text
        Operands joined by ``== < <= > >=``: names, numbers, dates in quotes,
        ``+ - * / **``, brackets and the functions of `FUNCTIONS`.

    Returns
    -------
    Comparison
        Its operands as nodes, and the operators between them.

    Raises
    ------
    ExpressionError
        If it is too long or too deep, holds anything that is not in the grammar, or
        compares nothing. Whether its names are known is not asked here.

    Examples
    --------
    >>> from sovstats.expressions import parse_expression
    >>> parse_expression("cattle_1934 < cattle_1929").operators
    ('<',)
    """
    plain = " ".join(text.split())
    # Before Python's parser sees it: deep brackets could exhaust its stack.
    _refuse_unreadable(plain)
    try:
        tree = ast.parse(plain, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        where = getattr(error, "offset", None)
        reason = _likely_meant(plain) or "it is not a complete expression"
        if where:
            reason += f" (look near character {where})"
        raise ExpressionError(plain, reason) from None
    if not isinstance(tree, ast.Compare):
        reason = "it compares nothing; join two sides by ==, <, <=, > or >="
        raise ExpressionError(plain, _likely_meant(plain) or reason)
    reader = _Reader(plain)
    operators = tuple(reader.comparison(operator) for operator in tree.ops)
    operands = tuple(reader.node(each, 1) for each in (tree.left, *tree.comparators))
    return Comparison(plain, operands, operators)


def _likely_meant(text: str) -> str:
    """Say what is probably meant by what is no expression, or nothing."""
    for pattern, reason in _MISWRITTEN:
        if re.search(pattern, text):
            return reason
    return ""


def _refuse_unreadable(text: str) -> None:
    """Refuse what is too long, too deep, not ASCII or has huge numbers."""
    reason = ""
    if not text:
        reason = "it is empty"
    elif len(text) > LONGEST:
        reason = f"it has {len(text):,} characters, {LONGEST:,} at most"
    elif not text.isascii():
        odd = next(character for character in text if not character.isascii())
        reason = (
            f"'{odd}' is not an ASCII character; use names, digits and + - * / ** ()"
        )
    elif _depth(text) > DEEPEST:
        reason = f"its brackets are {_depth(text)} deep, {DEEPEST} at most"
    elif re.search(r"(?<![A-Za-z_\d])\d[\d_.]*[eE][+-]?\d", text):
        reason = "write numbers out; exponents such as 1e9 are not read"
    elif re.search(rf"\d{{{MOST_DIGITS + 1}}}", text):
        reason = f"a number has more than {MOST_DIGITS} digits"
    if reason:
        raise ExpressionError(text, reason)


def _depth(text: str) -> int:
    """Return how deep the brackets go."""
    steps = ((mark in "([{") - (mark in ")]}") for mark in text)
    return max(accumulate(steps), default=0)


class _Reader:
    """Walks Python's syntax tree over the white list."""

    def __init__(self, text: str) -> None:
        self.text = text

    def refuse(self, reason: str) -> NoReturn:
        raise ExpressionError(self.text, reason)

    def comparison(self, operator: ast.cmpop) -> str:
        """Return the sign of a comparison."""
        sign = COMPARISONS.get(type(operator))
        if sign is None:
            self.refuse("only ==, <, <=, > and >= compare figures")
        return sign

    def node(self, tree: ast.expr, depth: int) -> Node:
        """Return our node for one of Python's."""
        if depth > DEEPEST:
            self.refuse(f"it is more than {DEEPEST} operations deep")
        if isinstance(tree, ast.Constant):
            return self.constant(tree)
        if isinstance(tree, ast.Name):
            return nodes.Name(tree.id)
        if isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.USub):
            return nodes.Minus(self.node(tree.operand, depth + 1))
        if isinstance(tree, ast.BinOp):
            return self.binary(tree, depth)
        if isinstance(tree, ast.Call):
            return self.call(tree, depth)
        self.refuse(self.refusal(tree))

    def refusal(self, tree: ast.expr) -> str:
        """Say what a forbidden part is and what is allowed."""
        if isinstance(tree, ast.Attribute):
            return f"'.{tree.attr}' has no place here; names stand alone"
        if isinstance(tree, ast.Compare):
            return "a comparison cannot stand inside another; write two expressions"
        kind = type(tree).__name__
        return f"{kind} has no place here; use names, numbers, + - * / ** and functions"

    def constant(self, tree: ast.Constant) -> Node:
        """Return a number with its characters, or a date in quotes."""
        # Offsets count bytes, which are characters since the text is ASCII.
        source = self.text[tree.col_offset : tree.end_col_offset]
        if isinstance(tree.value, str):
            return nodes.Date(tree.value)
        if not _NUMBER.fullmatch(source):
            self.refuse(f"'{source[:40]}' is not a plain number such as 40 or 7.9")
        return nodes.Number(source)

    def binary(self, tree: ast.BinOp, depth: int) -> Node:
        """Return an operation; a power must be a whole literal."""
        base = self.node(tree.left, depth + 1)
        if isinstance(tree.op, ast.Pow):
            power = nodes.Power(base, self.exponent(tree.right))
            # Each exponent may be small enough, and ((x ** 64) ** 64) ** 64 is not.
            if nodes.height(power) > LARGEST_POWER:
                self.refuse(
                    f"a power of powers can be {LARGEST_POWER} at most altogether"
                )
            return power
        sign = OPERATORS.get(type(tree.op))
        if sign is None:
            self.refuse("only + - * / and ** join figures")
        return nodes.Binary(sign, base, self.node(tree.right, depth + 1))

    def exponent(self, tree: ast.expr) -> int:
        """Return the whole number after ``**``."""
        sign = 1
        if isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.USub):
            sign, tree = -1, tree.operand
        source = self.text[tree.col_offset : tree.end_col_offset]
        if not isinstance(tree, ast.Constant) or not source.isdigit():
            self.refuse("a power must be a whole number, written out: ** 6")
        if int(source) > LARGEST_POWER:
            self.refuse(f"a power can be {LARGEST_POWER} at most")
        return sign * int(source)

    def call(self, tree: ast.Call, depth: int) -> Node:
        """Return a call of one of the functions."""
        name = tree.func.id if isinstance(tree.func, ast.Name) else "that"
        function, count = FUNCTIONS.get(name), len(tree.args)
        if function is None:
            hint, known = nearest(name, FUNCTIONS), ", ".join(FUNCTIONS)
            self.refuse(f"'{name[:40]}' is no function here{hint} (known: {known})")
        if tree.keywords:
            self.refuse(f"{name} takes no keyword arguments")
        if count < function.fewest or (function.most and count > function.most):
            fixed = function.fewest == function.most
            wanted = f"{function.fewest}" if fixed else f"{function.fewest} or more"
            self.refuse(f"{name} takes {wanted} arguments, {count} were given")
        arguments = tuple(self.node(argument, depth + 1) for argument in tree.args)
        return nodes.Call(name, arguments)
