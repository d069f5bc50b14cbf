"""Static pages that show every figure and claim of a dataset.

- `write` - `write_report`: all pages in a folder, replaced as a whole
- `content` - the tables, claims and texts that the pages are made from
- `site` - a folder of pages: templates rendered, files written
- `pages` - overview, sources, codebook, downloads
- `method` - the note on method as a page
- `lists` - what the two large tables have in common: filters, downloads
- `figures` - the table of figures and a page for each
- `claims` - the table of claims and a page for each
- `interval_drawing` - intervals on a number line, as inline SVG
- `charts` - the charts with their titles and words
- `escape` - text of others made harmless on pages and in downloads
- `folder` - which folder may be replaced, and its exchange
- `library` - the library that searches and sorts the tables
- `templates` - the pages' HTML, style and script
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sovstats.report.write import Report, write_report

__all__ = ["Report", "write_report"]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, since jinja2 is slow."""
    if name in __all__:
        from sovstats.report import write

        return getattr(write, name)
    message = f"module 'sovstats.report' has no attribute '{name}'"
    raise AttributeError(message)
