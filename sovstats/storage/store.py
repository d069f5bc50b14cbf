"""The tables of one dataset folder, each read once.

Whatever needs rows below the floor of `sovstats.dataset` takes a `Tables`: it knows the
paths, reads a table when it is first asked for, and keeps it.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from sovstats.errors import DatasetError, UnknownNameError
from sovstats.storage.files import Cells, read_table
from sovstats.storage.layout import PROCESSED, RAW
from sovstats.storage.manifest import Manifest, read_manifest, stale


class StaleDataWarning(UserWarning):
    """The processed tables are not those that the raw ones would give.

    Examples
    --------
    >>> import warnings
    >>> with warnings.catch_warnings():
    ...     warnings.simplefilter("error", StaleDataWarning)  # be strict in a script
    """


class Tables:
    """The tables of a dataset folder, each read once, all cells as text.

    Parameters
    ----------
    folder
        The dataset folder, with its tables in ``raw`` and ``processed``.
    rows
        Processed tables that are at hand already, by name; `build` works claims out on
        rows that no file holds yet. None reads every table from its file.

    Warns
    -----
    StaleDataWarning
        Once, when the first processed table is read, if raw tables were changed since
        the last build.

    Examples
    --------
    >>> from sovstats.storage import Tables, default_folder
    >>> tables = Tables(default_folder())
    >>> tables.figure_row("horses_1929")["printed"]
    '34.6 million'
    >>> tables.by_key("places")["ussr"]["title"]
    'Soviet Union'
    """

    def __init__(
        self, folder: Path, rows: Mapping[str, list[Cells]] | None = None
    ) -> None:
        self.folder = folder
        self._rows = dict(rows or {})
        self._raw_rows: dict[str, list[Cells]] = {}
        self._by_key: dict[str, dict[str, Cells]] = {}

    # -- processed --------------------------------------------------------------------

    @cached_property
    def processed(self) -> Path:
        """The folder of processed tables, compared once with the raw ones."""
        changed = stale(self.folder, self.manifest)
        if changed:
            others = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
            message = (
                f"{self.folder}: {changed[0]}{others} changed since the last build; "
                "run `sovstats build`"
            )
            warnings.warn(message, StaleDataWarning, stacklevel=3)
        return self.folder / PROCESSED

    @cached_property
    def manifest(self) -> Manifest:
        """What the processed tables were made from."""
        return read_manifest(self.folder)

    @property
    def version(self) -> str:
        """The version of the data: of the package, and of the raw files by hash."""
        return self.manifest.data_version

    @cached_property
    def names(self) -> list[str]:
        """The names of the processed tables."""
        return sorted(path.stem for path in self.processed.glob("*.csv"))

    def path(self, name: str) -> Path:
        """Return the file of a processed table."""
        path = self.processed / f"{name}.csv"
        if not path.is_file():
            reason = f"its table of {name} is missing; run `sovstats build`"
            raise DatasetError(str(self.processed), reason)
        return path

    def rows(self, name: str) -> list[Cells]:
        """Return the rows of a processed table, as text, in their order."""
        if name not in self._rows:
            self._rows[name] = read_table(self.path(name))
        return self._rows[name]

    def by_key(self, name: str) -> dict[str, Cells]:
        """Return the rows of a processed table by the text of their first column."""
        if name not in self._by_key:
            rows = self.rows(name)
            self._by_key[name] = {next(iter(row.values())): row for row in rows}
        return self._by_key[name]

    def codes(self, code_list: str) -> dict[str, Cells]:
        """Return the rows of a code list by their code."""
        rows = self.rows("codes")
        return {row["code"]: row for row in rows if row["list"] == code_list}

    def figure_row(self, name: str) -> Cells:
        """Return the processed row of a figure, by its present or a former name.

        Raises
        ------
        UnknownNameError
            If there is no figure of this name.
        """
        present = self._present_names.get(name, name)
        if present not in self.by_key("figures"):
            known = [*self.by_key("figures"), *self._present_names]
            msg = "figure"
            raise UnknownNameError.of(msg, name, known)
        return self.by_key("figures")[present]

    @cached_property
    def _present_names(self) -> dict[str, str]:
        rows = self.rows("figures")
        return {old: row["figure"] for row in rows for old in row["former"].split()}

    # -- raw --------------------------------------------------------------------------

    @cached_property
    def raw(self) -> Path:
        """The folder of raw tables.

        Raises
        ------
        DatasetError
            If the dataset was handed on without them.
        """
        raw = self.folder / RAW
        if not raw.is_dir():
            reason = (
                "it has processed tables only, and an audit compares the texts with "
                f"the raw ones; name a dataset with its folder {RAW}/"
            )
            raise DatasetError(str(self.folder), reason)
        return raw

    def raw_rows(self, table: str, source: str = "") -> list[Cells]:
        """Return the rows of a raw table, of those with a file a source that of one.

        A source may lack a file of anchors: there are none then.
        """
        file = f"{table}/{source}.csv" if source else f"{table}.csv"
        if file not in self._raw_rows:
            path = self.raw / file
            there = path.is_file() or not source
            self._raw_rows[file] = read_table(path) if there else []
        return self._raw_rows[file]
