"""The manifest: the hash of every table, and which raw tables changed since."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from support.built import hashes_of
from support.mistakes import BETA
from support.tiny import UNITS, columns_of, set_cells, write_rows

from sovstats.dataset.building import build
from sovstats.errors import DatasetError
from sovstats.storage.manifest import read_manifest, stale


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
