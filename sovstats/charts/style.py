"""The house style: colours, sizes, marks, and the context in which a chart is drawn."""

from collections.abc import Iterator
from contextlib import contextmanager

from matplotlib import style

# Okabe and Ito's palette, told apart by every kind of colour vision.
BLACK = "#000000"
ORANGE = "#E69F00"
SKY = "#56B4E9"
GREEN = "#009E73"
BLUE = "#0072B2"
VERMILION = "#D55E00"
PURPLE = "#CC79A7"
GREY = "#767676"
PALE = "#D0D0D0"

INK = {ORANGE: "#8F6200", SKY: "#1B6FA0", PURPLE: "#97446F", GREEN: "#00775A"}
"""Darker shades of the colours that are too pale for letters."""

VERDICT_MARKS = {
    "literal": (BLUE, "o"),
    "written": (SKY, "o"),
    "hedged": (GREEN, "s"),
    "significant": (ORANGE, "D"),
    "open": (PURPLE, "^"),
    "contradicted": (VERMILION, "X"),
}
"""Colour and marker of each verdict; the markers differ for print without colour."""

DOTTED = (0, (1, 1.5))
KIND_MARKS = {
    "fact": ("o", "-"),
    "hedged": ("o", "-"),
    "plan": ("s", (0, (4, 2))),
    "promise": ("D", DOTTED),
    "hypothetical": ("v", DOTTED),
}
"""Marker and line of each kind of figure: only what is said to be so is solid."""

FAMILY = "DejaVu Sans"
TITLE, SUBTITLE, LABEL, SMALL = 10.5, 8.5, 7.5, 6.8
WIDTH = 6.5
"""Width of a chart on its own, in inches."""

RC = {
    "font.family": [FAMILY],
    "font.size": LABEL,
    "axes.titlesize": TITLE,
    "axes.titleweight": "bold",
    "axes.linewidth": 0.6,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "lines.markersize": 4.5,
    "legend.frameon": False,
    "legend.fontsize": SMALL,
    "savefig.dpi": 200,
    "savefig.facecolor": "white",
    # Identifiers of an SVG are random without it.
    "svg.hashsalt": "sovstats",
    # Many publishers refuse Type 3 fonts, which are the default.
    "pdf.fonttype": 42,
}


@contextmanager
def house_style() -> Iterator[None]:
    """Draw in the house style, and leave the reader's own settings as they are."""
    with style.context(["default", RC]):
        yield
