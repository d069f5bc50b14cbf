"""Row rules: their order, which the lines on what was not checked follow."""

from __future__ import annotations

from sovstats.storage import LAYOUTS
from sovstats.validation.rules import RULES


def test_rules_go_by_table_in_the_order_of_the_layouts() -> None:
    tables = list(dict.fromkeys(rule.table for rule in RULES))
    assert tables == [name for name in LAYOUTS if name in tables]
    assert [rule.table for rule in RULES] == [
        table for table in tables for rule in RULES if rule.table == table
    ]


def test_rules_on_figures_go_from_keys_over_numbers_and_spans_to_periods() -> None:
    titles = [rule.title for rule in RULES if rule.table == "figures"]
    assert [
        titles.index(title)
        for title in (
            "figures.source is in sources",
            "figures.hedge is in the code list hedge",
            "figures.unit is a unit",
            "figures.former is unique",
            "figures.printed times scale is the value",
            "figures.end is within the text",
            "figures.note says from what",
        )
    ] == [0, 3, 8, 13, 20, 22, 26]


def test_a_rule_reads_the_column_at_which_its_messages_stand() -> None:
    assert all(rule.column == rule.columns[0] for rule in RULES)
