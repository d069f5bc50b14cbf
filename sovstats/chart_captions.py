"""What stands above and below a chart: title, subtitle, key, notes and sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from matplotlib import transforms

from sovstats.chart_alt import attach
from sovstats.chart_files import root_figure
from sovstats.chart_frame import INCH, MARGIN
from sovstats.chart_marks import key_entries
from sovstats.chart_notes import mark_notes, source_line
from sovstats.chart_style import GREY, SMALL, SUBTITLE, TITLE
from sovstats.chart_text import LEADING, text_width, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sovstats.chart_frame import Canvas


def close_canvas(
    canvas: Canvas,
    title: str,
    subtitle: str,
    notes: Sequence[str],
    axis_room: float = 14,
) -> Axes:
    """Write title, subtitle, key, notes and sources, and fit a figure of our own.

    Parameters
    ----------
    canvas
        The canvas, with everything drawn.
    title, subtitle
        The finding; the unit and what is to be known before reading.
    notes
        Sentences below the chart.
    axis_room
        Points below the axes that tick labels take.
    """
    points = [r.point for r in canvas.records if r.point] + canvas.extra
    below = [*notes, *mark_notes(points)]
    rows = [*(point.row for point in points), *canvas.source_rows]
    source = source_line(canvas.figures, rows)
    above = _write_above(canvas, title, subtitle)
    depth = _write_key(canvas, axis_room + 4)
    depth = _write_below(canvas, [" ".join(below), source], depth)
    if canvas.own:
        _fit(canvas, above, depth)
    attach(canvas, title, subtitle, below, source)
    return canvas.ax


def _text_width(canvas: Canvas) -> float:
    return canvas.size[0] + (
        canvas.left + canvas.right - 2 * MARGIN if canvas.own else 0
    )


def _indent(canvas: Canvas) -> float:
    return canvas.left - MARGIN if canvas.own else 0


def _write_above(canvas: Canvas, title: str, subtitle: str) -> float:
    """Write title and subtitle; return the points that they take."""
    width = _text_width(canvas)
    first = wrap(title, width, TITLE, "bold")
    second = wrap(subtitle, width, SUBTITLE)
    indent = _indent(canvas)
    lift = 13 + len(second) * SUBTITLE * LEADING
    canvas.ax.set_title(
        "\n".join(first), loc="left", pad=lift + 1, x=-indent / canvas.size[0]
    )
    canvas.ax.annotate(
        "\n".join(second),
        (0, 1),
        (-indent, 10),
        "axes fraction",
        "offset points",
        va="bottom",
        fontsize=SUBTITLE,
        linespacing=LEADING,
        gid=f"{canvas.chart}-subtitle",
    )
    return lift + 1 + len(first) * TITLE * LEADING


def _write_below(canvas: Canvas, paragraphs: Sequence[str], depth: float) -> float:
    """Write paragraphs under the axes from a depth on; return the depth reached."""
    width = _text_width(canvas)
    for name, paragraph in zip(("notes", "source"), paragraphs, strict=True):
        lines = wrap(paragraph, width, SMALL)
        if not lines:
            continue
        canvas.ax.annotate(
            "\n".join(lines),
            (0, 0),
            (-_indent(canvas), -depth),
            "axes fraction",
            "offset points",
            va="top",
            fontsize=SMALL,
            color=GREY if name == "source" else "black",
            linespacing=LEADING,
            gid=f"{canvas.chart}-{name}",
        )
        depth += len(lines) * SMALL * LEADING + 4
    return depth


def _write_key(canvas: Canvas, depth: float) -> float:
    """Draw the key of the marks that were used; return the depth reached."""
    handles, words = key_entries(canvas)
    if not handles:
        return depth
    room = max(text_width(word, SMALL) for word in words) + 30
    columns = max(1, min(len(words), int(_text_width(canvas) // room)))
    place = transforms.offset_copy(
        canvas.ax.transAxes, root_figure(canvas.ax), units="points",
        x=-_indent(canvas) + 1, y=-depth,
    )  # fmt: skip
    canvas.ax.legend(
        handles, words, loc="upper left", ncols=columns, borderaxespad=0, borderpad=0,
        bbox_to_anchor=(0, 0), bbox_transform=place, handlelength=2.2, columnspacing=1,
        handletextpad=0.6, labelspacing=0.35,
    )  # fmt: skip
    return depth + -(-len(words) // columns) * SMALL * 1.45 + 2


def _fit(canvas: Canvas, above: float, below: float) -> None:
    """Give a figure of our own the height that it needs, the axes keeping theirs."""
    width, height = canvas.size
    whole = height + above + below + 2 * MARGIN
    figure = root_figure(canvas.ax)
    across = figure.get_size_inches()[0] * INCH
    figure.set_size_inches(across / INCH, whole / INCH)
    box = (canvas.left / across, (below + MARGIN) / whole, width / across)
    canvas.ax.set_position((*box, height / whole))
