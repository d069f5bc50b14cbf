"""Charts of figures and claims: one function a chart, and `draw` for files.

Each function takes axes to draw in and a dataset, and returns matplotlib's Axes::

    ax = ss.charts.banknotes()
    ax.figure.savefig("banknotes.png")

Without `ax` it makes a figure of its own, outside pyplot, which a notebook shows.
Charts of several panels return the first axes of the figure: it carries title and
notes, and the panels are its ``child_axes``. Whatever is drawn comes from the dataset's
tables. The house style is in `sovstats.charts.style`; the reader's own settings are left
alone.
Importing this module imports neither matplotlib nor pandas.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sovstats.errors import UnknownNameError, nearest

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sovstats.dataset.dataset import Dataset

MODULES = {
    "banknotes": "money",
    "livestock": "livestock",
    "collectivised": "collectivised",
    "railways": "countries",
    "gold": "money",
    "ruble": "money",
    "grain_harvest": "output",
    "sugar": "output",
    "industrial_growth": "growth",
    "before_after": "output",
    "foreign_trade": "output",
    "per_person": "countries",
    "ranks": "ranks",
    "productivity": "productivity",
    "claims": "claims",
    "guarded": "guarded",
}
"""Every chart with the module that draws it."""

ALL = "all"


class LeftOutWarning(UserWarning):
    """A chart that was left out because the dataset lacks what it shows."""


def _draw(name: str, ax: Axes | None, dataset: Dataset | None) -> Axes:
    """Draw a chart of a dataset in the house style."""
    from importlib import import_module

    from sovstats.charts.data import Figures
    from sovstats.charts.style import house_style

    if dataset is None:
        from sovstats.dataset.dataset import default_dataset

        dataset = default_dataset()
    module = import_module(f"sovstats.charts.gallery.{MODULES[name]}")
    with house_style():
        drawn: Axes = getattr(module, f"draw_{name}")(Figures(dataset, name), ax)
    return drawn


def banknotes(ax: Axes | None = None, dataset: Dataset | None = None) -> Axes:
    """Draw the notes in circulation, in billion rubles, with the turns of policy.

    Parameters
    ----------
    ax
        Axes to draw in, such as one of pyplot's. Title, key, notes and sources stand
        outside them and need room. None makes a figure of the right height.
    dataset
        Where the figures come from. None takes the dataset of the package.

    Returns
    -------
    Axes
        The axes. `alternative_text` describes them in words.

    Raises
    ------
    DatasetError
        If the dataset lacks a figure that the chart needs; it says which.
    """
    return _draw("banknotes", ax, dataset)


def livestock(ax: Axes | None = None, dataset: Dataset | None = None) -> Axes:
    """Draw the counts of horses and cattle beside the falls that are stated.

    Two panels; for parameters, result and errors see `banknotes`.
    """
    return _draw("livestock", ax, dataset)


def collectivised(ax: Axes | None = None, dataset: Dataset | None = None) -> Axes:
    """Draw the collectivised share, in per cent: facts, plan and what other works say.

    For parameters, result and errors see `banknotes`.
    """
    return _draw("collectivised", ax, dataset)


def railways(ax: Axes | None = None, dataset: Dataset | None = None) -> Axes:
    """Draw the railways of each country, in length and for every 10,000 people.

    Two panels; for parameters, result and errors see `banknotes`.
    """
    return _draw("railways", ax, dataset)


def gold(ax: Axes | None = None, dataset: Dataset | None = None) -> Axes:
    """Draw the gold reserve, in billion rubles, beside the notes that it covers.

    For parameters, result and errors see `banknotes`.
    """
    return _draw("gold", ax, dataset)


def ruble(ax: Axes | None = None, dataset: Dataset | None = None) -> Axes:
    """Draw the ruble in French francs: its official rate and its purchasing power.

    For parameters, result and errors see `banknotes`.
    """
    return _draw("ruble", ax, dataset)


def grain_harvest(ax: Axes | None = None, dataset: Dataset | None = None) -> Axes:
    """Draw the grain harvests in million tonnes.

    For parameters, result and errors see `banknotes`.
    """
    return _draw("grain_harvest", ax, dataset)


def sugar(ax: Axes | None = None, dataset: Dataset | None = None) -> Axes:
    """Draw sugar output in million tonnes, and the part that is stated to be left.

    For parameters, result and errors see `banknotes`.
    """
    return _draw("sugar", ax, dataset)


def industrial_growth(ax: Axes | None = None, dataset: Dataset | None = None) -> Axes:
    """Draw yearly industrial growth, in per cent: planned, promised and admitted.

    Two panels, the second of rates without a date; for parameters, result and errors
    see `banknotes`.
    """
    return _draw("industrial_growth", ax, dataset)


def before_after(ax: Axes | None = None, dataset: Dataset | None = None) -> Axes:
    """Draw steel, coal, power stations and their capacity, earlier and later.

    Four panels; for parameters, result and errors see `banknotes`.
    """
    return _draw("before_after", ax, dataset)


def foreign_trade(ax: Axes | None = None, dataset: Dataset | None = None) -> Axes:
    """Draw the foreign trade turnover in million rubles.

    For parameters, result and errors see `banknotes`.
    """
    return _draw("foreign_trade", ax, dataset)


def per_person(ax: Axes | None = None, dataset: Dataset | None = None) -> Axes:
    """Draw goods per inhabitant, the Soviet Union against other countries.

    Eight panels; for parameters, result and errors see `banknotes`.
    """
    return _draw("per_person", ax, dataset)


def ranks(ax: Axes | None = None, dataset: Dataset | None = None) -> Axes:
    """Draw the Soviet Union's place in the world by output, earlier and later.

    For parameters, result and errors see `banknotes`.
    """
    return _draw("ranks", ax, dataset)


def productivity(ax: Axes | None = None, dataset: Dataset | None = None) -> Axes:
    """Draw Soviet productivity as a percentage of American or Western productivity.

    For parameters, result and errors see `banknotes`.
    """
    return _draw("productivity", ax, dataset)


def claims(ax: Axes | None = None, dataset: Dataset | None = None) -> Axes:
    """Draw every claim of equality, recomputed against stated, by verdict.

    All stand on one scale on which the stated number is 1, each with both intervals at
    its verdict's reading. For parameters, result and errors see `banknotes`.
    """
    return _draw("claims", ax, dataset)


def guarded(ax: Axes | None = None, dataset: Dataset | None = None) -> Axes:
    """Draw by topic which share of the figures some claim guards against slips.

    For parameters, result and errors see `banknotes`.
    """
    return _draw("guarded", ax, dataset)


def alternative_text(ax: Axes) -> str:
    """Return a chart in words, for those who cannot see it; empty for other axes."""
    from sovstats.charts.alt import alternative_text_of

    return alternative_text_of(ax)


def draw(
    dataset: Dataset,
    name: str,
    out_dir: str | os.PathLike[str],
    formats: Iterable[str] | str = ("svg",),
) -> list[Path]:
    """Write a chart, or all, into a folder.

    Parameters
    ----------
    dataset
        Where the figures come from.
    name
        The name of a chart, or ``all``.
    out_dir
        The folder; it is made where it is missing. Files are named like their chart.
    formats
        Of svg, png and pdf, one file each. The same data give the same bytes.

    Returns
    -------
    list of Path
        The files that were written.

    Raises
    ------
    UnknownNameError
        If there is no such chart or format; the nearest is suggested.
    DatasetError
        If the dataset lacks what the chart needs, or the folder cannot be written to.

    Warns
    -----
    LeftOutWarning
        If ``all`` leaves out a chart because the dataset lacks what it needs.
    """
    if name not in (*MODULES, ALL):
        hint = nearest(name, [*MODULES, ALL]) or f"; there are {', '.join(MODULES)}"
        kind = "chart"
        raise UnknownNameError(kind, name, hint)
    from sovstats.charts.data import ChartDataError
    from sovstats.charts.files import (
        known_formats,
        root_figure,
        write,
    )

    wanted = known_formats(formats)
    paths: list[Path] = []
    lacking: list[ChartDataError] = []
    for each in MODULES if name == ALL else [name]:
        try:
            ax = _draw(each, None, dataset)
        except ChartDataError as error:
            if name != ALL:
                raise
            lacking.append(error)
        else:
            paths += write(root_figure(ax), Path(out_dir), each, wanted)
    if not paths:
        raise lacking[0]
    for lack in lacking:
        warnings.warn(f"left out: {lack}", LeftOutWarning, stacklevel=2)
    return paths
