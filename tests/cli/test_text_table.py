"""Tables as text, in the width of a terminal."""

from __future__ import annotations

from sovstats.cli.text_table import text_table


def test_the_first_column_is_never_cut_and_others_are_named_when_left_out():
    name = "banknotes_in_circulation_1935"
    rows = [[name, "7.9 billion"], ["gold", "1"]]
    shown = text_table(["figure", "printed"], rows, 20)
    assert shown == f"figure\n{name}\ngold\nnot shown: printed"
