"""Finds every number in an English text, with its value and how it is hedged.

Shared module, which other packages may import:

- `vocabulary` - units, months, references and signs that stand next to numbers, as data

The others, in the order in which a text passes through them:

- `scan` - jumps from number to number and finishes each mention
- `patterns` - regular expressions for runs, stretches with nothing in them but numbers
- `cues` - what stands around a run, reduced to what decides how it is read
- `runs` - cuts a run into mentions
- `dates` - dates, times of day and years in a run
- `elements` - one number of a run, with its money sign and unit
- `joins` - ranges, ratios, series and lists
- `kinds` - note marks, pronouns, ranks
- `hedges` - the words that loosen a number
- `mention` - a mention, and what the modules hand to one another
"""

from sovstats.scanner.mention import Mention
from sovstats.scanner.scan import find_mentions, iter_mentions

__all__ = ["Mention", "find_mentions", "iter_mentions"]
