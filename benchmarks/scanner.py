"""Compare the scanner with other number finders, with itself, and with hostile texts.

usage: python benchmarks/scanner.py [TEXTS] [--env DIR] [--runs N] [--largest MB]

TEXTS is the folder of the five texts, else the variable SOVSTATS_TEXTS names it. The
other finders, quantulum3 and Microsoft Recognizers-Text, are installed in a virtual
environment of their own, for this only. Every measurement is made in fresh processes,
all measurements in turn, and medians are compared; speeds are those relative to the
bare regex that runs in the same process on the same text. The exit status is 1 if a
budget is not kept.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
from pathlib import Path

from common import (
    CHECKOUT,
    Result,
    at_least,
    at_most,
    environment,
    json_of,
    output_of,
    print_results,
    print_table,
)
from finders import FINDERS, HOSTILE

OURS = "sovstats"
# Later releases of emoji lack what Recognizers-Text imports.
OTHERS = {
    "quantulum3": ["quantulum3"],
    "recognizers": ["recognizers-text-suite", "emoji<2"],
}
SIZES = (1, 4, 16, 64)
LONGEST = 1800
Answers = dict[tuple[str, str], dict[str, float]]


def main() -> int:
    """Install the others, measure, print the tables."""
    parser = argparse.ArgumentParser(description="Compare the scanner with others.")
    parser.add_argument("texts", nargs="?", default=os.environ.get("SOVSTATS_TEXTS"))
    parser.add_argument("--env", type=Path, help="an environment to make and keep")
    parser.add_argument("--runs", type=int, default=3, help="processes a measurement")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="megabytes (64)")
    given = parser.parse_args()
    if not given.texts or not Path(given.texts).is_dir():
        parser.error("name the folder of the texts, or set SOVSTATS_TEXTS to it")
    sizes = [size for size in SIZES if size <= given.largest]
    texts = Path(given.texts).resolve()
    with environment(given.env) as python:
        others = install(python)
        names = [n for n in FINDERS if n == OURS or n.partition("+")[0] in others]
        answers = measure(python, texts, names, sizes, given.runs)
    print_finders(answers, names)
    return print_results(
        [
            *against_others(answers, names),
            *linear(answers, sizes),
            *against_hostile(answers),
        ]
    )


def install(python: Path) -> list[str]:
    """Install the other finders; return those that could be, print why others not."""
    installed = []
    for name, requirements in OTHERS.items():
        print(f"installing {name}", flush=True)
        try:
            output_of([python, "-m", "pip", "install", "--quiet", *requirements])
            installed.append(name)
        except RuntimeError as error:
            print(error)
    return installed


def measure(
    python: Path, texts: Path, names: list[str], sizes: list[int], runs: int
) -> Answers:
    """Run every measurement in fresh processes, in turn, and take medians."""
    once = [("recall", name) for name in names]
    often = [("speed", name) for name in names]
    often += [("size", str(size)) for size in sizes]
    often += [("hostile", name) for name in HOSTILE]
    collected: dict[tuple[str, str], list[dict[str, float]]] = {}
    for run in range(runs):
        print(f"run {run + 1} of {runs}", flush=True)
        for job in often if run else once + often:
            collected.setdefault(job, []).append(answer(python, texts, *job))
    return {
        job: {key: statistics.median(one[key] for one in each) for key in each[0]}
        for job, each in collected.items()
    }


def answer(python: Path, texts: Path, task: str, subject: str) -> dict[str, float]:
    """Run one measurement in a fresh process; one without end is infinitely slow."""
    worker = Path(__file__).with_name("finders.py")
    paths = {
        "PYTHONPATH": str(CHECKOUT),
        # Compiled, but not into the checkout.
        "PYTHONPYCACHEPREFIX": str(python.parent.parent / "pycache"),
    }
    try:
        command: list[str | Path] = [python, worker, task, subject, texts]
        return json_of(command, timeout=LONGEST, **paths)
    except subprocess.TimeoutExpired:
        return {"share": 0.0, "rate": 0.0, "cost": float("inf"), "ratio": float("inf")}


def print_finders(answers: Answers, names: list[str]) -> None:
    """Print what each finder finds and how fast it is."""
    rows = answers["recall", OURS]
    print(
        f"\n{rows['rows']:.0f} rows of the ledger print something undamaged, "
        f"{rows['figures']:.0f} of them figures, "
        f"{rows['valued']:.0f} of these with a number or both ends of a range"
    )
    table: list[tuple[str, ...]] = [
        (
            "finder",
            "rows",
            "figures",
            "right value",
            "MB/s",
            "of the bare regex",
            "slower",
        )
    ]
    best = answers["speed", OURS]["share"]
    for name in names:
        found, speed = answers["recall", name], answers["speed", name]
        shares = (f"{found[key]:.1%}" for key in ("all", "of_figures", "right"))
        slower = f"{best / speed['share']:.1f} x"
        table.append(
            (name, *shares, f"{speed['rate']:.3f}", f"{speed['share']:.4f}", slower)
        )
    print_table(table)


def against_others(answers: Answers, names: list[str]) -> list[Result]:
    """Return the budgets of speed and recall."""
    share = {name: answers["speed", name]["share"] for name in names}
    found = {name: answers["recall", name]["all"] for name in names}
    results = [
        at_least("speed of the scanner", share[OURS], 0.1, "of the bare regex"),
    ]
    for name, factor in (("recognizers", 5), ("quantulum3", 30)):
        if name in share:
            ratio = share[OURS] / share[name]
            results.append(at_least("speed of the scanner", ratio, factor, f"x {name}"))
        else:
            results.append(Result(f"{name} could not be installed", "not measured"))
    missed = round((1 - found[OURS]) * answers["recall", OURS]["rows"])
    results.append(Result("rows without a mention", f"{missed}", "0", missed == 0))
    best = max((found[name] for name in names if name != OURS), default=0.0)
    shown = f"{found[OURS]:.1%} against {best:.1%}"
    results.append(
        Result("recall against the others", shown, "higher", found[OURS] > best)
    )
    return results


def linear(answers: Answers, sizes: list[int]) -> list[Result]:
    """Compare what a megabyte costs in longer texts with what it costs in one."""
    first = answers["size", str(sizes[0])]["cost"]
    return [
        at_most(
            f"a megabyte of {size}",
            answers["size", str(size)]["cost"] / first,
            1.15,
            "x one",
        )
        for size in sizes[1:]
    ]


def against_hostile(answers: Answers) -> list[Result]:
    """Compare each hostile megabyte with an ordinary one."""
    return [
        at_most(name, answers["hostile", name]["ratio"], 5, "x an ordinary megabyte")
        for name in HOSTILE
    ]


if __name__ == "__main__":
    sys.exit(main())
