"""The guessed unit of a number: from the words printed with it."""

from __future__ import annotations

import pytest
from support.drafts import KNOWN

from sovstats.drafting.guessed_units import guess_unit
from sovstats.scanner.scan import find_mentions
from sovstats.scanner.vocabulary import UNIT_WORDS


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They had 7 tons of it.", "tonne"),
        ("They had 7 metric tons.", "tonne"),
        ("They had 7 long tons.", "count"),
        ("They had 7 pounds of tea.", "pound"),
        ("They had 7 pounds sterling.", "pound_sterling"),
        ("They had $7 million.", "dollar"),
        ("They had €7 million.", "count"),
        ("They had 7 gold rubles.", "gold_ruble"),
        ("They had 7 square miles.", "mile**2"),
        ("They had 7 barrels.", "count"),
        ("They had 7 ships.", "count"),
        ("They had four years and three months.", "month"),
        ("They had half a year.", "year"),
        ("They had a quarter of it.", "dimensionless"),
        ("It rose 7 times.", "dimensionless"),
        ("It came third in the world.", "dimensionless"),
    ],
)
def test_the_unit_is_guessed_from_the_word_printed_with_the_number(text, unit):
    (mention,) = find_mentions(text)
    assert guess_unit(mention, text[mention.end :], KNOWN.names).unit == unit


def test_a_unit_word_without_a_unit_is_told_until_the_dataset_defines_it():
    (mention,) = find_mentions("They had 7 barrels.")
    guess = guess_unit(mention, "", KNOWN.names)
    assert guess.note == (
        "the unit is printed as 'barrels'; define it in units.txt and write it"
    )
    guess = guess_unit(mention, "", KNOWN.names | {"barrel"})
    assert (guess.unit, guess.note) == ("barrel", "")


@pytest.mark.parametrize("known", [KNOWN.names, {"dimensionless", "ton"}])
def test_every_guess_is_a_unit_of_the_dataset_and_never_a_ton(known):
    for word in UNIT_WORDS:
        (mention,) = find_mentions(f"They had 7 {word}, again.")
        unit = guess_unit(mention, "", known).unit
        assert unit in known - {"ton"}, word
