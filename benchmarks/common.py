"""What the benchmarks share: environments of their own, fresh processes, tables."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import statistics
import subprocess
import tempfile
import time
import venv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
UNSET = (
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONHOME",
    "PYTHONPATH",
    "PYTHONPYCACHEPREFIX",
    "PYTHONSTARTUP",
)


@dataclass(frozen=True)
class Result:
    """One line of a table: what was measured, the budget, and whether it is kept.

    Attributes
    ----------
    what
        What was measured.
    measured, budget
        As they are shown.
    ok
        Whether the budget is kept; None where there is none or nothing was measured.
    """

    what: str
    measured: str
    budget: str = ""
    ok: bool | None = None

    @property
    def verdict(self) -> str:
        """The word for `ok`."""
        return {True: "ok", False: "OVER", None: "-"}[self.ok]


@contextlib.contextmanager
def environment(folder: Path | None) -> Iterator[Path]:
    """Give a virtual environment: a new one that is removed, or one that is kept.

    Parameters
    ----------
    folder
        Where the environment is or shall be. None makes one in a temporary folder.

    Yields
    ------
    Path
        Its Python.
    """
    with contextlib.ExitStack() as stack:
        if folder is None:
            temporary = tempfile.TemporaryDirectory(prefix="sovstats-benchmark-")
            folder = Path(stack.enter_context(temporary)) / "env"
        if not (folder / "pyvenv.cfg").is_file():
            print(f"creating {folder}", flush=True)
            venv.create(folder, with_pip=True)
        yield folder.resolve() / "bin" / "python"


def clean_environ(**more: str) -> dict[str, str]:
    """Return the environment variables without those that change how Python starts."""
    kept = {name: value for name, value in os.environ.items() if name not in UNSET}
    return kept | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"} | more


def output_of(
    command: Sequence[str | Path], timeout: float | None = None, **more: str
) -> str:
    """Run a command outside the checkout and return what it prints.

    Parameters
    ----------
    command
        What to run.
    timeout
        After how many seconds `subprocess.TimeoutExpired` is raised. None waits.
    **more
        Environment variables to set.

    Raises
    ------
    RuntimeError
        If it fails; the message ends with what it wrote to the error stream.
    """
    done = subprocess.run(
        [str(word) for word in command],
        capture_output=True,
        text=True,
        check=False,
        cwd=tempfile.gettempdir(),
        env=clean_environ(**more),
        timeout=timeout,
    )
    if done.returncode:
        message = f"{' '.join(map(str, command))} failed:\n{done.stderr.strip()}"
        raise RuntimeError(message)
    return done.stdout


def json_of(
    command: Sequence[str | Path], timeout: float | None = None, **more: str
) -> dict[str, float]:
    """Run a command as `output_of` does and read the JSON object that it prints."""
    answer: dict[str, float] = json.loads(output_of(command, timeout, **more))
    return answer


@dataclass(frozen=True)
class Spent:
    """The seconds that a process took: that passed, and that it worked."""

    clock: float
    processor: float


def spent(command: Sequence[str | Path], fine: Sequence[int] = (0,)) -> Spent:
    """Run a command in a fresh process and return what it took.

    Parameters
    ----------
    command
        What to run, outside the checkout; what it prints is thrown away.
    fine
        The exit statuses that do not spoil the measurement.
    """
    worked, began = processor_time(), time.perf_counter()
    done = subprocess.run(
        [str(word) for word in command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        cwd=tempfile.gettempdir(),
        env=clean_environ(),
    )
    took = Spent(time.perf_counter() - began, processor_time() - worked)
    if done.returncode not in fine:
        message = f"{' '.join(map(str, command))} ended with {done.returncode}"
        raise RuntimeError(message)
    return took


def processor_time() -> float:
    """Return the seconds that finished child processes have worked so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def median(each: Sequence[Spent]) -> Spent:
    """Return the medians of both kinds of seconds."""
    return Spent(
        statistics.median(one.clock for one in each),
        statistics.median(one.processor for one in each),
    )


def at_most(what: str, measured: float, limit: float, unit: str) -> Result:
    """Return the line of a budget that may not be exceeded."""
    budget = f"{limit:.10g} {unit}"
    return Result(what, f"{measured:.2f} {unit}", budget, measured <= limit)


def at_least(what: str, measured: float, limit: float, unit: str) -> Result:
    """Return the line of a budget that must be reached."""
    budget = f"at least {limit:.10g} {unit}"
    return Result(what, f"{measured:.2f} {unit}", budget, measured >= limit)


def print_results(results: Sequence[Result]) -> int:
    """Print one table and return the exit status: 1 if a budget is not kept."""
    rows = [("what", "measured", "budget", "")]
    rows += [(each.what, each.measured, each.budget, each.verdict) for each in results]
    print_table(rows)
    over = sum(each.ok is False for each in results)
    print(f"\n{over} over budget" if over else "\nevery budget is kept")
    return 1 if over else 0


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in aligned columns, the first row as the heading."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    print()
    for number, row in enumerate(rows):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths))
