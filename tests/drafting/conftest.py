"""Fixtures of the tests of drafting: a command, a text, an empty dataset."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.drafts import HARBOUR

from sovstats.cli.entry import main
from sovstats.drafting.starting import start_dataset


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


@pytest.fixture
def harbour(tmp_path) -> Path:
    """Return the text of the harbour as a file in a folder of its own."""
    path = tmp_path / "texts" / "harbour.txt"
    path.parent.mkdir()
    path.write_bytes(HARBOUR.encode())
    return path


@pytest.fixture
def data(tmp_path) -> Path:
    """Return an empty dataset."""
    start_dataset(tmp_path / "data")
    return tmp_path / "data"
