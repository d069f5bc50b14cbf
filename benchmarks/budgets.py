"""Measure every budget of the package in an environment of its own.

usage: python benchmarks/budgets.py [--env DIR] [--runs N]

A virtual environment gets the package as a wheel, not editable, with its runtime
packages and nothing else, and all of it is compiled. Every command is then timed in
fresh processes, all commands in turn, so that what disturbs the machine disturbs each
of them alike, and medians are compared: those of the processor time, which a busy
machine does not stretch; the clock stands beside it. The exit status is 1 if a budget
is exceeded.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from common import (
    CHECKOUT,
    Result,
    Spent,
    at_most,
    environment,
    median,
    output_of,
    print_results,
    spent,
)

BUILDS = 3
INSTALLERS = {"pip", "setuptools", "wheel"}
OWN = "sovstats"
HEAVY = ("pandas", "pandera", "pint", "matplotlib")
FACTS = """
import argparse, importlib.util, json, pathlib, sys, sysconfig, sovstats
package = pathlib.Path(sovstats.__file__).parent
def compiled(path):
    return pathlib.Path(importlib.util.cache_from_source(str(path))).is_file()
print(json.dumps({
    "package": str(package),
    "site": sysconfig.get_path("purelib"),
    "modules": len(list(package.rglob("*.py"))),
    "compiled": sum(map(compiled, package.rglob("*.py"))),
    "standard_library": compiled(argparse.__file__),
    "writes": not sys.dont_write_bytecode,
}))
"""
LOADED = f"""
import sys, sovstats
print(*[name for name in {HEAVY} if name in sys.modules])
"""


@dataclass(frozen=True)
class Installed:
    """An environment with the package in it.

    Attributes
    ----------
    python
        Its interpreter.
    package
        The folder of the installed package.
    site
        The folder of all installed packages.
    """

    python: Path
    package: Path
    site: Path

    @property
    def script(self) -> Path:
        """The command ``sovstats``."""
        return self.python.parent / OWN

    def code(self, program: str) -> list[str | Path]:
        """Return the command that runs a line of Python."""
        return [self.python, "-c", program]


def main() -> int:
    """Install, measure, print one table."""
    parser = argparse.ArgumentParser(description="Measure every budget of sovstats.")
    parser.add_argument("--env", type=Path, help="an environment to make and keep")
    parser.add_argument("--runs", type=int, default=15, help="processes a command (15)")
    given = parser.parse_args()
    with environment(given.env) as python:
        installed = install(python)
        results = [
            *start_up(installed, given.runs),
            nothing_heavy(installed),
            *builds(installed),
            *packages(installed),
        ]
    return print_results(results)


def install(python: Path) -> Installed:
    """Install the checkout as a wheel, compile everything, and print that it is."""
    print("installing the checkout as a wheel, with its runtime packages", flush=True)
    pip: list[str | Path] = [python, "-m", "pip", "install", "--quiet"]
    output_of([*pip, CHECKOUT])
    # A kept environment may hold the same version from an earlier state.
    output_of([*pip, "--force-reinstall", "--no-deps", CHECKOUT])
    site = json.loads(output_of([python, "-c", FACTS]))["site"]
    compile_all = f"import compileall; compileall.compile_dir({site!r}, quiet=2)"
    output_of([python, "-c", compile_all])
    facts = json.loads(output_of([python, "-c", FACTS]))
    print(f"compiled: {facts['compiled']} of {facts['modules']} modules of {OWN}")
    if facts["compiled"] < facts["modules"] or not facts["writes"]:
        sys.exit("the package is not compiled: what is measured would mean nothing")
    if not facts["standard_library"]:
        print("the standard library is not compiled: start-up will seem slow")
    return Installed(python, Path(facts["package"]), Path(facts["site"]))


def start_up(installed: Installed, runs: int) -> list[Result]:
    """Time everything that a fresh process does, and compare the medians."""
    table = installed.package / "data" / "processed" / "figures.csv"
    # The status 1 of check says that something was found, not that it stopped.
    commands: dict[str, tuple[Sequence[str | Path], tuple[int, ...]]] = {
        "bare": (installed.code("pass"), (0,)),
        "import": (installed.code(f"import {OWN}"), (0,)),
        "--help": ([installed.script, "--help"], (0,)),
        "--version": ([installed.script, "--version"], (0,)),
        "load": (installed.code(f"import {OWN} as ss; ss.load()"), (0,)),
        "read_csv": (
            installed.code(f"import pandas as pd; pd.read_csv({str(table)!r})"),
            (0,),
        ),
        "check": ([installed.script, "check"], (0, 1)),
        "pandas": (installed.code("import pandas"), (0,)),
    }
    for command, fine in commands.values():
        spent(command, fine)
    times: dict[str, list[Spent]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, (command, fine) in commands.items():
            times[name].append(spent(command, fine))
    return compare({name: median(each) for name, each in times.items()})


def compare(took: dict[str, Spent]) -> list[Result]:
    """Return the start-up budgets from what each command took."""
    results = [
        Result(what, f"{1000 * took[name].processor:.0f} ms")
        for what, name in (
            ("python -c pass", "bare"),
            ("python -c 'import pandas'", "pandas"),
        )
    ]
    for what, name, base, limit, unit in (
        ("import sovstats", "import", "bare", 2, "x bare python"),
        ("sovstats --help", "--help", "bare", 6, "x bare python"),
        ("sovstats --version", "--version", "bare", 6, "x bare python"),
        ("ss.load()", "load", "read_csv", 1.10, "x read_csv"),
        ("sovstats check", "check", "pandas", 0.75, "x import pandas"),
    ):
        one, other = took[name], took[base]
        result = at_most(what, one.processor / other.processor, limit, unit)
        clock = f"{result.measured} ({one.clock / other.clock:.2f} by the clock)"
        results.append(replace(result, measured=clock))
    return results


def nothing_heavy(installed: Installed) -> Result:
    """Say which of the heavy packages importing the package imports."""
    loaded = output_of(installed.code(LOADED)).split()
    what = "heavy packages imported by import sovstats"
    return Result(what, ", ".join(loaded) or "none", "none", not loaded)


def builds(installed: Installed) -> list[Result]:
    """Build the shipped tables from nothing, repeatedly; time it, compare the bytes."""
    took: list[Spent] = []
    made: list[set[tuple[str, str]]] = []
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(installed.package / "data" / "raw", data / "raw")
        for _ in range(BUILDS):
            took.append(spent([installed.script, "build", "--data", data]))
            made.append(hashes(data / "processed"))
    changed = sorted({name for each in made for name, _ in each ^ made[0]})
    shipped = hashes(installed.package / "data" / "processed")
    stale = sorted({name for name, _ in shipped ^ made[0]})
    if stale:
        print(f"the checkout's processed tables are not up to date: {', '.join(stale)}")
    build = median(took)
    result = at_most("sovstats build", build.processor, 10, "s")
    return [
        replace(result, measured=f"{result.measured} ({build.clock:.2f} by the clock)"),
        Result(
            "bytes changed by a second build",
            ", ".join(changed) or "none",
            "none",
            not changed,
        ),
    ]


def hashes(folder: Path) -> set[tuple[str, str]]:
    """Return the name and SHA-256 of every file of a folder."""
    return {
        (path.name, hashlib.sha256(path.read_bytes()).hexdigest())
        for path in folder.iterdir()
    }


def packages(installed: Installed) -> list[Result]:
    """Say what an install brings and how large it is."""
    listing = output_of([installed.python, "-m", "pip", "list", "--format", "json"])
    versions = {
        each["name"].lower(): each["version"]
        for each in json.loads(listing)
        if each["name"].lower() not in INSTALLERS
    }
    others = sorted(set(versions) - {OWN})
    print("runtime packages:", ", ".join(f"{each} {versions[each]}" for each in others))
    major = int(versions["pandas"].partition(".")[0])
    return [
        Result("runtime packages", f"{len(others)}"),
        Result("pandas", versions["pandas"], "at least 3", major >= 3),
        Result(
            "pyarrow",
            versions.get("pyarrow", "not installed"),
            "not installed",
            "pyarrow" not in versions,
        ),
        Result("install, all packages", megabytes(size(installed.site.iterdir()))),
        Result("install, sovstats alone", megabytes(size([installed.package]))),
    ]


def size(paths: Iterable[Path]) -> int:
    """Return the bytes of installed files, without bytecode and the installers."""
    return sum(
        path.stat().st_size
        for top in paths
        if not top.name.startswith(("pip", "setuptools", "pkg_resources", "_distutils"))
        for path in ([top] if top.is_file() else top.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    )


def megabytes(count: int) -> str:
    """Write a number of bytes in megabytes."""
    return f"{count / 1e6:.1f} MB"


if __name__ == "__main__":
    sys.exit(main())
