"""SVG files with what a browser needs and no more."""

import re

_NOTHING = re.compile(
    r"<!DOCTYPE[^>]*>\s*|\s*<metadata>.*?</metadata>|<!--.*?-->", re.DOTALL
)
_INDENT = re.compile(r">\s*\n\s*<")
_DRAWN = re.compile(r'(?<= d=")[^"]+|(?<=translate\()[^)]+')
_DECIMALS = re.compile(r"(\.\d\d)\d+")
_COMMANDS = re.compile(r" ?([A-Za-z]) ?")
_LETTER = re.compile(r'(<use href="#g[^"]*") transform="translate\(([-\d.]+) 0\)"')
_GLYPH = "DejaVuSans-"


def smaller(svg: str) -> str:
    """Return a drawing of matplotlib's that looks the same and is a third smaller.

    Metadata, comments and indentation go, and of coordinates all digits after a
    hundredth of a point.
    """
    svg = _INDENT.sub("><", _NOTHING.sub("", svg))
    svg = _DRAWN.sub(lambda found: _shorter(found[0]), svg)
    # A letter is drawn by reference to its glyph; that is most of a file.
    svg = svg.replace(f'id="{_GLYPH}', 'id="g').replace(f'href="#{_GLYPH}', 'href="#g')
    svg = svg.replace("xlink:href", "href")
    return _LETTER.sub(r'\1 x="\2"', svg)


def _shorter(path: str) -> str:
    """Return a path or a shift with hundredths and without needless white space."""
    spaced = _DECIMALS.sub(r"\1", " ".join(path.split()))
    return _COMMANDS.sub(r"\1", spaced)
