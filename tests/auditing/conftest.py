"""A copy of the raw tables for the tests of the audit."""

from __future__ import annotations

import shutil

import pytest
from support.texts import DATA


@pytest.fixture
def copy(tmp_path):
    """Return a copy of the dataset's raw tables, to be spoilt."""
    shutil.copytree(DATA / "raw", tmp_path / "data" / "raw")
    return tmp_path / "data"
