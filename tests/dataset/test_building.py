"""The build: the same bytes each time, all or nothing, one builder at a time."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from time import process_time

import pytest
from support.mistakes import ALPHA, BETA, MISTAKES, Mistake
from support.tiny import (
    FIGURE,
    UNITS,
    columns_of,
    set_cells,
    tiny_tables,
    write_rows,
    write_tiny,
)

from sovstats.dataset.building import build
from sovstats.errors import DatasetError, ValidationError
from sovstats.storage import read_table, recover
from sovstats.storage.layout import PROCESSED_COLUMNS
from sovstats.storage.manifest import read_manifest, stale

Done = subprocess.CompletedProcess[str]
ROOT = Path(__file__).parents[2]


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def run(code: str, *arguments: str, bare: bool = False) -> Done:
    """Run Python in a process of its own; bare, it sees the standard library only."""
    flags = ["-S", "-c"] if bare else ["-c"]
    command = [sys.executable, *flags, textwrap.dedent(code), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)


def hashes_of(folder: Path, part: str = "processed") -> dict[str, str]:
    """Return the SHA-256 of every table of a dataset, worked out here."""
    return {
        f"{part}/{path}": hashlib.sha256(content).hexdigest()
        for path, content in tree(folder / part).items()
        if path != "manifest.json"
    }


def built_row(folder: Path, table: str, at: int) -> dict[str, str]:
    """Return one row of a processed table."""
    return read_table(folder / "processed" / f"{table}.csv")[at]


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


def test_a_figure_is_enriched_with_what_follows_from_its_cells(
    tiny_dataset: Path,
) -> None:
    build(tiny_dataset)
    row = built_row(tiny_dataset, "figures", 0)
    # 12.5 million: half a unit of the last digit is 0.05 million.
    expected = {
        "figure": "cattle_1929",
        "value": "12500000.0",
        "value_exact": "12500000",
        "low": "",
        "low_exact": "",
        "topic": "livestock",
        "measure": "level",
        "dimension": "animal",
        "magnitude": "12500000",
        "magnitude_low": "",
        "written_below": "50000",
        "written_above": "50000",
        "period_start": "1929-01-01",
        "period_end": "1929-12-31",
        "year": "1929",
    }
    assert {column: row[column] for column in expected} == expected


def test_a_range_is_enriched_at_both_ends(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    row = built_row(tiny_dataset, "figures", 3)
    assert (row["value"], row["value_exact"], row["magnitude"]) == ("", "", "")
    assert (row["low"], row["high_exact"]) == ("20.0", "22")
    # In million tonnes; the base unit of mass is the kilogram.
    assert (row["magnitude_low"], row["magnitude_high"]) == (
        "20000000000",
        "22000000000",
    )
    assert row["written_below"] == "1/2"


def test_a_scale_outside_the_span_widens_the_digits_too(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    row = built_row(tiny_dataset, "figures", 6)
    # 3 1/2 billion is written to a half; half of that is a quarter of a billion.
    assert (row["value_exact"], row["written_above"]) == ("3500000000", "250000000")
    assert (row["period_start"], row["year"]) == ("1928-10-01", "1929")


def test_an_exact_figure_has_no_width_and_is_read_as_corrected(
    tiny_dataset: Path,
) -> None:
    build(tiny_dataset)
    row = built_row(tiny_dataset, "figures", 7)
    assert (row["printed"], row["value_exact"]) == ("l5 years", "15")
    assert (row["written_below"], row["significant_above"]) == ("0", "0")


def test_a_vague_figure_has_a_floor_and_no_end(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    row = built_row(tiny_dataset, "figures", 4)
    assert (row["low_exact"], row["high_exact"], row["year"]) == ("20000000", "", "")


def test_a_figure_without_a_number_has_no_width(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    row = built_row(tiny_dataset, "figures", 5)
    assert (row["value"], row["low"], row["written_below"]) == ("", "", "")


def test_a_change_over_years_has_no_single_year(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    row = built_row(tiny_dataset, "figures", 2)
    assert (row["period_end"], row["year"]) == ("1934-12-31", "")
    assert (row["unit"], row["magnitude"]) == ("percent", "1/5")


def test_an_observation_gets_its_name_and_a_unit_that_can_be_parsed(
    tiny_dataset: Path,
) -> None:
    build(tiny_dataset)
    assert built_row(tiny_dataset, "independent", 0) == {
        "name": "survey_cattle_new_land_1929",
        "dataset": "survey",
        "series": "cattle",
        "place": "New Land",
        "year": "1929",
        "value": "12.25",
        "value_exact": "49/4",
        "unit": "national_currency/ruble",
    }


def test_the_unit_table_is_exact(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    rows = read_table(tiny_dataset / "processed/unit_factors.csv")
    assert {"name": "pood", "factor": "819/50", "dimension": "mass"} in rows
    assert [row["name"] for row in rows] == sorted(row["name"] for row in rows)


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


def test_the_manifest_holds_the_hash_of_every_file(tiny_dataset: Path) -> None:
    returned = build(tiny_dataset)
    data = json.loads((tiny_dataset / "processed/manifest.json").read_bytes())
    hashes = hashes_of(tiny_dataset, "raw") | hashes_of(tiny_dataset)
    assert data["raw"] | data["processed"] == hashes
    listed = "".join(
        f"{path} {digest}\n" for path, digest in sorted(data["raw"].items())
    )
    short = hashlib.sha256(listed.encode()).hexdigest()[:12]
    assert data["data_version"] == f"{data['version']}+{short}"
    assert returned == read_manifest(tiny_dataset)


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


# -- stale, imports, speed ------------------------------------------------------------


def test_a_fresh_build_is_not_stale(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    assert stale(tiny_dataset, read_manifest(tiny_dataset)) == []


def test_raw_files_changed_added_or_gone_are_stale(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    set_cells(tiny_dataset, BETA, 0, note="new")
    (tiny_dataset / "raw/anchors/alpha.csv").unlink()
    write_rows(
        tiny_dataset / "raw/anchors/beta.csv", columns_of("anchors/beta.csv"), []
    )
    (tiny_dataset / "raw/units.txt").write_text(UNITS + "# more\n")
    assert stale(tiny_dataset, read_manifest(tiny_dataset)) == [
        "raw/anchors/alpha.csv",
        "raw/anchors/beta.csv",
        f"raw/{BETA}",
        "raw/units.txt",
    ]


def test_a_dataset_without_processed_tables_says_what_to_do(tiny_dataset: Path) -> None:
    with pytest.raises(DatasetError, match="no processed tables; run `sovstats build`"):
        stale(tiny_dataset, read_manifest(tiny_dataset))


def test_a_broken_manifest_says_what_to_do(tiny_dataset: Path) -> None:
    build(tiny_dataset)
    (tiny_dataset / "processed/manifest.json").write_text("{}")
    with pytest.raises(
        DatasetError, match="cannot be read; run `sovstats build` again"
    ):
        stale(tiny_dataset, read_manifest(tiny_dataset))


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
