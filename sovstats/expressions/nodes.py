"""The nodes of an expression, and walks over them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property


@dataclass(frozen=True)
class Number:
    """A number, with its characters."""

    text: str

    @cached_property
    def value(self) -> Fraction:
        """The exact number."""
        return Fraction(self.text)


@dataclass(frozen=True)
class Date:
    """A date in quotes, an argument of `years` or `months`."""

    text: str


@dataclass(frozen=True)
class Name:
    """The name of a figure, an outside observation, a unit or a scale word."""

    name: str


@dataclass(frozen=True)
class Binary:
    """Two operands and one of ``+ - * /``."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Power:
    """A base raised to a whole literal."""

    base: Node
    exponent: int


@dataclass(frozen=True)
class Minus:
    """A negated operand."""

    operand: Node


@dataclass(frozen=True)
class Call:
    """One of the functions, with its arguments."""

    function: str
    arguments: tuple[Node, ...]


Node = Number | Date | Name | Binary | Power | Minus | Call
"""An operand, or a part of one."""


@dataclass(frozen=True)
class Comparison:
    """A chain of operands with a comparison between each two.

    Attributes
    ----------
    text
        The whole expression, its white space made even.
    operands
        The operands as nodes, one more than there are operators.
    operators
        ``==``, ``<``, ``<=``, ``>`` or ``>=``, in their order.

    Examples
    --------
    >>> from sovstats.expressions import parse_expression
    >>> rising = parse_expression("low < middle  <= high")
    >>> rising.text, rising.operators, len(rising.pairs)
    ('low < middle <= high', ('<', '<='), 2)
    """

    text: str
    operands: tuple[Node, ...]
    operators: tuple[str, ...]

    @property
    def pairs(self) -> list[tuple[Node, str, Node]]:
        """Each two neighbours with the comparison between them."""
        return list(zip(self.operands, self.operators, self.operands[1:], strict=False))


def parts(node: Node) -> tuple[Node, ...]:
    """Return the operands that stand directly in an operand."""
    match node:
        case Binary(_, left, right):
            return left, right
        case Power(inner, _) | Minus(inner):
            return (inner,)
        case Call(_, arguments):
            return arguments
    return ()


def height(node: Node) -> int:
    """Return the greatest power to which anything in an operand is raised."""
    inner = max(map(height, parts(node)), default=1)
    return max(1, abs(node.exponent)) * inner if isinstance(node, Power) else inner


def names_in(node: Node) -> list[str]:
    """Return every name in an operand, each as often as it stands there.

    Parameters
    ----------
    node
        An operand of a comparison, or a part of one.

    Returns
    -------
    list of str
        Names of figures, observations, units and scale words, from left to right.

    Examples
    --------
    >>> from sovstats.expressions import names_in, parse_expression
    >>> fall, stated = parse_expression("decline(herd, rest) == 40 * percent").operands
    >>> names_in(fall), names_in(stated)
    (['herd', 'rest'], ['percent'])
    """
    if isinstance(node, Name):
        return [node.name]
    return [name for part in parts(node) for name in names_in(part)]
