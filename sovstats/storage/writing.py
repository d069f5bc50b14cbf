"""Writing whatever is written: new files and folders take their places together.

What is new is first written into a hidden folder beside its places, then put there by
renames. A file that lists the places, renamed as the last step of writing, decides:

    .sovstats.new    is being written; after a kill it is thrown away
    .sovstats.ready  is whole; after a kill the next start puts the rest in place
    .sovstats.old    holds the folders that were replaced, until they are deleted

One process at a time writes beside a place, under a lock of the operating system that
dies with its holder. filelock is imported when a lock is taken, which a mere reader
needs only beside an exchange that was interrupted.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sovstats.errors import DatasetError

if TYPE_CHECKING:
    from filelock import FileLock

Progress = Callable[[str], None]

NEW, READY, OLD = ".sovstats.new", ".sovstats.ready", ".sovstats.old"
LOCK = ".sovstats.lock"
PLACES = "places"
"""In the hidden folder: the names of what takes its place, one a line."""
CONTENT = "content"
PATIENCE = 20.0
"""Seconds for which a second writer waits for the first."""
RENAMING = 5.0
"""Seconds for which a reader waits while a writer is between its renames."""


@contextmanager
def exchange(
    root: Path, progress: Progress | None = None, patience: float = PATIENCE
) -> Iterator[Callable[[str], Path]]:
    """Write files and folders that take their places below a folder all together.

    Parameters
    ----------
    root
        The folder; it is made if it is not there.
    progress
        Called with a sentence if another process writes there and this one waits. None
        tells nobody.
    patience
        For how many seconds to wait.

    Yields
    ------
    callable
        For a place below the folder, such as ``raw/sources.csv`` or ``processed``, the
        path to write instead. A folder replaces the old folder of its name whole.

    Raises
    ------
    DatasetError
        If another process still writes there after the wait, or a file cannot be
        written; it names the file, and all places are then as before.

    Examples
    --------
    >>> import tempfile
    >>> root = Path(tempfile.mkdtemp())
    >>> with exchange(root) as new:
    ...     _ = new("notes.txt").write_text("whole")
    >>> (root / "notes.txt").read_text(), len(list(root.iterdir()))
    ('whole', 1)
    """
    places: list[str] = []

    def new(place: str) -> Path:
        path = root / NEW / CONTENT / place
        path.parent.mkdir(parents=True, exist_ok=True)
        places.append(place)
        return path

    with _locked(root, progress, patience):
        try:
            yield new
            if places:
                (root / NEW / PLACES).write_text("\n".join(places), encoding="utf-8")
                (root / NEW).rename(root / READY)
                _put_in_place(root)
        except OSError as error:
            raise _refusal(root, error) from error
        finally:
            shutil.rmtree(root / NEW, ignore_errors=True)


def recover(*roots: Path) -> None:
    """Finish or undo exchanges that were interrupted, if there are any.

    Whatever opens a dataset calls this first. Where all is well it costs two looks into
    each folder; a writer at work is left alone.

    Parameters
    ----------
    *roots
        The folders below which something may have been written.

    Raises
    ------
    DatasetError
        If an exchange is half done for as long as another process is at it, or in a
        folder that may only be read.

    Examples
    --------
    >>> recover(Path("no such folder"))
    """
    for root in dict.fromkeys(roots):
        half_done = (root / READY).exists()
        if not half_done and not (root / NEW).exists():
            continue
        try:
            with _locked(root, patience=RENAMING if half_done else 0):
                pass
        except DatasetError as error:
            # Beside what is only being written, all that is in its place can be used.
            if (root / READY).exists():
                reason = f"its tables are half exchanged; {error.reason}"
                raise DatasetError(str(root), reason) from error


@contextmanager
def _locked(
    root: Path, progress: Progress | None = None, patience: float = 0
) -> Iterator[None]:
    """Hold the only right to write below a folder; settle what a killed run left."""
    made = [folder for folder in (root, *root.parents) if not folder.exists()]
    lock = _lock(root, progress, patience)
    try:
        (root / LOCK).write_text(str(os.getpid()), encoding="ascii")
        shutil.rmtree(root / NEW, ignore_errors=True)
        if (root / READY).exists():
            _put_in_place(root)
        shutil.rmtree(root / OLD, ignore_errors=True)
        yield
    except OSError as error:
        raise _refusal(root, error) from error
    finally:
        # Whoever waits for the file that goes here notices and locks a new one.
        (root / LOCK).unlink(missing_ok=True)
        lock.release()
        with suppress(OSError):
            for folder in made:
                folder.rmdir()  # Only a folder that stayed empty can be removed.


def _lock(root: Path, progress: Progress | None, patience: float) -> FileLock:
    """Return the lock of a folder, which is made if need be, once it is ours."""
    from filelock import FileLock, Timeout

    try:
        root.mkdir(parents=True, exist_ok=True)
        lock = FileLock(root / LOCK)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            if progress and patience:
                wait = f"waiting up to {patience:.0f} s"
                progress(f"{_holder(root)} writes there; {wait}")
            lock.acquire(timeout=patience, poll_interval=0.05)
        return lock
    except Timeout as error:
        reason = f"{_holder(root)} writes there; try again when that is done"
        raise DatasetError(str(root), reason) from error
    except OSError as error:
        # The file that is refused here is our lock, which nobody knows.
        raise _refusal(root, OSError(error.errno, error.strerror)) from error


def _put_in_place(root: Path) -> None:
    """Move everything that is ready to its place, or put everything back.

    Begun again after a kill, it goes on where it was.
    """
    ready, moved = root / READY, []
    names = (ready / PLACES).read_text(encoding="utf-8").splitlines()
    try:
        for number, place in enumerate(names):
            new, target, old = (
                ready / CONTENT / place,
                root / place,
                root / OLD / f"{number}",
            )
            if not os.path.lexists(new):
                continue  # it was moved before the run was killed
            old.parent.mkdir(exist_ok=True)
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_dir():
                # No rename replaces a folder that is not empty: there are two.
                target.rename(old)
            elif target.exists():
                shutil.copy2(target, old)
            moved.append((target, old))
            new.replace(target)
    except BaseException:
        for target, old in reversed(moved):
            _put_back(target, old)
        raise
    finally:
        # What is half deleted must not look ready.
        ready.rename(root / NEW)
        shutil.rmtree(root / NEW, ignore_errors=True)
        shutil.rmtree(root / OLD, ignore_errors=True)


def _put_back(target: Path, old: Path) -> None:
    """Undo one move: what was new goes, what was there before returns."""
    if target.is_dir():
        shutil.rmtree(target)
    else:
        target.unlink(missing_ok=True)
    if old.exists():
        old.rename(target)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a whole file; an error names it, which that of a full disk does not.

    Parameters
    ----------
    path
        The file; its folder is made if it is not there.
    data
        All that is in it.

    Raises
    ------
    OSError
        If it cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "deep" / "notes.txt"
    >>> write_bytes(path, b"whole")
    >>> path.read_bytes()
    b'whole'
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _refusal(root: Path, error: OSError) -> DatasetError:
    """Return the error that names the place which the system would not let us write."""
    path = str(error.filename or root).replace(f"{os.sep}{NEW}{os.sep}{CONTENT}", "")
    reason = (
        f"it cannot be written ({error.strerror or error}); nothing was changed, free "
        "the disk, change its permissions or name another folder"
    )
    return DatasetError(path, reason)


def _holder(root: Path) -> str:
    """Name the process that holds the lock, as far as it said."""
    try:
        said = (root / LOCK).read_text(encoding="ascii")[:20]
    except OSError:
        said = ""
    return f"process {said}" if said else "another process"
