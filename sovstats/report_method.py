"""The note on method as a page, rendered from Markdown; no address becomes a link."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from markdown_it.token import Token

PACKAGE = Path(__file__).resolve().parent
NOTE = "docs/method.md"


def read_method() -> str:
    """Return the note on method; empty where this installation has none."""
    for folder in (PACKAGE.parent, PACKAGE):
        path = folder / NOTE
        # Beside an installed package only its own folder is ours.
        ours = folder == PACKAGE or (folder / "pyproject.toml").is_file()
        if ours and path.is_file():
            return path.read_text(encoding="utf-8")
    return ""


def render_markdown(text: str, claims: Collection[str] = ()) -> Markup:
    """Return Markdown as HTML; HTML in it is shown as text.

    Parameters
    ----------
    text
        CommonMark, with tables.
    claims
        Names that become links to their pages where they stand in back quotes.
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.disable("image")
    tokens = parser.parse(text)
    for token in tokens:
        if token.children:
            token.children = list(_without_links(token.children, claims))
        if token.type == "table_open":
            token.attrs = {"tabindex": "0"}
    return Markup(parser.renderer.render(tokens, parser.options, {}))  # noqa: S704


def _without_links(tokens: list[Token], claims: Collection[str]) -> Iterator[Token]:
    """Write addresses behind their words instead of linking to them."""
    from markdown_it.token import Token

    address = ""
    for token in tokens:
        if token.type == "link_open":
            address = str(token.attrGet("href") or "")
        elif token.type == "link_close":
            outside = "://" in address and token.markup != "autolink"
            yield Token("text", "", 0, content=f" ({address})" if outside else "")
        elif token.type == "code_inline" and token.content in claims:
            place = {"href": f"claims/{token.content}.html"}
            yield Token("link_open", "a", 1, attrs=dict(place))
            yield token
            yield Token("link_close", "a", -1)
        else:
            yield token
