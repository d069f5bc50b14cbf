"""The audit: nothing passed over, and every slip in the ledger noticed."""

from __future__ import annotations

import csv
import random
import re
import shutil
from dataclasses import replace

import pytest
from support.audits import run
from support.texts import DATA, source_rows, text_of, texts_folder

import sovstats as ss
from sovstats.auditing import audit as auditing
from sovstats.auditing.audit import SourceAudit, _audit_text
from sovstats.auditing.closing import placed_rows
from sovstats.cli.entry import main
from sovstats.errors import SovstatsError
from sovstats.scanner.scan import find_mentions
from sovstats.texts.copies import read_copy
from sovstats.validation.passes import validate
from sovstats.validation.rules import RULES

SEED = 1936
DELETED = 50


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


def test_a_missing_folder_and_missing_texts_are_said(copy, tmp_path, capsys):
    status, output = run(copy, tmp_path / "nowhere", capsys)
    assert status == 2
    assert "there is no such folder" in output
    (tmp_path / "empty").mkdir()
    status, output = run(copy, tmp_path / "empty", capsys)
    assert status == 1
    assert output.count(" is not in ") == 5
    assert "'The Revolution Betrayed' (SHA-256 " in output


def test_reasons_are_listed_in_their_lines(capsys):
    assert main(["audit", str(texts_folder()), "--reason", "pronoun"]) == 0
    lines = capsys.readouterr().out.splitlines()
    rows = ss.load("exclusions")
    assert len(lines) == (rows["reason"] == "pronoun").sum()
    assert all("[one]" in line.lower() for line in lines[:20])


def test_an_unknown_reason_suggests_the_nearest(capsys):
    assert main(["audit", str(texts_folder()), "--reason", "pronuon"]) == 2
    assert "did you mean 'pronoun'" in capsys.readouterr().err


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
