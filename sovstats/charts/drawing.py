"""The charts as functions, and `draw` for files.

A chart is declared here by its name, by the module of `sovstats.charts.gallery` that
draws it, and by what it shows. Matplotlib is imported when the first one is drawn.
"""

from __future__ import annotations

import inspect
import os
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sovstats.dataset import Dataset, default_dataset
from sovstats.errors import UnknownNameError, nearest
from sovstats.storage import exchange

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MODULES: dict[str, str] = {}
"""Every chart, in the order of a report, with the module that draws it."""

ALL = "all"
"""The name under which `draw` draws every chart."""


class LeftOutWarning(UserWarning):
    """A chart that was left out because the dataset lacks what it shows.

    Examples
    --------
    >>> import warnings
    >>> with warnings.catch_warnings():
    ...     warnings.simplefilter("error", LeftOutWarning)
    """


class ChartFunction(Protocol):
    """What every chart is; the documentation of its call is that of every chart."""

    def __call__(self, ax: Axes | None = None, dataset: Dataset | None = None) -> Axes:
        """Draw the chart.

        Parameters
        ----------
        ax
            Axes to draw in, such as one of pyplot's. Title, key, notes and sources
            stand outside them and need room. None makes a figure of the right height.
        dataset
            Where the figures come from. None takes the dataset of the package.

        Returns
        -------
        Axes
            The axes, or the host of the panels. `alternative_text` describes them.

        Raises
        ------
        DatasetError
            If the dataset lacks a figure that the chart needs; it says which.

        Examples
        --------
        >>> import sovstats as ss
        >>> ax = ss.charts.banknotes()
        >>> "Source: " in ss.charts.alternative_text(ax)
        True
        """


SHARED = str(inspect.getdoc(ChartFunction.__call__)).partition("\n")[2]
"""Parameters, result, errors and example, the same for every chart."""


@dataclass(frozen=True)
class DrawnChart:
    """A file of a chart, and what a page that shows it needs.

    Attributes
    ----------
    name
        The chart's name, such as ``gold``.
    path
        The file.
    title
        What the chart shows, in a sentence.
    words
        The whole chart in words, for those who cannot see it.
    width, height
        Its size in points.

    Examples
    --------
    >>> drawn = DrawnChart("grain_harvest", Path("out/grain_harvest.svg"), "", "", 1, 1)
    >>> drawn.file, drawn.label
    ('grain_harvest.svg', 'Grain harvest')
    """

    name: str
    path: Path
    title: str
    words: str
    width: int
    height: int

    @property
    def file(self) -> str:
        """The name of the file."""
        return self.path.name

    @property
    def label(self) -> str:
        """The chart's name, as people write it."""
        return self.name.replace("_", " ").capitalize()


def _drawn_in(module: str) -> Callable[[Callable[[], None]], ChartFunction]:
    """Make a chart out of a name and a docstring: what a gallery module draws."""

    def make(declared: Callable[[], None]) -> ChartFunction:
        name = declared.__name__

        def chart(ax: Axes | None = None, dataset: Dataset | None = None) -> Axes:
            return _draw(name, ax, dataset)

        MODULES[name] = module
        chart.__name__ = chart.__qualname__ = name
        shared = SHARED.replace("banknotes", name)
        chart.__doc__ = f"{inspect.getdoc(declared)}\n{shared}"
        return chart

    return make


def _draw(name: str, ax: Axes | None, dataset: Dataset | None) -> Axes:
    """Draw a chart of a dataset in the house style."""
    # These import matplotlib, which help and completion can do without.
    from sovstats.charts.canvas import Canvas
    from sovstats.charts.data import ChartInput
    from sovstats.charts.style import house_style

    module = import_module(f"sovstats.charts.gallery.{MODULES[name]}")
    canvas = Canvas(ChartInput(dataset or default_dataset(), name), ax)
    with house_style():
        getattr(module, f"draw_{name}")(canvas)
    assert canvas.ax is not None
    return canvas.ax


@_drawn_in("money")
def banknotes() -> None:
    """Draw the notes in circulation, in billion rubles, with the turns of policy."""


@_drawn_in("livestock")
def livestock() -> None:
    """Draw the counts of horses and cattle beside the falls that are stated.

    Two panels.
    """


@_drawn_in("collectivised")
def collectivised() -> None:
    """Draw the collectivised share, in per cent: facts, plan, what other works say."""


@_drawn_in("countries")
def railways() -> None:
    """Draw the railways of each country, in length and for every 10,000 people.

    Two panels.
    """


@_drawn_in("money")
def gold() -> None:
    """Draw the gold reserve, in billion rubles, beside the notes that it covers."""


@_drawn_in("money")
def ruble() -> None:
    """Draw the ruble in French francs: its official rate and its purchasing power."""


@_drawn_in("output")
def grain_harvest() -> None:
    """Draw the grain harvests in million tonnes."""


@_drawn_in("output")
def sugar() -> None:
    """Draw sugar output in million tonnes, and the part that is stated to be left."""


@_drawn_in("growth")
def industrial_growth() -> None:
    """Draw yearly industrial growth, in per cent: planned, promised and admitted.

    Two panels, the second of rates without a date.
    """


@_drawn_in("output")
def before_after() -> None:
    """Draw steel, coal, power stations and their capacity, earlier and later.

    Four panels.
    """


@_drawn_in("output")
def foreign_trade() -> None:
    """Draw the foreign trade turnover in million rubles."""


@_drawn_in("countries")
def per_person() -> None:
    """Draw goods per inhabitant, the Soviet Union against other countries.

    Eight panels.
    """


@_drawn_in("ranks")
def ranks() -> None:
    """Draw the Soviet Union's place in the world by output, earlier and later."""


@_drawn_in("productivity")
def productivity() -> None:
    """Draw Soviet productivity as a percentage of American or Western productivity."""


@_drawn_in("claims")
def claims() -> None:
    """Draw every claim of equality, recomputed against stated, by verdict.

    All stand on one scale on which the stated number is 1, each with both intervals at
    its verdict's reading.
    """


@_drawn_in("guarded")
def guarded() -> None:
    """Draw by topic which share of the figures some claim guards against slips."""


def alternative_text(ax: Axes) -> str:
    """Return a chart in words, for those who cannot see it.

    Parameters
    ----------
    ax
        The axes that a chart returned.

    Returns
    -------
    str
        Title, unit, every number that is drawn, notes and sources. Empty for axes that
        no chart was drawn in.

    Examples
    --------
    >>> import sovstats as ss
    >>> words = ss.charts.alternative_text(ss.charts.livestock())
    >>> "Horses: 34.6 million head in 1929, 15.6 million head in 1934." in words
    True
    """
    from sovstats.charts.files import ALTERNATIVE, root_figure

    # A panel has none of its own: the figure has that of the whole chart.
    own = getattr(ax, ALTERNATIVE, "")
    return str(own or getattr(root_figure(ax), ALTERNATIVE, ""))


def draw(
    dataset: Dataset,
    name: str,
    out_dir: str | os.PathLike[str],
    formats: Iterable[str] | str = ("svg",),
    small: bool = False,
) -> list[DrawnChart]:
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
    small
        Whether an SVG leaves out what no browser needs; by default it stays as
        matplotlib writes it, for other programs.

    Returns
    -------
    list of DrawnChart
        The files that were written, by chart and format.

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

    Examples
    --------
    >>> import tempfile
    >>> import sovstats as ss
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     drawn = ss.charts.draw(ss.default(), "gold", folder, "svg,png")
    >>> [chart.file for chart in drawn]
    ['gold.svg', 'gold.png']
    """
    from sovstats.charts.data import ChartDataError
    from sovstats.charts.files import known_formats, write_chart

    names = _known_names(name)
    wanted = known_formats(formats)
    drawn: list[DrawnChart] = []
    lacking: list[ChartDataError] = []
    with exchange(Path(out_dir)) as new:
        for each in names:
            try:
                ax = _draw(each, None, dataset)
            except ChartDataError as error:
                lacking.append(error)
                continue
            for form in wanted:
                file = f"{each}.{form}"
                said = write_chart(ax, new(file), form, small)
                drawn.append(DrawnChart(each, Path(out_dir, file), *said))
        if not drawn:
            raise lacking[0]
    for lack in lacking:
        warnings.warn(f"left out: {lack}", LeftOutWarning, stacklevel=2)
    return drawn


def _known_names(name: str) -> list[str]:
    """Return the charts that a name stands for; raise an error if it is none."""
    if name == ALL:
        return list(MODULES)
    if name in MODULES:
        return [name]
    kind, hint = "chart", nearest(name, [*MODULES, ALL])
    raise UnknownNameError(kind, name, hint or f"; there are {', '.join(MODULES)}")
