"""Tables as tidy dataframes with their types.

- `load` - a table, a topic, the list of both, verdicts; types of columns
- `find` - figures by a word
"""

from sovstats.frames.find import find_figures
from sovstats.frames.load import list_tables, load_frame, verdict_frame

__all__ = ["find_figures", "list_tables", "load_frame", "verdict_frame"]
