"""Hedges: which words before and after a number loosen it."""

from __future__ import annotations

from sovstats.scanner.hedges import hedge_after, hedge_before, words_before


def test_a_hedge_is_the_longest_phrase_that_fits():
    words = words_before("it was not more than 5", 21)
    assert hedge_before(words, "", True) == "up_to"
    assert hedge_before(words[-2:], "", True) == "over"
    assert hedge_after("5 or more", 1) == "at_least"
