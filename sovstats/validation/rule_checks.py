"""The second half of the third pass: the row rules over all rows, and what is left out.

A rule is left out where something that it reads has failed: a key table that could not
be read whole, a column that a file lacks, a cell that its column's test refused. Each
cause is told once, with the rules that it stopped.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sovstats.errors import Problem, SovstatsError
from sovstats.storage import Row
from sovstats.validation.lookups import Context
from sovstats.validation.rule import Rule
from sovstats.validation.rules import RULES


@dataclass
class Failed:
    """What the passes before could not read or refused.

    Attributes
    ----------
    tables
        Tables of which a file or a record is missing, with what is.
    columns
        The columns that a file lacks, by file; the table of each file stands beside.
    cells
        File, line and column of refused cells.
    """

    tables: dict[str, str] = field(default_factory=dict)
    columns: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    cells: set[tuple[str, int, str]] = field(default_factory=set)

    def lookup(self, wanted: str) -> str | None:
        """Return why a key column, as ``table.column``, cannot be looked up."""
        table, _, column = wanted.partition(".")
        if table in self.tables:
            return self.tables[table]
        for (file, of), columns in self.columns.items():
            if of == table and column in columns:
                return f"{file} has no column '{column}'"
        return None


@dataclass
class Outcome:
    """What the rules found.

    Attributes
    ----------
    problems
        One for every row that breaks a rule.
    left_out
        A sentence for every cause why rules were not applied, and which.
    fired
        How many problems each rule found, by its title.
    """

    problems: list[Problem]
    left_out: list[str]
    fired: Counter[str]


def run_rules(
    context: Context, failed: Failed, rules: Iterable[Rule] = RULES
) -> Outcome:
    """Apply every rule to every row of its table.

    Parameters
    ----------
    context
        The rows and what can be looked up.
    failed
        What the passes before have found to be missing or wrong.
    rules
        The rules; all of them unless told.
    """
    problems: list[Problem] = []
    fired: Counter[str] = Counter()
    causes: dict[str, dict[str, None]] = defaultdict(dict)
    for rule in rules:
        stopped = [cause for key in rule.lookups if (cause := failed.lookup(key))]
        for cause in stopped:
            causes[cause][rule.title] = None
        # An overlap with a row that was read is one, whatever was lost beside it.
        for peer in rule.peers:
            if peer in failed.tables:
                causes[f"only in part: {failed.tables[peer]}"][rule.title] = None
        for row in [] if stopped else context.tables[rule.table]:
            if reason := _unreadable(rule, row, failed):
                causes[reason][rule.title] = None
            elif message := _apply(rule, row, context):
                problems.append(Problem(row.file, row.line, rule.column, message))
                fired[rule.title] += 1
    left_out = [f"{', '.join(titles)} ({cause})" for cause, titles in causes.items()]
    return Outcome(problems, left_out, fired)


def _unreadable(rule: Rule, row: Row, failed: Failed) -> str | None:
    """Return why a rule cannot be applied to a row, or None if it can."""
    for column in rule.columns:
        if column not in row.cells:
            return f"{row.file} has no column '{column}'"
        if (row.file, row.line, column) in failed.cells:
            return f"{row.where}:{column} is refused"
    return None


def _apply(rule: Rule, row: Row, context: Context) -> str | None:
    """Return what a rule says about a row, returned or raised."""
    try:
        return rule.check(row, context)
    except SovstatsError as error:
        return str(getattr(error, "reason", error))
