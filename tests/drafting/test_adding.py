"""Adding a text to a dataset: what is drafted builds and audits."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from functools import partial
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.drafts import FIGURES, HARBOUR, go_through
from support.pieces import PIECES
from support.tiny import set_cells
from support.trees import tree

import sovstats as ss
from sovstats.dataset.building import build
from sovstats.drafting.adding import add_text, source_name
from sovstats.drafting.starting import start_dataset
from sovstats.errors import DatasetError
from sovstats.scanner.vocabulary import UNIT_WORDS
from sovstats.storage import Tables, exchange
from sovstats.storage.files import read_table
from sovstats.storage.layout import LAYOUTS
from sovstats.validation.passes import validate

# -- the whole way --------------------------------------------------------------------


def test_init_and_draft_go_through_every_command(run, harbour, tmp_path):
    folder = tmp_path / "data"
    texts = harbour.parent
    assert run("init", folder)[0] == 0
    status, output, errors = run("draft", harbour, "--data", folder)
    assert status == 0
    assert errors == "harbour.txt: 13 figures and 7 exclusions\n"
    assert f"{folder / 'raw/figures/harbour.csv'}\n" in output
    assert run("build", "--data", folder)[0] == 0
    assert run("audit", texts, "--stamp", "--data", folder)[0] == 0
    assert run("build", "--data", folder)[0] == 0
    status, output, _ = run("audit", texts, "--data", folder)
    assert (status, output) == (
        0,
        "harbour: 20 mentions: 13 by 13 figures, 7 by 7 exclusions, 0 open\n",
    )
    assert run("check", "--data", folder)[0] == 0
    assert run("validate", "--data", folder)[0] == 0
    assert run("show", "unsorted_hour_at_" + str(HARBOUR.index("two and")), "--data",
               folder)[0] == 0  # fmt: skip


def test_the_source_row_says_what_the_file_says(harbour, data):
    add_text(Tables(data), harbour, None)
    (row,) = read_table(data / "raw" / "sources.csv")
    assert {column: cell for column, cell in row.items() if cell} == {
        "source": "harbour",
        "title": "harbour",
        "file": "harbour.txt",
        "length": str(len(HARBOUR)),
        "sha256": row["sha256"],
    }


def test_two_texts_with_the_same_numbers_in_one_dataset(harbour, data):
    dataset = ss.Dataset(data)
    add_text(dataset.store, harbour, None)
    other = harbour.with_name("wharf.txt")
    other.write_bytes(harbour.read_bytes() + b"It has 3 cranes.\n")
    add_text(dataset.store, other, "the_wharf")
    go_through(data, harbour.parent)


def test_a_draft_goes_into_a_dataset_with_other_units_and_codes(tiny_dataset, harbour):
    validated = validate(tiny_dataset)
    assert validated.problems == []
    add_text(Tables(tiny_dataset), harbour, None)
    report = validate(tiny_dataset)
    assert [str(problem) for problem in report.problems] == []
    build(tiny_dataset)


def test_without_data_the_figures_are_printed_and_nothing_is_written(
    run, harbour, tmp_path
):
    before = tree(tmp_path)
    status, output, errors = run("draft", harbour, "--source", "packet")
    assert status == 0
    assert errors == "harbour.txt: 13 figures and 7 exclusions\n"
    rows = list(csv.DictReader(io.StringIO(output, newline="")))
    assert tuple(rows[0]) == LAYOUTS["figures"].columns
    assert [row["printed"] for row in rows] == [figure[0] for figure in FIGURES]
    assert {row["source"] for row in rows} == {"packet"}
    assert tree(tmp_path) == before


@pytest.mark.parametrize("text", ["No number at all.", "1/0", "Word, 5 to 5 tons.\n"])
def test_texts_with_little_to_record_go_through(harbour, data, text):
    harbour.write_bytes(text.encode())
    add_text(Tables(data), harbour, None)
    go_through(data, harbour.parent)


@pytest.mark.parametrize(
    ("print_", "numbers"),
    [
        ("several hundred", ("", "200", "")),
        ("few  thousand", ("", "2000", "")),
        ("12.345678 tons", ("12.345678", "", "")),
        ("1/23", ("1/23", "", "")),
        ("1/20", ("0.05", "", "")),
        ("3 1/2 times", ("3.5", "", "")),
        ("20-25 million", ("", "20000000", "25000000")),
    ],
)
def test_numbers_are_written_exactly_and_go_through(harbour, data, print_, numbers):
    harbour.write_bytes(f"They saw a {print_} of it.".encode())
    draft, _ = add_text(Tables(data), harbour, None)
    (row,) = draft.figures
    assert (row["value"], row["low"], row["high"]) == numbers
    assert row["printed"] == print_.replace("  ", " ")
    go_through(data, harbour.parent)


@pytest.mark.parametrize(
    ("print_", "hedge", "note"),
    [
        ("pairs of boots", "none", "; hedge none until then"),
        ("many thousand boats", "none", "; hedge none until then"),
        ("over 1/0 tons", "over", ""),
        ("between $1.2 and $1.5 million", "none", ""),
        ("7" * 30 + " million tons", "none", ""),
    ],
    ids=["vague", "vague by its word", "by zero", "two signs", "36 digits"],
)
def test_what_does_not_read_as_one_number_has_a_note(
    harbour, data, print_, hedge, note
):
    harbour.write_bytes(f"They saw {print_} there.".encode())
    draft, _ = add_text(Tables(data), harbour, None)
    (row,) = draft.figures
    assert (row["value"], row["low"], row["high"]) == ("", "", "")
    assert row["hedge"] == hedge
    assert row["note"] == (
        f"the print alone does not read as one number; write what is meant{note}"
    )
    assert str(draft) == "1 figure, 1 of them without a number, and 0 exclusions"
    go_through(data, harbour.parent)


def test_a_scale_word_at_the_end_of_a_series_is_recorded(harbour, data):
    harbour.write_bytes(b"It was 2.0, 2.7 and 5.5 billion.")
    draft, _ = add_text(Tables(data), harbour, None)
    assert [(row["printed"], row["scale"], row["value"]) for row in draft.figures] == [
        ("2.0", "billion", "2000000000"),
        ("2.7", "billion", "2700000000"),
        ("5.5 billion", "", "5500000000"),
    ]
    go_through(data, harbour.parent)


@pytest.mark.parametrize("digits", [31, 401, 6_000, 200_000])
def test_numbers_too_long_for_a_table_are_closed_all_the_same(harbour, data, digits):
    harbour.write_bytes(f"It had {'7' * digits} tons and 3 boats.".encode())
    draft, _ = add_text(Tables(data), harbour, None)
    go_through(data, harbour.parent)
    if digits < 5_000:
        assert [row["value"] for row in draft.figures] == ["", "3"]
        assert "does not read as one number" in draft.figures[0]["note"]
    else:
        assert [row["value"] for row in draft.figures] == ["3"]
        assert (draft.exclusions[0]["printed"], draft.exclusions[0]["count"]) == (
            "",
            "1",
        )


SENTENCES = (
    "In {} they shipped {}.|About {} of {} were lost.|{} or {}, said the mate.|"
    "(see p. {}) {}|From {} to {} it fell.|Over {} and almost {} men came.|"
    "Tens of {} paid ${}.|Between {} and {} million.|{}% in May {}.|The {} {}\n\n"
)
number_like = st.one_of(
    st.integers(0, 10**9).map(str),
    st.integers(1000, 10**7).map("{:,}".format),
    st.decimals(0, 999, places=2).map(str),
    st.sampled_from(PIECES),
    st.sampled_from([f"{word}" for word in UNIT_WORDS]).map("7 {}".format),
)
sentences = st.builds(
    str.format, st.sampled_from(SENTENCES.split("|")), number_like, number_like
)
heaps = st.lists(st.sampled_from([*PIECES, " ", " "]), max_size=60).map("".join)
letters = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=80
)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.one_of(sentences, heaps, letters), min_size=1, max_size=40))
@example(["x"])
@example(
    ["tens to hundreds of thousands", "a few hundred", "pairs, a thousand and one"]
)
@example(["between $1.2 and $1.5 million", "1,000,000,000,000,000,000,000,000,000,000"])
def test_a_draft_of_any_text_goes_through(parts):
    text = " ".join(parts)
    if not text.strip() or text.startswith("\ufeff"):
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts" / "any.txt"
        path.parent.mkdir()
        path.write_bytes(text.encode())
        start_dataset(Path(folder) / "data")
        add_text(Tables(Path(folder) / "data"), path, None)
        go_through(Path(folder) / "data", path.parent)


# -- wrong use ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "No such file or directory"),
        (b"", "the file is empty"),
        (b" \n\n", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "the file is not text"),
        ("7 caf\xe9s".encode("latin-1"), "byte 6 is not UTF-8; save it as UTF-8"),
        (HARBOUR.replace("\n", "\r\n").encode(), "its lines end with CR LF"),
        (HARBOUR.replace("\n", "\r").encode(), "its lines end with CR;"),
        (b"\xef\xbb\xbf7 boats", "it begins with a byte-order mark"),
        ("7 boats".encode("utf-16"), "the file is in UTF-16"),
    ],
    ids="missing empty blank binary Latin-1 CRLF CR BOM UTF-16".split(),
)
@pytest.mark.parametrize("with_data", [False, True])
def test_what_is_no_text_is_refused_in_one_sentence(
    run, harbour, data, content, sentence, with_data
):
    harbour.unlink()
    if content is not None:
        harbour.write_bytes(content)
    before = tree(data)
    status, output, errors = run(
        "draft", harbour, *(["--data", data] if with_data else [])
    )
    assert (status, output) == (2, "")
    assert errors.count("\n") == 1
    assert sentence in errors
    assert tree(data) == before


def test_a_folder_is_no_text(run, tmp_path):
    status, _, errors = run("draft", tmp_path)
    assert status == 2
    assert "Is a directory; name a text file" in errors.replace("(", "").replace(
        ")", ""
    )


def test_a_source_is_never_overwritten(run, harbour, data):
    assert run("draft", harbour, "--data", data)[0] == 0
    before = tree(data)
    status, output, errors = run("draft", harbour, "--data", data)
    assert (status, output) == (2, "")
    assert "figures/harbour.csv is there already; nothing is overwritten" in errors
    status, _, errors = run("draft", harbour, "--data", data, "--source", "again")
    assert status == 2
    assert "is the file of the source 'harbour' already" in errors
    assert tree(data) == before


def test_a_file_name_that_no_source_may_have_is_told(run, harbour, data):
    spaced = harbour.with_name("my harbour.txt")
    harbour.rename(spaced)
    status, _, errors = run("draft", spaced, "--data", data)
    assert status == 2
    assert "rename the text" in errors


def test_a_source_name_must_be_one(run, harbour, data):
    status, _, errors = run("draft", harbour, "--data", data, "--source", "My Text")
    assert status == 2
    assert "'My Text' is no name" in errors


def test_a_dataset_that_does_not_validate_is_left_alone(run, harbour, data):
    places = data / "raw" / "places.csv"
    places.write_bytes(b"place,title\n")
    before = tree(data)
    status, _, errors = run("draft", harbour, "--data", data)
    assert status == 1
    assert "raw/places.csv:1:note" in errors
    assert "nothing was written" in errors
    assert tree(data) == before


def test_an_indicator_of_drafts_with_another_unit_is_told(run, harbour, data):
    assert run("draft", harbour, "--data", data)[0] == 0
    set_cells(data, "indicators.csv", 0, stem="cargo")
    shutil.rmtree(data / "raw" / "figures")
    shutil.rmtree(data / "raw" / "exclusions")
    (data / "raw" / "sources.csv").write_text(
        ",".join(LAYOUTS["sources"].columns) + "\n"
    )
    status, _, errors = run("draft", harbour, "--data", data)
    assert status == 2
    assert "the indicator 'unsorted_count' is for drafts" in errors


def test_a_draft_that_fails_on_the_way_is_undone(harbour, data, monkeypatch):
    before = tree(data)
    replace = Path.replace

    def fail_at_last(self, target):
        if Path(target).name == "sources.csv":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail_at_last)
    with pytest.raises(DatasetError, match="No space left on device"):
        add_text(Tables(data), harbour, None)
    assert tree(data) == before


def test_a_draft_waits_its_turn(harbour, data, monkeypatch):
    impatient = partial(exchange, patience=0.1)
    monkeypatch.setattr("sovstats.storage.exchange", impatient)
    with exchange(data):
        with pytest.raises(DatasetError, match="writes there"):
            add_text(Tables(data), harbour, None)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("harbour.txt", "harbour"),
        ("The Harbour, 2nd ed.txt", "the_harbour_2nd_ed"),
        ("1890.txt", "text_1890"),
        ("港.txt", "text"),
        ("x" * 80 + ".txt", "x" * 60),
    ],
)
def test_a_source_is_named_like_its_file(file, name):
    assert source_name(Path(file), None) == name
