"""The report as files: rows, links, hostile text, size, what it replaces."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from support.reports import (
    FORMULA,
    HOSTILE,
    copy_texts,
    hostile_dataset,
    hostile_report,
    whole_report,
    without_texts,
)
from support.texts import texts_folder

from sovstats.dataset.building import build
from sovstats.dataset.dataset import Dataset, default_dataset
from sovstats.errors import DatasetError
from sovstats.report.library import LibraryError
from sovstats.report.write import write_report
from sovstats.storage.files import read_table

MOST_BYTES = 10_000_000
VOID = {"meta", "link", "input", "img", "wbr", "br", "hr"}
# Elements whose end a browser supplies do not occur on our pages.
ADDRESS = re.compile(r"(?:https?:)?//", re.IGNORECASE)


class Page(HTMLParser):
    """A page taken apart: its elements, links, ids, headings and shown text."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.text = ""
        self.headings: list[int] = []
        self.feed(path.read_text(encoding="utf-8"))
        self.close()
        assert self.open == [], f"{path.name} leaves {self.open} open"

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, {k: v or "" for k, v in attributes}))
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, {k: v or "" for k, v in attributes}))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"{self.path.name} closes {tag} out of order"

    def handle_data(self, data):
        if not self.open or self.open[-1] not in {"script", "style"}:
            self.text += data

    def ids(self) -> list[str]:
        return [a["id"] for _, a in self.elements if "id" in a]

    def references(self) -> list[str]:
        names = ("href", "src", "srcset", "action", "poster", "data")
        return [a[n] for _, a in self.elements for n in names if n in a]


@pytest.fixture(scope="module")
def folder() -> Path:
    """Return the report of the package's own dataset."""
    return whole_report().folder


@pytest.fixture(scope="module")
def pages(folder) -> dict[str, Page]:
    """Return every page of it by its place."""
    return {p.relative_to(folder).as_posix(): Page(p) for p in folder.rglob("*.html")}


def rows_of(table: str) -> list[dict[str, str]]:
    return read_table(default_dataset().store.processed / f"{table}.csv")


# -- what is there ------------------------------------------------------------------


def test_every_figure_and_claim_has_a_row_and_a_page(folder, pages):
    for table, key in (("figures", "figure"), ("claims", "claim")):
        names = {row[key] for row in rows_of(table)}
        shown = [
            attributes["id"]
            for tag, attributes in pages[f"{table}.html"].elements
            if tag == "tr" and "id" in attributes
        ]
        assert len(shown) == len(names)
        assert set(shown) == names
        files = {path.stem for path in (folder / table).glob("*.html")}
        assert names <= files


def test_every_source_code_list_and_indicator_is_on_a_page(pages):
    for row in rows_of("sources"):
        assert row["sha256"] in pages["sources.html"].text
    for row in rows_of("codes"):
        assert row["definition"] in pages["codebook.html"].text
    for row in rows_of("indicators"):
        assert row["indicator"] in pages["codebook.html"].text


def test_every_column_of_every_table_is_explained(folder):
    described = {
        (row["table"], row["column"])
        for row in read_table(
            Path(__file__).parents[2] / "sovstats/storage/columns.csv"
        )
    }
    for path in default_dataset().store.processed.glob("*.csv"):
        with path.open(encoding="utf-8") as stream:
            header = stream.readline().strip().split(",")
        wanted = {(path.stem, column) for column in ["", *header]}
        assert wanted <= described, path.name


def test_the_figure_of_horses_says_what_and_where(pages):
    text = pages["figures/horses_1929.html"].text
    for words in ("34.6 million", "chapter 2, section 2, paragraph 28", "head"):
        assert words in text
    # 34.6 million, half a unit of the last digit written: 0.05 million either way.
    assert "34.55 million to 34.65 million head" in text


def test_the_claim_of_cattle_shows_its_arithmetic_in_full(pages):
    text = " ".join(pages["claims/cattle_fall.html"].text.split())
    for words in (
        "1 − cattle_1934 ÷ cattle_1929= 1 − 19.5 million ÷ 30.7 million",
        # 1 - 19.5 / 30.7 = 0.36482...
        "= 36.48 percent",
        "36.5 percent is recomputed, 40 is stated",
        "40 per cent taken as rounded",
        # 40 of which the zero is not meant, but no more than a tenth: 36 to 44.
        "36 to 44",
        # 19.5 would have to be 0.6 x 30.7 = 18.42, rounded to its last digit.
        "18.4 million",
    ):
        assert words in text


def test_the_intervals_of_a_claim_are_drawn_to_scale(folder):
    text = (folder / "claims/cattle_fall.html").read_text(encoding="utf-8")
    drawing = text[text.index("<svg") : text.index("</svg>")]
    dots = re.findall(r'<circle class="(\w+)" cx="([\d.]+)%"', drawing)
    bars = re.findall(r'<rect class="(\w+)" x="([\d.]+)%" y="[\d.]+" width="([\d.]+)%',
                      drawing)  # fmt: skip
    assert [name for name, _ in dots] == ["computed", "stated"]
    assert len(bars) == 8
    # The line runs from 36 - 8 % of 8 to 44 + 8 % of 8 over 92 per cent of the width.
    low, high = 36 - 0.64, 44 + 0.64

    def place(number: float) -> float:
        return 4 + 92 * (number - low) / (high - low)

    assert float(dots[0][1]) == pytest.approx(place(36.482), abs=0.1)
    assert float(dots[1][1]) == pytest.approx(place(40), abs=0.1)
    name, left, width = bars[-1]
    assert name == "stated"
    assert float(left) == pytest.approx(place(36), abs=0.1)
    assert float(left) + float(width) == pytest.approx(place(44), abs=0.2)


def test_a_chain_is_written_out_and_drawn_operand_by_operand(pages):
    text = pages["claims/notes_retreat.html"].text
    assert text.count("claimed to be more than") == 3
    for number in ("8.4 billion", "6.9 billion", "7.7 billion", "7.9 billion"):
        assert number in text


def test_findings_come_in_words_that_respect_who_asserts_them(pages):
    text = pages["index.html"].text
    said = text.index("Contradicted by the texts’ own numbers")
    ours = text.index("Do not hold as we read them")
    assert said < ours < text.index("Verdicts")
    asserted = {row["claim"]: row["asserted"] for row in rows_of("claims")}
    for row in rows_of("verdicts"):
        if row["reading"] != "contradicted":
            continue
        own = asserted[row["claim"]] == "reading"
        words = "does not hold as we read it" if own else "contradicted"
        page = pages[f"claims/{row['claim']}.html"].text
        # The title stands in the head as well; the verdict follows the heading.
        badge = page[page.rindex(row["title"]) + len(row["title"]) :]
        assert badge.split("\n")[1].startswith(words)
        place = text.index(row["title"])
        assert (place > ours) == own


def test_every_chart_has_a_title_and_words(folder, pages):
    page = pages["index.html"]
    images = [a for tag, a in page.elements if tag == "img"]
    charts = sorted(path.name for path in (folder / "charts").glob("*.svg"))
    assert sorted(a["src"] for a in images) == [f"charts/{name}" for name in charts]
    assert len(charts) == 16
    assert all(a["alt"].startswith("Chart: ") for a in images)
    assert "30.7 million head in 1929" in page.text


def test_the_method_is_the_note_of_the_project(pages):
    page = pages["method.html"]
    assert page.headings[0] == 1
    assert "significant" in page.text


# -- links, structure, escaping -----------------------------------------------------


def test_every_link_leads_to_a_page_and_a_place_that_are_there(folder, pages):
    for place, page in pages.items():
        for reference in page.references():
            assert not ADDRESS.match(reference), f"{place} asks for {reference}"
            if reference.startswith("data:,"):
                continue
            path, _, fragment = reference.partition("#")
            path = path.partition("?")[0]
            target = (folder / place).parent / path if path else folder / place
            assert target.is_file(), f"{place} links to {reference}"
            if fragment:
                name = target.resolve().relative_to(folder.resolve()).as_posix()
                assert fragment in pages[name].ids(), f"{place}: {reference}"


def test_nothing_is_asked_of_an_outside_address(folder):
    named = re.compile(
        r"""(?:url\(|import\s|@import|src=|href=)["'(]?\s*(?:https?:)?//"""
    )
    for path in folder.rglob("*"):
        if path.suffix in {".html", ".css", ".svg"}:
            assert not named.search(path.read_text(encoding="utf-8")), path.name
    assert "unpkg" not in (folder / "tables.js").read_text(encoding="utf-8")


def test_pages_have_landmarks_and_headings_in_order(pages):
    for place, page in pages.items():
        tags = [tag for tag, _ in page.elements]
        for landmark in ("header", "nav", "main", "footer"):
            assert landmark in tags, place
        assert tags.count("main") == 1
        assert page.headings.count(1) == 1, place
        assert page.headings[0] == 1, place
        steps = zip(page.headings, page.headings[1:], strict=False)
        assert all(after - before <= 1 for before, after in steps), place
        assert len(page.ids()) == len(set(page.ids())), place


def test_tables_have_captions_and_headers_with_a_scope(pages):
    for place, page in pages.items():
        if place == "method.html":
            continue
        tags = [tag for tag, _ in page.elements]
        assert tags.count("table") == tags.count("caption"), place
        assert all("scope" in a for tag, a in page.elements if tag == "th"), place


def test_hostile_text_is_shown_as_text():
    report = hostile_report()
    page = Page(report.folder / "figures/cattle_1929.html")
    assert HOSTILE in page.text
    for path in report.folder.rglob("*.html"):
        elements = Page(path).elements
        scripts = [a for tag, a in elements if tag == "script"]
        assert all("src" in a or a["type"] == "application/json" for a in scripts)
        assert not any(name.startswith("on") for _, a in elements for name in a)
        assert not any(tag == "img" and a["src"] == "x" for tag, a in elements)


def test_a_mark_of_direction_is_made_visible():
    page = hostile_report().folder / "figures/cattle_decline_1929_34.html"
    text = page.read_text(encoding="utf-8")
    assert "left [U+202E]to right" in text
    assert "\u202e" not in text


def test_a_formula_is_shown_on_the_page_and_defused_in_downloads():
    folder = hostile_report().folder
    assert FORMULA in Page(folder / "figures/cattle_1934.html").text
    with (folder / "downloads/figures.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["figure"]: row for row in csv.DictReader(file)}
    assert rows["cattle_1934"]["note"] == "'=1+1"
    text = (folder / "figures.html").read_text(encoding="utf-8")
    data = json.loads(re.search(r'id="csv-rows">(.*?)</script>', text)[1])
    lines = "\n".join([data["header"], data["rows"]["cattle_1934"]])
    assert next(csv.DictReader(io.StringIO(lines)))["note"] == "'=1+1"


# -- the folder ---------------------------------------------------------------------


def test_the_report_is_below_ten_megabytes(folder):
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    assert size < MOST_BYTES


def test_the_command_writes_the_same_bytes_and_ends_with_the_address(folder, tmp_path):
    out = tmp_path / "a b" / "report"
    environment = {k: v for k, v in os.environ.items() if k != "SOVSTATS_TEXTS"}
    done = subprocess.run(
        [sys.executable, "-m", "sovstats", "report", "--out", str(out)],
        capture_output=True,
        text=True,
        check=True,
        env=environment | {"PYTHONHASHSEED": "7"},
    )
    assert done.stdout.splitlines()[-1].strip() == (out / "index.html").as_uri()
    assert "%20" in done.stdout.splitlines()[-1]
    assert "drawing the charts" in done.stderr
    assert "writing the pages of" in done.stderr
    files = [p.relative_to(folder) for p in folder.rglob("*") if p.is_file()]
    assert {p.relative_to(out) for p in out.rglob("*") if p.is_file()} == set(files)
    different = [
        f for f in files if (out / f).read_bytes() != (folder / f).read_bytes()
    ]
    assert different == []


def test_a_report_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path):
    dataset = without_texts(hostile_dataset(tmp_path / "data"))
    out = tmp_path / "report"
    write_report(dataset, out)
    (out / "figures" / "cattle_1929.html").write_text("old", encoding="utf-8")
    write_report(dataset, out)
    assert "12.5 million" in Page(out / "figures/cattle_1929.html").text
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "report"]


def test_a_folder_with_files_of_somebody_else_is_left_alone(tmp_path):
    dataset = without_texts(hostile_dataset(tmp_path / "data"))
    out = tmp_path / "mine"
    out.mkdir()
    (out / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(DatasetError, match="it holds 'thesis.txt', which no report"):
        write_report(dataset, out)
    assert (out / "thesis.txt").read_text(encoding="utf-8") == "years of work"
    (out / "thesis.txt").unlink()
    write_report(dataset, out)
    (out / "charts" / "my-notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(DatasetError, match="my-notes.txt"):
        write_report(dataset, out)
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    with pytest.raises(DatasetError, match="it is a file"):
        write_report(dataset, file)


@pytest.mark.parametrize("out", [".", "", "..", "../../here"])
def test_a_report_does_not_pull_the_working_folder_away(tmp_path, monkeypatch, out):
    inner = tmp_path / "here" / "inner"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    with pytest.raises(DatasetError, match="you are working in it.* --out report"):
        write_report(default_dataset(), out)
    assert list(tmp_path.iterdir()) == [tmp_path / "here"]
    assert list(inner.iterdir()) == []
    assert Path.cwd() == inner


def test_a_report_that_fails_leaves_the_old_one(tmp_path, monkeypatch):
    dataset = without_texts(hostile_dataset(tmp_path / "data"))
    out = tmp_path / "report"
    write_report(dataset, out)
    before = {p: p.read_bytes() for p in out.rglob("*") if p.is_file()}

    def fail() -> str:
        msg = "the library is missing"
        raise LibraryError(msg)

    monkeypatch.setattr("sovstats.report.pages.table_script", fail)
    with pytest.raises(LibraryError):
        write_report(dataset, out)
    assert {p: p.read_bytes() for p in out.rglob("*") if p.is_file()} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "report"]


def test_charts_that_lack_their_figures_are_left_out_and_named():
    report = hostile_report()
    text = Page(report.folder / "index.html").text
    assert "the chart 'banknotes' needs figures" in text
    assert not (report.folder / "charts/banknotes.svg").exists()
    assert any("banknotes" in problem for problem in report.problems)
    assert str(report.folder.parent) not in text


def test_a_former_name_leads_to_the_present_one():
    folder = hostile_report().folder
    page = Page(folder / "figures/cattle_end.html")
    assert "cattle_1934.html" in page.references()


# -- passages -----------------------------------------------------------------------


def test_without_texts_there_is_a_locator_and_no_passage(folder):
    text = (folder / "figures/horses_1929.html").read_text(encoding="utf-8")
    assert "chapter 2, section 2" in text
    assert "<mark>" not in text
    assert "<blockquote" not in text


def test_with_texts_the_passage_is_shown_and_the_number_marked(tmp_path):
    dataset = Dataset(
        default_dataset().folder, copy_texts(texts_folder(), tmp_path / "t")
    )
    other = tmp_path / "t" / "alarm-full.txt"
    other.write_text("Quite another text, in which seven stands.", encoding="utf-8")
    (tmp_path / "t" / "choices.txt").unlink()
    windows = (tmp_path / "t" / "newcourse.txt").read_bytes().replace(b"\n", b"\r\n")
    (tmp_path / "t" / "newcourse.txt").write_bytes(windows)
    report = write_report(dataset, tmp_path / "report")
    marked = re.compile(r"<mark>(.*?)</mark>")

    def page(name: str) -> str:
        return (report.folder / f"figures/{name}.html").read_text(encoding="utf-8")

    assert marked.findall(page("horses_1929")) == ["34.6 million"]
    # The same text with other line ends is the same text.
    assert marked.findall(page("industrial_growth_opposition_1925")) == [
        "fifteen to twenty percent"
    ]
    for name, problem in (
        ("rhetorical_danger_full", "another edition"),
        ("people_concerned_choices", "is not in your folder"),
    ):
        assert not marked.search(page(name))
        assert problem in Page(report.folder / f"figures/{name}.html").text
    overview = Page(report.folder / "index.html").text
    assert "alarm-full.txt: another edition" in overview
    assert str(tmp_path) not in overview
    assert len([p for p in report.problems if p.startswith("not quoted")]) == 2


def test_a_folder_of_texts_that_is_not_there_is_said_in_one_sentence(tmp_path):
    dataset = Dataset(default_dataset().folder, tmp_path / "nowhere")
    with pytest.raises(DatasetError, match="there is no such folder of texts"):
        write_report(dataset, tmp_path / "report")
    assert not (tmp_path / "report").exists()


def test_a_file_that_arrives_while_pages_are_written_is_not_lost(
    tiny_dataset, tmp_path, monkeypatch
):
    build(tiny_dataset)
    out = tmp_path / "report"
    late = out / "late.txt"

    def arrive(site):
        out.mkdir()
        late.write_text("mine")

    monkeypatch.setattr("sovstats.report.pages.write_assets", arrive)
    with pytest.raises(DatasetError, match="it holds 'late.txt'"):
        write_report(without_texts(tiny_dataset), out)
    assert [path.name for path in out.iterdir()] == ["late.txt"]
