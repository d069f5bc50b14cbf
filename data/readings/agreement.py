"""Compute how far the two independent readings of the texts agree.

Run it from anywhere: ``python data/readings/agreement.py``. Only rows of the first pass
count, those written before either reader saw a list of what was left; years and dates
were closed by rule and are in neither reading.
"""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).parent
COLUMNS = (
    "value low high hedge scale exact unit status speaker place period topic measure"
).split()
NUMBERS = {"value", "low", "high"}
Row = dict[str, str]


def read(reader: str, source: str) -> list[Row]:
    """Return a reader's rows of the first pass for one text."""
    with (HERE / reader / f"{source}.csv").open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["pass"] == "1"]


def matched(first: list[Row], second: list[Row]) -> list[tuple[Row, Row]]:
    """Return the pairs of rows of both readers whose spans touch."""
    return [
        (one, other)
        for one in first
        for other in second
        if int(one["start"]) < int(other["end"])
        and int(other["start"]) < int(one["end"])
    ]


def same(one: Row, other: Row, column: str) -> bool:
    """Say whether two rows agree in a column; numbers by value."""
    if column in NUMBERS and one[column] and other[column]:
        return Fraction(one[column]) == Fraction(other[column])
    return one[column] == other[column]


def main() -> None:
    """Print the agreement by column."""
    sources = sorted(path.stem for path in (HERE / "first").glob("*.csv"))
    readings = {
        reader: {source: read(reader, source) for source in sources}
        for reader in ("first", "second")
    }
    pairs = [
        pair
        for source in sources
        for pair in matched(readings["first"][source], readings["second"][source])
    ]
    counts = {reader: sum(map(len, readings[reader].values())) for reader in readings}
    both = len({id(one) for one, _ in pairs}), len({id(other) for _, other in pairs})
    print(f"rows: {counts['first']} and {counts['second']}")
    print(f"found by the other reader as well: {both[0]} and {both[1]}")
    print_share("figure or exclusion", [one["kind"] == o["kind"] for one, o in pairs])
    figures = [p for p in pairs if p[0]["kind"] == p[1]["kind"] == "figure"]
    excluded = [p for p in pairs if p[0]["kind"] == p[1]["kind"] == "exclusion"]
    print_share("reason of exclusion", [same(*p, "reason") for p in excluded])
    print_share("span of figure", [p[0]["start"] == p[1]["start"] for p in figures])
    for column in COLUMNS:
        print_share(column, [same(*pair, column) for pair in figures])


def print_share(name: str, agree: list[bool]) -> None:
    """Print one line: how many of how many agree."""
    print(
        f"{name:<20} {sum(agree):>4} of {len(agree):>4}  {sum(agree) / len(agree):6.1%}"
    )


if __name__ == "__main__":
    main()
