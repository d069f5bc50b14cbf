"""What the two large tables have in common: their filters, and the rows to download."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

from markupsafe import Markup

from sovstats.report.content import Cells
from sovstats.report.escape import csv_line, json_for_page

Choices = Mapping[str, tuple[str, str]]
"""What a row is filtered by: a code and its words, by the label of the filter."""


def filters_of(rows: Collection[Choices], *labels: str) -> list[dict[str, Any]]:
    """Return the filters of a table: each value that occurs, with its count of rows.

    The first word of a label is the name of the filter.
    """
    filters = []
    for label in labels:
        counts = Counter(row[label] for row in rows)
        options = [(*choice, count) for choice, count in counts.items()]
        options.sort(key=lambda option: option[1].casefold())
        name = label.split()[0].lower()
        filters.append({"name": name, "label": label, "options": options})
    return filters


def csv_rows(rows: Mapping[str, Cells], key: str) -> Markup:
    """Return a table as lines of CSV by name, for the download of what is filtered.

    Parameters
    ----------
    rows
        The table.
    key
        Its first column, which is the header of a table without rows.
    """
    columns = next(iter(rows.values()), {key: ""})
    lines = {name: csv_line(row.values()) for name, row in rows.items()}
    return json_for_page({"header": csv_line(columns), "rows": lines})
