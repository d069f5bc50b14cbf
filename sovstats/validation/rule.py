"""What a row rule is, and how one is declared beside its function.

A rule returns a message, or raises one of our errors, or is content. It says what it
reads: the cells of its own row, the columns of other tables that it looks keys up in,
and the tables it compares its row with. Where a key table failed it is left out, since
it would report what is right; compared rows are taken as far as they were read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sovstats.storage import Row
from sovstats.validation.lookups import Context

Check = Callable[[Row, Context], str | None]


@dataclass(frozen=True)
class Rule:
    """A rule on the rows of one table.

    Attributes
    ----------
    title
        What it checks, in a few words; unique.
    table, column
        The table whose rows it checks and the column at which its messages stand.
    check
        The function itself.
    columns
        The cells of the row that it reads.
    lookups
        The columns of other tables, as ``table.column``, that it must see whole;
        ``units`` is the unit table.
    peers
        The tables with which it compares the row, as far as they could be read.
    """

    title: str
    table: str
    column: str
    check: Check
    columns: tuple[str, ...]
    lookups: tuple[str, ...]
    peers: tuple[str, ...]


DECLARED: list[Rule] = []
"""Every rule, as the modules that declare them are imported; `RULES` has an order."""


def rule(
    places: str, title: str, reads: str = "", keys: str = "", peers: str = ""
) -> Callable[[Check], Check]:
    """Declare a function as a rule at each of some places, all given as words.

    Parameters
    ----------
    places
        Every ``table.column`` at which the rule holds; it reads that column.
    title
        What it checks; the place goes before it.
    reads
        The other columns of the row that it reads.
    keys
        The columns of other tables in which it looks something up.
    peers
        The tables with which it compares the row.
    """

    def declare(check: Check) -> Check:
        for place in places.split():
            table, column = place.split(".")
            columns = dict.fromkeys([column, *reads.split()])
            words = tuple(columns), tuple(keys.split()), tuple(peers.split())
            DECLARED.append(Rule(f"{place} {title}", table, column, check, *words))
        return check

    return declare
