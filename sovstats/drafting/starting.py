"""Starting a dataset: an empty one, with code lists and units, to draft texts into."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from sovstats.dataset.dataset import default_dataset
from sovstats.errors import DatasetError
from sovstats.storage.files import write_table
from sovstats.storage.layout import (
    LAYOUTS,
    RAW,
    UNITS,
)

COPIED = ("codes.csv", UNITS)


def start_dataset(folder: str | os.PathLike[str]) -> Path:
    """Make an empty dataset: the headers of all tables, our code lists and units.

    The raw tables are written beside and renamed as the last step, so that there is
    either a whole dataset or none.

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
    """
    raw = Path(folder) / RAW
    if os.path.lexists(raw):
        reason = f"it has '{RAW}' already; name a new folder, or draft texts into it"
        raise DatasetError(str(folder), reason)
    new = raw.with_name(f"{RAW}.new.{os.getpid()}")
    try:
        new.mkdir(parents=True)
        _write_empty(new)
        new.rename(raw)
    except OSError as error:
        reason = f"cannot write a dataset there ({error.strerror}); name another folder"
        raise DatasetError(str(folder), reason) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return raw


def _write_empty(raw: Path) -> None:
    """Write the header of every required table, and the copied files."""
    for layout in LAYOUTS.values():
        if layout.by_source and layout.required:
            (raw / layout.path).parent.mkdir()
        elif layout.required and layout.path not in COPIED:
            write_table(raw / layout.path, layout.columns, [])
    for name in COPIED:
        shutil.copyfile(default_dataset().folder / RAW / name, raw / name)
