"""Starting a dataset: an empty one, with code lists and units, to draft texts into."""

from __future__ import annotations

import os
from pathlib import Path

from sovstats.errors import DatasetError
from sovstats.storage import (
    LAYOUTS,
    RAW,
    UNITS,
    default_folder,
    exchange,
    write_bytes,
    write_table,
)

COPIED = ("codes.csv", UNITS)


def start_dataset(folder: str | os.PathLike[str]) -> Path:
    """Make an empty dataset: the headers of all tables, our code lists and units.

    There is either a whole dataset afterwards or none.

    Parameters
    ----------
    folder
        Where to; it is made if it is not there. What else lies in it stays.

    Returns
    -------
    Path
        The folder of its raw tables.

    Raises
    ------
    DatasetError
        If it has raw tables already, or cannot be written to.

    Examples
    --------
    >>> import tempfile
    >>> raw = start_dataset(tempfile.mkdtemp())
    >>> sorted(path.name for path in raw.iterdir())[:4]
    ['claims.csv', 'codes.csv', 'corrections.csv', 'exclusions']
    """
    raw = Path(folder) / RAW
    with exchange(raw.parent) as new:
        # Only now what a killed run left behind is settled.
        if os.path.lexists(raw):
            reason = (
                f"it has '{RAW}' already; name a new folder, or draft texts into it"
            )
            raise DatasetError(str(folder), reason)
        _write_empty(new(RAW))
    return raw


def _write_empty(raw: Path) -> None:
    """Write the header of every required table, and the copied files."""
    for layout in LAYOUTS.values():
        if layout.by_source and layout.required:
            (raw / layout.path).parent.mkdir(parents=True)
        elif layout.required and layout.path not in COPIED:
            write_table(raw / layout.path, layout.columns, [])
    for name in COPIED:
        write_bytes(raw / name, (default_folder() / RAW / name).read_bytes())
