"""The dataset of the project: valid, built, and true to the texts."""

from __future__ import annotations

import csv
import hashlib
import os
import re
import shutil
from pathlib import Path

import pytest

from sovstats.claims import read_claims
from sovstats.dataset.building import build
from sovstats.storage import Tables
from sovstats.validation.passes import validate

DATA = Path(__file__).parent.parent / "data"
TEXTS = os.environ.get("SOVSTATS_TEXTS")
REQUIRED = os.environ.get("SOVSTATS_TEXTS_REQUIRED")


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / "raw" / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def sources() -> list[str]:
    return [row["source"] for row in rows("sources.csv")]


def test_the_raw_tables_are_valid():
    report = validate(DATA)
    assert [str(problem) for problem in report.problems] == []
    assert report.left_out == []


def test_the_processed_tables_are_what_build_makes(tmp_path):
    copy = tmp_path / "data"
    shutil.copytree(DATA / "raw", copy / "raw")
    build(copy)
    made = {path.name: path.read_bytes() for path in (copy / "processed").iterdir()}
    kept = {path.name: path.read_bytes() for path in (DATA / "processed").iterdir()}
    assert set(made) == set(kept), "run sovstats build and commit data/processed"
    changed = [name for name in made if made[name] != kept[name]]
    assert not changed, "run sovstats build and commit data/processed"


def test_every_claim_is_evaluated_and_has_the_verdict_that_was_looked_at():
    claims = read_claims(Tables(DATA))
    assert [claim.name for claim in claims] == [
        row["claim"] for row in rows("claims.csv")
    ]
    assert all(claim.row["expected"] for claim in claims)
    assert [claim.name for claim in claims if claim.surprising] == []


def test_every_economic_figure_is_in_a_claim_or_listed_with_the_reason():
    topics = {row["indicator"]: row["topic"] for row in rows("indicators.csv")}
    used = {
        name
        for claim in rows("claims.csv")
        for name in re.findall(r"[a-z]\w*", claim["expression"])
    }
    alone = {
        row["figure"]
        for source in sources()
        for row in rows(f"figures/{source}.csv")
        if row["figure"] not in used
        and topics[row["indicator"]] not in {"politics", "rhetoric", "time", "units"}
    }
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    section = readme.partition("## Figures in no claim")[2].partition("\n## ")[0]
    listed = re.findall(r"`(\w+)`", section)
    assert len(listed) == len(set(listed))
    assert set(listed) == alone


def test_there_are_claims_of_every_kind_that_the_texts_make():
    claims = rows("claims.csv")
    assert len(claims) >= 30
    assert len({claim["kind"] for claim in claims}) >= 5


def test_every_indicator_place_and_code_of_a_speaker_is_used():
    figures = [row for source in sources() for row in rows(f"figures/{source}.csv")]
    used = {row["indicator"] for row in figures}
    assert [
        r["indicator"] for r in rows("indicators.csv") if r["indicator"] not in used
    ] == []
    speakers = {row["speaker"] for row in figures}
    codes = {row["code"] for row in rows("codes.csv") if row["list"] == "speaker"}
    assert codes == speakers


def test_the_same_fact_has_the_same_period_wherever_it_stands():
    """Figures of the two editions of one essay agree in everything but the number."""
    by_name = {
        row["figure"]: row
        for source in sources()
        for row in rows(f"figures/{source}.csv")
    }
    pairs = [
        (row, by_name[name.replace("_full", "_militant")])
        for name, row in by_name.items()
        if "_full" in name and name.replace("_full", "_militant") in by_name
    ]
    assert len(pairs) >= 30
    for full, militant in pairs:
        for column in ("indicator", "unit", "place", "period", "status", "hedge"):
            assert full[column] == militant[column], (full["figure"], column)


@pytest.fixture(scope="module", params=[row["source"] for row in rows("sources.csv")])
def text(request):
    """Return the name and the text of a source; skip where it is not at hand."""
    if not TEXTS:
        assert not REQUIRED, "SOVSTATS_TEXTS is not set"
        pytest.skip("needs the texts: set SOVSTATS_TEXTS to their folder")
    row = next(r for r in rows("sources.csv") if r["source"] == request.param)
    data = (Path(TEXTS) / row["file"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == row["sha256"]
    decoded = data.decode("utf-8")
    assert len(decoded) == int(row["length"])
    return request.param, decoded


@pytest.mark.parametrize("table", ["figures", "exclusions"])
def test_every_span_of_a_text_says_what_its_row_says(text, table):
    source, content = text
    wrong = [
        row["start"]
        for row in rows(f"{table}/{source}.csv")
        if row["printed"]
        and " ".join(content[int(row["start"]) : int(row["end"])].split())
        != row["printed"]
    ]
    assert wrong == []
