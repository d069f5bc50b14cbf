"""Charts of figures and claims: one function a chart, and `draw` for files.

Each function takes axes to draw in and a dataset, and returns matplotlib's Axes::

    ax = ss.charts.banknotes()
    ax.figure.savefig("banknotes.png")

Without `ax` it makes a figure of its own, outside pyplot, which a notebook shows.
Charts of several panels return the first axes of the figure: it carries title and
notes, and the panels are its ``child_axes``. Whatever is drawn comes from the dataset's
tables. The reader's own matplotlib settings are left alone. Importing this package
imports neither matplotlib nor pandas.

- `drawing` - the charts as functions, and `draw`
- `gallery` - what each chart draws, one module a subject
- `data` - what a chart takes from a dataset: figures as points
- `canvas` - the frame of a chart: figure, panels, record of what was drawn
- `marks` - points, bars, lines and labels
- `axes` - axes of time, of values and of named rows
- `bars` - charts of horizontal bars
- `captions` - title, subtitle, key, notes, sources; the chart in words
- `files` - charts as bytes and as files
- `svg` - the smaller SVG of the report
- `style`, `text` - the house style; the width of text
"""

from sovstats.charts.drawing import (
    ALL,
    MODULES,
    DrawnChart,
    LeftOutWarning,
    alternative_text,
    banknotes,
    before_after,
    claims,
    collectivised,
    draw,
    foreign_trade,
    gold,
    grain_harvest,
    guarded,
    industrial_growth,
    livestock,
    per_person,
    productivity,
    railways,
    ranks,
    ruble,
    sugar,
)

__all__ = [
    "banknotes", "livestock", "collectivised", "railways", "gold", "ruble",
    "grain_harvest", "sugar", "industrial_growth", "before_after", "foreign_trade",
    "per_person", "ranks", "productivity", "claims", "guarded", "alternative_text",
    "draw", "DrawnChart", "LeftOutWarning", "ALL", "MODULES",
]  # fmt: skip
