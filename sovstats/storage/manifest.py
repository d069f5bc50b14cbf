"""The manifest: which raw files the processed tables were made from, by hash.

Only the standard library is imported: every opening of a dataset asks `stale`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from sovstats.errors import DatasetError
from sovstats.storage.files import find_raw_files
from sovstats.storage.layout import PROCESSED, RAW, UNITS
from sovstats.storage.writing import write_bytes

NAME = "manifest.json"


@dataclass(frozen=True)
class Manifest:
    """What a build was made from and what it made.

    Attributes
    ----------
    version
        The version of the package that built.
    data_version
        That version, a plus and 12 hexadecimal digits over the hashes of the raw files.
    raw, processed
        The SHA-256 of every file, by its path relative to the dataset folder.

    Examples
    --------
    >>> Manifest("0.1.0", "0.1.0+0123456789ab", {}, {}).data_version
    '0.1.0+0123456789ab'
    """

    version: str
    data_version: str
    raw: dict[str, str]
    processed: dict[str, str]


def make_manifest(version: str, raw: Mapping[str, str], made: Path) -> Manifest:
    """Return the manifest of a folder of processed tables.

    Parameters
    ----------
    version
        The version of the package.
    raw
        The hashes of the raw files that were read.
    made
        The folder with the tables, whatever it is called while they are made.

    Returns
    -------
    Manifest
        Its data version has the first 12 digits of a SHA-256 over the raw hashes.

    Examples
    --------
    >>> import tempfile
    >>> made = Path(tempfile.mkdtemp())
    >>> manifest = make_manifest("0.1.0", {"raw/places.csv": "0" * 64}, made)
    >>> len(manifest.data_version), manifest.processed
    (18, {})
    """
    listed = "".join(f"{path} {raw[path]}\n" for path in sorted(raw))
    short = hashlib.sha256(listed.encode()).hexdigest()[:12]
    return Manifest(version, f"{version}+{short}", dict(raw), _hash_tables(made))


def write_manifest(manifest: Manifest, made: Path) -> None:
    """Write a manifest into a folder of processed tables, the same bytes each time.

    Parameters
    ----------
    manifest
        The manifest.
    made
        The folder.

    Examples
    --------
    >>> import tempfile
    >>> made = Path(tempfile.mkdtemp())
    >>> write_manifest(Manifest("0.1.0", "0.1.0+0", {}, {}), made)
    >>> (made / NAME).read_text().splitlines()[1]
    '  "data_version": "0.1.0+0",'
    """
    text = json.dumps(asdict(manifest), indent=2, sort_keys=True, ensure_ascii=False)
    write_bytes(made / NAME, f"{text}\n".encode())


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a dataset.

    Raises
    ------
    DatasetError
        If the dataset has no processed tables, or their manifest cannot be read.
    """
    return _read(folder / PROCESSED, folder)


def stale(folder: Path, manifest: Manifest) -> list[str]:
    """Return the raw files that are not those the processed tables were made from.

    Parameters
    ----------
    folder
        A dataset folder.
    manifest
        Its manifest.

    Returns
    -------
    list of str
        Files changed, added or gone since the last build, relative to the folder. Empty
        where all is as it was, and where a copy carries no raw tables at all.
    """
    built = manifest.raw
    if not (folder / RAW).is_dir():
        return []
    files = {file.shown: file.path for file in find_raw_files(folder)}
    if (folder / RAW / UNITS).is_file():
        files[f"{RAW}/{UNITS}"] = folder / RAW / UNITS
    now = {shown: hash_file(path) for shown, path in files.items()}
    return sorted(
        shown for shown in built.keys() | now if built.get(shown) != now.get(shown)
    )


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _hash_tables(made: Path) -> dict[str, str]:
    """Return the hashes of the tables in a folder, named as in their place."""
    paths = [path for path in made.iterdir() if path.name != NAME]
    return {f"{PROCESSED}/{path.name}": hash_file(path) for path in sorted(paths)}


def _read(made: Path, folder: Path) -> Manifest:
    """Read the manifest in a folder of processed tables."""
    try:
        return Manifest(**json.loads((made / NAME).read_bytes()))
    except FileNotFoundError as error:
        reason = "it has no processed tables; run `sovstats build`"
        raise DatasetError(str(folder), reason) from error
    except (OSError, ValueError, TypeError) as error:
        reason = f"its {NAME} cannot be read; run `sovstats build` again"
        raise DatasetError(str(folder), reason) from error
