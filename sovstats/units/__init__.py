"""Unit names, exact factors and dimensions.

- `table` - `Units` reads unit expressions by the table of exact factors, without pint
- `definitions` - pint reads ``units.txt``: `load_registry` and `unit_factors` are
  imported from there, since they need pint
"""

from sovstats.units.table import ONE, TON, TON_IN_A_UNIT, Dimension, Unit, Units

__all__ = ["ONE", "TON", "TON_IN_A_UNIT", "Dimension", "Unit", "Units"]
