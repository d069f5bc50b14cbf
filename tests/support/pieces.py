"""Pieces of text that scanner and draft are tried on: words, signs, oddities."""

from __future__ import annotations

from sovstats.numbers.words import CARDINALS, FRACTION_WORDS, ORDINALS

UNITS = ("", " tons", " per cent", "%", " rubles", " kilometres", "-ton")
SCALES = {"": 1, " thousand": 1000, " million": 10**6, " billion": 10**9}
NAMES = {value: word for word, value in reversed(CARDINALS.items())}
WORDS = [*CARDINALS, *ORDINALS, *FRACTION_WORDS, "hundred", "thousand", "million"]
SIGNS = "- – — , . : / $ % ( ) [ ] ' ² ½ _ ٣".split()
OTHERS = (
    "1 27 1,000 3.5 1/2 1929 th x to or and of a in for_every per_cent tons years May "
    "from between about times half_a several p. Chapter IV pair score"
)
PIECES = [*WORDS, *SIGNS, "\n", *(other.replace("_", " ") for other in OTHERS.split())]
