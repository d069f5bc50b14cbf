"""The audit: nothing passed over, and every slip in the ledger noticed."""

from __future__ import annotations

import csv
import errno
import random
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from support.texts import DATA, source_rows, text_of, texts_folder

import sovstats as ss
from sovstats.auditing import audit as auditing
from sovstats.auditing.audit import SourceAudit, _audit_text
from sovstats.auditing.closing import placed_rows
from sovstats.auditing.edited_copies import _few
from sovstats.cli.entry import main
from sovstats.errors import SovstatsError
from sovstats.scanner.scan import find_mentions
from sovstats.texts.copies import read_copy
from sovstats.validation.passes import validate
from sovstats.validation.rules import RULES

SEED = 1936
DELETED = 50


@pytest.fixture
def copy(tmp_path):
    """Return a copy of the dataset's raw tables, to be spoilt."""
    shutil.copytree(DATA / "raw", tmp_path / "data" / "raw")
    return tmp_path / "data"


@pytest.fixture
def scanned(monkeypatch):
    """Scan each text only once, however often it is audited."""
    known = {}

    def scan(text):
        if text not in known:
            known[text] = find_mentions(text)
        return known[text]

    monkeypatch.setattr(auditing, "find_mentions", scan)


def test_the_audit_of_the_five_texts_is_closed(capsys):
    assert main(["audit", str(texts_folder())]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 5
    for line, source in zip(lines, source_rows(), strict=True):
        assert re.fullmatch(
            rf"{source}: [\d,]+ mentions: [\d,]+ by [\d,]+ figures, "
            r"[\d,]+ by [\d,]+ exclusions, 0 open",
            line,
        )


def test_a_deleted_row_is_noticed_at_its_place(copy, scanned, capsys):
    folder = str(texts_folder())
    chance = random.Random(SEED)
    print(f"seed {SEED}")
    places = [
        (path, index)
        for table in ("figures", "exclusions")
        for path in sorted((copy / "raw" / table).glob("*.csv"))
        for index, row in enumerate(csv.DictReader(path.open(newline="")))
        if row["printed"]
    ]
    inside = [place for place in places if place[0].stem == "choices"][:3]
    for path, index in [*chance.sample(places, DELETED), *inside]:
        before = path.read_text(encoding="utf-8")
        rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
        gone = rows.pop(index)
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(gone), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        capsys.readouterr()
        assert main(["audit", folder, "--data", str(copy)]) == 1
        output = capsys.readouterr().out
        text = text_of(path.stem)
        before_it = text[: int(gone["start"])]
        line = before_it.count("\n") + 1
        column = len(before_it) - before_it.rfind("\n")
        file = source_rows()[path.stem]["file"]
        end = int(gone["end"]) - int(gone["start"])
        pointed = [int(found) for found in re.findall(rf"{file}:{line}:(\d+):", output)]
        assert any(column - 3 <= place <= column + end for place in pointed), gone
        path.write_text(before, encoding="utf-8")


def change_digit(text: str) -> str:
    """Return a text with its first digit changed."""
    return re.sub(r"\d", lambda m: str((int(m.group()) + 1) % 10), text, count=1)


def number_column(row: dict[str, str]) -> str:
    return "value" if row["value"] else "low"


def mutations(row: dict[str, str]):
    """Yield the row with one slip: value, print, both, place, hedge or scale."""
    column = number_column(row)
    value = {column: change_digit(row[column])}
    word = "two" if "one" in row["printed"] else "one"
    digit = change_digit(row["printed"])
    printed = {"printed": digit if digit != row["printed"] else word}
    hedge = {"hedge": "about" if row["hedge"] != "about" else "none"}
    scale = {"scale": "million" if row["scale"] != "million" else "thousand"}
    start = {"start": str(int(row["start"]) + 1)}
    changes = {
        "value": value,
        "printed": printed,
        "both": value | printed,
        "start": start,
        "hedge": hedge,
        "scale": scale,
    }
    for name, change in changes.items():
        yield name, row | change


def test_every_slip_in_a_figure_row_is_noticed():
    """With the texts all of them; without them the share that is printed."""
    texts_folder()
    report = validate(DATA)
    rules = [rule for rule in RULES if rule.table == "figures"]
    tried = by_rules = 0
    missed = []
    for source in source_rows():
        checker = Checker(source)
        for row in report.context.tables["figures"]:
            if row["source"] != source:
                continue
            for name, cells in mutations(row.cells):
                tried += 1
                if breaks_a_rule(row, cells, rules, report.context):
                    by_rules += 1
                elif not checker.notices(row.cells, cells):
                    missed.append((cells["figure"], name))
    print(f"{tried} slips, {by_rules / tried:.1%} noticed without the texts")
    assert missed == []
    assert tried > 2_500


def breaks_a_rule(row, cells, rules, context) -> bool:
    """Say whether a row rule refuses a row with other cells."""
    before = dict(row.cells)
    assert not any(rule.check(row, context) for rule in rules), row
    # In place, since the indices of the context know rows by identity.
    row.cells.update(cells)
    try:
        return any(refuses(rule, row, context) for rule in rules)
    finally:
        row.cells.update(before)


def refuses(rule, row, context) -> bool:
    """Say whether a rule refuses a row; some raise what they refuse."""
    try:
        return bool(rule.check(row, context))
    except SovstatsError:
        return True


class Checker:
    """Audits the neighbourhood of one row."""

    AROUND = 300

    def __init__(self, source: str) -> None:
        self.copy = read_copy(source_rows()[source], texts_folder())
        self.rows = placed_rows(ss.default().store, source)
        self.mentions = find_mentions(self.copy.text)

    def notices(self, row: dict[str, str], mutant: dict[str, str]) -> bool:
        """Say whether the audit reports more with the mutant than without it."""
        return len(self.problems(row, mutant)) > len(self.problems(row, row))

    def problems(self, row: dict[str, str], instead: dict[str, str]) -> list[str]:
        low, high = int(row["start"]) - self.AROUND, int(row["end"]) + self.AROUND
        rows = []
        for each in self.rows:
            if each.printed and low <= each.start and each.end <= high:
                same = each.cells["start"] == row["start"] and each.is_figure
                cells = instead if same else each.cells
                start, end = int(cells["start"]), int(cells["end"])
                rows.append(replace(each, cells=cells, start=start, end=end))
        near = [m for m in self.mentions if low <= m.start and m.end <= high]
        result = SourceAudit("near")
        original = auditing.find_mentions
        auditing.find_mentions = lambda text: near
        try:
            _audit_text(self.copy, rows, {}, result)
        finally:
            auditing.find_mentions = original
        return result.problems


def run(copy, folder, capsys) -> tuple[int, str]:
    try:
        status = main(["audit", str(folder), "--data", str(copy)])
    except SystemExit as stopped:
        status = int(stopped.code or 0)
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    return status, captured.out + captured.err


def test_a_missing_folder_and_missing_texts_are_said(copy, tmp_path, capsys):
    status, output = run(copy, tmp_path / "nowhere", capsys)
    assert status == 2
    assert "there is no such folder" in output
    (tmp_path / "empty").mkdir()
    status, output = run(copy, tmp_path / "empty", capsys)
    assert status == 1
    assert output.count(" is not in ") == 5
    assert "'The Revolution Betrayed' (SHA-256 " in output


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda data: b"", "the file is empty"),
        (lambda data: b"\0\1" + data, "NUL bytes"),
        (
            lambda data: data.decode().encode("latin-1", "replace") + b"\xe9",
            "not UTF-8",
        ),
        (lambda data: data.replace(b"\n", b"\r\n"), "other line ends"),
        (lambda data: b"\xef\xbb\xbf" + data, "a mark in front"),
        (lambda data: data[:9000] + b" again " + data[9000:], "another edition"),
    ],
    ids=["empty", "binary", "Latin-1", "CRLF", "byte-order mark", "another edition"],
)
def test_a_copy_that_is_not_the_text_is_named_in_one_sentence(
    copy, tmp_path, capsys, change, sentence
):
    folder = tmp_path / "texts"
    shutil.copytree(texts_folder(), folder)
    path = folder / "alarm-militant.txt"
    path.write_bytes(change(path.read_bytes()))
    status, output = run(copy, folder, capsys)
    assert status == 1
    about = [line for line in output.splitlines() if line.startswith(path.name)]
    assert len(about) == 1
    assert sentence in about[0]
    if sentence in ("other line ends", "a mark in front", "another edition"):
        found = re.search(r"the anchors find (\d+) of (\d+) rows", about[0])
        assert int(found[1]) >= 0.95 * int(found[2])


def test_reasons_are_listed_in_their_lines(capsys):
    assert main(["audit", str(texts_folder()), "--reason", "pronoun"]) == 0
    lines = capsys.readouterr().out.splitlines()
    rows = ss.load("exclusions")
    assert len(lines) == (rows["reason"] == "pronoun").sum()
    assert all("[one]" in line.lower() for line in lines[:20])


def test_an_unknown_reason_suggests_the_nearest(capsys):
    assert main(["audit", str(texts_folder()), "--reason", "pronuon"]) == 2
    assert "did you mean 'pronoun'" in capsys.readouterr().err


def edited(tmp_path, old: bytes, new: bytes):
    """Return a folder of copies, one of which has other words in one place."""
    folder = tmp_path / "texts"
    shutil.copytree(texts_folder(), folder)
    path = folder / "betrayed.txt"
    data = path.read_bytes()
    assert data.count(old) == 1
    path.write_bytes(data.replace(old, new))
    return folder


def of_horses(output: str) -> list[str]:
    """Return the lines about the horses of 1929."""
    return [line for line in output.splitlines() if "horses_1929" in line]


def test_a_number_that_a_copy_changed_is_named_with_its_place(copy, tmp_path, capsys):
    folder = edited(tmp_path, b"34.6 million", b"36.4 million")
    status, output = run(copy, folder, capsys)
    assert status == 1
    # Nothing before the number is changed, so that its line is that of the text.
    before = text_of("betrayed").partition("34.6 million")[0]
    line = len(before.split("\n"))
    assert of_horses(output) == [
        "  changed: horses_1929 '34.6 million', chapter 2, section 2, paragraph 28; "
        f"line {line} of the copy has '36.4 million'"
    ]


def test_a_number_that_a_copy_lost_is_named(copy, tmp_path, capsys):
    # Of another length, so that what stands before and behind it do not agree.
    folder = edited(tmp_path, b"34.6 million", b"many")
    status, output = run(copy, folder, capsys)
    assert status == 1
    assert of_horses(output) == [
        "  not found: horses_1929 '34.6 million', chapter 2, section 2, paragraph 28"
    ]


def test_of_many_lost_rows_the_first_ten_are_named():
    rows = [f"row {number}" for number in range(1, 13)]
    lines = _few("not found", rows)
    assert lines[0] == "  not found: row 1"
    assert lines[9:] == ["  not found: row 10", "  not found: 2 more"]
    assert _few("changed", rows[:10])[-1] == "  changed: row 10"


def test_of_a_wholly_other_text_no_rows_are_listed(copy, tmp_path, capsys):
    folder = tmp_path / "texts"
    shutil.copytree(texts_folder(), folder)
    (folder / "betrayed.txt").write_text("Of all this nothing is here.\n")
    _, output = run(copy, folder, capsys)
    assert re.search(r"the anchors find 0 of \d+ rows in it\n", output)
    assert "not found:" not in output


@pytest.mark.parametrize("option", [[], ["--stamp"], ["--reason", "year"]])
def test_an_audit_without_raw_tables_says_what_it_needs(tmp_path, capsys, option):
    shutil.copytree(DATA / "processed", tmp_path / "processed")
    arguments = ["audit", str(tmp_path), "--data", str(tmp_path), *option]
    assert main(arguments) == 2
    assert capsys.readouterr().err == (
        f"sovstats: {tmp_path}: it has processed tables only, and an audit compares "
        "the texts with the raw ones; name a dataset with its folder raw/\n"
    )


@pytest.mark.parametrize("option", [[], ["--stamp"], ["--reason", "year"]])
def test_a_file_instead_of_the_folder_of_texts_is_said(tmp_path, capsys, option):
    text = tmp_path / "betrayed.txt"
    text.write_text("Some words.\n")
    assert main(["audit", str(text), *option]) == 2
    assert capsys.readouterr().err == (
        f"sovstats: {text}: it is a file; name the folder it is in: '{tmp_path}'\n"
    )


def test_stamping_where_one_may_only_read_is_one_sentence(copy, monkeypatch, capsys):
    def refuse(path, data):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    arguments = ["audit", str(texts_folder()), "--stamp", "--data", str(copy)]
    assert main(arguments) == 2
    first = copy / "raw" / "anchors" / "alarm_full.csv"
    assert capsys.readouterr().err == (
        f"sovstats: {first}: it cannot be written (Permission denied); nothing was "
        "changed, free the disk, change its permissions or name another folder\n"
    )
