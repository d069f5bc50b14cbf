"""Every error that sovstats raises on purpose: one base class, one sentence each.

Each concrete error is also the builtin that a caller would expect to catch, keeps its
facts in fields, and puts its sentence together in ``__str__``. The command line prints
that sentence and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Self


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint ``; did you mean 'name'?`` or an empty string.

    Parameters
    ----------
    word
        What was written. Only its first 80 characters are compared.
    known
        The names that would have been right.
    """
    import difflib

    close = difflib.get_close_matches(word[:80], list(known), n=1, cutoff=0.6)
    return f"; did you mean '{close[0]}'?" if close else ""


class SovstatsError(Exception):
    """Base of all errors raised on purpose by this package.

    Errors of one class with the same facts are equal, have one hash, and survive
    pickling: a worker process can hand them to its parent.

    Examples
    --------
    >>> import pickle
    >>> error = UnitError("ton", "it is ambiguous")
    >>> pickle.loads(pickle.dumps(error)) == error
    True
    """

    @property
    def _facts(self) -> tuple[object, ...]:
        """The fields of the error, in the order in which it is made from them."""
        if not is_dataclass(self):
            return self.args
        return tuple(getattr(self, field.name) for field in fields(self))

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._facts == other._facts

    def __hash__(self) -> int:
        return hash((type(self), self._facts))

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        return type(self), self._facts


@dataclass(eq=False)
class NumeralError(SovstatsError, ValueError):
    """A printed string that is not one numeral."""

    printed: str
    reason: str

    def __str__(self) -> str:
        shown = self.printed if len(self.printed) <= 60 else self.printed[:57] + "..."
        return f"cannot read '{shown}' as a number: {self.reason}"


@dataclass(eq=False)
class UnitError(SovstatsError, ValueError):
    """A unit expression with an unknown name or a wrong shape."""

    unit: str
    reason: str

    def __str__(self) -> str:
        return f"cannot use the unit '{self.unit[:80]}': {self.reason}"


@dataclass(eq=False)
class DimensionError(SovstatsError, ValueError):
    """Two quantities that cannot be added, compared or converted."""

    left: str
    right: str
    action: str

    def __str__(self) -> str:
        return (
            f"cannot {self.action} {self.left} and {self.right}: different dimensions"
        )


@dataclass(eq=False)
class ExpressionError(SovstatsError, ValueError):
    """An expression that is not in the grammar of claims."""

    expression: str
    reason: str

    def __str__(self) -> str:
        text = self.expression
        shown = text if len(text) <= 60 else text[:57] + "..."
        return f"cannot evaluate '{shown}': {self.reason}"


@dataclass(eq=False)
class UnknownNameError(SovstatsError, KeyError):
    """A figure, table, indicator, chart or command that does not exist."""

    kind: str
    name: str
    hint: str = ""

    @classmethod
    def of(
        cls, kind: str, name: str, known: Iterable[str], listed: bool = False
    ) -> Self:
        """Return the error for a name, with the nearest of those that are known.

        Where none is near and `listed`, all of them are named.
        """
        names = list(known)
        hint = nearest(name, names)
        if not hint and listed:
            hint = f"; there are {', '.join(names)}"
        return cls(kind, name, hint)

    def __str__(self) -> str:
        return f"there is no {self.kind} named '{self.name[:80]}'{self.hint}"


@dataclass(eq=False)
class ConflictError(SovstatsError, ValueError):
    """Figures of one series and one year that differ."""

    indicator: str
    first: str
    second: str
    advice: str

    def __str__(self) -> str:
        return (
            f"'{self.indicator}' has two different values for one period: "
            f"{self.first} and {self.second}; {self.advice}"
        )


@dataclass(eq=False)
class DatasetError(SovstatsError, RuntimeError):
    """A dataset folder that cannot be used as it is."""

    folder: str
    reason: str

    def __str__(self) -> str:
        return f"{self.folder}: {self.reason}"


@dataclass(frozen=True)
class Problem:
    """One line of a validation report: where, what is wrong, what to do."""

    file: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


@dataclass(eq=False)
class ValidationError(SovstatsError, ValueError):
    """A dataset whose raw tables break rules; all problems are listed at once."""

    problems: Sequence[Problem]
    left_out: Sequence[str]

    def __post_init__(self) -> None:
        self.problems = tuple(self.problems)
        self.left_out = tuple(self.left_out)

    def __str__(self) -> str:
        lines = [str(problem) for problem in self.problems]
        lines += [f"not checked: {rule}" for rule in self.left_out]
        count = len(self.problems)
        lines.append(
            f"{count} {'problem' if count == 1 else 'problems'}; nothing was written"
        )
        return "\n".join(lines)
