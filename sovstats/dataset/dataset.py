"""A dataset: a folder of raw and processed tables, and everything one can ask of it."""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sovstats.errors import (
    DatasetError,
    UnknownNameError,
    nearest,
)
from sovstats.storage import exchange as swap
from sovstats.storage.files import read_table
from sovstats.storage.layout import PROCESSED, RAW
from sovstats.storage.manifest import read_manifest, stale

if TYPE_CHECKING:
    import pandas as pd

    from sovstats.auditing.audit import Audit
    from sovstats.claims import Claim, Verdict
    from sovstats.dataset.figure import Figure
    from sovstats.expressions import Names

    Width = float | str | Fraction

TEXTS_VARIABLE = "SOVSTATS_TEXTS"
PACKAGE = Path(__file__).resolve().parents[1]


class StaleDataWarning(UserWarning):
    """The processed tables are not those that the raw ones would give."""


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
        swap.recover(self.folder)

    def __repr__(self) -> str:
        return f"Dataset({str(self.folder)!r})"

    @cached_property
    def processed(self) -> Path:
        """The folder of processed tables, checked once against the raw ones."""
        changed = stale(self.folder)
        if changed:
            others = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
            message = (
                f"{self.folder}: {changed[0]}{others} changed since the last build; "
                "run `sovstats build`"
            )
            warnings.warn(message, StaleDataWarning, stacklevel=3)
        return self.folder / PROCESSED

    @property
    def version(self) -> str:
        """The version of the data: of the package, and of the raw files by hash."""
        return read_manifest(self.folder).data_version

    # -- tables -----------------------------------------------------------------------

    def load(self, name: str | None = None) -> pd.DataFrame:
        """Return a table as a tidy dataframe.

        Parameters
        ----------
        name
            A topic (``livestock``) for its figures, or a table (``sources``,
            ``claims``, ``verdicts``, ``independent`` ...). None gives all figures.

        Returns
        -------
        DataFrame
            Of figures: one row a figure, in the order of the texts; `value`, `low` and
            `high` are floats, `value_exact` the same numbers as exact text; columns
            that may be empty have nullable types.

        Raises
        ------
        UnknownNameError
            If there is no such table or topic; the nearest is suggested.
        """
        from sovstats.frames.load import load_frame

        return load_frame(self.processed, name)

    def series(
        self,
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
            The unit to convert to, such as ``megatonne`` or ``billion * ruble``. None
            takes the indicator's own.
        place, status
            Which figures: of which place, and actual, plan, target ...
        source
            Only figures of one text. None takes all.

        Returns
        -------
        Series
            Floats, indexed by year; by the text of the period where not all periods
            are years. Figures without a single value (ranges, vague plurals) and
            without a period are left out. Equal values for one period are one.

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
        from sovstats.dataset.series import make_series

        return make_series(self, indicator, unit, place, status, source)

    def tables(self) -> pd.DataFrame:
        """Return the tables and topics that `load` knows, with their number of rows."""
        from sovstats.frames.load import list_tables

        return list_tables(self.processed)

    def find(self, word: str) -> pd.DataFrame:
        """Return the figures that have to do with a word.

        It is looked for in their names, in what they print, in notes, places and
        speakers, and in the title and definition of their indicators; capital letters
        make no difference.
        """
        from sovstats.frames.find import find_figures

        return find_figures(self.processed, word)

    # -- single figures ---------------------------------------------------------------

    @cached_property
    def _figure_rows(self) -> dict[str, dict[str, str]]:
        rows: dict[str, dict[str, str]] = {}
        for row in read_table(self.processed / "figures.csv"):
            for name in [row["figure"], *row["former"].split()]:
                rows[name] = row
        return rows

    def row(self, name: str) -> dict[str, str]:
        """Return the processed row of a figure, as text.

        Raises
        ------
        UnknownNameError
            If there is no figure of this name, present or former.
        """
        try:
            return self._figure_rows[name]
        except KeyError:
            hint = nearest(name, self._figure_rows)
            msg = "figure"
            raise UnknownNameError(msg, name, hint) from None

    def figure(self, name: str) -> Figure:
        """Return one figure: its columns, its claims, its passage if there are texts.

        Raises
        ------
        UnknownNameError
            If there is no figure of this name, present or former.
        """
        from sovstats.dataset.figure import Figure
        from sovstats.expressions import names_in, parse_expression
        from sovstats.texts.passages import passage

        row = self.row(name)
        own = {row["figure"], *row["former"].split()}
        claims = [
            claim["claim"]
            for claim in read_table(self.processed / "claims.csv")
            for operand in [parse_expression(claim["expression"]).operands]
            if any(own & set(names_in(node)) for node in operand)
        ]
        shown = passage(row, self.texts, self.processed) if self.texts else ""
        return Figure(row, claims, self.cite(name), shown)

    def cite(self, name: str) -> str:
        """Return a citation of a figure: work, place, number printed, data version."""
        from sovstats.texts.citations import cite_figure

        sources = {r["source"]: r for r in read_table(self.processed / "sources.csv")}
        row = self.row(name)
        return cite_figure(row, sources[row["source"]], self.version)

    def audit(self, folder: str | os.PathLike[str]) -> Audit:
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
        """
        from sovstats.auditing.audit import audit_texts

        return audit_texts(self, folder)

    # -- claims -----------------------------------------------------------------------

    @cached_property
    def names(self) -> Names:
        """Everything that an expression may name."""
        from sovstats.expressions import read_names

        return read_names(self.processed)

    def claims(
        self, kind: str | None = None, hedge_width: Width | None = None
    ) -> list[Claim]:
        """Return the claims with their verdicts, as objects."""
        from sovstats.claims import read_claims

        self._refuse_kind(kind)
        return read_claims(self.processed, kind, _exact(hedge_width))

    def _refuse_kind(self, kind: str | None) -> None:
        codes = read_table(self.processed / "codes.csv")
        kinds = [row["code"] for row in codes if row["list"] == "claim_kind"]
        if kind is not None and kind not in kinds:
            hint = nearest(kind, kinds) or f"; there are {', '.join(kinds)}"
            msg = "kind of claim"
            raise UnknownNameError(msg, kind, hint)

    def check(
        self, kind: str | None = None, hedge_width: Width | None = None
    ) -> pd.DataFrame:
        """Return the verdict of every claim, one row a claim.

        Parameters
        ----------
        kind
            Only claims of this kind: arithmetic, series, edition ... None for all.
        hedge_width
            How far a hedge loosens a number, as a part of it; a tenth unless told.
            With another width the columns that rest on slips are empty.

        Returns
        -------
        DataFrame
            A row a claim: `reading` is the verdict; `computed` and `stated` are both
            sides at that reading, in `unit`; `gap` is (computed - stated) / stated as
            printed; `sharpness` the share of slips that it notices.
        """
        from sovstats.claims.rows import DERIVED, plain_cells
        from sovstats.frames.load import verdict_frame

        claims = self.claims(kind, hedge_width)
        rows = [plain_cells(claim) for claim in claims]
        if hedge_width is None:  # what rests on slips was worked out by the build
            built = {r["claim"]: r for r in read_table(self.processed / "verdicts.csv")}
            for row in rows:
                row.update({c: built[row["claim"]][c] for c in DERIVED})
        return verdict_frame(rows)

    def sensitivity(self, widths: Sequence[Width] = (0.05, 0.1, 0.2)) -> pd.DataFrame:
        """Return the claims whose verdict hangs on how far a hedge loosens a number.

        Parameters
        ----------
        widths
            The hedge widths to compare, as parts of the number.

        Returns
        -------
        DataFrame
            A row a claim whose verdict is not the same at all of them: `claim`, and
            its verdict at each width in a column called as the width is written.

        Raises
        ------
        NumeralError
            If a width is not a number from 0 to less than 1.
        """
        import pandas as pd

        from sovstats.claims import changing_verdicts

        columns = ["claim", *map(str, widths)]
        rows = changing_verdicts(self, widths)
        return pd.DataFrame(rows, columns=columns, dtype="str")

    def verify(self, expression: str, hedge_width: Width | None = None) -> Verdict:
        """Return the verdict of an expression of the user's own.

        Parameters
        ----------
        expression
            A comparison of figures, such as
            ``decline(cattle_1929, cattle_1934) == 40 * percent``. It may hold names of
            figures and of outside observations, units, numbers, ``+ - * / **``, one or
            more of ``== < <= > >=``, and these functions: ``growth(old, new)``,
            ``decline(old, new)``, ``share(part, rest, ...)``, ``mean``, ``min``,
            ``max``, ``abs``, ``rank(one, others, ...)`` with the greatest as the
            first, ``years(a, b)`` and ``months(a, b)`` between dates in quotes or the
            periods of figures, and ``exact(x)``, the number as printed.
        hedge_width
            How far a hedge loosens a number, as a part of it; a tenth unless told.

        Raises
        ------
        ExpressionError
            If it names something unknown or is not in the grammar.
        DimensionError
            If it adds or compares unlike quantities.
        """
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
    """Return the dataset of the checkout, or else the one in the installed package."""
    checkout = PACKAGE.parent / "data"
    if (checkout / RAW).is_dir() and (PACKAGE.parent / "pyproject.toml").is_file():
        return Dataset(checkout)
    return Dataset(PACKAGE / "data")
