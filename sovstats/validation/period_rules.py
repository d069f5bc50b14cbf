"""Row rules on the periods of figures."""

from __future__ import annotations

from sovstats.storage import Row
from sovstats.validation.lookups import Context
from sovstats.validation.rule import rule


@rule("figures.period_basis", "is none without a period", reads="period")
def basis_fits_period(row: Row, context: Context) -> str | None:
    """Require the basis none where there is no period, and only there."""
    period, basis = row["period"], row["period_basis"]
    if basis == "none" and period:
        return f"the basis of '{period}' is none; write printed or inferred"
    if basis != "none" and not period:
        return f"'{basis}' is the basis of no period; write none, or a period"
    return None


@rule("figures.note", "says from what", reads="period_basis")
def inferred_has_note(row: Row, context: Context) -> str | None:
    """Require of an inferred period a note that says from what."""
    if row["period_basis"] != "inferred" or row["note"]:
        return None
    return "the period is inferred; say in the note from what"
