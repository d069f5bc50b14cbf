"""A small valid dataset with invented figures, and ways to spoil it."""

from __future__ import annotations

import csv
from pathlib import Path

from sovstats.storage.layout import LAYOUTS

Rows = list[dict[str, str]]

UNITS = """\
# Invented for the tests, in pint's format.
percent = 1 / 100
thousand = 1000
million = 1000000
billion = 1000000000
person = [person]
head = [animal]
year = [time]
month = year / 12
kilogram = [mass]
tonne = 1000 * kilogram
pood = 1638 / 100 * kilogram
ruble = [ruble]
national_currency = [national_currency]
"""

CODES = {
    "asserted": "implied reading text",
    "basis": "read rule",
    "claim_kind": "arithmetic edition series",
    "hedge": "about almost at_least none over under up_to vague",
    "measure": "change count level share",
    "period_basis": "inferred none printed",
    "reason": "date name region year",
    "sense": "down up",
    "speaker": "author minister",
    "status": "actual estimate plan",
    "topic": "industry livestock prices",
}

SOURCE = {
    "title": "An invented pamphlet",
    "author": "N. N.",
    "edition": "first",
    "written": "1936",
    "published": "1936",
    "address": "https://example.org/a",
    "licence": "none needed",
    "length": "5000",
    "sha256": "0" * 64,
}

FIGURE = {
    "hedge": "none",
    "place": "ussr",
    "period_basis": "printed",
    "status": "actual",
    "speaker": "author",
    "locator": "chapter 1",
}


def _figure(span: str, printed: str, **cells: str) -> dict[str, str]:
    start, end = span.split("-")
    return FIGURE | {"start": start, "end": end, "printed": printed} | cells


def tiny_tables() -> dict[str, Rows]:
    """Return the rows of the small dataset by file, cells that are empty left out."""
    alpha = [
        _figure(
            "100-112", "12.5 million", figure="cattle_1929", value="12500000",
            unit="head", indicator="cattle", period="1929",
        ),
        _figure(
            "150-160", "10 million", figure="cattle_1934", value="10000000",
            unit="head", indicator="cattle", period="1934", hedge="about",
            former="cattle_end",
        ),
        _figure(
            "200-211", "20 per cent", figure="cattle_decline_1929_34", value="20",
            unit="percent", indicator="cattle_decline", period="1929/1934",
            base="cattle_1929",
        ),
        _figure(
            "300-310", "20 to 22", figure="iron_1936", low="20", high="22",
            unit="million * tonne", indicator="iron_output", period="1936",
            period_basis="inferred", status="plan", speaker="minister",
            note="From the heading, which\nnames the plan of that year.",
        ),
        _figure(
            "320-338", "tens of millions", figure="savings", low="20000000",
            hedge="vague", unit="ruble", indicator="savings", period_basis="none",
        ),
        _figure(
            "340-344", "some", figure="savings_few", unit="ruble", indicator="savings",
            period_basis="none", note="A word that gives no number.",
        ),
    ]  # fmt: skip
    beta = [
        _figure(
            "10-14", "3 1/2", figure="savings_1928_29", value="3500000000",
            scale="billion", unit="ruble", indicator="savings",
            period="1928-10/1929-09",
        ),
        _figure(
            "40-48", "l5 years", figure="plan_length", value="15", unit="year",
            indicator="plan_length", exact="yes", period_basis="none",
        ),
    ]  # fmt: skip
    return {
        "sources.csv": [
            SOURCE | {"source": "alpha", "file": "alpha.txt"},
            SOURCE | {"source": "beta", "file": "beta.txt"},
        ],
        "indicators.csv": [
            _indicator("cattle", "head", "livestock", "level"),
            _indicator(
                "cattle_decline", "percent", "livestock", "change", sense="down"
            ),
            _indicator("iron_output", "tonne", "industry", "level", stem="iron"),
            _indicator("plan_length", "year", "industry", "count"),
            _indicator("savings", "ruble", "prices", "level"),
        ],
        "places.csv": [
            {"place": "empire", "title": "The Empire"},
            {"place": "ussr", "title": "The Union"},
        ],
        "codes.csv": [
            {"list": name, "code": code, "definition": f"what {code} means"}
            for name, codes in CODES.items()
            for code in codes.split()
        ],
        "claims.csv": [
            {
                "claim": "cattle_fell",
                "title": "Cattle fell by a fifth",
                "expression": "decline(cattle_1929, cattle_1934) "
                "== cattle_decline_1929_34",
                "kind": "arithmetic",
                "asserted": "text",
                "expected": "literal",
            },
        ],
        "corrections.csv": [
            {
                "source": "beta",
                "start": "40",
                "end": "48",
                "printed": "l5 years",
                "meant": "15 years",
                "reason": "the scan has a letter for a digit",
            },
        ],
        "figures/alpha.csv": [{"source": "alpha"} | row for row in alpha],
        "figures/beta.csv": [{"source": "beta"} | row for row in beta],
        "exclusions/alpha.csv": [
            _exclusion("alpha", "90-94", printed="1929", reason="year"),
            _exclusion("alpha", "190-400", reason="region", count="2"),
            _exclusion("alpha", "312-316", printed="1936", reason="year"),
        ],
        "exclusions/beta.csv": [],
        "anchors/alpha.csv": [
            {"source": "alpha", "start": "100", "before_1": "0123456789ab"}
        ],
        "independent/datasets.csv": [
            {"dataset": "survey", "title": "An invented survey", "citation": "N. N."}
        ],
        "independent/observations.csv": [
            _observation("New Land", "1929", "12.25", "national currency/ruble"),
            _observation("USSR", "1929", "13000000", "head"),
        ],
    }


def _indicator(
    name: str, unit: str, topic: str, measure: str, **cells: str
) -> dict[str, str]:
    about = {"title": name, "definition": f"What {name} is."}
    kinds = {"unit": unit, "topic": topic, "measure": measure}
    return {"indicator": name} | about | kinds | cells


def _exclusion(source: str, span: str, **cells: str) -> dict[str, str]:
    start, end = span.split("-")
    return {"source": source, "start": start, "end": end, "basis": "read"} | cells


def _observation(place: str, year: str, value: str, unit: str) -> dict[str, str]:
    key = {"dataset": "survey", "series": "cattle", "place": place, "year": year}
    return key | {"value": value, "unit": unit}


def columns_of(file: str) -> tuple[str, ...]:
    """Return the header of a raw file such as ``figures/alpha.csv``."""
    folder = file.split("/", 1)[0] + "/*.csv"
    return next(x.columns for x in LAYOUTS.values() if x.path in (file, folder))


def write_rows(path: Path, columns: tuple[str, ...], rows: Rows) -> None:
    """Write a raw table; cells that a row lacks are empty."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_tiny(folder: Path) -> Path:
    """Write the small dataset into a folder and return it."""
    raw = folder / "raw"
    for file, rows in tiny_tables().items():
        write_rows(raw / file, columns_of(file), rows)
    (raw / "units.txt").write_text(UNITS, encoding="utf-8")
    return folder


def set_cells(folder: Path, name: str, at: int, **cells: str) -> None:
    """Change cells of one record of a raw table; the first record is number 0."""
    path = folder / "raw" / name
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    rows[at] |= cells
    write_rows(path, columns_of(name), rows)


def set_bytes(folder: Path, file: str, old: bytes, new: bytes) -> None:
    """Replace the first occurrence of some bytes in a raw file."""
    path = folder / "raw" / file
    data = path.read_bytes()
    assert old in data, f"{file} does not hold {old!r}"
    path.write_bytes(data.replace(old, new, 1))
