"""Text of others on pages and in downloads: shown as text, read as data."""

from __future__ import annotations

import csv
import io

import pytest

from sovstats.report.escape import csv_line, defused, searchable, visible


@pytest.mark.parametrize(
    ("cell", "harmless"),
    [
        ("=1+1", "'=1+1"),
        ("+1 %", "'+1 %"),
        ("-A1", "'-A1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("-0.088", "-0.088"),
        ("+5", "+5"),
        ("1e-05", "1e-05"),
        ("34.6 million", "34.6 million"),
        ("", ""),
        ("'=1", "'=1"),
    ],
)
def test_cells_that_could_be_formulas_are_defused(cell, harmless):
    assert defused(cell) == harmless


def test_a_line_of_csv_is_read_back_as_it_was():
    cells = ['say "so"', "a,b", "two\nlines", "semi;colon", "", "plain"]
    assert next(csv.reader(io.StringIO(csv_line(cells), newline=""))) == cells
    assert csv_line(["a;=1+1"]) == '"a;=1+1"'


def test_invisible_marks_are_shown_and_letters_are_left():
    assert visible("a\u200fb\u2066c\x07") == "a[U+200F]b[U+2066]c[U+0007]"
    assert visible("Žižek\tчервонец\n") == "Žižek\tчервонец\n"
    assert searchable("<b>&amp;") == " b  amp;"
