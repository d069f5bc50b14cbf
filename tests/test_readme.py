"""The README says what the dataset says."""

from __future__ import annotations

import re
from pathlib import Path

import sovstats as ss

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_counts_of_verdicts_are_those_of_the_dataset():
    counts = ss.load("verdicts")["reading"].value_counts()
    found = re.search(
        r"Of (\d+) claims, (\d+) hold exactly as printed, (\d+) within the digits\s+"
        r"written, (\d+) with a hedge\s+or a rounding.*?, and (\d+) under\s+no reading",
        README,
        re.DOTALL,
    )
    loosely = counts.get("hedged", 0) + counts.get("significant", 0) + counts["open"]
    expected = [
        counts.sum(),
        counts["literal"],
        counts["written"],
        loosely,
        counts["contradicted"],
    ]
    assert [int(number) for number in found.groups()] == expected


def test_what_the_texts_contradict_is_listed_whole():
    verdicts = ss.load("verdicts")
    asserted = verdicts["asserted"] != "reading"
    contradicted = verdicts[(verdicts["reading"] == "contradicted") & asserted]
    table = README.split("own numbers contradict:")[1].split("\n\n")[1]
    assert len(table.splitlines()) - 2 == len(contradicted)


def test_the_session_prints_what_the_readme_shows():
    session = README.split("```python")[1].split("```")[0]
    for step in session.split(">>> ")[2:]:
        code, _, output = step.partition("\n")
        shown = eval(code, {"ss": ss})  # the README's own lines
        assert str(shown).split() == output.split(), code
