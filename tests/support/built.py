"""What a build made, and Python in a process of its own."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import textwrap
from pathlib import Path

from sovstats.storage import read_table
from support.trees import files, tree

Done = subprocess.CompletedProcess[str]
ROOT = Path(__file__).parents[2]


def run(code: str, *arguments: str, bare: bool = False) -> Done:
    """Run Python in a process of its own; bare, it sees the standard library only."""
    flags = ["-S", "-c"] if bare else ["-c"]
    command = [sys.executable, *flags, textwrap.dedent(code), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)


def hashes_of(folder: Path, part: str = "processed") -> dict[str, str]:
    """Return the SHA-256 of every table of a dataset, worked out here."""
    return {
        f"{part}/{path}": hashlib.sha256(content).hexdigest()
        for path, content in files(tree(folder / part)).items()
        if path != "manifest.json"
    }


def built_row(folder: Path, table: str, at: int) -> dict[str, str]:
    """Return one row of a processed table."""
    return read_table(folder / "processed" / f"{table}.csv")[at]
