"""Cell checks: none is left out."""

from __future__ import annotations

from pathlib import Path

import pandera.pandas as pa
import pytest

from sovstats.validation import cell_checks as schemas
from sovstats.validation.passes import validate


def test_a_cell_check_that_never_runs_is_an_error(
    tiny_dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lax(name: str, test: object, ran: set[str]) -> pa.Column:
        return pa.Column(str, name=name)

    monkeypatch.setattr(schemas, "_column", lax)
    with pytest.raises(AssertionError, match="pandera left out the columns"):
        validate(tiny_dataset)
