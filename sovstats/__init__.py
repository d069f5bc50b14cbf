"""Check the statistics that historical texts print about the Soviet economy.

Every figure in five texts of 1930-36 and after is a row that says where it stands, what
it measures and how it is hedged. On these rows stand claims, which recompute what the
texts say about their own numbers.

    >>> import sovstats as ss
    >>> ss.verify("decline(cattle_1929, cattle_1934) == 40 * percent").reading
    'significant'

Each function here is the method of the same name of the default `Dataset`. Importing
the package imports almost nothing: pandas, pandera, pint and matplotlib load when used.
"""

from __future__ import annotations

from sovstats._version import __version__

TYPE_CHECKING = False  # Importing it from typing would cost more than all the rest.

__all__ = [
    "Dataset",
    "__version__",
    "audit",
    "charts",
    "check",
    "cite",
    "default",
    "figure",
    "find",
    "find_mentions",
    "load",
    "sensitivity",
    "series",
    "tables",
    "verify",
]

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence
    from fractions import Fraction
    from typing import Any

    import pandas as pd

    from sovstats.auditing.audit import Audit
    from sovstats.claims import Verdict
    from sovstats.dataset.dataset import Dataset
    from sovstats.dataset.figure import Figure
    from sovstats.scanner.mention import Mention


def __getattr__(name: str) -> Any:
    """Import `Dataset` and the module `charts` when they are first asked for."""
    if name == "Dataset":
        from sovstats.dataset.dataset import Dataset

        return Dataset
    if name == "charts":
        import importlib

        return importlib.import_module("sovstats.charts")
    message = f"module 'sovstats' has no attribute '{name}'"
    raise AttributeError(message)


def default() -> Dataset:
    """Return the dataset that comes with the package.

    It is the checkout's ``data`` folder where the package runs from one, else the copy
    in the installed package.
    """
    from sovstats.dataset.dataset import default_dataset

    return default_dataset()


def load(name: str | None = None) -> pd.DataFrame:
    """Return a table of the default dataset; see `Dataset.load`."""
    return default().load(name)


def series(
    indicator: str,
    unit: str | None = None,
    place: str = "ussr",
    status: str = "actual",
    source: str | None = None,
) -> pd.Series:
    """Return one indicator over time; see `Dataset.series`."""
    return default().series(indicator, unit, place, status, source)


def tables() -> pd.DataFrame:
    """Return the list of tables and topics; see `Dataset.tables`."""
    return default().tables()


def figure(name: str) -> Figure:
    """Return one figure by its name; see `Dataset.figure`."""
    return default().figure(name)


def find(word: str) -> pd.DataFrame:
    """Return the figures that have to do with a word; see `Dataset.find`."""
    return default().find(word)


def cite(name: str) -> str:
    """Return a citation of a figure; see `Dataset.cite`."""
    return default().cite(name)


def audit(folder: str | os.PathLike[str]) -> Audit:
    """Prove that no number in the texts was passed over; see `Dataset.audit`."""
    return default().audit(folder)


def find_mentions(text: str) -> list[Mention]:
    """Return every number in an English text; see `sovstats.scanner.scan`."""
    from sovstats.scanner.scan import find_mentions as find_them

    return find_them(text)


def check(kind: str | None = None, hedge_width: Fraction | None = None) -> pd.DataFrame:
    """Return the verdict of every claim; see `Dataset.check`."""
    return default().check(kind, hedge_width)


def sensitivity(
    widths: Sequence[float | str | Fraction] = (0.05, 0.1, 0.2),
) -> pd.DataFrame:
    """Return the claims whose verdict hangs on the hedge width; see `Dataset`."""
    return default().sensitivity(widths)


def verify(expression: str, hedge_width: Fraction | None = None) -> Verdict:
    """Return the verdict of an expression; see `Dataset.verify`."""
    return default().verify(expression, hedge_width)
