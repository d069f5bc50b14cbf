"""Which folder a report may replace: one that holds nothing but a report."""

from __future__ import annotations

import json
from pathlib import Path

from sovstats.errors import DatasetError
from sovstats.storage import write_bytes

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


def list_files(folder: Path) -> None:
    """Write the names of the files of a report into it, so that it can be replaced."""
    listing = json.dumps(sorted(_files(folder)), indent=0)
    write_bytes(folder / LISTING, f"{listing}\n".encode())
