"""What a printed number says: from characters to an exact interval, and into words.

Shared modules, which other packages may import:

- `words` - the English words, signs and Roman numerals that state numbers, as data
- `wording` - the names below that write numbers, and their scale words

The others:

- `tokens` - running text cut so that no digit is skipped
- `numeral` - one number as printed, with the half-widths of its last digit
- `grammar` - reads one number: digits, words, scale words, fractions, mixed numbers
- `ranges` - reads ranges and rising lists
- `shapes` - reads ratios, rates, durations, plurals, multiples and ranks
- `parsing` - reads whole cells and stretches of text
- `intervals` - exact interval arithmetic with open and infinite ends
- `readings` - the five readings, and what a statement admits under each
- `comparison` - whether a comparison of two spans is certain, possible or impossible
"""

from sovstats.numbers.comparison import CERTAIN, IMPOSSIBLE, POSSIBLE, compare
from sovstats.numbers.intervals import Interval
from sovstats.numbers.numeral import Numeral, make_digits
from sovstats.numbers.parsing import is_number, parse, parse_all, parse_exact
from sovstats.numbers.readings import (
    CONTRADICTED,
    DIRECTIONAL,
    HEDGE_WIDTH,
    HEDGES,
    READINGS,
    UNDECIDABLE,
    VERDICTS,
    Span,
    Statement,
)
from sovstats.numbers.tokens import tokenize
from sovstats.numbers.wording import (
    count_word,
    listed,
    percent,
    sentence,
    show_interval,
    show_number,
    show_percent,
    show_span,
)

__all__ = [
    "CERTAIN", "CONTRADICTED", "DIRECTIONAL", "HEDGES", "HEDGE_WIDTH", "IMPOSSIBLE",
    "POSSIBLE", "READINGS", "UNDECIDABLE", "VERDICTS", "Interval", "Numeral", "Span",
    "Statement", "compare", "count_word", "is_number", "listed", "make_digits", "parse",
    "parse_all", "parse_exact", "percent", "sentence", "show_interval", "show_number",
    "show_percent", "show_span", "tokenize",
]  # fmt: skip
