"""The build: from checked raw tables to the processed ones, always the same bytes."""

from __future__ import annotations

from pathlib import Path

from sovstats import storage
from sovstats._version import __version__
from sovstats.claims import ClaimError, read_claims, verdict_of
from sovstats.claims.rows import full_cells, slip_rows
from sovstats.claims.weight import corroboration
from sovstats.dataset.processed_rows import make_tables
from sovstats.errors import DatasetError, Problem, SovstatsError, ValidationError
from sovstats.expressions import read_names
from sovstats.storage import PROCESSED, PROCESSED_COLUMNS, Cells, Manifest, Tables
from sovstats.storage.writing import Progress
from sovstats.validation import Validation, validate


def build(folder: Path, progress: Progress | None = None) -> Manifest:
    """Make the processed tables of a dataset from its raw ones.

    The tables are written beside the old ones, read back, and put in their place as a
    whole: a build that is killed leaves the old tables, or the new ones.

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
    checked = validate(folder)
    if checked.problems:
        raise ValidationError(checked.problems, checked.left_out)
    # Whoever has put a link in the place of the tables keeps it: what it names changes.
    place = (folder / PROCESSED).resolve()
    with storage.exchange(place.parent, progress) as new:
        tell("writing the processed tables")
        made = new(place.name)
        manifest = _write(_tables(folder, checked), checked.hashes, made)
    tell(f"built data version {manifest.data_version}")
    return manifest


def _tables(folder: Path, checked: Validation) -> dict[str, list[Cells]]:
    """Return the rows of all processed tables, claims and slips worked out."""
    tables = make_tables(checked.context, checked.unit_factors)
    at_hand = Tables(folder, tables)
    try:
        claims = read_claims(at_hand)
    except ClaimError as error:
        problems = _claim_problems(checked, at_hand)
        raise ValidationError(problems, checked.left_out) from error
    guarded = corroboration(claims, read_names(at_hand))
    for row in tables["figures"]:
        row["guarded"] = guarded[row["figure"]]
    tables["verdicts"] = [full_cells(claim, claims) for claim in claims]
    tables["slips"] = slip_rows(claims)
    return tables


def _claim_problems(checked: Validation, tables: Tables) -> list[Problem]:
    """Return a problem for every claim that cannot be worked out."""
    names = read_names(tables)
    problems = []
    for row in checked.context.tables["claims"]:
        try:
            verdict_of(row["expression"], names)
        except SovstatsError as error:
            message = f"{error}; correct the expression"
            problems.append(Problem(row.file, row.line, "expression", message))
    return problems


def _write(
    tables: dict[str, list[Cells]], hashes: dict[str, str], made: Path
) -> Manifest:
    """Write processed tables and their manifest into a folder, and read them back."""
    for name, rows in sorted(tables.items()):
        path, columns = made / f"{name}.csv", PROCESSED_COLUMNS[name]
        storage.write_table(path, columns, rows)
        if storage.read_table(path) != [{c: row[c] for c in columns} for row in rows]:
            reason = f"the table '{name}' does not read back as it was written"
            raise DatasetError(str(path), reason)
    manifest = storage.make_manifest(__version__, hashes, made)
    storage.write_manifest(manifest, made)
    return manifest
