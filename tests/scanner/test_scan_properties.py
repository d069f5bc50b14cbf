"""Laws of the scanner: nothing is lost, nothing overlaps, what is written is found."""

from __future__ import annotations

import re
import time
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.pieces import NAMES, PIECES, SCALES, UNITS, WORDS

from sovstats.scanner.scan import find_mentions

ANY_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
NUMBER = re.compile(
    rf"\d|(?<![^\W\d_])(?:{ANY_WORD})(?![^\W\d_])",
    re.IGNORECASE,
)


def in_words(number: int) -> str:
    """Write a whole number below a million as English does."""
    if number >= 1000:
        rest = f" {in_words(number % 1000)}" if number % 1000 else ""
        return f"{in_words(number // 1000)} thousand{rest}"
    if number >= 100:
        rest = f" and {in_words(number % 100)}" if number % 100 else ""
        return f"{NAMES[number // 100]} hundred{rest}"
    if number > 20 and number % 10:
        return f"{NAMES[number - number % 10]}-{NAMES[number % 10]}"
    return NAMES[number]


def check_laws(text: str) -> None:
    """Fail unless the mentions are sorted, apart, and close every digit and word."""
    closed = bytearray(len(text))
    end = 0
    for mention in find_mentions(text):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.printed == " ".join(text[mention.start : mention.end].split())
        end = mention.end
        closed[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    for found in NUMBER.finditer(text):
        assert all(closed[found.start() : found.end()]), found


@given(st.text(max_size=80))
@example("١٢٣ and ٤")
@example("1." * 40)
@example("12.5.19.5 and 1:5:7/8-9")
def test_any_text_keeps_the_laws(text):
    check_laws(text)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", "  "]))))
@example([("1/2", ""), ("½", " "), ("1929", "-"), ("3.5", "")])
@example([("million", " ")] * 60)
@example([("May", " "), ("3", ""), ("thirds", "")])
def test_any_heap_of_number_pieces_keeps_the_laws(pieces):
    check_laws("".join(piece + gap for piece, gap in pieces))


@given(st.integers(2, 999_999), st.sampled_from(UNITS))
def test_digits_are_found_with_their_value(number, unit):
    grouped = f"{number:,}{unit}"
    (mention,) = find_mentions(f"They counted {grouped} again.")
    assert mention.printed == grouped or unit == ""
    is_year = mention.kind == "year"
    assert mention.value == number and (not is_year or 1500 <= number < 2100)


@given(st.integers(2, 999_999), st.sampled_from([" tons", " per cent", " times", ""]))
def test_words_are_found_with_their_value(number, unit):
    written = in_words(number)
    (mention,) = find_mentions(f"They counted {written}{unit} again.")
    assert (mention.printed, mention.value) == (written + unit, number)


@given(
    st.integers(0, 999), st.integers(1, 99), st.sampled_from(sorted(SCALES)),
    st.sampled_from(UNITS[:-1]),
)  # fmt: skip
def test_decimals_with_scale_and_unit_are_found(whole, decimals, scale, unit):
    written = f"{whole}.{decimals:02}{scale}{unit}"
    (mention,) = find_mentions(f"They counted {written} again.")
    assert mention.printed == written
    assert mention.value == (whole + Fraction(decimals, 100)) * SCALES[scale]


@given(
    st.integers(1, 99), st.integers(1, 8), st.integers(2, 9),
    st.sampled_from([" ", "-", " and "]),
)  # fmt: skip
def test_mixed_numbers_are_found(whole, top, bottom, joint):
    if top >= bottom:
        top, bottom = 1, top + 1
    (mention,) = find_mentions(f"It bore {whole}{joint}{top}/{bottom} times as much.")
    assert mention.value == whole + Fraction(top, bottom)
    assert mention.kind == "multiple"


@given(
    st.integers(2, 400), st.integers(1, 400),
    st.sampled_from([" to ", " or ", "-", "–", "—"]),
    st.sampled_from([" million", " per cent", " tons", " thousand rubles"]),
)  # fmt: skip
def test_ranges_are_found_as_one_mention(low, more, joint, behind):
    text = f"They counted {low}{joint}{low + more}{behind} again."
    (mention,) = find_mentions(text)
    factor = {" million": 10**6, " thousand rubles": 1000}.get(behind, 1)
    assert mention.value is None
    assert (mention.low, mention.high) == (low * factor, (low + more) * factor)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        ",",
        "million ",
        "1,",
        "1,00,",
        "one ",
        "half ",
        "1/",
        "$",
        " 000",
        "\n",
        "1:1:",
    ],
)
def test_the_time_grows_no_faster_than_the_text(piece):
    # Twenty times the text may take sixty times as long, which a square would exceed.
    def seconds(count: int) -> float:
        text = piece * (count // len(piece))
        begun = time.process_time()
        find_mentions(text)
        return time.process_time() - begun

    short = max(seconds(4_000), 0.003)
    assert seconds(80_000) < 60 * short
