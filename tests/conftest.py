"""Fixtures that many tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.commands import Runner, Whole, run_all, running
from support.tiny import write_tiny

from sovstats.cli import main


@pytest.fixture
def tiny_dataset(tmp_path: Path) -> Path:
    """Return a valid dataset folder with invented figures, not yet built."""
    return write_tiny(tmp_path / "tiny")


@pytest.fixture
def run(capsys, monkeypatch):
    """Return a function that runs a command and gives status, output and errors."""
    monkeypatch.setenv("COLUMNS", "80")

    def run_command(*arguments: object) -> tuple[int, str, str]:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return status, captured.out, captured.err

    return run_command


@pytest.fixture(scope="session")
def run_command() -> Iterator[Runner]:
    """Return a function that runs a command in a process of its own, imports done."""
    if not hasattr(os, "fork"):
        pytest.skip("commands run in copies of a process, which needs os.fork")
    with running() as runner:
        yield runner


@pytest.fixture(scope="session")
def whole_runs(
    run_command: Runner, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Whole]:
    """Run every command that writes to its end, once, and keep what it made."""
    return run_all(run_command, tmp_path_factory.mktemp("whole"))
