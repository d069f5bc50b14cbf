"""Tokens: kinds, plain forms and places, none of them left out."""

from __future__ import annotations

import pytest

from sovstats.numbers.tokens import fused_parts, tokenize


def kinds(text):
    return [(token.kind, token.plain) for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("34.6 Million", [("number", "34.6"), ("word", "million")]),
        ("1,234,567", [("number", "1234567")]),
        ("1 234 567", [("number", "1234567")]),
        ("12,50,000", [("number", "1250000")]),
        ("1,2", [("number", "1"), ("mark", ","), ("number", "2")]),
        ("20th 1st 2nd 3rd", [("ordinal", each) for each in "20 1 2 3".split()]),
        ("1/23 3 / 4", [("fraction", "1/23"), ("fraction", "3/4")]),
        ("1/3rd", [("fraction", "1/3")]),
        ("3½%", [("number", "3"), ("vulgar", "½"), ("mark", "%")]),
        ("a_b", [("word", "a"), ("mark", "_"), ("word", "b")]),
        (".5", [("number", ".5")]),
        # Digits of other scripts are digits: 34.6 in Arabic, 1/2 in Devanagari.
        ("٣٤.٦", [("number", "34.6")]),
        ("१/२", [("fraction", "1/2")]),
        # Damaged print: words that have run together are cut.
        ("athird", [("word", "a"), ("word", "third")]),
        ("abillion", [("word", "a"), ("word", "billion")]),
    ],
)
def test_kinds_and_plain_forms(text, expected):
    assert kinds(text) == expected


def test_places_are_those_of_the_text_even_of_a_word_that_is_cut():
    text = "of athird, 1 234"
    found = [(text[t.start : t.end], t.start) for t in tokenize(text)]
    assert found == [("of", 0), ("a", 3), ("third", 4), (",", 9), ("1 234", 11)]


def test_a_part_of_a_text_can_be_cut_alone():
    tokens = tokenize("12 34 56", 3, 5)
    assert [(t.plain, t.start, t.end) for t in tokens] == [("34", 3, 5)]
    assert [t.plain for t in tokenize("12 34 56", 3)] == ["34", "56"]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("athird", ("a", "third")),
        ("tento", ("ten", "to")),
        ("twentyfive", ("twenty", "five")),
        ("seventyfive", ("seventy", "five")),
        ("twentyone", ("twenty", "one")),
        ("ninetynine", ("ninety", "nine")),
        ("twentyfirst", ("twenty", "first")),
        # Neither a teen nor a nought nor ten follows in one number.
        ("thirteenone", ()),
        ("nineteenfive", ()),
        ("twentyzero", ()),
        ("twentyten", ()),
        ("twentythirteenth", ()),
        ("fourscore", ("four", "score")),
        ("threescore", ("three", "score")),
        ("twoscore", ()),
        ("fivescore", ()),
        ("sevenmillion", ("seven", "million")),
        ("twothirds", ("two", "thirds")),
        ("firstmillion", ()),
        ("halfthird", ()),
        ("isathird", ("is", "a", "third")),
        ("andathird", ()),
        ("ayear", ("a", "year")),
        ("alone", ()),
        ("aten", ("a", "ten")),
        ("twentyish", ()),
        ("often", ()),
        ("hasten", ()),
        ("someone", ()),
        ("seventh", ()),
    ],
)
def test_only_short_lists_of_words_are_taken_apart(word, parts):
    assert fused_parts(word) == parts
