"""What a printed number says: from characters to an exact interval, and into words."""

from sovstats.numbers.comparison import CERTAIN, IMPOSSIBLE, POSSIBLE, compare
from sovstats.numbers.intervals import Interval, lowest
from sovstats.numbers.numeral import make_digits
from sovstats.numbers.parsing import parse, parse_all, parse_exact
from sovstats.numbers.readings import (
    CONTRADICTED,
    DIRECTIONAL,
    HEDGE_WIDTH,
    READINGS,
    UNDECIDABLE,
    Span,
    Statement,
)
from sovstats.numbers.wording import show_number, show_percent, show_span

__all__ = [
    "CERTAIN",
    "CONTRADICTED",
    "DIRECTIONAL",
    "HEDGE_WIDTH",
    "IMPOSSIBLE",
    "POSSIBLE",
    "READINGS",
    "UNDECIDABLE",
    "Interval",
    "Span",
    "Statement",
    "compare",
    "lowest",
    "make_digits",
    "parse",
    "parse_all",
    "parse_exact",
    "show_number",
    "show_percent",
    "show_span",
]
