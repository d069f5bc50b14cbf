"""The row rules: every one a plain function of a row, listed in `RULES`.

A rule returns a message, or raises one of our errors, or is content. Beside it stands
what it reads: the cells of its own row, the columns of other tables that it looks keys
up in, and the tables it compares its row with. Where a key table failed it is left out,
since it would report what is right; compared rows are taken as far as they were read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sovstats.errors import nearest
from sovstats.storage.files import Row
from sovstats.storage.layout import TABLE_NAMES
from sovstats.validation import figure_rules as figures
from sovstats.validation import span_rules as spans
from sovstats.validation.figure_rules import check_unit
from sovstats.validation.lookups import (
    Context,
    observation_name,
    observation_unit,
)

Check = Callable[[Row, Context], str | None]


@dataclass(frozen=True)
class Rule:
    """A rule on the rows of one table.

    Attributes
    ----------
    title
        What it checks, in a few words; unique.
    table, column
        The table whose rows it takes and the column at which its messages stand.
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
    lookups: tuple[str, ...] = ()
    peers: tuple[str, ...] = ()


def _rule(
    where: str,
    title: str,
    check: Check,
    reads: str = "",
    keys: str = "",
    peers: str = "",
) -> Rule:
    """Write a rule on ``table.column``; it reads at least that column."""
    table, column = where.split(".")
    columns = dict.fromkeys([column, *reads.split()])
    lookups, compared = tuple(keys.split()), tuple(peers.split())
    return Rule(
        f"{where} {title}", table, column, check, tuple(columns), lookups, compared
    )


def unknown(kind: str, name: str, known: set[str], where: str) -> str:
    """Say that a key does not exist, name the nearest and where keys are listed."""
    hint = nearest(name, known)
    return (
        f"there is no {kind} '{name[:80]}'{hint}; choose one of {where} or add it there"
    )


def _coded(where: str, code_list: str, optional: bool = False) -> Rule:
    """Return the rule that a cell is in a code list."""
    column = where.split(".")[1]

    def check(row: Row, context: Context) -> str | None:
        known = context.codes[code_list]
        if row[column] in known or (optional and not row[column]):
            return None
        kind = column.replace("_", " ")
        return unknown(kind, row[column], known, f"raw/codes.csv, list '{code_list}'")

    title = f"is in the code list {code_list}"
    return _rule(where, title, check, keys="codes.list codes.code")


def _keyed(where: str, table: str, key: str, file: str, optional: bool = False) -> Rule:
    """Return the rule that a cell is the key of another table."""
    column = where.split(".")[1]

    def check(row: Row, context: Context) -> str | None:
        known = context.keys(table)
        if row[column] in known or (optional and not row[column]):
            return None
        return unknown(column, row[column], set(known), file)

    return _rule(where, f"is in {table}", check, keys=f"{table}.{key}")


def unit_is_known(row: Row, context: Context) -> str | None:
    """Take a unit that the unit table can make."""
    check_unit(row["unit"], context)
    return None


def observation_unit_is_known(row: Row, context: Context) -> str | None:
    """Take a unit that the unit table can make once its words are joined."""
    check_unit(observation_unit(row["unit"]), context)
    return None


def observation_name_is_unique(row: Row, context: Context) -> str | None:
    """Take an observation whose name, as claims write it, no other has."""
    other = context.observations[observation_name(row)]
    if other is row:
        return None
    return (
        f"the name '{observation_name(row)}' is that of {other.where} too; expected "
        "names that differ in more than marks and capitals, rename one"
    )


def list_is_known(row: Row, context: Context) -> str | None:
    """Take a code list that some column refers to."""
    if row["list"] in CODE_LISTS:
        return None
    hint = nearest(row["list"], CODE_LISTS)
    lists = ", ".join(sorted(CODE_LISTS))
    return f"no column uses a code list '{row['list']}'{hint}; the lists are {lists}"


def topic_is_no_table(row: Row, context: Context) -> str | None:
    """Take topics that can be loaded by name beside the tables."""
    if row["list"] != "topic" or row["code"] not in TABLE_NAMES:
        return None
    return f"'{row['code']}' is a table's name; a topic needs another, since both load"


def _is_file_of_source(where: str) -> Rule:
    """Return the rule that a row stands in the file of its source."""

    def check(row: Row, context: Context) -> str | None:
        stem = row.file.rsplit("/", 1)[-1].removesuffix(".csv")
        if row["source"] == stem:
            return None
        return (
            f"the source '{row['source']}' is not that of the file; write '{stem}' or "
            f"move the row to {row.file.rsplit('/', 1)[0]}/{row['source']}.csv"
        )

    return _rule(where, "is the source of its file", check)


def _has_file(folder: str) -> Rule:
    """Return the rule that a source has its file, if only with a header."""

    def check(row: Row, context: Context) -> str | None:
        wanted = f"raw/{folder}/{row['source']}.csv"
        if wanted in context.files:
            return None
        return f"{wanted} is missing; write it, with the header alone if it has no rows"

    return _rule("sources.source", f"has a file of {folder}", check)


def _spanned(table: str) -> list[Rule]:
    """Return the rules that every table with spans has."""
    rules = [
        _rule(f"{table}.end", "is behind its start", spans.is_forward, "start"),
        _rule(
            f"{table}.end",
            "is within the text",
            spans.is_within_text,
            "source",
            "sources.source sources.length",
        ),
    ]
    if table != "corrections":
        title, both = "overlaps no other span", "figures exclusions"
        reads = "source end" + (" printed" if table == "exclusions" else "")
        rules.append(_rule(f"{table}.start", title, spans.is_free, reads, peers=both))
        rules.append(_is_file_of_source(f"{table}.source"))
    return rules


INDICATORS = "raw/indicators.csv"
RULES: list[Rule] = [
    _has_file("figures"),
    _has_file("exclusions"),
    _coded("indicators.topic", "topic"),
    _coded("indicators.measure", "measure"),
    _coded("indicators.sense", "sense", optional=True),
    _rule("indicators.unit", "is a unit", unit_is_known, keys="units"),
    _rule("codes.list", "is a list in use", list_is_known),
    _rule("codes.code", "of a topic is no table's name", topic_is_no_table, "list"),
    _coded("claims.kind", "claim_kind"),
    _coded("claims.asserted", "asserted"),
    _keyed("corrections.source", "sources", "source", "raw/sources.csv"),
    *_spanned("corrections"),
    _rule(
        "corrections.start",
        "covers a figure whole or not at all",
        spans.covers_whole_figures,
        "source end",
        peers="figures",
    ),
    # Figures: keys and codes.
    _keyed("figures.source", "sources", "source", "raw/sources.csv"),
    _keyed("figures.indicator", "indicators", "indicator", INDICATORS),
    _keyed("figures.place", "places", "place", "raw/places.csv", optional=True),
    _coded("figures.hedge", "hedge"),
    _coded("figures.status", "status"),
    _coded("figures.speaker", "speaker"),
    _coded("figures.period_basis", "period_basis"),
    _rule(
        "figures.base",
        "is a period, a place or a figure",
        figures.base_is_known,
        keys="places.place figures.figure figures.former",
    ),
    _rule("figures.unit", "is a unit", unit_is_known, keys="units"),
    _rule(
        "figures.unit",
        "has the dimension of its indicator",
        figures.dimension_is_indicators,
        "indicator",
        "units indicators.indicator indicators.unit",
    ),
    # Figures: names.
    _rule("figures.figure", "is not reserved", figures.name_is_free, keys="units"),
    _rule("figures.former", "is not reserved", figures.former_is_free, keys="units"),
    _rule("figures.figure", "is unique", figures.name_is_unique, peers="figures"),
    _rule("figures.former", "is unique", figures.former_is_unique, peers="figures"),
    _rule(
        "figures.figure",
        "is no observation's name",
        figures.name_is_no_observation,
        peers="observations",
    ),
    _rule(
        "figures.figure",
        "begins with its indicator",
        figures.name_begins_with_stem,
        "indicator",
        "indicators.indicator indicators.stem",
    ),
    # Figures: numbers.
    _rule("figures.scale", "is a scale word", figures.scale_is_known),
    _rule("figures.value", "or low and high", figures.one_value, "low high hedge note"),
    _rule(
        "figures.low", "alone is a vague floor", figures.vague_floor, "value high hedge"
    ),
    _rule("figures.low", "is below high", figures.low_below_high, "high"),
    _rule(
        "figures.printed",
        "times scale is the value",
        figures.printed_is_value,
        "source start end scale value low high",
        "corrections.meant",
    ),
    *_spanned("figures"),
    # Figures: periods.
    _rule(
        "figures.period_basis",
        "is none without a period",
        figures.basis_fits_period,
        "period",
    ),
    _rule("figures.note", "says from what", figures.inferred_has_note, "period_basis"),
    _keyed("exclusions.source", "sources", "source", "raw/sources.csv"),
    _coded("exclusions.reason", "reason"),
    _coded("exclusions.basis", "basis"),
    *_spanned("exclusions"),
    _rule("exclusions.count", "is that of a region", spans.region_has_count, "printed"),
    _keyed("anchors.source", "sources", "source", "raw/sources.csv"),
    _is_file_of_source("anchors.source"),
    _keyed(
        "observations.dataset", "datasets", "dataset", "raw/independent/datasets.csv"
    ),
    _rule("observations.unit", "is a unit", observation_unit_is_known, keys="units"),
    _rule(
        "observations.series",
        "gives a unique name",
        observation_name_is_unique,
        "dataset place year",
        peers="observations",
    ),
]
CODE_LISTS = frozenset(
    "hedge status period_basis measure topic speaker reason basis claim_kind asserted "
    "sense".split()
)
