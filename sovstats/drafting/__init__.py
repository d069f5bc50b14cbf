"""Starting a dataset, and proposing rows for a text that nobody has read yet.

- `starting` - an empty dataset with code lists and units
- `draft` - the rows that the scanner proposes for a text
- `guessed_units` - the unit that a printed number probably has
- `adding` - a draft becomes ledgers, a source and new codes of a dataset
"""

from sovstats.drafting.adding import add_text, propose
from sovstats.drafting.draft import Draft
from sovstats.drafting.starting import start_dataset

__all__ = ["Draft", "add_text", "propose", "start_dataset"]
