"""The build: the same bytes each time, all or nothing, one builder at a time."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path
from time import process_time

import pytest
from support.built import ROOT, built_row, hashes_of, run
from support.mistakes import ALPHA, MISTAKES, Mistake
from support.tiny import (
    FIGURE,
    columns_of,
    set_cells,
    tiny_tables,
    write_rows,
    write_tiny,
)
from support.trees import tree

from sovstats.dataset.building import build
from sovstats.errors import DatasetError, ValidationError
from sovstats.storage import read_table, recover
from sovstats.storage.layout import PROCESSED_COLUMNS
from sovstats.storage.manifest import read_manifest

# -- what is written ------------------------------------------------------------------


def test_a_build_writes_every_table_with_its_header(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    for table, columns in PROCESSED_COLUMNS.items():
        data = (tiny_dataset / "processed" / f"{table}.csv").read_bytes()
        assert data.split(b"\n")[0].decode() == ",".join(columns)
        assert data.endswith(b"\n") and b"\r" not in data


def test_a_build_leaves_no_other_folder_behind(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    assert {path.name for path in tiny_dataset.iterdir()} == {"raw", "processed"}


def test_the_claims_are_worked_out_on_the_new_tables(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    # From 12.5 to 10 million is a fall of exactly 20 per cent.
    row = built_row(tiny_dataset, "verdicts", 0)
    assert (row["claim"], row["reading"]) == ("cattle_fell", "literal")


def test_a_dataset_without_claims_has_an_empty_table_of_verdicts(
    tiny_dataset: Path,
) -> None:
    write_rows(tiny_dataset / "raw/claims.csv", columns_of("claims.csv"), [])
    build(tiny_dataset)
    data = (tiny_dataset / "processed/verdicts.csv").read_text()
    assert data.startswith("claim,") and data.count("\n") == 1


# -- the same bytes -------------------------------------------------------------------


def test_a_second_build_changes_no_byte(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    first = tree(tiny_dataset)
    build(tiny_dataset)
    assert tree(tiny_dataset) == first


def test_another_process_in_another_folder_writes_the_same_bytes(
    tmp_path: Path,
) -> None:
    here, there = write_tiny(tmp_path / "here"), write_tiny(tmp_path / "there")
    build(here)
    code = """
        import sys, pathlib, sovstats.dataset.building
        sovstats.dataset.building.build(pathlib.Path(sys.argv[1]))
    """
    for seed in ("1", "2"):
        os.environ["PYTHONHASHSEED"] = seed
        done = run(code, str(there))
        assert done.returncode == 0, done.stderr
        assert tree(there / "processed") == tree(here / "processed")


# -- nothing is written when anything is wrong ----------------------------------------

REQUIRED = (
    "a missing column",
    "an unknown unit",
    "ton",
    "a unit of the wrong dimension",
    "a duplicate figure name in one file",
    "a name that is no identifier",
    "a name that is a unit's",
    "an unknown place",
    "an unknown indicator",
    "a printed numeral that is not the value",
    "low equal to high",
    "low above high",
    "a figure that overlaps a figure",
    "a malformed period",
    "a reversed period",
    "a byte-order mark",
    "CRLF",
    "a byte that is not UTF-8",
    "a row too long, behind a cell of two lines",
    "a row too short",
    "an empty file",
)


@pytest.mark.parametrize("name", REQUIRED)
def test_a_slip_stops_the_build_and_nothing_is_written(
    name: str, tiny_dataset: Path
) -> None:
    build(tiny_dataset)
    slip: Mistake = next(slip for slip in MISTAKES if slip.name == name)
    slip.edit(tiny_dataset)
    before = tree(tiny_dataset)
    with pytest.raises(ValidationError) as caught:
        build(tiny_dataset)
    assert f"raw/{slip.place}: " in str(caught.value)
    assert tree(tiny_dataset) == before


def test_a_first_build_that_fails_leaves_the_folder_as_it_was(
    tiny_dataset: Path,
) -> None:
    set_cells(tiny_dataset, ALPHA, 0, unit="ton")
    before = tree(tiny_dataset)
    with pytest.raises(ValidationError):
        build(tiny_dataset)
    assert tree(tiny_dataset) == before
    assert {path.name for path in tiny_dataset.iterdir()} == {"raw"}


def test_every_claim_that_cannot_be_worked_out_is_reported(
    tiny_dataset: Path,
) -> None:
    build(tiny_dataset)
    before = tree(tiny_dataset / "processed")
    claim = tiny_tables()["claims.csv"][0]
    bad = {
        "a_wrong_name": "cattle_1930 == 12.5 * million * head",
        "a_wrong_sum": "cattle_1929 + savings == 3",
        "c_no_end": "cattle_1929 ==",
    }
    rows = [claim | {"claim": name, "expression": bad[name]} for name in bad]
    rows.insert(2, claim | {"claim": "b_right"})
    write_rows(tiny_dataset / "raw/claims.csv", columns_of("claims.csv"), rows)
    with pytest.raises(ValidationError) as caught:
        build(tiny_dataset)
    problems = caught.value.problems
    assert [problem.line for problem in problems] == [2, 3, 5]
    assert {(p.file, p.column) for p in problems} == {("raw/claims.csv", "expression")}
    assert "cattle_1930" in problems[0].message
    assert tree(tiny_dataset / "processed") == before


@pytest.mark.parametrize(
    "failing",
    ["storage.write_table", "dataset.building.make_tables", "storage.write_manifest"],
)
def test_a_failure_while_writing_leaves_the_old_tables(
    failing: str, tiny_dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tiny_dataset)
    before = tree(tiny_dataset)
    set_cells(tiny_dataset, ALPHA, 0, status="plan")

    def fail(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"sovstats.{failing}", fail)
    with pytest.raises(DatasetError, match="No space left"):
        build(tiny_dataset)
    after = tree(tiny_dataset)
    assert {k for k in before.keys() | after if before.get(k) != after.get(k)} == {
        f"raw/{ALPHA}"
    }
    assert {p.name for p in tiny_dataset.iterdir()} == {"raw", "processed"}


def test_a_table_that_does_not_read_back_is_not_put_in_place(
    tiny_dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lossy(path: Path, columns: tuple[str, ...], rows: list[dict[str, str]]) -> None:
        write_rows(path, columns, rows[1:])

    monkeypatch.setattr("sovstats.storage.write_table", lossy)
    with pytest.raises(DatasetError, match="does not read back as it was written"):
        build(tiny_dataset)
    assert not (tiny_dataset / "processed").exists()


# -- putting in place -----------------------------------------------------------------

KILLED = """
    import os, pathlib, sys
    from sovstats import storage
    from sovstats.dataset.building import build
    storage.write_manifest = lambda *given: os._exit(9)
    build(pathlib.Path(sys.argv[1]))
"""


def test_a_killed_build_leaves_the_old_tables(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    before = tree(tiny_dataset / "processed")
    set_cells(tiny_dataset, ALPHA, 0, status="plan")
    assert run(KILLED, str(tiny_dataset)).returncode == 9
    recover(tiny_dataset)
    assert tree(tiny_dataset / "processed") == before
    assert {p.name for p in tiny_dataset.iterdir()} == {"raw", "processed"}
    build(tiny_dataset)
    assert built_row(tiny_dataset, "figures", 0)["status"] == "plan"


def test_a_link_in_the_place_of_the_tables_stays_one(
    tiny_dataset: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tiny_dataset / "processed").symlink_to(elsewhere)
    build(tiny_dataset)
    set_cells(tiny_dataset, ALPHA, 0, status="plan")
    build(tiny_dataset)
    assert (tiny_dataset / "processed").is_symlink()
    assert read_table(elsewhere / "figures.csv")[0]["status"] == "plan"
    assert {p.name for p in tmp_path.iterdir()} == {"elsewhere", "tiny"}


def test_builds_at_the_same_time_all_succeed(tiny_dataset: Path) -> None:
    code = """
        import sys, pathlib, sovstats.dataset.building
        sovstats.dataset.building.build(pathlib.Path(sys.argv[1]))
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(tiny_dataset)]
    builders = [subprocess.Popen(command, cwd=ROOT) for _ in range(3)]
    assert [builder.wait(60) for builder in builders] == [0, 0, 0]
    assert {p.name for p in tiny_dataset.iterdir()} == {"raw", "processed"}
    assert hashes_of(tiny_dataset) == read_manifest(tiny_dataset).processed


def test_a_build_writes_the_figures_once(
    tiny_dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []
    write = Path.write_bytes
    monkeypatch.setattr(
        Path,
        "write_bytes",
        lambda path, data: written.append(path) or write(path, data),
    )
    build(tiny_dataset)
    assert sorted(path.name for path in written if path.suffix == ".csv") == sorted(
        f"{name}.csv" for name in PROCESSED_COLUMNS
    )


# -- speed ----------------------------------------------------------------------------


def test_a_dataset_of_full_size_builds_in_five_seconds_of_work(tmp_path: Path) -> None:
    folder = write_tiny(tmp_path)
    figures = [
        FIGURE
        | {
            "figure": f"cattle_{at}",
            "source": "alpha",
            "start": str(1000 * at),
            "end": str(1000 * at + 12),
            "printed": f"{at + 1}.5 million",
            "value": str((at + 1) * 10**6 + 500_000),
            "unit": "head",
            "indicator": "cattle",
            "period": str(1850 + at % 90),
        }
        for at in range(600)
    ]
    exclusions = [
        {
            "source": "alpha",
            "start": str(250 * at + 100),
            "end": str(250 * at + 104),
            "printed": "1929",
            "reason": "year",
            "basis": "read",
        }
        for at in range(2000)
    ]
    observation = tiny_tables()["independent/observations.csv"][0]
    observations = [
        observation | {"place": f"place {1000 + at // 40}", "year": str(1900 + at % 40)}
        for at in range(2700)
    ]
    for file, rows in {
        ALPHA: figures,
        "exclusions/alpha.csv": exclusions,
        "independent/observations.csv": observations,
        "claims.csv": [],
    }.items():
        write_rows(folder / "raw" / file, columns_of(file), rows)
    set_cells(folder, "sources.csv", 0, length="1000000")
    # Processor time, since other processes make the clock of the wall say anything.
    began = process_time()
    build(folder)
    assert process_time() - began < 5
