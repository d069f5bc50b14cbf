"""What lies below a folder, to be compared with what lay there before."""

from __future__ import annotations

from pathlib import Path

HIDDEN = ".sovstats"
"""Whatever the writer hides begins like this."""

Tree = dict[str, bytes | None]


def tree(folder: Path, hidden: bool = True) -> Tree:
    """Return all files below a folder with their bytes, and all folders with None.

    Parameters
    ----------
    folder
        The folder.
    hidden
        Whether what the writer hides counts.
    """
    found: Tree = {}
    for path in folder.rglob("*"):
        place = path.relative_to(folder)
        if hidden or not any(part.startswith(HIDDEN) for part in place.parts):
            found[place.as_posix()] = path.read_bytes() if path.is_file() else None
    return found


def difference(one: Tree, other: Tree) -> list[str]:
    """Return the places that differ between two folders, for a message."""
    return sorted(
        place for place in one.keys() | other.keys()
        if one.get(place, 0) != other.get(place, 0)
    )  # fmt: skip


def files(found: Tree) -> Tree:
    """Return the files of a tree without its folders: an empty one is no output."""
    return {place: data for place, data in found.items() if data is not None}
