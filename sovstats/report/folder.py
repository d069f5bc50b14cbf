"""A folder of pages that is replaced as a whole, and only when it is complete.

Pages are written into a hidden folder beside the old one, then both change places by
two renames. A folder that holds files of somebody else is never replaced.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sovstats.errors import DatasetError

LISTING = "files.json"
"""In every report: the names of its own files."""


def refuse_foreign(folder: Path) -> None:
    """Refuse to write where something else than a report lies.

    Raises
    ------
    DatasetError
        If it is a file, a folder with files that no report put there, or the folder
        in which the program runs: its exchange would pull that away.
    """
    whole = folder.resolve()
    if Path.cwd().is_relative_to(whole):
        reason = (
            "you are working in it, and a report replaces its whole folder; name "
            "another one for the report, such as --out report"
        )
        raise DatasetError(str(whole), reason)
    if folder.exists() and not folder.is_dir():
        raise DatasetError(str(folder), "it is a file; name a folder for the report")
    others = sorted(_files(folder) - _own_files(folder))
    if others:
        more = f" and {len(others) - 1} more" if len(others) > 1 else ""
        reason = (
            f"it holds '{others[0]}'{more}, which no report put there and which would "
            "be lost; name another folder, or move what is yours"
        )
        raise DatasetError(str(folder), reason)


def _own_files(folder: Path) -> set[str]:
    """Return the files that a report says are its own."""
    try:
        listed = json.loads((folder / LISTING).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    return {LISTING, *map(str, listed)} if isinstance(listed, list) else set()


def _files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if not path.is_dir() or path.is_symlink()
    }


@contextmanager
def replaced(folder: Path) -> Iterator[Path]:
    """Give a new empty folder that takes the place of `folder` when the body is done.

    If the body raises, or is killed, `folder` stays as it was.

    Raises
    ------
    DatasetError
        If the folder holds files that are not a report's, or cannot be written.
    """
    folder = folder.resolve()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        new = beside / "new"
        new.mkdir()
    except OSError as error:
        reason = f"cannot write the report there: {error.strerror or error}"
        raise DatasetError(str(folder), reason) from error
    try:
        yield new
        listing = json.dumps(sorted(_files(new)), indent=0)
        (new / LISTING).write_text(f"{listing}\n", encoding="utf-8")
        _exchange(folder, new, beside / "old")
    except OSError as error:
        reason = f"cannot write the report there: {error.strerror or error}"
        raise DatasetError(str(folder), reason) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _exchange(folder: Path, new: Path, old: Path) -> None:
    """Put the new folder in the place of the old one, or leave the old one there."""
    refuse_foreign(folder)  # somebody may have put a file there meanwhile
    if folder.exists():
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
