"""Row rules on keys, codes and units: what a cell names must exist."""

from __future__ import annotations

import re

from sovstats.errors import UnitError, nearest
from sovstats.storage import LAYOUTS, RAW, TABLE_NAMES, PeriodError, Row, parse_period
from sovstats.units import TON_IN_A_UNIT
from sovstats.validation.lookups import Context, observation_unit
from sovstats.validation.rule import rule

KEYED = {
    "sources": "corrections.source figures.source exclusions.source anchors.source",
    "indicators": "figures.indicator",
    "places": "figures.place",
    "datasets": "observations.dataset",
}
"""The columns that hold a key of each of these tables."""

_NAMED_ALIKE = (
    "indicators.topic indicators.measure indicators.sense claims.asserted "
    "figures.hedge figures.status figures.speaker figures.period_basis "
    "exclusions.reason exclusions.basis"
).split()
CODED = {"claims.kind": "claim_kind"}
CODED |= {place: place.partition(".")[2] for place in _NAMED_ALIKE}
"""The code list of each of these columns."""

OPTIONAL = frozenset({"figures.place", "indicators.sense"})


def _listed(place: str, table: str, code_list: str = "") -> None:
    """Declare the rule that a cell is a key of a table or a code of a list."""
    column, layout = place.partition(".")[2], LAYOUTS[table]
    title, where = f"is in {table}", f"{RAW}/{layout.path}"
    if code_list:
        title = f"is in the code list {code_list}"
        where += f", list '{code_list}'"

    @rule(place, title, keys=" ".join(f"{table}.{key}" for key in layout.key))
    def check(row: Row, context: Context) -> str | None:
        cell = row[column]
        known = context.codes[code_list] if code_list else context.keys[table]
        if cell in known or (place in OPTIONAL and not cell):
            return None
        return (
            f"there is no {column.replace('_', ' ')} '{cell[:80]}'"
            f"{nearest(cell, known)}; choose one of {where} or add it there"
        )


for _table, _places in KEYED.items():
    for _place in _places.split():
        _listed(_place, _table)
for _place, _code_list in CODED.items():
    _listed(_place, "codes", _code_list)


def _has_file(folder: str) -> None:
    """Declare the rule that a source has a file in a folder, if only a header."""

    @rule("sources.source", f"has a file of {folder}")
    def check(row: Row, context: Context) -> str | None:
        wanted = f"{RAW}/{folder}/{row['source']}.csv"
        if wanted in context.files:
            return None
        return f"{wanted} is missing; write it, with the header alone if it has no rows"


for _folder in ("figures", "exclusions"):
    _has_file(_folder)


@rule("codes.list", "is a list in use")
def list_is_known(row: Row, context: Context) -> str | None:
    """Require a code list that some column refers to."""
    lists = sorted(set(CODED.values()))
    if row["list"] in lists:
        return None
    hint = nearest(row["list"], lists)
    return (
        f"no column uses a code list '{row['list']}'{hint}; the lists are "
        f"{', '.join(lists)}"
    )


@rule("codes.code", "of a topic is no table's name", reads="list")
def topic_is_no_table(row: Row, context: Context) -> str | None:
    """Require topics that can be loaded by name beside the tables."""
    if row["list"] != "topic" or row["code"] not in TABLE_NAMES:
        return None
    return f"'{row['code']}' is a table's name; a topic needs another, since both load"


@rule(
    "figures.base",
    "is a period, a place or a figure",
    keys="places.place figures.figure figures.former",
)
def base_is_known(row: Row, context: Context) -> str | None:
    """Require as base a period, a place, the name of a figure, or nothing."""
    base = row["base"]
    places = context.keys["places"]
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


@rule("indicators.unit figures.unit observations.unit", "is a unit", keys="units")
def unit_is_known(row: Row, context: Context) -> None:
    """Require a unit that the unit table can make, and never the ambiguous ton."""
    unit = row["unit"]
    if row.table == "observations":
        unit = observation_unit(unit)
    # A dataset may define a unit of that name, which would be no less ambiguous.
    if re.search(r"\btons?\b", unit):
        raise UnitError(unit, TON_IN_A_UNIT)
    context.units.parse(unit)


@rule(
    "figures.unit",
    "has the dimension of its indicator",
    reads="indicator",
    keys="units indicators.indicator indicators.unit",
)
def dimension_is_indicators(row: Row, context: Context) -> str | None:
    """Require a unit of the same dimension as the canonical unit of the indicator."""
    canonical = context.indicator_unit(row)
    if canonical is None:
        return None
    # A unit that is none is for the rule above.
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
