"""A folder of pages while it is written: templates rendered, every text escaped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sovstats.claims.formulas import printed_number
from sovstats.numbers import sentence, show_percent
from sovstats.report.content import Content
from sovstats.report.escape import visible
from sovstats.storage import PACKAGE, write_bytes

TEMPLATES = PACKAGE / "report" / "templates"
PAGES = {
    "index": "Overview",
    "figures": "Figures",
    "claims": "Claims",
    "sources": "Sources",
    "method": "Method",
    "codebook": "Codebook",
    "downloads": "Downloads",
}
"""The pages of the navigation, by the name of file and template, with their titles."""


@dataclass
class Site:
    """A folder of pages while it is written.

    Attributes
    ----------
    folder
        Where the pages go.
    content
        What is on them; every template knows it under this name.
    """

    folder: Path
    content: Content

    def __post_init__(self) -> None:
        self.environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            # A misspelt name in a template raises, instead of printing nothing.
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=visible,
        )
        self.environment.filters.update(
            percent=show_percent, printed=printed_number, sentence=sentence
        )
        self.environment.globals.update(pages=PAGES, content=self.content)

    def write(self, name: str, **values: Any) -> None:
        """Write a page of the navigation, from the template of its name."""
        self.write_row(name, name, PAGES[name], **values)

    def write_row(self, name: str, template: str, title: str, **values: Any) -> None:
        """Write the page of a row of a table: ``figures/horses_1929``."""
        root = "../" * name.count("/")
        here = name.partition("/")[0]
        page = self.environment.get_template(f"{template}.html.j2").render(
            title=title, root=root, here=here, **values
        )
        self.put(f"{name}.html", page)

    def put(self, file: str, text: str) -> None:
        """Write a file of the folder, UTF-8 with LF."""
        write_bytes(self.folder / file, text.encode("utf-8"))
