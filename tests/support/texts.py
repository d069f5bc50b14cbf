"""The texts, for tests that need them; such tests skip by name without."""

from __future__ import annotations

import csv
import os
from functools import cache
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "data"


@cache
def source_rows() -> dict[str, dict[str, str]]:
    """Return the rows of the sources table by source."""
    with (DATA / "raw/sources.csv").open(encoding="utf-8", newline="") as stream:
        return {row["source"]: row for row in csv.DictReader(stream)}


def texts_folder() -> Path:
    """Return the folder with the texts, or skip; under CI it must be there."""
    named = os.environ.get("SOVSTATS_TEXTS")
    if not named:
        assert not os.environ.get("SOVSTATS_TEXTS_REQUIRED"), (
            "SOVSTATS_TEXTS is not set"
        )
        pytest.skip("needs the texts: set SOVSTATS_TEXTS to their folder")
    return Path(named)


def text_of(source: str) -> str:
    """Return a text."""
    path = texts_folder() / source_rows()[source]["file"]
    return path.read_bytes().decode("utf-8")
