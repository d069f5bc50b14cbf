"""One measurement of one number finder, in the process that runs this file.

`scanner.py` runs it; it prints one JSON object. The tasks are ``recall FINDER TEXTS``,
``speed FINDER TEXTS``, ``size MEGABYTES TEXTS`` and ``hostile NAME TEXTS``. Processor
time is measured, so that other processes on the machine do not count.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

TABLES = Path(__file__).resolve().parent.parent / "data" / "processed"
BARE = re.compile(r"\w+|[^\w\s]")
PARAGRAPH = re.compile(r"(?:(?!\n\s*\n).)+", re.DOTALL)
WARM_UP = "In the third year 25 cows, or two and a half times as many."
STRETCH = 20_000
MEGABYTE = 1_000_000


class Found(NamedTuple):
    """What a finder found: where, and the number or the ends of a range."""

    start: int
    end: int
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None


class Raw(NamedTuple):
    """What a finder returns of itself, and the offset that its own offsets lack."""

    offset: int
    result: Any


class Finder(NamedTuple):
    """A number finder: how it goes through a text, and how its results are read.

    Attributes
    ----------
    search
        Yields results in the order of the text; only this is timed.
    read
        Turns one of them into what was found.
    """

    search: Callable[[str], Iterator[Raw]]
    read: Callable[[Raw], Found]


def sovstats() -> Finder:
    """Return the scanner of this package, which takes a text whole."""
    from sovstats.scanner.scan import iter_mentions

    def search(text: str) -> Iterator[Raw]:
        return (Raw(0, mention) for mention in iter_mentions(text))

    def read(raw: Raw) -> Found:
        mention = raw.result
        numbers = mention.value, mention.low, mention.high
        return Found(mention.start, mention.end, *numbers)

    return Finder(search, read)


def recognizers(*, ordinals: bool = False) -> Finder:
    """Return Recognizers-Text, its model of numbers, if wished that of ordinals too."""
    from recognizers_number import NumberRecognizer
    from recognizers_text import Culture

    models = NumberRecognizer(Culture.English)
    parsers = [models.get_number_model().parse]
    if ordinals:
        parsers.append(models.get_ordinal_model().parse)

    def search(text: str) -> Iterator[Raw]:
        for offset, paragraph in paragraphs(text):
            for parse in parsers:
                yield from (Raw(offset, result) for result in parse(paragraph))

    def read(raw: Raw) -> Found:
        start, end = raw.result.start, raw.result.end + 1
        try:
            value = Fraction((raw.result.resolution or {}).get("value", ""))
        except (TypeError, ValueError):
            value = None
        return Found(raw.offset + start, raw.offset + end, value)

    return Finder(search, read)


def quantulum3() -> Finder:
    """Return quantulum3, without its classifier of units, which finds no numbers."""
    warnings.simplefilter("ignore")
    from quantulum3 import parser

    def search(text: str) -> Iterator[Raw]:
        for offset, paragraph in paragraphs(text):
            yield from (Raw(offset, result) for result in parser.parse(paragraph))

    def read(raw: Raw) -> Found:
        start, end = (raw.offset + place for place in raw.result.span)
        value, half = Fraction(raw.result.value), raw.result.uncertainty
        if not half:
            return Found(start, end, value)
        return Found(start, end, None, value - Fraction(half), value + Fraction(half))

    return Finder(search, read)


FINDERS: dict[str, Callable[[], Finder]] = {
    "sovstats": sovstats,
    "recognizers": recognizers,
    "recognizers+ordinals": lambda: recognizers(ordinals=True),
    "quantulum3": quantulum3,
}


def ready(name: str) -> Finder:
    """Return a finder that has loaded and compiled what it needs."""
    finder = FINDERS[name]()
    for raw in finder.search(WARM_UP):
        finder.read(raw)
    return finder


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of a text with their offsets."""
    for found in PARAGRAPH.finditer(text):
        if found.group().strip():
            yield found.start(), found.group()


def read_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a processed table."""
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def read_texts(folder: Path) -> dict[str, str]:
    """Return the five texts by source; another edition is an error."""
    texts = {}
    for row in read_rows("sources"):
        data = (folder / row["file"]).read_bytes()
        if hashlib.sha256(data).hexdigest() != row["sha256"]:
            sys.exit(f"{row['file']} is not the edition that was transcribed")
        texts[row["source"]] = data.decode("utf-8")
    return texts


def recall(name: str, folder: Path) -> dict[str, float]:
    """Compare what a finder finds with the figures and exclusions of the ledger.

    Rows where a correction mends the print are left out: what they mean is not there.
    """
    finder = ready(name)
    damaged = read_rows("corrections")
    figures, exclusions = (
        [row for row in read_rows(name) if row["printed"] and not meets(row, damaged)]
        for name in ("figures", "exclusions")
    )
    rows = figures + exclusions
    valued = [
        row for row in figures if row["value_exact"] or row["low_exact"] and row["high"]
    ]
    found = {
        source: [finder.read(raw) for raw in finder.search(text)]
        for source, text in read_texts(folder).items()
    }

    def touching(row: dict[str, str]) -> list[Found]:
        start, end = int(row["start"]), int(row["end"])
        return [f for f in found[row["source"]] if f.start < end and start < f.end]

    return {
        "rows": len(rows),
        "figures": len(figures),
        "valued": len(valued),
        "all": sum(bool(touching(row)) for row in rows) / len(rows),
        "of_figures": sum(bool(touching(row)) for row in figures) / len(figures),
        "right": sum(is_right(row, touching(row)) for row in valued) / len(valued),
    }


def meets(row: dict[str, str], others: list[dict[str, str]]) -> bool:
    """Say whether a row shares a character with another, such as a correction."""
    start, end = int(row["start"]), int(row["end"])
    return any(
        other["source"] == row["source"]
        and int(other["start"]) < end
        and start < int(other["end"])
        for other in others
    )


def is_right(row: dict[str, str], found: list[Found]) -> bool:
    """Say whether the value, or both ends of the range, of a figure were found."""
    values = [each.value for each in found]
    if row["value_exact"]:
        return is_among(Fraction(row["value_exact"]), values)
    low, high = Fraction(row["low_exact"]), Fraction(row["high_exact"])
    whole = any(is_among(low, [f.low]) and is_among(high, [f.high]) for f in found)
    return whole or is_among(low, values) and is_among(high, values)


def is_among(number: Fraction, values: list[Fraction | None]) -> bool:
    """Say whether a number was found, to the precision of a float."""
    return any(
        value is not None and abs(value - number) <= abs(number) / 10**9
        for value in values
    )


def cost(
    finder: Finder, text: str, measure: str | None = None
) -> tuple[float, float, int]:
    """Return the seconds of a finder and of the bare regex, and how much was found.

    The two take turns, stretch by stretch, so that both meet the machine in the same
    moods. All results are kept, as a list of them would be.

    Parameters
    ----------
    finder, text
        What looks for numbers, and where.
    measure
        A text of the same length for the bare regex. None gives it the same text.
    """
    measure = text if measure is None else measure
    kept, finder_seconds, bare_seconds, done = [], 0.0, 0.0, 0
    search = finder.search(text)
    began = time.process_time()
    for raw in search:
        kept.append(raw)
        reached = finder.read(raw).start if len(kept) % 16 == 0 else 0
        if reached - done >= STRETCH:
            finder_seconds += time.process_time() - began
            bare_seconds += bare(measure, done, reached)
            done = reached
            began = time.process_time()
    finder_seconds += time.process_time() - began
    return finder_seconds, bare_seconds + bare(measure, done, len(measure)), len(kept)


def bare(text: str, start: int, end: int) -> float:
    """Return the seconds that cutting a stretch into words takes."""
    began = time.process_time()
    for _ in BARE.finditer(text, start, end):
        pass
    return time.process_time() - began


def speed(name: str, folder: Path) -> dict[str, float]:
    """Compare the speed of a finder on the five texts with that of the bare regex."""
    text = "\n\n".join(read_texts(folder).values())
    finder_seconds, bare_seconds, _ = cost(ready(name), text)
    size = len(text.encode()) / MEGABYTE
    return {"share": bare_seconds / finder_seconds, "rate": size / finder_seconds}


def repeated(folder: Path, characters: int) -> str:
    """Repeat the texts, each time with other digits, so that no cache can help."""
    text = "\n\n".join(read_texts(folder).values()) + "\n\n"
    random, copies, length = Random(1), [], 0
    while length < characters:
        digits = "".join(random.sample("123456789", 9))
        copies.append(text.translate(str.maketrans("123456789", digits)))
        length += len(text)
    return "".join(copies)[:characters]


def size(megabytes: str, folder: Path) -> dict[str, float]:
    """Return what a megabyte costs in a text of so many megabytes."""
    text = repeated(folder, int(megabytes) * MEGABYTE)
    finder_seconds, bare_seconds, found = cost(ready("sovstats"), text)
    return {"cost": finder_seconds / bare_seconds, "found": found}


ONE_TO_TEN = "one two three four five six seven eight nine ten "
NUMBER_WORDS = (
    ONE_TO_TEN
    + "eleven twelve twenty thirty forty fifty hundred thousand million "
    + "half third quarters dozen first second"
).split()


def any_order(characters: int) -> str:
    """Draw number words at random, so that no run of them comes twice."""
    random = Random(2)
    words = random.choices(NUMBER_WORDS, k=characters // 3)
    return " ".join(words)[:characters]


HOSTILE: dict[str, Callable[[str], str]] = {
    "digits only": lambda ordinary: "1",
    "commas only": lambda ordinary: ",",
    "a scale word repeated": lambda ordinary: "million ",
    "one line without breaks": lambda ordinary: re.sub(r"\s+", " ", ordinary),
    "no white space at all": lambda ordinary: re.sub(r"\s+", "", ordinary),
    "one to ten repeated": lambda ordinary: ONE_TO_TEN,
    "number words in any order": lambda ordinary: any_order(len(ordinary)),
    "'one hundred and' repeated": lambda ordinary: "one hundred and ",
}


def hostile(name: str, folder: Path) -> dict[str, float]:
    """Compare a hostile megabyte with an ordinary one, in one process."""
    finder = ready("sovstats")
    ordinary = repeated(folder, MEGABYTE)
    piece = HOSTILE[name](ordinary)
    text = (piece * (MEGABYTE // len(piece) + 1))[:MEGABYTE]
    usual, usual_bare, _ = cost(finder, ordinary)
    unusual, unusual_bare, _ = cost(finder, text, ordinary)
    return {"ratio": (unusual / unusual_bare) / (usual / usual_bare)}


TASKS: dict[str, Callable[[str, Path], dict[str, float]]] = {
    "recall": recall,
    "speed": speed,
    "size": size,
    "hostile": hostile,
}


if __name__ == "__main__":
    task, subject, texts = sys.argv[1:]
    print(json.dumps(TASKS[task](subject, Path(texts))))
