"""A fixture that runs commands."""

from __future__ import annotations

import pytest

from sovstats.cli import main


@pytest.fixture
def run(capsys, monkeypatch):
    """Return a function that runs a command and gives status, output and errors."""
    monkeypatch.setenv("COLUMNS", "80")

    def run_command(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(arguments)
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run_command
