"""The nodes of an expression, and walks over them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

ONCE_EACH = frozenset({"growth", "decline", "share"})
"""Functions whose figures may stand elsewhere on the same side as well."""


@dataclass(frozen=True)
class Number:
    """A number, with its characters."""

    text: str

    @property
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


@dataclass(frozen=True)
class Comparison:
    """A chain of operands with a comparison between each two."""

    text: str
    operands: tuple[Node, ...]
    operators: tuple[str, ...]

    @property
    def pairs(self) -> list[tuple[Node, str, Node]]:
        """Each two neighbours with the comparison between them."""
        return list(zip(self.operands, self.operators, self.operands[1:], strict=False))

    @property
    def equality(self) -> bool:
        """Whether every comparison in it is ``==``."""
        return all(operator == "==" for operator in self.operators)


def height(node: Node) -> int:
    """Return the greatest power to which anything in an operand is raised."""
    match node:
        case Power(base, exponent):
            return max(1, abs(exponent)) * height(base)
        case Binary(_, left, right):
            return max(height(left), height(right))
        case Minus(operand):
            return height(operand)
        case Call(_, arguments):
            return max(map(height, arguments), default=1)
    return 1


def names_in(node: Node) -> list[str]:
    """Return every name in an operand, each as often as it stands there."""
    match node:
        case Name(name):
            return [name]
        case Binary(_, left, right):
            return names_in(left) + names_in(right)
        case Power(inner, _) | Minus(inner):
            return names_in(inner)
        case Call(_, arguments):
            return [name for argument in arguments for name in names_in(argument)]
    return []


def _single_uses(node: Node) -> list[str]:
    """Return the names outside the functions that may share theirs."""
    match node:
        case Call(function, arguments):
            inner = [name for argument in arguments for name in names_in(argument)]
            return [] if function in ONCE_EACH else inner
        case Binary(_, left, right):
            return _single_uses(left) + _single_uses(right)
        case Power(inner, _) | Minus(inner):
            return _single_uses(inner)
    return names_in(node)


def shared_calls(node: Node) -> list[Call]:
    """Return the calls of growth, decline and share in an operand."""
    match node:
        case Call(function, arguments):
            inner = [call for argument in arguments for call in shared_calls(argument)]
            return [node, *inner] if function in ONCE_EACH else inner
        case Binary(_, left, right):
            return shared_calls(left) + shared_calls(right)
        case Power(inner, _) | Minus(inner):
            return shared_calls(inner)
    return []


def repeated_names(node: Node) -> list[str]:
    """Return the names that stand more often on one side than they may."""
    groups = [_single_uses(node)]
    groups += [names_in(call) for call in shared_calls(node)]
    return [
        name
        for group in groups
        for name in dict.fromkeys(group)
        if group.count(name) > 1
    ]
