"""A dataset: a folder of raw and processed tables, and everything one can ask of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sovstats.errors import DatasetError
from sovstats.storage import PROCESSED, RAW, Tables, default_folder, recover

if TYPE_CHECKING:  # What is heavy is imported by the method that needs it.
    import pandas as pd

    from sovstats.auditing import Audit
    from sovstats.claims import Claim, Verdict
    from sovstats.dataset.figure import Figure
    from sovstats.expressions import Names

Width = float | str | Fraction
"""A hedge width, as a part of the number: 0.1, "10%" or Fraction(1, 10)."""

TEXTS_VARIABLE = "SOVSTATS_TEXTS"
"""The environment variable that names the folder of a reader's own texts."""


class Dataset:
    """A folder with the raw and processed tables of some texts.

    Parameters
    ----------
    folder
        The folder; it holds ``raw`` and, once built, ``processed``.
    texts
        A folder with the reader's own copies of the texts, for passages. None takes
        the environment variable ``SOVSTATS_TEXTS``, and without it none.

    Raises
    ------
    DatasetError
        If the folder is not a dataset.

    Warns
    -----
    StaleDataWarning
        If raw tables were changed since the last build. Nothing builds by itself.

    Attributes
    ----------
    store
        The tables as text, each read once.

    Examples
    --------
    >>> from sovstats.dataset import default_dataset
    >>> Dataset(default_dataset().folder).version == default_dataset().version
    True
    """

    def __init__(
        self,
        folder: str | os.PathLike[str],
        texts: str | os.PathLike[str] | None = None,
    ) -> None:
        self.folder = Path(folder)
        named = texts if texts is not None else os.environ.get(TEXTS_VARIABLE)
        self.texts = Path(named) if named else None
        if not self.folder.is_dir():
            reason = "there is no such folder; name one with raw/ and processed/"
            raise DatasetError(str(folder), reason)
        if not (self.folder / RAW).is_dir() and not (self.folder / PROCESSED).is_dir():
            reason = "it is no dataset: it has neither raw/ nor processed/"
            raise DatasetError(str(folder), reason)
        raw, processed = ((self.folder / name).resolve() for name in (RAW, PROCESSED))
        recover(raw.parent, processed.parent)
        self.store = Tables(self.folder)

    def __repr__(self) -> str:
        return f"Dataset({str(self.folder)!r})"

    @property
    def version(self) -> str:
        """The version of the data: of the package, and of the raw files by hash."""
        return self.store.version

    # -- tables -----------------------------------------------------------------------

    def load(self, name: str | None = None) -> pd.DataFrame:
        """Return a table as a tidy dataframe; see `sovstats.load`."""
        from sovstats.frames import load_frame

        return load_frame(self.store, name)

    def series(
        self,
        indicator: str,
        unit: str | None = None,
        place: str = "ussr",
        status: str = "actual",
        source: str | None = None,
    ) -> pd.Series:
        """Return one indicator over time; see `sovstats.series`."""
        from sovstats.dataset.series import make_series

        return make_series(self.store, indicator, unit, place, status, source)

    def tables(self) -> pd.DataFrame:
        """Return the tables and topics that `load` knows; see `sovstats.tables`."""
        from sovstats.frames import list_tables

        return list_tables(self.store)

    def find(self, word: str) -> pd.DataFrame:
        """Return the figures that have to do with a word; see `sovstats.find`."""
        from sovstats.frames import find_figures

        return find_figures(self.store, word)

    # -- single figures ---------------------------------------------------------------

    def figure(self, name: str) -> Figure:
        """Return one figure with its claims and passage; see `sovstats.figure`."""
        from sovstats.dataset.figure import Figure
        from sovstats.expressions import names_in, parse_expression
        from sovstats.texts import passage

        row = self.store.figure_row(name)
        own = {row["figure"], *row["former"].split()}
        claims = [
            claim["claim"]
            for claim in self.store.rows("claims")
            for operand in parse_expression(claim["expression"]).operands
            if own & set(names_in(operand))
        ]
        shown = passage(row, self.texts, self.store) if self.texts else ""
        return Figure(row, list(dict.fromkeys(claims)), self.cite(name), shown)

    def cite(self, name: str) -> str:
        """Return a citation of a figure; see `sovstats.cite`."""
        from sovstats.texts import cite_figure

        row = self.store.figure_row(name)
        source = self.store.by_key("sources")[row["source"]]
        return cite_figure(row, source, self.version)

    def audit(self, folder: str | os.PathLike[str]) -> Audit:
        """Prove that no number in the texts was passed over; see `sovstats.audit`."""
        from sovstats.auditing import audit_texts

        return audit_texts(self.store, folder)

    # -- claims -----------------------------------------------------------------------

    @cached_property
    def names(self) -> Names:
        """Everything that an expression may name."""
        from sovstats.expressions import read_names

        return read_names(self.store)

    def claims(
        self, kind: str | None = None, hedge_width: Width | None = None
    ) -> list[Claim]:
        """Return the claims with their verdicts, as objects."""
        from sovstats.claims import read_claims

        return read_claims(self.store, kind, _exact(hedge_width))

    def check(
        self, kind: str | None = None, hedge_width: Width | None = None
    ) -> pd.DataFrame:
        """Return the verdict of every claim, a row each; see `sovstats.check`."""
        from sovstats.claims.rows import DERIVED, plain_cells
        from sovstats.frames import verdict_frame

        claims = self.claims(kind, hedge_width)
        rows = [plain_cells(claim) for claim in claims]
        if hedge_width is None:  # What rests on slips was worked out by the build.
            built = self.store.by_key("verdicts")
            for row in rows:
                row.update({c: built[row["claim"]][c] for c in DERIVED})
        return verdict_frame(rows)

    def sensitivity(self, widths: Sequence[Width] = (0.05, 0.1, 0.2)) -> pd.DataFrame:
        """Return the claims that hang on the hedge width; see `sovstats`."""
        import pandas as pd

        from sovstats.claims import changing_verdicts

        columns = ["claim", *map(str, widths)]
        rows = changing_verdicts(self.store, widths)
        return pd.DataFrame(rows, columns=columns, dtype="str")

    def verify(self, expression: str, hedge_width: Width | None = None) -> Verdict:
        """Return the verdict of an expression; see `sovstats.verify`."""
        from sovstats.claims import verdict_of

        return verdict_of(expression, self.names, _exact(hedge_width))


def _exact(width: Width | None) -> Fraction | None:
    """Return a hedge width as an exact number, refused where it is no part of one."""
    if width is None:
        return None
    from sovstats.claims import exact_width

    return exact_width(width)


@lru_cache(maxsize=1)
def default_dataset() -> Dataset:
    """Return the dataset of the checkout, or else the one in the installed package.

    Returns
    -------
    Dataset
        The same object each time.

    Examples
    --------
    >>> default_dataset().store.figure_row("horses_1929")["value_exact"]
    '34600000'
    """
    return Dataset(default_folder())
