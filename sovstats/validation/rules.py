"""All row rules, in the order in which they are applied and named in reports."""

from __future__ import annotations

from sovstats.storage import LAYOUTS
from sovstats.validation import figure_rules, key_rules, period_rules, span_rules
from sovstats.validation.rule import DECLARED, Rule

# What was not checked is listed in this order, so no order of imports may decide it.
_MODULES = [m.__name__ for m in (key_rules, figure_rules, span_rules, period_rules)]


def _order(rule: Rule) -> tuple[int, int]:
    """Order rules by their table, then by the module that declares them."""
    return [*LAYOUTS].index(rule.table), _MODULES.index(rule.check.__module__)


RULES = sorted(DECLARED, key=_order)
"""Every rule: those of one table and one module in the order of their declarations."""
