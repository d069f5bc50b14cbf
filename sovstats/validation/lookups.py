"""What the row rules may look up: keys, codes, units, names and spans of all tables.

Every index is made once, on first use, from whatever could be read: rows may lack
columns and cells may be malformed, which is reported elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import prod

from sovstats.errors import UnitError
from sovstats.numbers import Numeral, parse_all, parse_exact
from sovstats.numbers.parsing import SCALES
from sovstats.storage import LAYOUTS, Row
from sovstats.units import Unit, Units
from sovstats.validation.cells import number, whole

Spans = dict[str, list[tuple[int, int, Row]]]
"""The start, end and row of everything that stands in a source, by source."""


def span_of(row: Row) -> tuple[int, int] | None:
    """Return the span of a row, or None where it has no well-formed one."""
    start, end = row.cells.get("start", ""), row.cells.get("end", "")
    if whole(start) or whole(end) or int(start) >= int(end):
        return None
    return int(start), int(end)


def observation_name(row: Row | Mapping[str, str]) -> str:
    """Return the name of an outside observation: dataset_series_place_year.

    Examples
    --------
    >>> observation_name({"dataset": "nmc7", "series": "steel_output",
    ...                   "place": "Great Britain", "year": "1913"})
    'nmc7_steel_output_great_britain_1913'
    """
    parts = [row[column] for column in ("dataset", "series", "place", "year")]
    return re.sub(r"[^a-z0-9]+", "_", "_".join(parts).lower()).strip("_")


def observation_unit(unit: str) -> str:
    """Return the unit of an outside observation with its words joined.

    The outside tables write ``national currency/pound``; a unit's name has no space.
    """
    return re.sub(r"(?<=\w) (?=\w)", "_", unit)


def stated_numerals(printed: str, scale: str) -> list[Numeral]:
    """Return every number that printed characters can state, times their scale words.

    Parameters
    ----------
    printed
        The characters of one numeral.
    scale
        The scale words that stand elsewhere, with spaces between them. An empty string
        leaves the number as it is.

    Returns
    -------
    list of Numeral
        At least one; several where the print can be read in several ways.

    Raises
    ------
    NumeralError
        If the characters are not one numeral.
    KeyError
        If one of the other words is no scale word.

    Examples
    --------
    >>> [str(numeral.value) for numeral in stated_numerals("34.6", "million")]
    ['34600000']
    """
    factor = prod(SCALES[word] for word in scale.split())
    return [numeral.scaled(factor) for numeral in parse_all(printed)]


def _spans(rows: Iterable[Row]) -> Spans:
    """Return the rows that have a well-formed span, with it, by source."""
    by_source: Spans = defaultdict(list)
    for row in rows:
        if span := span_of(row):
            by_source[row.cells.get("source", "")].append((*span, row))
    return by_source


@dataclass(eq=False)
class Context:
    """All rows of a dataset, with the indices that rules and `build` look things up in.

    Parameters
    ----------
    tables
        The rows of each raw table.
    units
        The unit table, without any name where ``units.txt`` could not be read.
    files
        The raw files there are, as messages name them.

    Examples
    --------
    >>> from sovstats.storage import Row
    >>> from sovstats.units import Units
    >>> cells = {"figure": "cranes_1931", "former": "cranes", "printed": "12"}
    >>> figure = Row("figures", "raw/figures/harbour.csv", 2, cells)
    >>> context = Context({"figures": [figure], "corrections": []}, Units([]), [])
    >>> context.names["cranes"].where, context.printed(figure)
    ('raw/figures/harbour.csv:2', '12')
    """

    tables: Mapping[str, list[Row]]
    units: Units
    files: Collection[str]

    @cached_property
    def keys(self) -> dict[str, dict[str, Row]]:
        """The rows of each table by the text of its first column."""
        return {
            table: {row.cells.get(LAYOUTS[table].columns[0], ""): row for row in rows}
            for table, rows in self.tables.items()
        }

    @cached_property
    def codes(self) -> dict[str, set[str]]:
        """The codes of each code list."""
        codes: dict[str, set[str]] = defaultdict(set)
        for row in self.tables["codes"]:
            codes[row.cells.get("list", "")].add(row.cells.get("code", ""))
        return codes

    @cached_property
    def names(self) -> dict[str, Row]:
        """The first row that has a name, for present and former names of figures."""
        names: dict[str, Row] = {}
        for row in self.tables["figures"]:
            own = f"{row.cells.get('figure', '')} {row.cells.get('former', '')}"
            for name in own.split():
                names.setdefault(name, row)
        return names

    @cached_property
    def observations(self) -> dict[str, Row]:
        """The first outside observation of each name."""
        names: dict[str, Row] = {}
        for row in self.tables["observations"]:
            if {"dataset", "series", "place", "year"} <= set(row.cells):
                names.setdefault(observation_name(row), row)
        return names

    @cached_property
    def overlaps(self) -> dict[Row, Row]:
        """The row that the span of a figure or exclusion runs into, if any.

        Regions, which are exclusions with nothing printed, may hold other rows.
        """
        printed = [row for row in self.tables["exclusions"] if row.cells.get("printed")]
        found: dict[Row, Row] = {}
        for rows in _spans([*self.tables["figures"], *printed]).values():
            # By start, a span can only run into the one that reaches farthest so far.
            reached, holder = 0, None
            for start, end, row in sorted(rows, key=lambda span: span[:2]):
                if holder and start < reached:
                    found[row] = holder
                if end > reached:
                    reached, holder = end, row
        return found

    @cached_property
    def _corrections(self) -> Spans:
        corrections = self.tables["corrections"]
        return _spans(row for row in corrections if row.cells.get("meant"))

    def correction(self, figure: Row) -> Row | None:
        """Return the correction that covers the span of a figure, if there is one."""
        span = span_of(figure)
        for start, end, row in self._corrections[figure.cells.get("source", "")]:
            if span and start <= span[0] and span[1] <= end:
                return row
        return None

    @cached_property
    def figure_spans(self) -> Spans:
        """The spans of the figures of each source."""
        return _spans(self.tables["figures"])

    def indicator_unit(self, figure: Row) -> tuple[str, Unit] | None:
        """Return the canonical unit of a figure's indicator, if it has a valid one."""
        indicator = self.keys["indicators"].get(figure["indicator"])
        name = indicator.cells.get("unit", "") if indicator else ""
        if not name:
            return None
        try:
            return name, self.units.parse(name)
        except UnitError:
            return None

    def printed(self, figure: Row) -> str:
        """Return what a figure prints, or was meant to where a correction covers it."""
        correction = self.correction(figure)
        return correction["meant"] if correction else figure["printed"]

    def numerals(self, figure: Row) -> list[Numeral]:
        """Return every number that a figure can state, by `stated_numerals`."""
        return stated_numerals(self.printed(figure), figure["scale"])

    def numeral(self, figure: Row) -> Numeral | None:
        """Return the number that a figure states, if its cells agree with its print."""
        own = tuple(amount(figure[column]) for column in ("value", "low", "high"))
        read = self.numerals(figure)
        return next((n for n in read if (n.value, n.low, n.high) == own), None)


def amount(cell: str) -> Fraction | None:
    """Return the exact number in a cell, or None where it is empty or malformed."""
    return None if not cell or number(cell) else parse_exact(cell)
