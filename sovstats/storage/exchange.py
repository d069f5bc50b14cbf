"""Putting new processed tables in the place of the old ones, all or nothing.

A build writes into ``processed.new`` and exchanges folders by two renames:

    processed -> processed.old,  processed.new -> processed,  then the old is deleted.

Killed at any point, the folders that are there tell how far it came, and `recover`
finishes or undoes it. One process builds at a time, under a lock of the operating
system that dies with its holder. Only the standard library is imported with this
module; filelock comes when a lock is taken, which a mere reader needs only beside a
half-done swap.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sovstats.errors import DatasetError
from sovstats.storage.layout import PROCESSED
from sovstats.storage.manifest import is_complete

NEW = f"{PROCESSED}.new"
OLD = f"{PROCESSED}.old"
LOCK = ".build.lock"
HOLDER = ".build.pid"
PATIENCE = 20.0
"""Seconds for which a second build waits for the first."""
RENAMING = 5.0
"""Seconds for which a reader waits while a build is between its two renames."""


def recover(folder: Path) -> None:
    """Finish or undo a half-done swap of processed tables, if there is one.

    Whatever opens a dataset calls this first. It costs two looks into the folder where
    all is well, and leaves a running build alone.

    Parameters
    ----------
    folder
        A dataset folder.

    Raises
    ------
    DatasetError
        If there are no tables to read for as long as another process moves them.
    """
    if not (folder / NEW).exists() and not (folder / OLD).exists():
        return
    there = (folder / PROCESSED).exists()
    try:
        with locked(folder, patience=0 if there else RENAMING):
            pass
    except (DatasetError, OSError) as error:
        # Somebody is building, or this is a copy that may only be read: the tables
        # that are there can be used. Without any, the reason is the user's to know.
        if not (folder / PROCESSED).exists():
            reason = f"its processed tables are half exchanged; {error}"
            raise DatasetError(str(folder), reason) from error


@contextmanager
def locked(
    folder: Path,
    progress: Callable[[str], None] | None = None,
    patience: float = PATIENCE,
) -> Iterator[None]:
    """Hold the only right to change the processed tables of a dataset.

    What a killed build left behind is settled before the body runs.

    Parameters
    ----------
    folder
        A dataset folder.
    progress
        Called with a sentence if another process holds the lock and this one waits.
    patience
        For how many seconds to wait.

    Raises
    ------
    DatasetError
        If the other process still holds it then; it says which process. Or if the
        folder may only be read.
    """
    import filelock

    lock = filelock.FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        if progress and patience:
            progress(f"{_holder(folder)} is building; waiting up to {patience:.0f} s")
        try:
            lock.acquire(timeout=patience, poll_interval=0.05)
        except filelock.Timeout as error:
            reason = f"{_holder(folder)} is building it; try again when that is done"
            raise DatasetError(str(folder), reason) from error
    except OSError as error:
        reason = (
            f"cannot write in it ({error.strerror or error}); change its permissions, "
            "or build a copy in a folder of your own"
        )
        raise DatasetError(str(folder), reason) from error
    try:
        (folder / HOLDER).write_text(str(os.getpid()), encoding="ascii")
        _settle(folder)
        yield
    finally:
        (folder / HOLDER).unlink(missing_ok=True)
        lock.release()


def swap(folder: Path) -> None:
    """Put ``processed.new`` in the place of ``processed``; the lock must be held."""
    current, new, old = folder / PROCESSED, folder / NEW, folder / OLD
    if current.exists():
        current.rename(old)
    try:
        new.rename(current)
    except OSError:
        if old.exists():
            old.rename(current)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _settle(folder: Path) -> None:
    """Bring the folders of a killed build back to one; the lock must be held.

    Only between the two renames is there no ``processed`` beside an old one. The new
    one was checked before the first rename; that it is whole is looked at again, since
    nothing else could tell.
    """
    current, new, old = folder / PROCESSED, folder / NEW, folder / OLD
    if not current.exists() and old.exists():
        (new if is_complete(new) else old).rename(current)
    for left in (new, old):
        with suppress(FileNotFoundError):
            shutil.rmtree(left)


def _holder(folder: Path) -> str:
    """Name the process that holds the lock, as far as it said."""
    try:
        return f"process {(folder / HOLDER).read_text(encoding='ascii')[:20]}"
    except OSError:
        return "another process"
