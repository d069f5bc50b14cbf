"""Tables as text, in the width of the terminal, or as CSV."""

from __future__ import annotations

import csv
import io
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

WIDTH = 79
"""The longest line of what is no table, so that it fits 80 columns everywhere."""
GAP = "  "
LEAST = 12
"""A column is shown whole or in at least so many characters."""


def print_frame(frame: pd.DataFrame, columns: Sequence[str] = ()) -> None:
    """Print every row of a table; columns are all of them unless some are named."""
    chosen = frame[list(columns)] if columns else frame
    # As objects, so that a missing value of any type becomes an empty cell.
    cells = chosen.astype("object").where(chosen.notna(), "")
    rows = [[str(cell) for cell in row] for row in cells.itertuples(index=False)]
    print(text_table(list(chosen.columns), rows, terminal_width()))


def terminal_width() -> int:
    """Return the columns of the terminal, 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def print_csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Print rows as a raw table is written, in UTF-8 whatever the terminal has."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def text_table(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """Return a table whose lines fit the width, as far as the first column lets them.

    The first column is the key, to be copied: it is never cut. Of the others the widest
    give way first; columns for which there is no room are left out, and the last line
    says which.
    """
    sizes = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]
    kept = 1
    room = width - sizes[0]
    least = [min(size, LEAST) + len(GAP) for size in sizes]
    while kept < len(header) and sum(least[1 : kept + 1]) <= room:
        kept += 1
    room -= len(GAP) * (kept - 1)
    shown = sizes[1:kept]
    while shown and sum(shown) > room:
        shown[shown.index(max(shown))] -= 1
    lines = [_line(row, [sizes[0], *shown]) for row in [header, *rows]]
    left_out = ", ".join(header[kept:])
    return "\n".join(lines + ([f"not shown: {left_out}"] if left_out else []))


def _line(row: Sequence[str], sizes: Sequence[int]) -> str:
    # Columns without a size are those for which there is no room.
    kept = zip(row, sizes, strict=False)
    return GAP.join(_cut(cell, size).ljust(size) for cell, size in kept).rstrip()


def _cut(cell: str, size: int) -> str:
    plain = " ".join(cell.split())
    return plain if len(plain) <= size else plain[: size - 1] + "…"
