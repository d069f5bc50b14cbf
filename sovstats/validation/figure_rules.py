"""Row rules on figures: their names, numbers, units, bases and periods."""

from __future__ import annotations

import keyword
import re
from typing import TYPE_CHECKING

from sovstats.errors import (
    NumeralError,
    UnitError,
    nearest,
)
from sovstats.expressions import FUNCTIONS
from sovstats.numbers.parsing import SCALES, Numeral
from sovstats.storage.periods import PeriodError, parse_period
from sovstats.validation.lookups import amount, scale_factor

if TYPE_CHECKING:
    from sovstats.storage.files import Row
    from sovstats.validation.lookups import Context

TON = "'ton' is ambiguous (short, long or metric); write 'tonne' if it is 1,000 kg"


def check_unit(unit: str, context: Context) -> None:
    """Raise `UnitError` if a unit is not one, or is the ambiguous ton."""
    assert context.units is not None
    if re.search(r"\btons?\b", unit):
        raise UnitError(unit, TON)
    context.units.parse(unit)


# -- keys -----------------------------------------------------------------------------


def base_is_known(row: Row, context: Context) -> str | None:
    """Take as base a period, a place, or the name of a figure, or nothing."""
    base = row["base"]
    places = context.keys("places")
    if not base or base in places or base in context.names:
        return None
    try:
        parse_period(base)
    except PeriodError:
        hint = nearest(base, [*places, *context.names])
        return (
            f"'{base[:80]}' is neither a period nor a place nor a figure{hint}; write "
            "one of them, or leave it empty and say it in the note"
        )
    return None


def dimension_is_indicators(row: Row, context: Context) -> str | None:
    """Take a unit of the same dimension as the canonical unit of the indicator."""
    assert context.units is not None
    canonical = context.indicator_unit(row)
    if canonical is None:
        return None
    try:
        own = context.units.parse(row["unit"])
    except UnitError:
        return None
    name, unit = canonical
    if own.dimension == unit.dimension:
        return None
    return (
        f"'{row['unit']}' is of dimension {own.dimension}, but the indicator "
        f"'{row['indicator']}' is measured in '{name}' ({unit.dimension}); correct the "
        "unit or choose another indicator"
    )


# -- names ----------------------------------------------------------------------------


def _reserved(name: str, context: Context) -> str | None:
    """Say what a name means already in an expression."""
    assert context.units is not None
    kinds = {
        "a unit": name in context.units.names,
        "a scale word": name in SCALES,
        "a function": name in FUNCTIONS,
        "a keyword of Python": keyword.iskeyword(name),
    }
    kind = next((kind for kind, taken in kinds.items() if taken), None)
    if kind is None:
        return None
    return f"'{name}' is {kind}, so no expression could name the figure; rename it"


def name_is_free(row: Row, context: Context) -> str | None:
    """Take a name that means nothing else in an expression."""
    return _reserved(row["figure"], context)


def former_is_free(row: Row, context: Context) -> str | None:
    """Take former names that mean nothing else in an expression."""
    messages = [_reserved(name, context) for name in row["former"].split()]
    return next(filter(None, messages), None)


def _taken(name: str, row: Row, context: Context) -> str | None:
    """Say which other row has a name."""
    other = context.names[name]
    if other is row:
        return None
    return (
        f"the name '{name}' is taken by {other.where}; a name, once given, belongs to "
        "one figure, add the source or what tells it apart"
    )


def name_is_unique(row: Row, context: Context) -> str | None:
    """Take a name that no figure has or had."""
    return _taken(row["figure"], row, context)


def former_is_unique(row: Row, context: Context) -> str | None:
    """Take former names that no other figure has or had."""
    names = row["former"].split()
    if row.cells.get("figure") in names or len(set(names)) < len(names):
        return f"'{row['former']}' repeats a name of this figure; write each once"
    messages = [_taken(name, row, context) for name in names]
    return next(filter(None, messages), None)


def name_is_no_observation(row: Row, context: Context) -> str | None:
    """Take a name that no outside observation has."""
    other = context.observations.get(row["figure"])
    if other is None:
        return None
    return f"'{row['figure']}' is the name of the observation {other.where}; rename it"


def name_begins_with_stem(row: Row, context: Context) -> str | None:
    """Take a name that begins with the stem of its indicator, as a whole word."""
    indicator = context.keys("indicators").get(row["indicator"])
    if indicator is None:
        return None
    stem = indicator["stem"] or indicator["indicator"]
    if row["figure"] == stem or row["figure"].startswith(f"{stem}_"):
        return None
    return (
        f"'{row['figure']}' does not begin with '{stem}', as names of the indicator "
        f"'{row['indicator']}' do; rename it '{stem}_...' or correct the indicator"
    )


# -- numbers --------------------------------------------------------------------------


def scale_is_known(row: Row, context: Context) -> str | None:
    """Take scale words only."""
    wrong = next((word for word in row["scale"].split() if word not in SCALES), None)
    if wrong is None:
        return None
    return (
        f"'{wrong}' is no scale word{nearest(wrong, SCALES)}; write a word such as "
        "'thousand' or 'billion', or nothing"
    )


def one_value(row: Row, context: Context) -> str | None:
    """Take a value, or a range, or a floor, or a note that says why there is none."""
    value, low, high = row["value"], row["low"], row["high"]
    if value and (low or high):
        return "there are a value and a range; keep the value, or low and high"
    if high and not low:
        return "there is a high end without a low one; fill in low, or write the value"
    if not value and not low and not row["note"]:
        return (
            "there is no number; fill in value, or low and high, or say in the note "
            "why the text gives none"
        )
    return None


def vague_floor(row: Row, context: Context) -> str | None:
    """Take low alone for a vague number, and for no other."""
    alone = bool(row["low"]) and not row["value"] and not row["high"]
    if row["hedge"] == "vague" and not alone:
        return (
            "a vague number has its floor, two of its scale word, in low alone; write "
            "20000000 for tens of millions and leave value and high empty"
        )
    if row["hedge"] != "vague" and alone:
        return (
            "low stands alone, which only a vague number may; fill in high, or write "
            "the number in value"
        )
    return None


def low_below_high(row: Row, context: Context) -> str | None:
    """Take a range whose ends are in order and differ."""
    low, high = amount(row["low"]), amount(row["high"])
    if low is None or high is None or low < high:
        return None
    return (
        f"low {row['low']} is not below high {row['high']}; expected low < high, "
        "exchange them, or write one value"
    )


def printed_is_value(row: Row, context: Context) -> str | None:
    """Take a number that reading the printed string again gives as well."""
    if not (row["value"] or row["low"] or row["high"]):
        return None
    try:
        scale_factor(row["scale"])
    except KeyError:
        return None
    try:
        numerals = context.numerals(row)
    except NumeralError as error:
        return f"{error}; record the span of one numeral, or mend it in corrections.csv"
    if context.numeral(row) is not None:
        return None
    cells = _stated(row["value"], row["low"], row["high"])
    read = " or ".join(dict.fromkeys(map(_numbers, numerals)))
    scaled = f" times {row['scale']}" if row["scale"] else ""
    return (
        f"'{context.printed(row)}'{scaled} is {read}, but the row says {cells}; "
        "correct the number or the scale; what the carrier garbled goes to "
        "corrections.csv"
    )


def _numbers(numeral: Numeral) -> str:
    """Write the number of a numeral as the cells of a row would hold it."""
    ends = (numeral.value, numeral.low, numeral.high)
    return _stated(*("" if end is None else str(end) for end in ends))


def _stated(value: str, low: str, high: str) -> str:
    """Write the number of a row in a few words."""
    return value or (f"{low} to {high}" if high else f"at least {low}")


# -- periods --------------------------------------------------------------------------


def basis_fits_period(row: Row, context: Context) -> str | None:
    """Take the basis none where there is no period, and only there."""
    period, basis = row["period"], row["period_basis"]
    if basis == "none" and period:
        return f"the basis of '{period}' is none; write printed or inferred"
    if basis != "none" and not period:
        return f"'{basis}' is the basis of no period; write none, or a period"
    return None


def inferred_has_note(row: Row, context: Context) -> str | None:
    """Take an inferred period only with a note that says from what."""
    if row["period_basis"] != "inferred" or row["note"]:
        return None
    return "the period is inferred; say in the note from what"
