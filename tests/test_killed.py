"""Commands killed at random moments: the old output or the new one, never a mixture.

The moments are drawn anew in every run. The seed is printed with every failure; set
SOVSTATS_SEED to it and the same moments come again.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from support.commands import (
    COMMANDS,
    ONCE,
    Runner,
    Whole,
    copied,
)
from support.trees import HIDDEN, difference, files, tree

from sovstats.storage import recover

SEED = os.environ.get("SOVSTATS_SEED") or str(random.SystemRandom().randrange(10**6))
KILLS = 10
"""Kills a command: the even ones by the clock, the odd ones before a change of files.

A command writes in a small part of its time. By the clock few kills would fall there.
"""
KILLED = -9


def kill(
    run: Runner, command: str, whole: Whole, folder: Path, number: int
) -> tuple[Path, str]:
    """Kill a command in a copy of its folder, and say when; try until it was killed."""
    chance = random.Random(f"{SEED} {command} {number}")
    for attempt in range(20):
        work = copied(whole.before, folder / str(attempt))
        if number % 2:
            at = chance.randrange(len(whole.went.changed))
            killed = run(work, command, change=at)
            moment = f"before change {at}, {whole.went.changed[at]}"
        else:
            seconds = chance.random() * whole.went.seconds
            killed = run(work, command, seconds=seconds)
            moment = f"after {seconds:.3f} of {whole.went.seconds:.3f} s"
        if killed.status == KILLED:
            return work, moment
        # It was done sooner than the run that was measured.
        assert tree(work) == whole.new, killed.output
    pytest.fail(f"{command} was never killed in time")


@pytest.mark.parametrize("number", range(KILLS))
@pytest.mark.parametrize("command", COMMANDS)
def test_killed_it_leaves_the_old_output_or_the_new_and_runs_again(
    run_command, whole_runs, tmp_path, command, number
):
    expected = whole_runs[command]
    work, moment = kill(run_command, command, expected, tmp_path, number)
    said = f"seed {SEED}, {command} killed {moment}"
    print(said)

    # As the kill left it, a file may be missing between two renames, but none is torn.
    for place, data in files(tree(work, hidden=False)).items():
        either = {expected.old.get(place), expected.new.get(place)}
        whole_file = data in either
        assert whole_file, f"{said}: {place} is neither old nor new"

    # Whatever opens the folder settles it; then everything is old, or all is new. In a
    # copy, so that the next run below meets what the kill left.
    settled = copied(work, tmp_path / "settled")
    recover(*{path.parent for path in settled.rglob(f"{HIDDEN}*")})
    now = files(tree(settled, hidden=False))
    from_old = difference(now, files(expected.old))
    from_new = difference(now, files(expected.new))
    assert not from_old or not from_new, f"{said}: {from_old}, {from_new}"

    again = run_command(work, command)
    done = command in ONCE and not from_new and "already" in again.output
    if not done:
        assert again.status == 0, f"{said}: {again.output}"
        assert again.output == expected.went.output
    left = difference(tree(work), expected.new)
    assert not left, f"{said}: {left}"
