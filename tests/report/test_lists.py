"""What the large tables have in common: filters and rows to download."""

from __future__ import annotations

import json

from sovstats.report.lists import csv_rows, filters_of


def test_a_filter_counts_each_code_and_sorts_by_words():
    rows = [
        {"Asserted by": ("reading", "us")},
        {"Asserted by": ("text", "The text")},
        {"Asserted by": ("reading", "us")},
    ]
    assert filters_of(rows, "Asserted by") == [
        {
            "name": "asserted",
            "label": "Asserted by",
            "options": [("text", "The text", 1), ("reading", "us", 2)],
        }
    ]


def test_a_filter_of_no_rows_is_there_and_empty():
    assert filters_of([], "Kind") == [{"name": "kind", "label": "Kind", "options": []}]


def test_rows_to_download_are_lines_by_name():
    rows = {"horses": {"figure": "horses", "note": "a,b"}}
    data = {"header": "figure,note", "rows": {"horses": 'horses,"a,b"'}}
    assert json.loads(csv_rows(rows, "figure")) == data
    assert json.loads(csv_rows({}, "figure")) == {"header": "figure", "rows": {}}
