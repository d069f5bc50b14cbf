"""The tables of a folder: missing and stale ones are told, opening imports little."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.built import run

import sovstats as ss
from sovstats.dataset.building import build
from sovstats.errors import DatasetError
from sovstats.storage import StaleDataWarning


def test_a_dataset_without_processed_tables_asks_for_a_build(tiny_dataset):
    with pytest.raises(DatasetError, match="run `sovstats build`"):
        ss.Dataset(tiny_dataset).load()


def test_changed_raw_tables_are_said_in_one_line(tiny_dataset):
    build(tiny_dataset)
    places = tiny_dataset / "raw" / "places.csv"
    places.write_text(places.read_text() + "zz,Zz,\n")
    with pytest.warns(
        StaleDataWarning, match="places.csv changed since the last build"
    ):
        ss.Dataset(tiny_dataset).load()


def test_opening_a_dataset_imports_the_standard_library_only(
    tiny_dataset: Path,
) -> None:
    build(tiny_dataset)
    code = """
        import sys, pathlib
        from sovstats.storage import Tables, recover
        recover(pathlib.Path(sys.argv[1]))
        print(len(Tables(pathlib.Path(sys.argv[1])).rows("figures")))
    """
    done = run(code, str(tiny_dataset), bare=True)
    assert (done.returncode, done.stdout) == (0, "8\n"), done.stderr
