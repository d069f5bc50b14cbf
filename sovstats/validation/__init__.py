"""Checking the raw tables in three passes, everything that is wrong in one report.

- `passes` - `validate` runs all passes and returns a `Validation`
- `encoding` - the first pass: bytes; `find_faults` for any text
- `shape` - the second pass: whether a file is a table of the expected shape
- `cells` - what one cell of each column may hold, as data; the tests of cells
- `cell_checks` - the third pass, cell by cell, by pandera
- `lookups` - `Context`: what row rules and the build look up
- `rule` - `Rule`, and the decorator that declares one
- `key_rules` - rules on keys, codes and units
- `figure_rules` - rules on the names and numbers of figures and observations
- `span_rules` - rules on where in a text something stands
- `period_rules` - rules on the periods of figures
- `rules` - `RULES`: all of them, in their order
- `rule_checks` - the third pass, row by row: runs the rules, tells what is left out
"""

from sovstats.validation.cells import LONGEST_NAME, LONGEST_TEXT, number
from sovstats.validation.lookups import Context, stated_numerals
from sovstats.validation.passes import Validation, validate

__all__ = [
    "LONGEST_NAME", "LONGEST_TEXT", "Context", "Validation", "number",
    "stated_numerals", "validate",
]  # fmt: skip
