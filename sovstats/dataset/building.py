"""The build: from checked raw tables to the processed ones, always the same bytes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sovstats._version import __version__
from sovstats.claims import ClaimError, read_claims, verdict_of
from sovstats.claims.rows import (
    SLIP_COLUMNS,
    VERDICT_COLUMNS,
    full_cells,
    slip_rows,
)
from sovstats.claims.weight import corroboration
from sovstats.dataset.processed_rows import make_tables
from sovstats.errors import (
    DatasetError,
    Problem,
    SovstatsError,
    ValidationError,
)
from sovstats.expressions import read_names
from sovstats.storage import exchange as swap
from sovstats.storage.files import read_table, write_table
from sovstats.storage.layout import PROCESSED_COLUMNS
from sovstats.storage.manifest import (
    is_complete,
    make_manifest,
    write_manifest,
)
from sovstats.validation.passes import validate

if TYPE_CHECKING:
    from sovstats.storage.manifest import Manifest
    from sovstats.validation.passes import Report

Progress = Callable[[str], None]


def build(folder: Path, progress: Progress | None = None) -> Manifest:
    """Make the processed tables of a dataset from its raw ones.

    The tables are written beside the old ones, checked, and put in their place by two
    renames: at every moment the old ones or the new ones are there, whole.

    Parameters
    ----------
    folder
        A dataset folder, with its tables in ``raw``.
    progress
        Called with a short sentence at every step. None tells nobody.

    Returns
    -------
    Manifest
        The hashes of what was read and made, and the data version.

    Raises
    ------
    ValidationError
        If anything is wrong with the raw tables, or a claim cannot be worked out.
        Nothing is written then.
    DatasetError
        If there are no raw tables, or another process is building for too long.
    """
    tell = progress or (lambda sentence: None)
    tell("checking the raw tables")
    report = validate(folder)
    if report.problems:
        raise ValidationError(report.problems, report.left_out)
    with swap.locked(folder, progress):
        new = folder / swap.NEW
        try:
            tell("writing the processed tables")
            manifest = _write(report, new)
            swap.swap(folder)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    tell(f"built data version {manifest.data_version}")
    return manifest


def _write(report: Report, new: Path) -> Manifest:
    """Write all processed tables and their manifest into a new folder, and check it."""
    new.mkdir()
    tables = make_tables(report.context, report.unit_factors)
    unmarked = [row | {"guarded": ""} for row in tables["figures"]]
    for name, rows in sorted((tables | {"figures": unmarked}).items()):
        _write_checked(new, name, PROCESSED_COLUMNS[name], rows)
    _write_claims(report, new, tables["figures"])
    manifest = make_manifest(__version__, report.hashes, new)
    write_manifest(manifest, new)
    if not is_complete(new):
        reason = "the tables just written differ from their hashes; is the disk full?"
        raise DatasetError(str(new), reason)
    return manifest


def _write_checked(
    new: Path, name: str, columns: tuple[str, ...], rows: list[dict[str, str]]
) -> None:
    """Write a table and read it back."""
    path = new / f"{name}.csv"
    write_table(path, columns, rows)
    meant = [{column: row[column] for column in columns} for row in rows]
    if read_table(path) != meant:
        reason = f"the table '{name}' does not read back as it was written"
        raise DatasetError(str(path), reason)


def _write_claims(report: Report, new: Path, figures: list[dict[str, str]]) -> None:
    """Work out claims and slips on the tables just written; mark what is guarded."""
    try:
        claims = read_claims(new)
    except ClaimError as error:
        problems = _claim_problems(report, new)
        raise ValidationError(problems, report.left_out) from error
    rows = [full_cells(claim, claims) for claim in claims]
    _write_checked(new, "verdicts", VERDICT_COLUMNS, rows)
    _write_checked(new, "slips", SLIP_COLUMNS, slip_rows(claims))
    guarded = corroboration(claims, read_names(new))
    marked = [row | {"guarded": guarded[row["figure"]]} for row in figures]
    _write_checked(new, "figures", PROCESSED_COLUMNS["figures"], marked)


def _claim_problems(report: Report, new: Path) -> list[Problem]:
    """Return a problem for every claim that cannot be worked out."""
    names = read_names(new)
    problems = []
    for row in report.rows["claims"]:
        try:
            verdict_of(row["expression"], names)
        except SovstatsError as error:
            message = f"{error}; correct the expression"
            problems.append(Problem(row.file, row.line, "expression", message))
    return problems
