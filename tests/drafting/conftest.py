"""Fixtures of the tests of drafting: a text, an empty dataset."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.drafts import HARBOUR

from sovstats.drafting.starting import start_dataset


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
