"""The note on method as a page: Markdown without links to anywhere else."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from sovstats.claims.verdict_words import MEANINGS
from sovstats.report.site import Site
from sovstats.storage import PACKAGE

NOTE = "docs/method.md"


def write_method(site: Site) -> None:
    """Write the page on method, from the project's note."""
    text = read_method()
    names = {claim.name for claim in site.content.claims}
    shown = render_markdown(text, names) if text else ""
    site.write("method", text=shown, meanings=MEANINGS)


def read_method() -> str:
    """Return the note on method; empty where this installation has none."""
    # Beside an installed package, what is outside of its own folder is not ours.
    in_checkout = (PACKAGE.parent / "pyproject.toml").is_file()
    path = (PACKAGE.parent if in_checkout else PACKAGE) / NOTE
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def render_markdown(text: str, claims: Collection[str] = ()) -> Markup:
    """Return Markdown as HTML; HTML in it is shown as text.

    Parameters
    ----------
    text
        CommonMark, with tables.
    claims
        Names that become links to their pages where they stand in back quotes.
    """
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    # A page fetches nothing, neither an image nor by a link.
    parser.disable("image")
    tokens = parser.parse(text)
    for token in tokens:
        if token.children:
            token.children = list(_without_links(token.children, claims))
        if token.type == "table_open":
            token.attrs = {"tabindex": "0"}
    return Markup(parser.renderer.render(tokens, parser.options, {}))  # noqa: S704


def _without_links(tokens: list[Token], claims: Collection[str]) -> Iterator[Token]:
    """Write addresses after their words instead of linking to them."""
    address = ""
    for token in tokens:
        if token.type == "link_open":
            address = str(token.attrGet("href") or "")
        elif token.type == "link_close":
            outside = "://" in address and token.markup != "autolink"
            yield Token("text", "", 0, content=f" ({address})" if outside else "")
        elif token.type == "code_inline" and token.content in claims:
            page = f"claims/{token.content}.html"
            yield Token("link_open", "a", 1, attrs={"href": page})
            yield token
            yield Token("link_close", "a", -1)
        else:
            yield token
