"""The folder of a report: replaced as a whole, or left as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from sovstats.errors import DatasetError
from sovstats.report.folder import replaced


def test_an_exchange_that_fails_puts_the_old_report_back(tmp_path, monkeypatch):
    out = tmp_path / "report"
    with replaced(out) as new:
        (new / "page.html").write_text("old", encoding="utf-8")
    rename = Path.rename

    def rename_but_not_new(self: Path, target: Path) -> Path:
        if self.name == "new":
            msg = "no"
            raise OSError(msg)
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", rename_but_not_new)
    with pytest.raises(DatasetError, match="cannot write the report there"):
        with replaced(out) as new:
            (new / "page.html").write_text("newer", encoding="utf-8")
    assert (out / "page.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


def test_a_file_that_arrives_while_pages_are_written_is_not_lost(tmp_path):
    out = tmp_path / "report"
    with pytest.raises(DatasetError, match="it holds 'late.txt'"):
        with replaced(out):
            out.mkdir()
            (out / "late.txt").write_text("mine", encoding="utf-8")
    assert (out / "late.txt").is_file()
