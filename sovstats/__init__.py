"""Check the statistics that historical texts print about the Soviet economy.

Every figure in five texts of 1930-36 and after is a row that says where it stands, what
it measures and how it is hedged. On these rows stand claims, which recompute what the
texts say about their own numbers.

    >>> import sovstats as ss
    >>> ss.verify("decline(cattle_1929, cattle_1934) == 40 * percent").reading
    'significant'

Each function here asks the default `Dataset`, and is a method of every other. Importing
the package imports almost nothing: pandas, pandera, pint and matplotlib load when used.
"""

from __future__ import annotations

from sovstats._version import __version__

TYPE_CHECKING = False  # Importing it from typing would cost more than all the rest.

__all__ = [
    "Dataset", "__version__", "audit", "charts", "check", "cite", "default", "figure",
    "find", "find_mentions", "load", "sensitivity", "series", "tables", "verify",
]  # fmt: skip

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence
    from typing import Any

    import pandas as pd

    from sovstats.auditing import Audit
    from sovstats.claims import Verdict
    from sovstats.dataset import Dataset, Figure, Width
    from sovstats.scanner import find_mentions


def __getattr__(name: str) -> Any:
    """Import what stands in packages when it is first asked for."""
    import importlib

    packages = {"Dataset": "sovstats.dataset", "find_mentions": "sovstats.scanner"}
    if name in packages:
        return getattr(importlib.import_module(packages[name]), name)
    if name == "charts":
        return importlib.import_module("sovstats.charts")
    message = f"module 'sovstats' has no attribute '{name}'"
    raise AttributeError(message)


def __dir__() -> list[str]:
    """Return the names that are there, and those that are imported when asked for."""
    return sorted({*globals(), *__all__})


def default() -> Dataset:
    """Return the dataset that comes with the package.

    Returns
    -------
    Dataset
        That of the checkout's folder ``data`` where the package runs from one, else
        the copy in the installed package; the same object each time.

    Examples
    --------
    >>> import sovstats as ss
    >>> ss.default() is ss.default()
    True
    """
    from sovstats.dataset import default_dataset

    return default_dataset()


def load(name: str | None = None) -> pd.DataFrame:
    """Return a table as a tidy dataframe.

    Parameters
    ----------
    name
        A topic (``livestock``) for its figures, or a table (``sources``, ``claims``,
        ``verdicts``, ``independent`` ...). None gives all figures.

    Returns
    -------
    DataFrame
        Of figures: one row a figure, in the order of the texts; `value`, `low` and
        `high` are floats in the row's `unit`, `value_exact` the same numbers as exact
        text; columns that may be empty have nullable types.

    Raises
    ------
    UnknownNameError
        If there is no such table or topic; the nearest is suggested.

    Examples
    --------
    >>> import sovstats as ss
    >>> ss.load("livestock")[["figure", "printed", "unit"]].iloc[7].tolist()
    ['horses_1929', '34.6 million', 'head']
    """
    return default().load(name)


def series(
    indicator: str,
    unit: str | None = None,
    place: str = "ussr",
    status: str = "actual",
    source: str | None = None,
) -> pd.Series:
    """Return one indicator over time.

    Parameters
    ----------
    indicator
        What is measured: a name of the table ``indicators``.
    unit
        The unit to convert to, such as ``megatonne`` or ``billion * ruble``. None takes
        the indicator's own.
    place, status
        Which figures: of which place, and actual, plan, target ...
    source
        Only figures of one text. None takes all.

    Returns
    -------
    Series
        Floats, indexed by year; by the text of the period where not all periods are
        years. Figures without a single value (ranges, vague plurals) and without a
        period are left out. Equal values for one period are one.

    Raises
    ------
    UnknownNameError
        If there is no such indicator, or none of its figures fits.
    ConflictError
        If two texts give one period different values; name a source then.
    UnitError
        If the unit does not fit.

    Examples
    --------
    >>> import sovstats as ss
    >>> float(ss.series("grain_harvest", unit="megatonne")["1930"])
    83.5
    """
    return default().series(indicator, unit, place, status, source)


def tables() -> pd.DataFrame:
    """Return the tables and topics that `load` knows.

    Returns
    -------
    DataFrame
        Columns `name`, `what` (table or topic) and `rows`.

    Examples
    --------
    >>> import sovstats as ss
    >>> "livestock" in ss.tables()["name"].tolist()
    True
    """
    return default().tables()


def figure(name: str) -> Figure:
    """Return one figure: its columns, its claims, its passage if there are texts.

    Parameters
    ----------
    name
        The figure's name, present or former.

    Returns
    -------
    Figure
        A mapping of the columns of the processed table, all as text.

    Raises
    ------
    UnknownNameError
        If there is no figure of this name; the nearest is suggested.

    Examples
    --------
    >>> import sovstats as ss
    >>> ss.figure("horses_1929")["printed"]
    '34.6 million'
    """
    return default().figure(name)


def find(word: str) -> pd.DataFrame:
    """Return the figures that have to do with a word.

    It is looked for in their names, in what they print, in notes, places and speakers,
    and in the title and definition of their indicators.

    Parameters
    ----------
    word
        What is looked for; capital letters and underscores make no difference.

    Returns
    -------
    DataFrame
        A row a figure, in the order of the texts, with the columns that tell what it
        is and where it stands.

    Examples
    --------
    >>> import sovstats as ss
    >>> ss.find("sugar")["source"].unique().tolist()
    ['betrayed']
    """
    return default().find(word)


def cite(name: str) -> str:
    """Return a citation of a figure: work, place, number printed, data version.

    Parameters
    ----------
    name
        The figure's name, present or former.

    Returns
    -------
    str
        A sentence for a footnote; what the text does not print stands in brackets.

    Raises
    ------
    UnknownNameError
        If there is no figure of this name.

    Examples
    --------
    >>> import sovstats as ss
    >>> '"34.6 million" (horses_1929' in ss.cite("horses_1929")
    True
    """
    return default().cite(name)


def audit(folder: str | os.PathLike[str]) -> Audit:
    """Prove that no number in the texts was passed over, or say which was.

    Parameters
    ----------
    folder
        Where the reader's own copies of the texts are.

    Returns
    -------
    Audit
        A summary a text, and every open mention and wrong row.

    Raises
    ------
    DatasetError
        If there is no such folder.

    Examples
    --------
    >>> import sovstats as ss
    >>> ss.audit(".").sources[0].summary  # there are no texts in this folder
    'alarm_full: not audited'
    """
    return default().audit(folder)


def check(kind: str | None = None, hedge_width: Width | None = None) -> pd.DataFrame:
    """Return the verdict of every claim, one row a claim.

    Parameters
    ----------
    kind
        Only claims of this kind: arithmetic, series, edition ... None for all.
    hedge_width
        How far a hedge loosens a number, as a part of it. None takes a tenth; with
        another width the columns that rest on slips are empty.

    Returns
    -------
    DataFrame
        A row a claim: `reading` is the verdict; `computed` and `stated` are both sides
        at that reading, in `unit`; `gap` is (computed - stated) / stated as printed;
        `sharpness` the share of slips that it notices.

    Raises
    ------
    UnknownNameError
        If there is no such kind.
    NumeralError
        If the width is not a number from 0 to less than 1.

    Examples
    --------
    >>> import sovstats as ss
    >>> ss.check("conversion")["reading"].unique().tolist()
    ['written']
    """
    return default().check(kind, hedge_width)


def sensitivity(widths: Sequence[Width] = (0.05, 0.1, 0.2)) -> pd.DataFrame:
    """Return the claims whose verdict hangs on how far a hedge loosens a number.

    Parameters
    ----------
    widths
        The hedge widths to compare, as parts of the number.

    Returns
    -------
    DataFrame
        A row a claim whose verdict is not the same at all of them: `claim`, and its
        verdict at each width in a column called as the width is written.

    Raises
    ------
    NumeralError
        If a width is not a number from 0 to less than 1.

    Examples
    --------
    >>> import sovstats as ss
    >>> ss.sensitivity((0.1, 0.1)).empty
    True
    """
    return default().sensitivity(widths)


def verify(expression: str, hedge_width: Width | None = None) -> Verdict:
    """Return the verdict of an expression of the user's own.

    Parameters
    ----------
    expression
        A comparison of figures, such as
        ``decline(cattle_1929, cattle_1934) == 40 * percent``. It may hold names of
        figures and of outside observations, units, numbers, ``+ - * / **``, one or more
        of ``== < <= > >=``, and these functions: ``growth(old, new)``,
        ``decline(old, new)``, ``share(part, rest, ...)``, ``mean``, ``min``, ``max``,
        ``abs``, ``rank(one, others, ...)`` with the greatest as the first,
        ``years(a, b)`` and ``months(a, b)`` between dates in quotes or the periods of
        figures, and ``exact(x)``, the number as printed.
    hedge_width
        How far a hedge loosens a number, as a part of it. None takes a tenth.

    Returns
    -------
    Verdict
        Its `reading`, and the whole arithmetic as text.

    Raises
    ------
    ExpressionError
        If it names something unknown or is not in the grammar.
    DimensionError
        If it adds or compares unlike quantities.

    Examples
    --------
    >>> import sovstats as ss
    >>> ss.verify("horses_1934 < horses_1929").reading
    'literal'
    """
    return default().verify(expression, hedge_width)
