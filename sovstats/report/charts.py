"""The charts of a report: drawn by `sovstats.charts.drawing`, with their words."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from sovstats import charts
from sovstats.errors import DatasetError

if TYPE_CHECKING:
    from sovstats.dataset.dataset import Dataset

FIRST = "claims"
"""The chart that is shown first, for it shows what was found."""
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_WORDS = re.compile(r"<desc>(.*?)</desc>", re.DOTALL)
_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_METADATA = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)
_TYPE = re.compile(r"<!DOCTYPE[^>]*>\s*")
_INDENT = re.compile(r">\s*\n\s*<")
_DRAWN = re.compile(r'(?<= d=")[^"]+|(?<=translate\()[^)]+')
_DECIMALS = re.compile(r"(\.\d\d)\d+")
_COMMANDS = re.compile(r" ?([A-Za-z]) ?")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LETTER = re.compile(r'(<use href="#g[^"]*") transform="translate\(([-\d.]+) 0\)"')
_GLYPH = "DejaVuSans-"


@dataclass(frozen=True)
class Chart:
    """A chart as a page shows it.

    Attributes
    ----------
    name, file
        Its name and its file in the folder of charts.
    title
        What it shows, in a sentence.
    words
        The whole chart in words, for those who cannot see it.
    width, height
        Its size in points.
    """

    name: str
    file: str
    title: str
    words: str
    width: int
    height: int

    @property
    def label(self) -> str:
        """Its name, as people write it."""
        return self.name.replace("_", " ").capitalize()


def draw_charts(dataset: Dataset, folder: Path) -> tuple[list[Chart], list[str]]:
    """Draw every chart that a dataset has the figures for.

    Parameters
    ----------
    dataset
        The dataset.
    folder
        Where the files go.

    Returns
    -------
    list of Chart, list of str
        The charts, and a sentence for each that is left out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", charts.LeftOutWarning)
        try:
            paths = charts.draw(dataset, charts.ALL, folder, ["svg"])
        except DatasetError as error:
            return [], [f"all of them: {error.reason}"]
    lacking = []
    # A page may be read elsewhere than it was made: the folder stays out of it.
    where = f"{dataset.folder}: "
    for warning in caught:
        if issubclass(warning.category, charts.LeftOutWarning):
            lacking.append(str(warning.message).removeprefix(f"left out: {where}"))
        else:
            warnings.warn_explicit(
                warning.message, warning.category, warning.filename, warning.lineno
            )
    drawn = [_chart(path) for path in paths]
    drawn.sort(key=lambda chart: chart.name != FIRST)
    return drawn, lacking


def _chart(path: Path) -> Chart:
    """Read a chart's words off its file, and make the file smaller."""
    svg = smaller(path.read_text(encoding="utf-8"))
    path.write_text(svg, encoding="utf-8", newline="\n")
    title, words = (_first(pattern, svg) for pattern in (_TITLE, _WORDS))
    box = _BOX.search(svg)
    width, height = (round(float(size)) for size in box.groups()) if box else (468, 300)
    return Chart(path.stem, path.name, title or path.stem, words, width, height)


def smaller(svg: str) -> str:
    """Return a drawing of matplotlib's that looks the same and is a third smaller.

    Metadata, comments and indentation go, and of coordinates all digits behind a
    hundredth of a point.
    """
    nothing = ((_TYPE, ""), (_METADATA, ""), (_COMMENT, ""), (_INDENT, "><"))
    for pattern, instead in nothing:
        svg = pattern.sub(instead, svg)
    svg = _DRAWN.sub(lambda found: _shorter(found[0]), svg)
    # A letter is drawn by reference to its glyph; that is most of a file.
    svg = svg.replace(f'id="{_GLYPH}', 'id="g').replace(f'href="#{_GLYPH}', 'href="#g')
    svg = svg.replace("xlink:href", "href")
    return _LETTER.sub(r'\1 x="\2"', svg)


def _shorter(path: str) -> str:
    """Return a path or a shift with hundredths and without needless white space."""
    spaced = _DECIMALS.sub(r"\1", " ".join(path.split()))
    return _COMMANDS.sub(r"\1", spaced)


def _first(pattern: re.Pattern[str], svg: str) -> str:
    found = pattern.search(svg)
    return unescape(found[1]) if found else ""
