"""Reports that several test modules look at, each written once."""

from __future__ import annotations

import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from sovstats.dataset.building import build
from sovstats.dataset.dataset import TEXTS_VARIABLE, Dataset, default_dataset
from sovstats.report.write import Report, write_report
from support.tiny import set_cells, write_tiny

HOSTILE = "</script><script>alert(1)</script> <img src=x onerror=alert(2)> & \"'` ]]>"
TURNED = "left \u202eto right"
FORMULA = "=1+1"


@cache
def _scratch() -> Path:
    """Return a folder that is deleted when the tests are over."""
    folder = tempfile.TemporaryDirectory(prefix="sovstats-report-")
    _scratch.keep = folder  # type: ignore[attr-defined]
    return Path(folder.name)


def without_texts(folder: Path) -> Dataset:
    """Open a dataset as a reader does who has no texts."""
    named = os.environ.pop(TEXTS_VARIABLE, None)
    try:
        return Dataset(folder)
    finally:
        if named is not None:
            os.environ[TEXTS_VARIABLE] = named


@cache
def whole_report() -> Report:
    """Write the report of the package's own dataset, without passages."""
    dataset = without_texts(default_dataset().folder)
    return write_report(dataset, _scratch() / "whole")


def hostile_dataset(folder: Path) -> Path:
    """Write a small dataset whose texts try to be markup, marks and formulas."""
    write_tiny(folder)
    set_cells(folder, "figures/alpha.csv", 0, note=HOSTILE)
    set_cells(folder, "figures/alpha.csv", 1, note=FORMULA)
    set_cells(folder, "figures/alpha.csv", 2, note=TURNED)
    set_cells(folder, "claims.csv", 0, title=HOSTILE, note=FORMULA)
    set_cells(folder, "indicators.csv", 0, definition=HOSTILE)
    build(folder, lambda sentence: None)
    return folder


@cache
def hostile_report() -> Report:
    """Write the report of the hostile dataset."""
    folder = hostile_dataset(_scratch() / "hostile-data")
    return write_report(without_texts(folder), _scratch() / "hostile")


def copy_texts(source: Path, target: Path) -> Path:
    """Copy a folder of texts, to be spoilt."""
    shutil.copytree(source, target)
    return target
