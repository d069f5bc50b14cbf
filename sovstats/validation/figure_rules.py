"""Row rules on the names of figures and observations, and on their numbers."""

from __future__ import annotations

import keyword

from sovstats.errors import NumeralError, nearest
from sovstats.expressions import FUNCTIONS
from sovstats.numbers.parsing import SCALES
from sovstats.storage import Row
from sovstats.validation.lookups import Context, amount, observation_name
from sovstats.validation.rule import rule

# -- names ----------------------------------------------------------------------------


def _reserved(name: str, context: Context) -> str | None:
    """Say what a name means already in an expression."""
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


@rule("figures.figure", "is not reserved", keys="units")
def name_is_free(row: Row, context: Context) -> str | None:
    """Require a name that means nothing else in an expression."""
    return _reserved(row["figure"], context)


@rule("figures.former", "is not reserved", keys="units")
def former_is_free(row: Row, context: Context) -> str | None:
    """Require former names that mean nothing else in an expression."""
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


@rule("figures.figure", "is unique", peers="figures")
def name_is_unique(row: Row, context: Context) -> str | None:
    """Require a name that no figure has or had."""
    return _taken(row["figure"], row, context)


@rule("figures.former", "is unique", peers="figures")
def former_is_unique(row: Row, context: Context) -> str | None:
    """Require former names that no other figure has or had."""
    names = row["former"].split()
    if row.cells.get("figure") in names or len(set(names)) < len(names):
        return f"'{row['former']}' repeats a name of this figure; write each once"
    messages = [_taken(name, row, context) for name in names]
    return next(filter(None, messages), None)


@rule("figures.figure", "is no observation's name", peers="observations")
def name_is_no_observation(row: Row, context: Context) -> str | None:
    """Require a name that no outside observation has."""
    other = context.observations.get(row["figure"])
    if other is None:
        return None
    return f"'{row['figure']}' is the name of the observation {other.where}; rename it"


@rule(
    "figures.figure",
    "begins with its indicator",
    reads="indicator",
    keys="indicators.indicator indicators.stem",
)
def name_begins_with_stem(row: Row, context: Context) -> str | None:
    """Require a name that begins with the stem of its indicator, as a whole word."""
    indicator = context.keys["indicators"].get(row["indicator"])
    if indicator is None:
        return None
    stem = indicator["stem"] or indicator["indicator"]
    if row["figure"] == stem or row["figure"].startswith(f"{stem}_"):
        return None
    return (
        f"'{row['figure']}' does not begin with '{stem}', as names of the indicator "
        f"'{row['indicator']}' do; rename it '{stem}_...' or correct the indicator"
    )


@rule(
    "observations.series",
    "gives a unique name",
    reads="dataset place year",
    peers="observations",
)
def observation_name_is_unique(row: Row, context: Context) -> str | None:
    """Require an observation whose name, as claims write it, no other has."""
    other = context.observations[observation_name(row)]
    if other is row:
        return None
    return (
        f"the name '{observation_name(row)}' is that of {other.where} too; expected "
        "names that differ in more than marks and capitals, rename one"
    )


# -- numbers --------------------------------------------------------------------------


@rule("figures.scale", "is a scale word")
def scale_is_known(row: Row, context: Context) -> str | None:
    """Require scale words only."""
    wrong = next((word for word in row["scale"].split() if word not in SCALES), None)
    if wrong is None:
        return None
    return (
        f"'{wrong}' is no scale word{nearest(wrong, SCALES)}; write a word such as "
        "'thousand' or 'billion', or nothing"
    )


@rule("figures.value", "or low and high", reads="low high hedge note")
def one_value(row: Row, context: Context) -> str | None:
    """Require a value, a range, a floor, or a note that says why there is none."""
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


@rule("figures.low", "alone is a vague floor", reads="value high hedge")
def vague_floor(row: Row, context: Context) -> str | None:
    """Require low alone for a vague number, and for no other."""
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


@rule("figures.low", "is below high", reads="high")
def low_below_high(row: Row, context: Context) -> str | None:
    """Require a range whose ends are in order and differ."""
    low, high = amount(row["low"]), amount(row["high"])
    if low is None or high is None or low < high:
        return None
    return (
        f"low {row['low']} is not below high {row['high']}; expected low < high, "
        "exchange them, or write one value"
    )


@rule(
    "figures.printed",
    "times scale is the value",
    reads="source start end scale value low high",
    keys="corrections.meant",
)
def printed_is_value(row: Row, context: Context) -> str | None:
    """Require a number that reading the printed string again gives as well."""
    if not (row["value"] or row["low"] or row["high"]):
        return None
    try:
        numerals = context.numerals(row)
    # A word that is no scale word is for the rule on scale.
    except KeyError:
        return None
    except NumeralError as error:
        return f"{error}; record the span of one numeral, or mend it in corrections.csv"
    if context.numeral(row) is not None:
        return None
    cells = _stated(row["value"], row["low"], row["high"])
    read = " or ".join(dict.fromkeys(_stated(n.value, n.low, n.high) for n in numerals))
    scaled = f" times {row['scale']}" if row["scale"] else ""
    return (
        f"'{context.printed(row)}'{scaled} is {read}, but the row says {cells}; "
        "correct the number or the scale; what the carrier garbled goes to "
        "corrections.csv"
    )


def _stated(value: object, low: object, high: object) -> str:
    """Write the number of a row or a numeral in a few words."""
    if value not in ("", None):
        return str(value)
    return f"at least {low}" if high in ("", None) else f"{low} to {high}"
