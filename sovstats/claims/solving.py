"""What one figure would have to be for two sides to be equal.

A figure stands on a side once, so the way from the side down to it can be walked
backwards, undoing one operation at a time, exactly and on intervals as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sovstats.expressions import FUNCTIONS, Names, Node, evaluate, names_in
from sovstats.expressions.evaluation import Leaf
from sovstats.expressions.nodes import Binary, Call, Minus, Name, Power
from sovstats.numbers import Interval


class Unsolvable(Exception):
    """The way back cannot be walked: a range, or a function that has no inverse."""


@dataclass(frozen=True)
class Unknown:
    """A figure that is solved for, the others being known.

    Attributes
    ----------
    figure
        The present name of the figure.
    names
        What the names stand for.
    leaf
        How the other figures are taken.
    """

    figure: str
    names: Names
    leaf: Leaf

    def stands_in(self, node: Node) -> bool:
        """Say whether the figure stands in an operand, by its present or former name.

        A name that is no figure's stands for itself.
        """
        return any(self.names.present(name) == self.figure for name in names_in(node))

    def solve(self, node: Node, target: Interval) -> Interval:
        """Return the values of the figure for which a side takes values in the target.

        Parameters
        ----------
        node
            The side; the figure stands in it once.
        target
            What the side has to be.

        Raises
        ------
        Unsolvable
            If a range takes part, or the figure stands below min, max or abs.
        """
        match node:
            case Name():
                return target
            case Minus(inner):
                return self.solve(inner, -target)
            case Power(base, exponent):
                return self.solve(base, _root(target, exponent))
            case Binary():
                return self._undo(node, target)
            case Call(name, arguments):
                operations = FUNCTIONS[name].operations
                if operations:
                    return self.solve(operations(arguments), target)
        raise Unsolvable

    def _undo(self, node: Binary, target: Interval) -> Interval:
        """Undo one operation and go on with the operand that holds the figure."""
        # The other operand is taken as known: a figure stands on a side only once.
        on_left = self.stands_in(node.left)
        known = self.known(node.right if on_left else node.left)
        try:
            if node.operator == "+":
                undone = target - known
            elif node.operator == "-":
                undone = target + known if on_left else known - target
            elif node.operator == "*":
                undone = target / known
            else:
                undone = target * known if on_left else known / target
        except ZeroDivisionError:
            raise Unsolvable from None
        return self.solve(node.left if on_left else node.right, undone)

    def known(self, node: Node) -> Interval:
        """Return the interval of an operand that is one number."""
        try:
            span = evaluate(node, self.names, self.leaf)
        except ZeroDivisionError:
            raise Unsolvable from None
        if span is None or span.is_range:
            raise Unsolvable
        return span.lower


def _root(target: Interval, exponent: int) -> Interval:
    """Return the positive root of an interval, to about fifteen digits."""
    if target.low is None or target.high is None or target.low <= 0 or exponent == 0:
        raise Unsolvable
    # A float is exact enough here: the value is rounded to a figure's own last digit.
    low, high = (
        Fraction(float(end) ** (1 / exponent)).limit_denominator(10**12)
        for end in (target.low, target.high)
    )
    return Interval(min(low, high), max(low, high))
