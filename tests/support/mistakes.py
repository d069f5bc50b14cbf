"""Mistakes in the small dataset: how each is made, and where it must be reported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from support.tiny import columns_of, set_bytes, set_cells, tiny_tables, write_rows

ALPHA = "figures/alpha.csv"
BETA = "figures/beta.csv"


@dataclass(frozen=True)
class Mistake:
    """A mistake, where it must be reported, with which words and by which rule."""

    name: str
    edit: Callable[[Path], object]
    place: str
    says: str
    rule: str = ""


def cells(name: str, at: int, **changed: str) -> Callable[[Path], None]:
    """Return the edit that changes cells of one record."""
    return lambda folder: set_cells(folder, name, at, **changed)


def swap_bytes(file: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    """Return the edit that replaces some bytes once."""
    return lambda folder: set_bytes(folder, file, old, new)


def whole_file(file: str, change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """Return the edit that changes all bytes of a file."""

    def edit(folder: Path) -> None:
        path = folder / "raw" / file
        path.write_bytes(change(path.read_bytes()))

    return edit


def remove(file: str) -> Callable[[Path], None]:
    """Return the edit that deletes a file."""
    return lambda folder: (folder / "raw" / file).unlink()


def add_row(file: str, **row: str) -> Callable[[Path], None]:
    """Return the edit that adds a record at the end."""

    def edit(folder: Path) -> None:
        rows = [*tiny_tables()[file], row]
        write_rows(folder / "raw" / file, columns_of(file), rows)

    return edit


BYTES = [
    Mistake(
        "a byte-order mark",
        whole_file("places.csv", lambda data: b"\xef\xbb\xbf" + data),
        "places.csv:1:bytes",
        "begins with a byte-order mark; save it as UTF-8 without",
    ),
    Mistake(
        "CRLF",
        whole_file("places.csv", lambda data: data.replace(b"\n", b"\r\n")),
        "places.csv:1:bytes",
        "the line ends with CR LF (and 2 more); expected LF alone",
    ),
    Mistake(
        "a CR within a quoted cell",
        swap_bytes(ALPHA, b"which\nnames", b"which\rnames"),
        f"{ALPHA}:5:bytes",
        "the line ends with CR; expected LF alone",
    ),
    Mistake(
        "a byte that is not UTF-8",
        swap_bytes(ALPHA, b"that gives", b"th\xe9t gives"),
        f"{ALPHA}:8:bytes",
        "byte 102 of the line, 0xe9, is not UTF-8",
    ),
    Mistake(
        "UTF-16",
        whole_file("places.csv", lambda data: data.decode().encode("utf-16")),
        "places.csv:1:bytes",
        "the file is in UTF-16",
    ),
    Mistake(
        "a NUL byte",
        swap_bytes(BETA, b"ruble", b"rub\0le"),
        f"{BETA}:2:bytes",
        "there is a NUL byte; remove it",
    ),
    Mistake(
        "an empty file",
        whole_file("places.csv", lambda data: b""),
        "places.csv:1:bytes",
        "the file is empty; expected at least a header line",
    ),
    Mistake(
        "a file of blank lines",
        whole_file("claims.csv", lambda data: b"\n\n"),
        "claims.csv:1:bytes",
        "the file is empty",
    ),
    Mistake(
        "no line end at the end",
        whole_file("places.csv", lambda data: data.rstrip(b"\n")),
        "places.csv:3:bytes",
        "the last line has no end",
    ),
    Mistake(
        "a byte-order mark on the units",
        whole_file("units.txt", lambda data: b"\xef\xbb\xbf" + data),
        "units.txt:1:bytes",
        "byte-order mark",
    ),
]

SHAPE = [
    Mistake(
        "a missing column",
        swap_bytes(ALPHA, b",unit,", b","),
        f"{ALPHA}:1:unit",
        "the column 'unit' is missing; add it behind 'exact'",
    ),
    Mistake(
        "an unexpected column",
        swap_bytes("places.csv", b"note", b"notes"),
        "places.csv:1:notes",
        "the column 'notes' is not expected in 'places'; did you mean 'note'?",
    ),
    Mistake(
        "columns in another order",
        swap_bytes("places.csv", b"title,note", b"note,title"),
        "places.csv:1:note",
        "the columns are in another order; write place,title,note",
    ),
    Mistake(
        "a column that is there twice",
        swap_bytes("places.csv", b"title,note", b"title,title"),
        "places.csv:1:title",
        "the column 'title' is there twice",
    ),
    Mistake(
        "no header",
        swap_bytes("places.csv", b"place,title,note\n", b""),
        "places.csv:1:header",
        "none of the expected columns is there; write place,title,note",
    ),
    Mistake(
        "a row too long, behind a cell of two lines",
        swap_bytes(ALPHA, b"chapter 1,,A word", b"chapter 1,,,A word"),
        f"{ALPHA}:8:row",
        "the row is too long: 23 cells of 22",
    ),
    Mistake(
        "a row too short",
        swap_bytes(ALPHA, b"cattle_1934,alpha", b"cattle_1934"),
        f"{ALPHA}:3:row",
        "the row is too short: 21 cells of 22",
    ),
    Mistake(
        "an empty line",
        swap_bytes("places.csv", b"\nussr", b"\n\nussr"),
        "places.csv:3:row",
        "the line is empty; remove it",
    ),
    Mistake(
        "a quote that is never closed",
        swap_bytes("places.csv", b"The Union", b'"The Union'),
        "places.csv:3:quote",
        "the record that begins here is no CSV",
    ),
    Mistake(
        "a key that is there twice",
        cells("places.csv", 1, place="empire"),
        "places.csv:3:place",
        "'empire' is there already, on line 2",
    ),
    Mistake(
        "rows out of order",
        cells(ALPHA, 2, start="120", end="131"),
        f"{ALPHA}:4:start",
        "the row sorts before line 3; expected rows sorted by start",
    ),
    Mistake(
        "a required table that is missing",
        remove("corrections.csv"),
        "corrections.csv:1:file",
        "the file is missing; write it, at least its header source,start,end",
    ),
    Mistake(
        "no units",
        remove("units.txt"),
        "units.txt:1:file",
        "the file is missing; write the units",
    ),
    Mistake(
        "units that pint cannot read",
        swap_bytes("units.txt", b"1000 * kilogram", b"1000 * kilogran"),
        "units.txt:1:units",
        "cannot read the units",
    ),
    Mistake(
        "a table with a wrong name",
        lambda folder: (folder / "raw/claim.csv").write_text("claim\n"),
        "claim.csv:1:file",
        "no table of a dataset has this file; did you mean 'claims.csv'?",
    ),
]

CELLS = [
    Mistake(
        "a name that is no identifier",
        cells(ALPHA, 0, figure="Cattle 1929"),
        f"{ALPHA}:2:figure",
        "'Cattle 1929' is no name; expected a lower-case ASCII letter",
    ),
    Mistake(
        "a name of 61 characters",
        cells(ALPHA, 0, figure="cattle_" + 54 * "x"),
        f"{ALPHA}:2:figure",
        "has 61 characters; shorten it to 60",
    ),
    Mistake(
        "a malformed period",
        cells(ALPHA, 0, period="1929-1930"),
        f"{ALPHA}:2:period",
        "'1929-1930' is no period: expected EDTF such as 1935, 1913-12",
    ),
    Mistake(
        "a reversed period",
        cells(ALPHA, 2, period="1934/1929"),
        f"{ALPHA}:4:period",
        "'1934/1929' is no period: it is reversed",
    ),
    Mistake(
        "an open period",
        cells(ALPHA, 2, period="1929/"),
        f"{ALPHA}:4:period",
        "it is an open interval; write both ends",
    ),
    Mistake(
        "a number with an exponent",
        cells(ALPHA, 0, value="1e9999999"),
        f"{ALPHA}:2:value",
        "'1e9999999' is no number: expected a plain number such as 34600000",
    ),
    Mistake(
        "doubled white space in a printed numeral",
        cells(ALPHA, 0, printed="12.5  million"),
        f"{ALPHA}:2:printed",
        "has doubled or other white space; write single spaces",
    ),
    Mistake(
        "an exact that is neither yes nor empty",
        cells(BETA, 1, exact="Yes"),
        f"{BETA}:3:exact",
        "'Yes' is not allowed; did you mean 'yes'?; use nothing, yes",
    ),
    Mistake(
        "a start that is no number",
        cells(ALPHA, 0, start="-1"),
        f"{ALPHA}:2:start",
        "'-1' is no whole number",
    ),
    Mistake(
        "a hash in capitals",
        cells("sources.csv", 0, sha256="A" * 64),
        "sources.csv:2:sha256",
        "expected a SHA-256 of 64 lower-case hexadecimal digits",
    ),
    Mistake(
        "a file name with a folder",
        cells("sources.csv", 0, file="../alpha.txt"),
        "sources.csv:2:file",
        "expected a plain file name",
    ),
    Mistake(
        "a claim without expression",
        cells("claims.csv", 0, expression=""),
        "claims.csv:2:expression",
        "the cell is empty; fill it in",
    ),
    Mistake(
        "an expected verdict that is none",
        cells("claims.csv", 0, expected="hegded"),
        "claims.csv:2:expected",
        "'hegded' is not allowed; did you mean 'hedged'?",
    ),
]

TON = "'ton' is ambiguous (short, long or metric); write 'tonne'"
KEYS = [
    Mistake(
        "a source without a figures file",
        remove(BETA),
        "sources.csv:3:source",
        "raw/figures/beta.csv is missing; write it, with the header alone",
        "sources.source has a file of figures",
    ),
    Mistake(
        "a source without an exclusions file",
        remove("exclusions/beta.csv"),
        "sources.csv:3:source",
        "raw/exclusions/beta.csv is missing",
        "sources.source has a file of exclusions",
    ),
    Mistake(
        "an unknown topic",
        cells("indicators.csv", 0, topic="livestok"),
        "indicators.csv:2:topic",
        "there is no topic 'livestok'; did you mean 'livestock'?",
        "indicators.topic is in the code list topic",
    ),
    Mistake(
        "an unknown measure",
        cells("indicators.csv", 0, measure="levels"),
        "indicators.csv:2:measure",
        "there is no measure 'levels'; did you mean 'level'?",
        "indicators.measure is in the code list measure",
    ),
    Mistake(
        "an unknown sense",
        cells("indicators.csv", 1, sense="downwards"),
        "indicators.csv:3:sense",
        "there is no sense 'downwards'",
        "indicators.sense is in the code list sense",
    ),
    Mistake(
        "a canonical unit that is unknown",
        cells("indicators.csv", 0, unit="heads"),
        "indicators.csv:2:unit",
        "'heads'; did you mean 'head'?",
        "indicators.unit is a unit",
    ),
    Mistake(
        "a code list that nothing uses",
        cells("codes.csv", 5, list="claim_kinds"),
        "codes.csv:7:list",
        "no column uses a code list 'claim_kinds'; did you mean 'claim_kind'?",
        "codes.list is a list in use",
    ),
    Mistake(
        "a topic with a table's name",
        add_row("codes.csv", list="topic", code="verdicts", definition="no"),
        "codes.csv:39:code",
        "'verdicts' is a table's name",
        "codes.code of a topic is no table's name",
    ),
    Mistake(
        "an unknown kind of claim",
        cells("claims.csv", 0, kind="arithmetics"),
        "claims.csv:2:kind",
        "there is no kind 'arithmetics'; did you mean 'arithmetic'?",
        "claims.kind is in the code list claim_kind",
    ),
    Mistake(
        "an unknown way of asserting",
        cells("claims.csv", 0, asserted="txt"),
        "claims.csv:2:asserted",
        "there is no asserted 'txt'; did you mean 'text'?",
        "claims.asserted is in the code list asserted",
    ),
    Mistake(
        "a correction in an unknown source",
        cells("corrections.csv", 0, source="betas"),
        "corrections.csv:2:source",
        "there is no source 'betas'; did you mean 'beta'?",
        "corrections.source is in sources",
    ),
    Mistake(
        "a figure in an unknown source",
        cells(ALPHA, 0, source="alpa"),
        f"{ALPHA}:2:source",
        "there is no source 'alpa'; did you mean 'alpha'?",
        "figures.source is in sources",
    ),
    Mistake(
        "a figure in another source's file",
        cells(ALPHA, 0, source="beta"),
        f"{ALPHA}:2:source",
        "the source 'beta' is not that of the file; write 'alpha' or move the row",
        "figures.source is the source of its file",
    ),
    Mistake(
        "an unknown indicator",
        cells(ALPHA, 0, indicator="catle"),
        f"{ALPHA}:2:indicator",
        "there is no indicator 'catle'; did you mean 'cattle'?",
        "figures.indicator is in indicators",
    ),
    Mistake(
        "an unknown place",
        cells(ALPHA, 0, place="usr"),
        f"{ALPHA}:2:place",
        "there is no place 'usr'; did you mean 'ussr'?",
        "figures.place is in places",
    ),
    Mistake(
        "an unknown hedge",
        cells(ALPHA, 0, hedge="abot"),
        f"{ALPHA}:2:hedge",
        "there is no hedge 'abot'; did you mean 'about'?",
        "figures.hedge is in the code list hedge",
    ),
    Mistake(
        "an unknown status",
        cells(ALPHA, 0, status="actuall"),
        f"{ALPHA}:2:status",
        "there is no status 'actuall'; did you mean 'actual'?",
        "figures.status is in the code list status",
    ),
    Mistake(
        "an unknown speaker",
        cells(ALPHA, 0, speaker="ministers"),
        f"{ALPHA}:2:speaker",
        "there is no speaker 'ministers'; did you mean 'minister'?",
        "figures.speaker is in the code list speaker",
    ),
    Mistake(
        "an unknown basis of a period",
        cells(ALPHA, 0, period_basis="print"),
        f"{ALPHA}:2:period_basis",
        "there is no period basis 'print'; did you mean 'printed'?",
        "figures.period_basis is in the code list period_basis",
    ),
    Mistake(
        "a base that is nothing",
        cells(ALPHA, 2, base="cattle_1930"),
        f"{ALPHA}:4:base",
        "neither a period nor a place nor a figure; did you mean 'cattle_19",
        "figures.base is a period, a place or a figure",
    ),
    Mistake(
        "an unknown unit",
        cells(ALPHA, 3, unit="million * tone"),
        f"{ALPHA}:5:unit",
        "there is no unit 'tone'; did you mean 'tonne'?",
        "figures.unit is a unit",
    ),
    Mistake("ton", cells(ALPHA, 3, unit="ton"), f"{ALPHA}:5:unit", TON),
    Mistake("ton in a unit", cells(ALPHA, 3, unit="ruble/ton"), f"{ALPHA}:5:unit", TON),
    Mistake(
        "a unit of the wrong dimension",
        cells(ALPHA, 3, unit="ruble"),
        f"{ALPHA}:5:unit",
        "'ruble' is of dimension ruble, but the indicator 'iron_output' is measured "
        "in 'tonne' (mass)",
        "figures.unit has the dimension of its indicator",
    ),
    Mistake(
        "an exclusion in an unknown source",
        cells("exclusions/alpha.csv", 0, source="alpa"),
        "exclusions/alpha.csv:2:source",
        "there is no source 'alpa'; did you mean 'alpha'?",
        "exclusions.source is in sources",
    ),
    Mistake(
        "an exclusion in another source's file",
        cells("exclusions/alpha.csv", 0, source="beta"),
        "exclusions/alpha.csv:2:source",
        "the source 'beta' is not that of the file",
        "exclusions.source is the source of its file",
    ),
    Mistake(
        "an unknown reason",
        cells("exclusions/alpha.csv", 0, reason="years"),
        "exclusions/alpha.csv:2:reason",
        "there is no reason 'years'; did you mean 'year'?",
        "exclusions.reason is in the code list reason",
    ),
    Mistake(
        "an unknown basis",
        cells("exclusions/alpha.csv", 0, basis="red"),
        "exclusions/alpha.csv:2:basis",
        "there is no basis 'red'; did you mean 'read'?",
        "exclusions.basis is in the code list basis",
    ),
    Mistake(
        "an anchor in an unknown source",
        cells("anchors/alpha.csv", 0, source="alpa"),
        "anchors/alpha.csv:2:source",
        "there is no source 'alpa'; did you mean 'alpha'?",
        "anchors.source is in sources",
    ),
    Mistake(
        "an anchor in another source's file",
        cells("anchors/alpha.csv", 0, source="beta"),
        "anchors/alpha.csv:2:source",
        "the source 'beta' is not that of the file",
        "anchors.source is the source of its file",
    ),
    Mistake(
        "an observation of an unknown dataset",
        cells("independent/observations.csv", 0, dataset="surveys"),
        "independent/observations.csv:2:dataset",
        "there is no dataset 'surveys'; did you mean 'survey'?",
        "observations.dataset is in datasets",
    ),
    Mistake(
        "an observation in an unknown unit",
        cells("independent/observations.csv", 1, unit="heads"),
        "independent/observations.csv:3:unit",
        "there is no unit 'heads'; did you mean 'head'?",
        "observations.unit is a unit",
    ),
    Mistake(
        "two observations of one name",
        cells("independent/observations.csv", 1, place="new-land"),
        "independent/observations.csv:3:series",
        "the name 'survey_cattle_new_land_1929' is that of",
        "observations.series gives a unique name",
    ),
]

NAMES = [
    Mistake(
        "a name that is a unit's",
        cells(ALPHA, 0, figure="head"),
        f"{ALPHA}:2:figure",
        "'head' is a unit, so no expression could name the figure; rename it",
        "figures.figure is not reserved",
    ),
    Mistake(
        "a name that is a scale word",
        cells(ALPHA, 0, figure="trillion"),
        f"{ALPHA}:2:figure",
        "'trillion' is a scale word",
    ),
    Mistake(
        "a name that is a function's",
        cells(ALPHA, 0, figure="decline"),
        f"{ALPHA}:2:figure",
        "'decline' is a function",
    ),
    Mistake(
        "a name that is the rank's",
        cells(ALPHA, 0, figure="rank"),
        f"{ALPHA}:2:figure",
        "'rank' is a function, so no expression could name the figure; rename it",
    ),
    Mistake(
        "a name that is a keyword",
        cells(ALPHA, 0, figure="lambda"),
        f"{ALPHA}:2:figure",
        "'lambda' is a keyword of Python",
    ),
    Mistake(
        "a former name that is a unit's",
        cells(ALPHA, 0, former="old_cattle pood"),
        f"{ALPHA}:2:former",
        "'pood' is a unit",
        "figures.former is not reserved",
    ),
    Mistake(
        "a duplicate figure name in one file",
        cells(ALPHA, 1, figure="cattle_1929"),
        f"{ALPHA}:3:figure",
        "the name 'cattle_1929' is taken by raw/figures/alpha.csv:2",
        "figures.figure is unique",
    ),
    Mistake(
        "a duplicate figure name in two files",
        cells(BETA, 0, figure="savings"),
        f"{BETA}:2:figure",
        "the name 'savings' is taken by raw/figures/alpha.csv:7",
    ),
    Mistake(
        "a name that another figure had",
        cells(BETA, 0, figure="cattle_end"),
        f"{BETA}:2:figure",
        "the name 'cattle_end' is taken by raw/figures/alpha.csv:3",
    ),
    Mistake(
        "a former name that another figure has",
        cells(BETA, 0, former="iron_1936"),
        f"{BETA}:2:former",
        "the name 'iron_1936' is taken by raw/figures/alpha.csv:5",
        "figures.former is unique",
    ),
    Mistake(
        "a former name that is the present one",
        cells(BETA, 0, former="savings_1928_29"),
        f"{BETA}:2:former",
        "repeats a name of this figure",
    ),
    Mistake(
        "a name that is an observation's",
        cells(ALPHA, 0, figure="survey_cattle_ussr_1929"),
        f"{ALPHA}:2:figure",
        "is the name of the observation raw/independent/observations.csv:3",
        "figures.figure is no observation's name",
    ),
    Mistake(
        "a name that does not begin with its indicator",
        cells(ALPHA, 0, figure="cattles_1929"),
        f"{ALPHA}:2:figure",
        "'cattles_1929' does not begin with 'cattle'",
        "figures.figure begins with its indicator",
    ),
    Mistake(
        "a name that does not begin with the stem of its indicator",
        cells(ALPHA, 3, figure="output_1936"),
        f"{ALPHA}:5:figure",
        "'output_1936' does not begin with 'iron', as names of the indicator",
    ),
]

NUMBERS = [
    Mistake(
        "a scale that is no scale word",
        cells(BETA, 0, scale="bilion"),
        f"{BETA}:2:scale",
        "'bilion' is no scale word; did you mean 'billion'?",
        "figures.scale is a scale word",
    ),
    Mistake(
        "a value and a range",
        cells(ALPHA, 3, value="21"),
        f"{ALPHA}:5:value",
        "there are a value and a range; keep the value, or low and high",
        "figures.value or low and high",
    ),
    Mistake(
        "a high end alone",
        cells(ALPHA, 3, low=""),
        f"{ALPHA}:5:value",
        "there is a high end without a low one",
    ),
    Mistake(
        "no number and no note",
        cells(ALPHA, 5, note=""),
        f"{ALPHA}:8:value",
        "there is no number; fill in value, or low and high, or say in the note",
    ),
    Mistake(
        "a floor without the hedge",
        cells(ALPHA, 4, hedge="none"),
        f"{ALPHA}:7:low",
        "low stands alone, which only a vague number may",
        "figures.low alone is a vague floor",
    ),
    Mistake(
        "a vague value",
        cells(ALPHA, 4, low="", value="20000000"),
        f"{ALPHA}:7:low",
        "a vague number has its floor, two of its scale word, in low alone",
    ),
    Mistake(
        "a wrong floor",
        cells(ALPHA, 4, low="10000000"),
        f"{ALPHA}:7:printed",
        "'tens of millions' is at least 20000000, but the row says at least 10000000",
    ),
    Mistake(
        "low above high",
        cells(ALPHA, 3, low="22", high="20"),
        f"{ALPHA}:5:low",
        "low 22 is not below high 20; expected low < high",
        "figures.low is below high",
    ),
    Mistake(
        "low equal to high",
        cells(ALPHA, 3, low="22"),
        f"{ALPHA}:5:low",
        "low 22 is not below high 22",
    ),
    Mistake(
        "a printed numeral that is not the value",
        cells(ALPHA, 0, value="1250000"),
        f"{ALPHA}:2:printed",
        "'12.5 million' is 12500000, but the row says 1250000; correct the number",
        "figures.printed times scale is the value",
    ),
    Mistake(
        "a value in which the scale was forgotten",
        cells(BETA, 0, value="7/2"),
        f"{BETA}:2:printed",
        "'3 1/2' times billion is 3500000000, but the row says 7/2",
    ),
    Mistake(
        "a range that is not the printed one",
        cells(ALPHA, 3, high="23"),
        f"{ALPHA}:5:printed",
        "but the row says 20 to 23; correct the number",
    ),
    Mistake(
        "a printed string that is no numeral",
        cells(ALPHA, 0, printed="a good many"),
        f"{ALPHA}:2:printed",
        "neither a digit nor a number word",
    ),
    Mistake(
        "a correction that means another number",
        cells("corrections.csv", 0, meant="16 years"),
        f"{BETA}:3:printed",
        "'16 years' is 16, but the row says 15",
    ),
]

PLACES = [
    Mistake(
        "a figure that ends where it starts",
        cells(ALPHA, 0, end="100"),
        f"{ALPHA}:2:end",
        "the end 100 is not behind the start 100; expected start < end",
        "figures.end is behind its start",
    ),
    Mistake(
        "a figure behind the end of the text",
        cells(BETA, 1, start="4999", end="5001"),
        f"{BETA}:3:end",
        "the end 5001 is behind the end of the text, which has 5000 characters",
        "figures.end is within the text",
    ),
    Mistake(
        "a figure that overlaps a figure",
        cells(ALPHA, 1, start="111", end="121"),
        f"{ALPHA}:3:start",
        "the span 111-121 overlaps 100-112 of raw/figures/alpha.csv:2",
        "figures.start overlaps no other span",
    ),
    Mistake(
        "a figure within a longer one further above",
        cells(ALPHA, 0, end="290"),
        f"{ALPHA}:4:start",
        "overlaps 100-290 of raw/figures/alpha.csv:2",
    ),
    Mistake(
        "an exclusion that overlaps a figure",
        cells("exclusions/alpha.csv", 2, start="308", end="312"),
        "exclusions/alpha.csv:4:start",
        "the span 308-312 overlaps 300-310 of raw/figures/alpha.csv:5",
        "exclusions.start overlaps no other span",
    ),
    Mistake(
        "an exclusion that ends before it starts",
        cells("exclusions/alpha.csv", 0, end="89"),
        "exclusions/alpha.csv:2:end",
        "the end 89 is not behind the start 90",
        "exclusions.end is behind its start",
    ),
    Mistake(
        "an exclusion behind the end of the text",
        cells("exclusions/alpha.csv", 2, end="6000"),
        "exclusions/alpha.csv:4:end",
        "the end 6000 is behind the end of the text",
        "exclusions.end is within the text",
    ),
    Mistake(
        "a region without count",
        cells("exclusions/alpha.csv", 1, count=""),
        "exclusions/alpha.csv:3:count",
        "a region (nothing in 'printed') needs a count",
        "exclusions.count is that of a region",
    ),
    Mistake(
        "a count without a region",
        cells("exclusions/alpha.csv", 0, count="1"),
        "exclusions/alpha.csv:2:count",
        "'1929' is no region; leave its count empty",
    ),
    Mistake(
        "a correction that ends before it starts",
        cells("corrections.csv", 0, end="39"),
        "corrections.csv:2:end",
        "the end 39 is not behind the start 40",
        "corrections.end is behind its start",
    ),
    Mistake(
        "a correction behind the end of the text",
        cells("corrections.csv", 0, end="5010"),
        "corrections.csv:2:end",
        "the end 5010 is behind the end of the text",
        "corrections.end is within the text",
    ),
    Mistake(
        "a correction of half a figure",
        cells("corrections.csv", 0, end="42"),
        "corrections.csv:2:start",
        "the span 40-42 covers 40-48 of raw/figures/beta.csv:3 in part",
        "corrections.start covers a figure whole or not at all",
    ),
    Mistake(
        "a period whose basis is none",
        cells(ALPHA, 0, period_basis="none"),
        f"{ALPHA}:2:period_basis",
        "the basis of '1929' is none; write printed or inferred",
        "figures.period_basis is none without a period",
    ),
    Mistake(
        "a basis of no period",
        cells(ALPHA, 0, period=""),
        f"{ALPHA}:2:period_basis",
        "'printed' is the basis of no period; write none, or a period",
    ),
    Mistake(
        "an inferred period without note",
        cells(ALPHA, 0, period_basis="inferred"),
        f"{ALPHA}:2:note",
        "the period is inferred; say in the note from what",
        "figures.note says from what",
    ),
]

MISTAKES = [*BYTES, *SHAPE, *CELLS, *KEYS, *NAMES, *NUMBERS, *PLACES]
