"""Charts as files: the same bytes whenever the data are the same."""

import io
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sovstats.charts.style import house_style
from sovstats.charts.svg import smaller
from sovstats.errors import UnknownNameError, nearest
from sovstats.numbers import listed
from sovstats.storage import write_bytes

FORMATS = ("svg", "png", "pdf")
NO_PDF_FIELDS = ("Creator", "Producer", "CreationDate")

TITLE_OF = "sovstats_title"
"""The attribute of a figure and its axes that holds the title."""

ALTERNATIVE = "sovstats_alt"
"""The attribute of a figure and its axes that holds the alternative text."""


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


def render(figure: Figure, form: str, small: bool = False) -> bytes:
    """Return a figure as the bytes of a file, without dates or names of software.

    Parameters
    ----------
    figure, form
        The figure, and one of the formats.
    small
        Whether an SVG leaves out what no browser needs.
    """
    title = getattr(figure, TITLE_OF, "")
    words = getattr(figure, ALTERNATIVE, "")
    # None keeps matplotlib from writing its own name, or the date.
    metadata = {
        "svg": {"Title": title, "Date": None, "Creator": None},
        "png": {"Title": title, "Description": words, "Software": None},
        "pdf": {"Title": title, "Subject": words} | dict.fromkeys(NO_PDF_FIELDS),
    }
    stream = io.BytesIO()
    with house_style():
        figure.savefig(stream, format=form, metadata=metadata[form])
    if form != "svg":
        return stream.getvalue()
    # An image with a description, for those who cannot see it.
    svg = stream.getvalue().decode("utf-8").replace("<svg ", '<svg role="img" ', 1)
    svg = svg.replace("</title>", f"</title>\n <desc>{escape(words)}</desc>", 1)
    return (smaller(svg) if small else svg).encode("utf-8")


def write_chart(
    ax: Axes, path: Path, form: str, small: bool
) -> tuple[str, str, int, int]:
    """Write the figure of a chart's axes, and say what it shows.

    Returns
    -------
    tuple of str, str, int and int
        Its title, its alternative text, and its width and height in points.
    """
    figure = root_figure(ax)
    write_bytes(path, render(figure, form, small))
    width, height = (round(inches * 72) for inches in figure.get_size_inches())
    return getattr(figure, TITLE_OF), getattr(figure, ALTERNATIVE), width, height
