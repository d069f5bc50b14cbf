"""The folder of a report: replaced as a whole, or left as it was."""

from __future__ import annotations

import pytest

from sovstats.errors import DatasetError
from sovstats.report.folder import LISTING, list_files, refuse_foreign


def test_a_folder_with_the_files_of_a_report_may_be_replaced(tmp_path):
    out = tmp_path / "report"
    (out / "figures").mkdir(parents=True)
    (out / "figures/one.html").write_text("a page")
    list_files(out)
    assert (out / LISTING).read_text() == '[\n"figures/one.html"\n]\n'
    refuse_foreign(out)


def test_a_file_that_no_report_put_there_is_not_lost(tmp_path):
    out = tmp_path / "report"
    out.mkdir()
    list_files(out)
    (out / "late.txt").write_text("mine")
    with pytest.raises(DatasetError, match="it holds 'late.txt'"):
        refuse_foreign(out)
