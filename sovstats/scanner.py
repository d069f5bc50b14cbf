"""Finding every number in an English text, with its value and how it is hedged.

A regular expression jumps from number to number; only the few words around each are
looked at, so that the time grows with the length of the text and with nothing else.
What no rule can join becomes a mention of its own: no digit and no number word is ever
passed over.
"""

from __future__ import annotations

from collections.abc import Iterator

from sovstats.finishing import finished, roman_mentions
from sovstats.mention import Mention
from sovstats.run_reader import LONGEST_CACHED, read_cached, read_run
from sovstats.scan_patterns import FIRST, run_end
from sovstats.scan_start import ROMAN_REFERENCE, START
from sovstats.surroundings import cue_of

__all__ = ["Mention", "find_mentions", "iter_mentions"]


def find_mentions(text: str) -> list[Mention]:
    """Return every mention of a number in a text, in order and without overlaps.

    Parameters
    ----------
    text
        Any text; English number words, digits of any script.

    Examples
    --------
    >>> [(each.printed, each.hedge) for each in find_mentions("almost 3 1/2 times")]
    [('3 1/2 times', 'almost')]
    """
    return list(iter_mentions(text))


def iter_mentions(text: str) -> Iterator[Mention]:
    """Yield the mentions of `find_mentions` one by one, for texts of any length."""
    position = 0
    while found := START.search(text, position):
        roman = ROMAN_REFERENCE.match(text, found.start())
        if roman and roman.end() == found.end():
            yield from roman_mentions(roman)
            position = found.end()
            continue
        start = first_of(text, found.start())
        first = FIRST.match(text, start)
        if first is None or first.end() == start:
            # A money sign or a pair that stands in no company with a number.
            position = found.end()
            continue
        end, cut = run_end(text, first.end())
        run = text[start:end]
        read = read_cached if len(run) <= LONGEST_CACHED else read_run
        drafts = read(run, cue_of(text, start, end))
        if cut and len(drafts) > 4:
            # What stands at the cut may go on behind it: it is read again from there.
            drafts = drafts[:-2]
            end = start + drafts[-1].end
        yield from finished(text, start, run, drafts)
        position = max(end, found.end())


def first_of(text: str, start: int) -> int:
    """Return where a number begins, with the point in front of .5."""
    if start and text[start - 1] == "." and text[start].isdecimal():
        before = text[start - 2 : start - 1] if start > 1 else ""
        if not before or not (before.isalnum() or before in "._"):
            return start - 1
    return start
