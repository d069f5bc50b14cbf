"""A folder of pages in the making: Jinja2 renders them and every text is escaped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sovstats.report.escape import visible

if TYPE_CHECKING:
    from sovstats.report.content import Content

TEMPLATES = Path(__file__).resolve().parent / "templates"
PAGES = (
    ("index.html", "Overview"),
    ("figures.html", "Figures"),
    ("claims.html", "Claims"),
    ("sources.html", "Sources"),
    ("method.html", "Method"),
    ("codebook.html", "Codebook"),
    ("downloads.html", "Downloads"),
)
"""The pages of the navigation, with their names there."""


@dataclass
class Site:
    """A folder of pages in the making.

    Attributes
    ----------
    folder
        Where the pages go.
    content
        What is on them.
    """

    folder: Path
    content: Content

    def __post_init__(self) -> None:
        self.environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=visible,
        )
        self.environment.filters["capitalize_first"] = capitalize_first
        self.environment.globals.update(
            pages=PAGES,
            version=self.content.dataset.version,
            quoting=self.content.texts.wanted,
            problems=self.content.texts.problems,
        )

    def write(
        self, file: str, template: str, title: str, here: str = "", **values: Any
    ) -> None:
        """Render a template into a file of the folder."""
        root = "../" * file.count("/")
        page = self.environment.get_template(f"{template}.html.j2").render(
            title=title, root=root, here=here or file, **values
        )
        self.put(file, page)

    def put(self, file: str, text: str) -> None:
        """Write a file of the folder, UTF-8 with LF."""
        path = self.folder / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def capitalize_first(text: str) -> str:
    """Return a sentence with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]
