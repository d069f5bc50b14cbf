"""Charts as files: the same bytes whenever the data are the same."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from sovstats.charts.style import house_style
from sovstats.errors import (
    DatasetError,
    UnknownNameError,
    nearest,
)
from sovstats.numbers.wording import listed

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMATS = ("svg", "png", "pdf")


def known_formats(formats: Iterable[str] | str) -> list[str]:
    """Return the formats, lower case and without repetition.

    Raises
    ------
    UnknownNameError
        If there is another one, or none at all.
    """
    words = formats.split(",") if isinstance(formats, str) else formats
    wanted = dict.fromkeys(word.strip().lower().removeprefix(".") for word in words)
    for word in wanted or [""]:
        if word not in FORMATS:
            hint = nearest(word, FORMATS) or f"; there are {listed(FORMATS)}"
            kind = "chart format"
            raise UnknownNameError(kind, word, hint)
    return list(wanted)


def root_figure(ax: Axes) -> Figure:
    """Return the figure that axes stand in, also if they are in a part of it."""
    figure = ax.get_figure(root=True)
    assert figure is not None
    return figure


def render(figure: Figure, form: str) -> bytes:
    """Return a figure as the bytes of a file, without dates or names of software."""
    title = getattr(figure, "sovstats_title", "")
    words = getattr(figure, "sovstats_alt", "")
    stream = io.BytesIO()
    with house_style():
        figure.savefig(stream, format=form, metadata=_metadata(form, title, words))
    data = stream.getvalue()
    return _describe(data, words) if form == "svg" else data


def _metadata(form: str, title: str, words: str) -> dict[str, Any]:
    if form == "svg":
        return {"Title": title, "Date": None, "Creator": None}
    if form == "pdf":
        nothing = {"Creator": None, "Producer": None, "CreationDate": None}
        return {"Title": title, "Subject": words, **nothing}
    return {"Title": title, "Description": words, "Software": None}


def _describe(svg: bytes, words: str) -> bytes:
    """Make an SVG an image with a description, for those who cannot see it."""
    text = svg.decode("utf-8").replace("<svg ", '<svg role="img" ', 1)
    text = text.replace("</title>", f"</title>\n <desc>{escape(words)}</desc>", 1)
    return text.encode("utf-8")


def write(
    figure: Figure, folder: Path, name: str, formats: Iterable[str]
) -> list[Path]:
    """Write a figure into a folder, one file a format, and return the paths.

    Raises
    ------
    DatasetError
        If the folder cannot be written to.
    """
    paths = []
    for form in formats:
        data = render(figure, form)
        path = folder / f"{name}.{form}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as error:
            reason = f"cannot write the chart there: {error.strerror or error}"
            raise DatasetError(str(path), reason) from error
        paths.append(path)
    return paths
