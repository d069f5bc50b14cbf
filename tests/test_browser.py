"""The report in a browser: Debian's Chromium, driven by Playwright, from files."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.reports import HOSTILE, hostile_report, whole_report

from sovstats.dataset.dataset import default_dataset

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = (360, 1440)
LOCAL = ("file:", "data:", "blob:")
KINDS = {
    "overview": "index.html",
    # The large tables in part: every row is made like its neighbours.
    "figures": "figures.html?topic=livestock",
    "claims": "claims.html?verdict=contradicted",
    "figure": "figures/horses_1929.html",
    "equality": "claims/cattle_fall.html",
    "chain": "claims/notes_retreat.html",
    "edition": "claims/offices_editions.html",
    "sources": "sources.html",
    "method": "method.html",
    "codebook": "codebook.html",
    "downloads": "downloads.html",
}


class Visit:
    """A page in the browser, with everything it complained of or asked for."""

    def __init__(self, browser, folder: Path, **options) -> None:
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.folder = folder
        self.complaints: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._asked)
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))

    def _heard(self, message) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _asked(self, request) -> None:
        if not request.url.startswith(LOCAL):
            self.complaints.append(f"asked for {request.url}")

    def open(self, place: str):
        path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", place).groups()
        self.page.goto((self.folder / path).as_uri() + mark + rest)
        return self.page

    def rows(self) -> list[str]:
        """Return the names of the rows that are shown, in their order."""
        return self.page.eval_on_selector_all(
            "#big-table tbody tr[id]", "rows => rows.map(row => row.id)"
        )


@pytest.fixture(scope="module")
def browser() -> Iterator:
    """Start Chromium, or skip: it needs Debian's package and Playwright."""
    playwright = pytest.importorskip("playwright.sync_api", reason="no playwright")
    if not Path(CHROMIUM).exists():
        pytest.skip("needs Chromium: apt-get install chromium")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def visit(browser) -> Iterator[Visit]:
    """Give a page that must not complain of anything nor ask for anything outside."""
    visiting = Visit(browser, whole_report().folder)
    yield visiting
    assert visiting.complaints == []
    visiting.context.close()


def figures():
    return default_dataset().load()


def test_all_rows_are_there(visit):
    visit.open("figures.html")
    assert set(visit.rows()) == set(figures()["figure"])
    assert len(visit.rows()) == len(figures())
    visit.open("claims.html")
    assert set(visit.rows()) == set(default_dataset().load("claims")["claim"])


def test_search_finds_horses_and_shows_their_number(visit):
    page = visit.open("figures.html")
    page.get_by_label("Search", exact=True).fill("horses")
    found = visit.rows()
    assert set(found) == set(default_dataset().find("horses")["figure"])
    assert "34.6 million" in page.locator("#horses_1929").inner_text()
    words = f"{len(found)} of {len(figures())} figures"
    assert page.get_by_role("status").inner_text() == words


@pytest.mark.parametrize(
    ("label", "column", "value"),
    [
        ("Topic", "topic", "livestock"),
        ("Source", "source", "newcourse"),
        ("Place", "place", "united_states"),
        ("Status", "status", "plan"),
    ],
)
def test_the_count_of_a_filter_is_that_of_pandas(visit, label, column, value):
    page = visit.open("figures.html")
    page.get_by_label(label, exact=True).select_option(value)
    table = figures()
    wanted = table.loc[table[column] == value, "figure"]
    assert len(wanted) > 0
    assert set(visit.rows()) == set(wanted)
    status = page.get_by_role("status").inner_text()
    assert status.startswith(f"{len(wanted)} of ")
    option = page.get_by_label(label, exact=True).locator("option:checked")
    assert option.inner_text().endswith(f"({len(wanted)})")


def test_filters_and_search_hold_together_and_show_all_undoes_them(visit):
    page = visit.open("figures.html")
    page.get_by_label("Topic", exact=True).select_option("money")
    page.get_by_label("Status", exact=True).select_option("actual")
    page.get_by_label("Search", exact=True).fill("gold")
    table = figures()
    found = set(default_dataset().find("gold")["figure"])
    chosen = table[(table["topic"] == "money") & (table["status"] == "actual")]
    assert set(visit.rows()) == set(chosen["figure"]) & found
    page.get_by_role("button", name="Show all").click()
    assert len(visit.rows()) == len(table)


def test_the_download_is_what_is_filtered(visit):
    page = visit.open("figures.html")
    page.get_by_label("Topic", exact=True).select_option("livestock")
    with page.expect_download() as given:
        page.get_by_role("button", name="Download").click()
    text = Path(given.value.path()).read_bytes().decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    table = figures()
    wanted = table[table["topic"] == "livestock"]
    assert [row["figure"] for row in rows] == list(wanted["figure"])
    assert list(rows[0]) == list(table.columns)
    assert given.value.suggested_filename == "figures.csv"
    values = {row["figure"]: row["value_exact"] for row in rows}
    assert values["horses_1929"] == "34600000"


def test_claims_are_filtered_and_downloaded_by_verdict(visit):
    page = visit.open("claims.html")
    page.get_by_label("Verdict", exact=True).select_option("significant")
    table = default_dataset().load("verdicts")
    wanted = set(table.loc[table["reading"] == "significant", "claim"])
    assert set(visit.rows()) == wanted
    with page.expect_download() as given:
        page.get_by_role("button", name="Download").click()
    text = Path(given.value.path()).read_text(encoding="utf-8")
    assert {row["claim"] for row in csv.DictReader(io.StringIO(text))} == wanted


def test_rows_are_sorted_by_size_and_by_keyboard(visit):
    page = visit.open("figures.html?indicator=horses")
    assert visit.rows() == ["horses_1929", "horses_1934"]
    header = page.get_by_role("columnheader", name="printed")
    header.locator("[role=button]").first.focus()
    page.keyboard.press("Enter")
    # The table is sorted behind the key stroke; a busy machine takes its time for it.
    page.wait_for_selector("th[aria-sort=ascending]")
    assert header.get_attribute("aria-sort") == "ascending"
    assert visit.rows() == ["horses_1934", "horses_1929"]
    page.keyboard.press("Enter")
    page.wait_for_selector("th[aria-sort=descending]")
    assert header.get_attribute("aria-sort") == "descending"
    assert visit.rows() == ["horses_1929", "horses_1934"]


def test_the_link_of_a_figure_opens_at_that_figure(visit):
    page = visit.open("figures.html#horses_1929")
    row = page.locator("#horses_1929")
    assert "found" in row.get_attribute("class")
    box = row.bounding_box()
    assert 0 <= box["y"] < page.viewport_size["height"]
    row.get_by_role("link").click()
    assert page.get_by_role("heading", level=1).inner_text() == "horses_1929"
    assert page.url.endswith("figures/horses_1929.html")


def test_a_link_to_a_figure_that_a_filter_hides_shows_it(visit):
    page = visit.open("figures.html?topic=money#horses_1929")
    assert "horses_1929" in visit.rows()
    assert "found" in page.locator("#horses_1929").get_attribute("class")


def test_a_link_keeps_the_filter(visit):
    page = visit.open("figures.html")
    page.get_by_label("Topic", exact=True).select_option("livestock")
    page.get_by_label("Search", exact=True).fill("cattle")
    kept = visit.rows()
    again = page.url
    page.goto("about:blank")
    page.goto(again)
    assert visit.rows() == kept
    assert page.get_by_label("Search", exact=True).input_value() == "cattle"


def test_the_claim_of_cattle_shows_what_is_recomputed_and_stated(visit):
    page = visit.open("claims.html")
    page.get_by_label("Search", exact=True).fill("cattle")
    page.locator("#cattle_fall").get_by_role("link").click()
    text = page.locator("main").inner_text()
    assert "36.5 percent is recomputed, 40 is stated" in text
    row = page.get_by_role("row").filter(has_text="significant").first
    assert "36.22 to 36.75" in row.inner_text()
    assert "36 to 44" in row.inner_text()
    dots = page.locator("svg circle")
    assert dots.count() == 2
    left, right = (dots.nth(i).bounding_box()["x"] for i in range(2))
    assert left < right


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_serious_fault_for_those_who_hear_or_key_it(
    browser, name, width, scheme
):
    pytest.importorskip("axe_playwright_python", reason="no axe-playwright-python")
    from axe_playwright_python.sync_playwright import Axe

    viewport = {"width": width, "height": 800}
    visiting = Visit(
        browser, whole_report().folder, viewport=viewport, color_scheme=scheme
    )
    page = visiting.open(KINDS[name])
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wider <= 0
    # Preloading would have it fetch the style sheet, which no page may do from files.
    found = Axe().run(page, options={"preload": False}).response["violations"]
    serious = [
        (each["id"], each["nodes"][0]["html"][:200])
        for each in found
        if each["impact"] in {"serious", "critical"}
    ]
    assert serious == []
    assert visiting.complaints == []
    visiting.context.close()


def test_the_first_key_leads_past_the_navigation(visit):
    page = visit.open("index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("Skip")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"


def test_without_scripts_the_table_is_whole_and_the_filters_are_hidden(browser):
    visiting = Visit(browser, whole_report().folder, java_script_enabled=False)
    page = visiting.open("figures.html")
    assert page.locator("#big-table tbody tr").count() == len(figures())
    assert not page.locator("#filter-form").is_visible()
    assert page.get_by_text("need JavaScript").is_visible()
    visiting.context.close()


def test_hostile_text_does_nothing(browser):
    visiting = Visit(browser, hostile_report().folder)
    for place in ("index.html", "figures.html", "claims.html", "codebook.html",
                  "figures/cattle_1929.html", "claims/cattle_fell.html"):  # fmt: skip
        page = visiting.open(place)
        assert page.locator("img[src=x]").count() == 0
    page = visiting.open("figures/cattle_1929.html")
    assert HOSTILE in page.locator("main").inner_text()
    page = visiting.open("figures.html")
    page.get_by_label("Search", exact=True).fill("alert(2)")
    assert visiting.rows() == [
        "cattle_1929",
        "cattle_1934",
    ]
    page.get_by_role("columnheader", name="figure").locator("[role=button]").click()
    assert visiting.complaints == []
    visiting.context.close()
