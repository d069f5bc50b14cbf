"""Starting a dataset: an empty one, with code lists and units, to draft texts into."""

from __future__ import annotations

import os
from pathlib import Path

from sovstats import storage
from sovstats.errors import DatasetError
from sovstats.storage import LAYOUTS, RAW, UNITS

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
    with storage.exchange(raw.parent) as new:
        # Only now what a killed run left is settled.
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
            storage.write_table(raw / layout.path, layout.columns, [])
    ours = storage.default_folder() / RAW
    for name in COPIED:
        storage.write_bytes(raw / name, (ours / name).read_bytes())
