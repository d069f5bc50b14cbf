"""The summary that ends a report: what it proposes can be typed."""

from __future__ import annotations

import shlex

import pytest
from support.tiny import set_cells

import sovstats as ss
from sovstats.cli.entry import main
from sovstats.cli.summary import summarise
from sovstats.dataset.building import build
from sovstats.report.write import write_report


@pytest.fixture
def own(tiny_dataset):
    """Return a reader's own dataset, built."""
    build(tiny_dataset)
    return ss.Dataset(tiny_dataset)


def steps(text):
    """Return the commands that a summary proposes, as lists of words."""
    lines = text.partition("Go on with\n")[2].splitlines()
    return [shlex.split(line, comments=True) for line in lines]


def test_what_is_next_in_a_dataset_of_ones_own_can_be_typed(own, capsys):
    text = summarise(own, own.claims(), [])
    commands = steps(text)
    assert len(commands) == 2
    for command in commands:
        assert command[0] == "sovstats"
        assert main(command[1:]) == 0, command
    assert str(own.folder) in text
    assert "horses_1929" not in text


def test_without_claims_the_summary_says_so_once(own):
    text = summarise(own, [], [])
    assert "0 claims" not in text
    assert text.count("no claims") == 1


def test_the_dataset_of_the_project_has_its_own_examples():
    dataset = ss.default()
    text = summarise(dataset, dataset.claims(), [])
    for command in steps(text)[:2]:
        assert command[0] == ".venv/bin/sovstats"
        assert main(command[1:]) == 0, command
    assert max(map(len, text.splitlines())) < 80


def test_many_missing_charts_take_one_line(own, tmp_path):
    report = write_report(own, tmp_path / "report")
    left_out = [line for line in report.problems if line.startswith("left out")]
    assert len(left_out) == 4
    assert left_out[-1].endswith("more charts; the overview says why")


def test_a_source_without_a_year_is_given_none(tiny_dataset):
    set_cells(tiny_dataset, "sources.csv", 0, written="")
    build(tiny_dataset)
    text = summarise(ss.Dataset(tiny_dataset), [], [])
    # The first text has six figures, the second two.
    assert "\n    6  An invented pamphlet\n" in text
    assert "\n    2  An invented pamphlet (1936)\n" in text
