"""Commands that write, run on the small dataset, killed or refused on the way."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support.tiny import set_cells, write_tiny
from support.trees import Tree, tree

ROOT = Path(__file__).parents[2]
COMMANDS = {
    "build": "build --data data",
    "stamp": "audit texts --stamp --data data",
    "chart": "chart all --format svg,png --out charts --data data",
    "report": "report --out pages --data data",
    "draft": "draft harbour.txt --data data",
    "init": "init mine",
}
ONCE = {"draft", "init"}
"""Commands that refuse to do again what is done."""

HARBOUR = """\
The harbour was dredged in 1871 by 14 men with 2 boats. It took 12 per cent of the
trade of the coast, and 40 of its 65 ships were built there.
"""


@dataclass(frozen=True)
class Run:
    """How a command went.

    Attributes
    ----------
    status
        Its exit status, -9 after a kill.
    seconds
        How long it took, imports apart.
    output
        What it wrote to the terminal, results and progress, its folder as FOLDER.
    read
        Every opening of a file below its folder for reading.
    changed
        Every opening of a file for writing, and every rename, deletion and new folder.
    """

    status: int
    seconds: float
    output: str
    read: list[str]
    changed: list[str]


class Runner:
    """Runs commands in copies of a process that has imported everything."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def __call__(self, folder: Path, command: str, **how: Any) -> Run:
        """Run a command in a folder; see `support.forked.run` for what can go wrong."""
        assert self._process.stdin and self._process.stdout
        job = {"arguments": COMMANDS[command].split(), "folder": str(folder)} | how
        self._process.stdin.write(f"{json.dumps(job)}\n")
        self._process.stdin.flush()
        went = json.loads(self._process.stdout.readline())
        # So that what is said in two folders can be compared.
        went["output"] = went["output"].replace(str(folder), "FOLDER")
        return Run(**went)


@contextmanager
def running() -> Iterator[Runner]:
    """Start the process that runs commands, and end it."""
    own = {k: v for k, v in os.environ.items() if not k.startswith("SOVSTATS")}
    path = os.pathsep.join(filter(None, [str(ROOT), own.get("PYTHONPATH")]))
    with subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("forked.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=own | {"PYTHONPATH": path, "COLUMNS": "80"},
    ) as process:
        yield Runner(process)
        assert process.stdin
        process.stdin.close()


def write_old(folder: Path, run: Runner) -> None:
    """Write a working folder: a dataset, texts, and what all commands made of it."""
    data = write_tiny(folder / "data")
    _write_texts(folder / "texts", data)
    (folder / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    # A claim that holds only roughly is what the chart of claims shows.
    set_cells(data, "figures/alpha.csv", 1, printed="10.1 million", end="162")
    set_cells(data, "figures/alpha.csv", 1, value="10100000")
    set_cells(data, "claims.csv", 0, expected="significant")
    for command in ("build", "chart", "report"):
        done = run(folder, command)
        assert done.status == 0, done.output


def change(folder: Path) -> None:
    """Change the raw tables, so that every output will differ from the one before."""
    data = folder / "data"
    set_cells(data, "figures/alpha.csv", 1, printed="10.2 million", value="10200000")
    set_cells(data, "figures/alpha.csv", 0, hedge="about", note="Changed.")


def _write_texts(texts: Path, data: Path) -> None:
    """Write texts of nothing but filling, and tell the dataset which they are."""
    texts.mkdir()
    for at, source in enumerate(("alpha", "beta")):
        words = (f"{source}{number}\n" for number in range(1000))
        text = "".join(words)[:5000].encode()
        (texts / f"{source}.txt").write_bytes(text)
        sha = hashlib.sha256(text).hexdigest()
        set_cells(data, "sources.csv", at, sha256=sha)


def copied(folder: Path, target: Path) -> Path:
    """Copy a working folder into another one that is empty, or not there."""
    return Path(shutil.copytree(folder, target, dirs_exist_ok=True))


@dataclass(frozen=True)
class Whole:
    """A command that ran through: the folders before and after, and how it went."""

    before: Path
    old: Tree
    new: Tree
    went: Run


def run_all(run: Runner, folder: Path) -> dict[str, Whole]:
    """Run every command to its end, each in its own copy of the same folder.

    All of them change the output that is there; a copy of each folder as it was before
    stays below `folder` for others to copy.
    """
    stale, built = folder / "stale", folder / "built"
    stale.mkdir()
    write_old(stale, run)
    change(stale)
    copied(stale, built)
    assert run(built, "build").status == 0
    found = {}
    for command in COMMANDS:
        before = stale if command == "build" else built
        after = copied(before, folder / command)
        went = run(after, command)
        assert went.status == 0, went.output
        found[command] = Whole(before, tree(before), tree(after), went)
        assert found[command].old != found[command].new, f"{command} changes nothing"
    return found
