"""Anchors: rows found again in another copy, and never in a wrong place."""

from __future__ import annotations

import csv
import random
import re

import pytest
from support.texts import DATA, source_rows, text_of

from sovstats.texts.anchors import AnchorFinder, Squeezed, make_anchors


def ledger(source: str) -> list[dict[str, str]]:
    rows = []
    for table in ("figures", "exclusions"):
        with (DATA / "raw" / table / f"{source}.csv").open(newline="") as stream:
            rows += [row for row in csv.DictReader(stream) if row["printed"]]
    return rows


def anchors(source: str) -> dict[str, dict[str, str]]:
    with (DATA / "raw" / "anchors" / f"{source}.csv").open(newline="") as stream:
        return {row["start"]: row for row in csv.DictReader(stream)}


def test_every_row_has_anchors():
    for source in source_rows():
        assert {row["start"] for row in ledger(source)} == set(anchors(source))


def test_windows_are_of_letters_and_digits_only():
    plain = Squeezed.of("It's 1,000 – Öl, ½!")
    assert plain.text == "its1000öl½"
    assert [plain.places[i] for i in (0, 3, 7)] == [0, 5, 13]


def test_a_row_is_found_by_two_windows_and_not_by_one():
    words = " ".join(f"word{i}x" for i in range(60))
    start = words.index("word30x")
    kept = make_anchors(Squeezed.of(words), start, start + 7)
    finder = AnchorFinder(words.upper().replace(" ", "\n "))
    found = finder.find(kept, "word30x")
    assert found is not None
    assert finder.squeezed.text[finder.squeezed.index(found[0]) :][:7] == "word30x"
    one = dict.fromkeys(kept, "") | {"before_1": kept["before_1"]}
    assert finder.find(one, "word30x") is None


def test_every_row_of_the_militant_edition_is_found_in_the_full_one():
    full = text_of("alarm_full")
    finder = AnchorFinder(full)
    kept = anchors("alarm_militant")
    for row in ledger("alarm_militant"):
        span = finder.find(kept[row["start"]], row["printed"])
        assert span is not None, row["printed"]
        squeezed = Squeezed.of(full[slice(*span)]).text
        assert squeezed == Squeezed.of(row["printed"]).text


def damaged(text: str, seed: int) -> tuple[str, list[int]]:
    """Change all line breaks, spaces, quotes and dashes and 1 in 200 letters.

    Returns the copy and, for every place in the text, its place in the copy.
    """
    chance = random.Random(seed)
    changed: list[str] = []
    places = []
    for character in text:
        places.append(sum(map(len, changed[-1:])) + (places[-1] if places else 0))
        if character.isspace():
            changed.append(chance.choice([" ", "\n", "\r\n", "  ", "\u00a0"]))
        elif character in "\"'“”‘’-–—":
            changed.append(chance.choice(["«", "»", "„", "-", "–", "—", " - "]))
        elif character.isalpha() and chance.random() < 1 / 200:
            changed.append(chance.choice("abcdefghijklmnopqrstuvwxyz"))
        else:
            changed.append(character)
    return "".join(changed), places


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_rows_are_found_in_a_damaged_copy_and_none_in_a_wrong_place(seed):
    text = text_of("betrayed")
    copy, places = damaged(text, seed)
    finder = AnchorFinder(copy)
    kept = anchors("betrayed")
    rows = ledger("betrayed")
    found = wrong = 0
    for row in rows:
        span = finder.find(kept[row["start"]], row["printed"])
        if span is not None:
            found += 1
            first = int(row["start"]) + re.search(r"\w|$", row["printed"]).start()
            wrong += span[0] != places[first]
    share = found / len(rows)
    print(
        f"seed {seed}: {found} of {len(rows)} rows found ({share:.1%}), {wrong} wrong"
    )
    assert wrong == 0
    assert share >= 0.99
