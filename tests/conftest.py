"""Fixtures that many tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.tiny import write_tiny


@pytest.fixture
def tiny_dataset(tmp_path: Path) -> Path:
    """Return a valid dataset folder with invented figures, not yet built."""
    return write_tiny(tmp_path / "tiny")
