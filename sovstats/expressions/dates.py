"""Dates in expressions, and the whole months between two of them."""

from __future__ import annotations

import re

from sovstats.errors import ExpressionError
from sovstats.expressions.names import Names
from sovstats.expressions.nodes import Call, Date, Name, Node

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def calendar_months(call: Call, names: Names) -> int:
    """Return the whole months from one date to another.

    ``months`` counts from the beginning of one period to that of the other; ``years``
    as well where both dates name a month, else it takes the difference of calendar
    years. A date is one in quotes (``"1928-10"``) or a figure, which stands for its
    period.
    """
    dates = [_date(call.function, node, names) for node in call.arguments]
    if call.function == "years" and any(month is None for _, month in dates):
        dates = [(year, None) for year, _ in dates]
    one, other = (12 * year + (month or 1) for year, month in dates)
    return other - one


def _date(function: str, node: Node, names: Names) -> tuple[int, int | None]:
    """Return the year and, where it has one, the month of a date."""
    text = _date_text(function, node, names)
    found = _DATE.fullmatch(text)
    if found is None or not 1 <= int(found[2] or 1) <= 12:
        reason = f'\'{text[:40]}\' is no date such as "1928", "1928-10" or "1928-10-01"'
        raise ExpressionError(text, reason)
    if isinstance(node, Date) and (found[3] or "01") != "01":
        reason = (
            f"months are counted whole, so that the day of '{text}' has no place; "
            f'write "{found[1]}-{found[2]}"'
        )
        raise ExpressionError(text, reason)
    return int(found[1]), int(found[2]) if found[2] else None


def _date_text(function: str, node: Node, names: Names) -> str:
    if isinstance(node, Date):
        return node.text
    if isinstance(node, Name) and node.name in names.quantities:
        facts = names.quantities[node.name].facts
        date = facts.get("year" if function == "years" else "period_start", "")
        if date:
            return date
        reason = f"'{node.name}' has no single {function.removesuffix('s')}"
        raise ExpressionError(node.name, reason)
    reason = f"{function}() takes two dates in quotes or figures"
    raise ExpressionError(function, reason)
