"""Anchors: finding the rows of one copy of a text again in another.

Of the squeezed text (letters and digits, lower case) six windows of sixteen characters
are kept as hashes for each row, three before its span and three after. In another copy
a row is found where two or more of its windows occur once and agree on the place. Line
breaks, spaces, quotes and dashes do not matter, and a damaged letter spoils one window.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

WINDOW = 16
EACH_SIDE = 3
DIGITS = 12
AGREEING = 2
COLUMNS = ("before_3", "before_2", "before_1", "after_1", "after_2", "after_3")
"""The hashes of a row in the table ``anchors``."""


@dataclass(frozen=True)
class Squeezed:
    """A text without anything but letters and digits, and where each came from.

    Attributes
    ----------
    text
        The letters and digits, lower case.
    places
        For each of them its index in the whole text.

    Examples
    --------
    >>> Squeezed.of("34.6 Million")
    Squeezed(text='346million', places=[0, 1, 3, 5, 6, 7, 8, 9, 10, 11])
    """

    text: str
    places: list[int]

    @classmethod
    def of(cls, text: str) -> Squeezed:
        """Squeeze a text; one character in is one character out, or none."""
        kept: list[str] = []
        places: list[int] = []
        for place, character in enumerate(text):
            if character.isalnum():
                lower = character.lower()
                kept.append(lower if len(lower) == 1 else character)
                places.append(place)
        return cls("".join(kept), places)

    def index(self, place: int) -> int:
        """Return how many kept characters stand before a place of the text."""
        return bisect_left(self.places, place)


def window_hash(window: str) -> str:
    """Return the hash of one window."""
    return hashlib.sha256(window.encode("utf-8")).hexdigest()[:DIGITS]


def make_anchors(squeezed: Squeezed, start: int, end: int) -> dict[str, str]:
    """Return the six hashes around a span.

    Parameters
    ----------
    squeezed
        The text, squeezed.
    start, end
        The span, in the whole text.

    Returns
    -------
    dict
        Twelve hexadecimal digits by column of the table ``anchors``; empty where a
        window leaves the text.

    Examples
    --------
    >>> anchors = make_anchors(Squeezed.of("It had 12 cranes and forty ships."), 7, 9)
    >>> [column for column, digits in anchors.items() if digits]
    ['after_1']
    """
    first, last = squeezed.index(start), squeezed.index(end)
    cells = {}
    for step in range(1, EACH_SIDE + 1):
        cells[f"before_{step}"] = _hash_at(squeezed.text, first - WINDOW * step)
        cells[f"after_{step}"] = _hash_at(squeezed.text, last + WINDOW * (step - 1))
    return {column: cells[column] for column in COLUMNS}


def _hash_at(text: str, start: int) -> str:
    if start < 0 or start + WINDOW > len(text):
        return ""
    return window_hash(text[start : start + WINDOW])


class AnchorFinder:
    """Finds spans in one copy of a text by their anchors.

    Parameters
    ----------
    text
        The copy.

    Examples
    --------
    >>> old = "The whole harbour of that old town had 12 cranes and forty great ships."
    >>> anchors = make_anchors(Squeezed.of(old), 39, 41)
    >>> AnchorFinder(old.replace(" had", " - had")).find(anchors, "12")
    (41, 43)
    """

    def __init__(self, text: str) -> None:
        self.squeezed = Squeezed.of(text)
        plain = self.squeezed.text
        hashes = [
            window_hash(plain[i : i + WINDOW]) for i in range(len(plain) - WINDOW + 1)
        ]
        counts = Counter(hashes)
        self.once = {each: i for i, each in enumerate(hashes) if counts[each] == 1}

    def find(self, anchors: Mapping[str, str], printed: str) -> tuple[int, int] | None:
        """Return the span of a row in this copy, or None where it is not to be found.

        Parameters
        ----------
        anchors
            The six hashes.
        printed
            What the row prints; its squeezed length is that of the span.
        """
        plain = Squeezed.of(printed).text
        length = len(plain)
        votes: Counter[int] = Counter()
        for step in range(1, EACH_SIDE + 1):
            before = self.once.get(anchors[f"before_{step}"])
            if before is not None:
                votes[before + WINDOW * step] += 1
            after = self.once.get(anchors[f"after_{step}"])
            if after is not None:
                votes[after - WINDOW * (step - 1) - length] += 1
        agreed = [place for place, count in votes.items() if count >= AGREEING]
        # Where text was put in on one side, both sides agree, but not on one place:
        # there what the row prints must stand.
        if len(agreed) > 1:
            agreed = [p for p in agreed if self.squeezed.text.startswith(plain, p)]
        places = self.squeezed.places
        if len(agreed) != 1 or not 0 <= agreed[0] <= len(places) - length or not length:
            return None
        first = agreed[0]
        return places[first], places[first + length - 1] + 1

    def find_all(
        self,
        rows: Iterable[Mapping[str, str]],
        anchors: Mapping[str, Mapping[str, str]],
    ) -> dict[str, tuple[int, int]]:
        """Return the spans of all rows that are found, by the start they had before."""
        found = {}
        for row in rows:
            if row["start"] in anchors and row["printed"]:
                span = self.find(anchors[row["start"]], row["printed"])
                if span is not None:
                    found[row["start"]] = span
        return found
