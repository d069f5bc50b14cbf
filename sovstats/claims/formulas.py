"""The arithmetic of a claim written out, step by step, as people write it.

``decline(cattle_1929, cattle_1934)`` becomes the formula with names, the formula with
what is printed, and the result. Nothing is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sovstats.claims.claim import Claim
from sovstats.claims.display import DIMENSIONLESS
from sovstats.claims.verdict import Verdict
from sovstats.expressions import Node
from sovstats.expressions.nodes import Binary, Call, Date, Minus, Name, Number, Power
from sovstats.numbers import Span, show_span

Write = Callable[[str], str]
"""How a figure's name is written in a formula."""

SIGNS = {"+": "+", "-": "\N{MINUS SIGN}", "*": "×", "/": "÷"}
CLAIMED = {
    "==": "claimed to equal",
    "<": "claimed to be less than",
    "<=": "claimed to be at most",
    ">": "claimed to be more than",
    ">=": "claimed to be at least",
}
COMPARED = {"==": "=", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}
SUM, PRODUCT, POWER, ATOM = 1, 2, 3, 4
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN = re.compile(r"[\d.,]+( ?(thousand|[mb]illion|per ?cent))?%?( \[\w+\])?")
_SAYS_PERCENT = re.compile(r"%|per ?cent")


@dataclass(frozen=True)
class Operand:
    """One side of a comparison in ever plainer words.

    Attributes
    ----------
    operator, claimed
        The sign in front of it and what it says; empty in front of the first.
    steps
        The formula with names, with printed numbers, and its literal value; what adds
        nothing is left out.
    """

    operator: str
    claimed: str
    steps: tuple[str, ...]


def printed_number(row: Mapping[str, str]) -> str:
    """Return what is printed for a figure, with what is to be supplied in brackets.

    Examples
    --------
    >>> row = {"printed": "8.4", "hedge": "about", "scale": "billion", "unit": "ruble"}
    >>> printed_number(row)
    'about 8.4 [billion]'
    """
    hedge = "" if row["hedge"] in ("none", "vague", "") else row["hedge"]
    words = [hedge.replace("_", " "), row["printed"]]
    if row.get("scale"):
        words.append(f"[{row['scale']}]")
    if row["unit"] == "percent" and not _SAYS_PERCENT.search(row["printed"]):
        words.append("[percent]")
    return " ".join(filter(None, words))


def written_out(claim: Claim, printed: Write) -> list[Operand]:
    """Return each side of a claim with its arithmetic.

    Parameters
    ----------
    claim
        The claim.
    printed
        How the number of a figure is printed, by its name.
    """
    verdict = claim.verdict
    first = verdict.pairs[0]
    sides = [("", first.left, first.rungs[0].computed)]
    sides += [(p.operator, p.right, p.rungs[0].stated) for p in verdict.pairs]
    writer = _Writer(verdict.names.units.names, printed)
    return [
        Operand(
            COMPARED.get(sign, ""),
            CLAIMED.get(sign, ""),
            _steps(node, span, verdict, writer),
        )
        for sign, node, span in sides
    ]


def with_unit(number: str, unit: str) -> str:
    """Return a number with its unit, if it has one that says anything."""
    return number if unit in ("", DIMENSIONLESS, "count") else f"{number} {unit}"


def _steps(
    node: Node, span: Span | None, verdict: Verdict, writer: _Writer
) -> tuple[str, ...]:
    value = with_unit(show_span(span, verdict.factor), verdict.unit if span else "")
    formula = _Writer(writer.units, lambda name: name).write(node)
    printed = writer.write(node)
    said = printed.replace("per cent", "percent").replace("[", "").replace("]", "")
    return tuple(dict.fromkeys([formula, printed, *([value] * (value != said))]))


@dataclass(frozen=True)
class _Writer:
    """Writes an operand of an expression as a formula."""

    units: frozenset[str]
    leaf: Write

    def write(self, node: Node) -> str:
        """Return the formula of an operand, without brackets around it."""
        return self._leaf_or(node)[0]

    def _leaf_or(self, node: Node) -> tuple[str, int]:
        """Return a formula and how strongly its last operation binds."""
        match node:
            case Number(text) | Date(text):
                return text, ATOM
            case Name(name):
                text = name if name in self.units else self.leaf(name)
                plain = text == name or _PLAIN.fullmatch(text)
                return text, ATOM if plain else SUM
            case Minus(inner):
                return f"{SIGNS['-']}{self._within(inner, PRODUCT)}", SUM
            case Power(base, exponent):
                raised = str(exponent).translate(SUPERSCRIPTS)
                return f"{self._within(base, ATOM)}{raised}", POWER
            case Binary(operator, left, right):
                return self._binary(operator, left, right)
        assert isinstance(node, Call)
        return self._call(node.function, node.arguments)

    def _within(self, node: Node, least: int) -> str:
        """Return a formula, in brackets where it binds less than what is around it."""
        text, strength = self._leaf_or(node)
        return text if strength >= least else f"({text})"

    def _binary(self, operator: str, left: Node, right: Node) -> tuple[str, int]:
        if operator == "*" and isinstance(right, Name) and right.name in self.units:
            return f"{self._within(left, PRODUCT)} {right.name}", PRODUCT
        strength = SUM if operator in "+-" else PRODUCT
        # a - (b - c) and a / (b * c) keep their brackets, a + (b + c) needs none.
        after = strength + (operator in "-/")
        one, other = self._within(left, strength), self._within(right, after)
        return f"{one} {SIGNS[operator]} {other}", strength

    def _call(self, function: str, nodes: tuple[Node, ...]) -> tuple[str, int]:
        """Write a function as what it stands for."""
        minus, over = SIGNS["-"], SIGNS["/"]
        if function in ("growth", "decline"):
            old, new = (self._within(node, POWER) for node in nodes)
            ratio = f"{new} {over} {old}"
            grown = function == "growth"
            return f"{ratio} {minus} 1" if grown else f"1 {minus} {ratio}", SUM
        if function == "exact":
            return self._leaf_or(nodes[0])
        terms = [self._within(node, PRODUCT) for node in nodes]
        total = f"({' + '.join(terms)})"
        if function == "share":
            return f"{self._within(nodes[0], POWER)} {over} {total}", PRODUCT
        if function == "mean":
            return f"{total} {over} {len(terms)}", PRODUCT
        if function == "abs":
            return f"|{self.write(nodes[0])}|", ATOM
        if function == "rank":
            others = ", ".join(map(self.write, nodes[1:]))
            return f"the place of {self.write(nodes[0])} among it and {others}", SUM
        words = {"min": "the least of", "max": "the greatest of"}
        if function in words:
            return f"{words[function]} ({', '.join(map(self.write, nodes))})", ATOM
        start, end = map(self.write, nodes)
        return f"the {function} from {start} to {end}", ATOM
