"""No table is read twice in one command, and none is written twice."""

from __future__ import annotations

from collections import Counter

import pytest
from support.commands import copied


@pytest.mark.parametrize("command", ["report", "chart"])
def test_processed_tables_are_read_at_most_once(whole_runs, command):
    read = Counter(whole_runs[command].went.read)
    tables = {place: n for place, n in read.items() if place.startswith("data/proc")}
    assert "data/processed/figures.csv" in tables
    assert {place: n for place, n in tables.items() if n > 1} == {}


# To say whether the processed tables are stale, every raw one is read.
@pytest.mark.parametrize("command", ["report", "chart", "build", "stamp"])
def test_raw_tables_are_read_at_most_once(whole_runs, command):
    read = Counter(whole_runs[command].went.read)
    tables = {
        place: n
        for place, n in read.items()
        if place.startswith("data/raw/") and place.endswith(".csv")
    }
    assert "data/raw/sources.csv" in tables
    assert {place: n for place, n in tables.items() if n > 1} == {}


@pytest.mark.parametrize("command", ["chart", "build", "draft", "stamp"])
def test_every_file_is_written_once(whole_runs, command):
    changed = Counter(whole_runs[command].went.changed)
    # The lock is opened by whoever takes it, and then to write down who that is.
    written = {
        place: n
        for place, n in changed.items()
        if not place.startswith("os.") and not place.endswith(".lock")
    }
    assert written
    assert {place: n for place, n in written.items() if n > 1} == {}


def test_a_build_writes_the_figures_once(whole_runs):
    changed = whole_runs["build"].went.changed
    assert sum(place.endswith("processed/figures.csv") for place in changed) == 1


def test_a_second_report_reads_as_little(whole_runs, run_command, tmp_path):
    first = whole_runs["report"]
    work = copied(first.before, tmp_path / "work")
    run_command(work, "report")
    again = run_command(work, "report")
    tables = Counter(place for place in again.read if place.endswith(".csv"))
    assert tables == Counter(x for x in first.went.read if x.endswith(".csv"))
