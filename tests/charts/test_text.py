"""Tests of text on charts."""

from __future__ import annotations

from fractions import Fraction

from sovstats.charts.text import text_width, wrap
from sovstats.numbers.wording import count_word, listed


def test_wrapped_lines_fit_and_lose_no_word():
    text = "one two three four five six seven eight nine ten"
    lines = wrap(text, 60, 8)
    assert " ".join(lines) == text
    assert all(text_width(line, 8) <= 60 for line in lines)


def test_small_words():
    assert listed(["a"]) == "a" and listed(["a", "b", "c"]) == "a, b and c"
    assert count_word(12) == "twelve" and count_word(Fraction(97, 2)) == "48"
