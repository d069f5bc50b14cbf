"""Text on charts: how wide it is, where it breaks, how lists and numbers are worded."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from sovstats.chart_style import FAMILY
from sovstats.display import show_number

LEADING = 1.3
"""Height of a line of text, as a multiple of its size."""

COUNTS = "no one two three four five six seven eight nine ten eleven twelve".split()


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, weight: str = "normal") -> float:
    """Return the width of one line of text in points."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family=FAMILY, size=size, weight=weight)
    width, _, _ = text_to_path.get_text_width_height_descent(text, font, ismath=False)
    return float(width)


def wrap(text: str, width: float, size: float, weight: str = "normal") -> list[str]:
    """Break a text into lines of at most so many points, at spaces."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, weight) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def listed(words: Sequence[str]) -> str:
    """Write a list as a sentence does: ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def count_word(number: Fraction | int) -> str:
    """Write a small whole number as a word, another one in digits."""
    if number == int(number) and 0 <= number < len(COUNTS):
        return COUNTS[int(number)]
    return show_number(Fraction(number), 2)


def percent(part: Fraction) -> str:
    """Write a part of one as whole percentage points, without the sign."""
    return f"{float(part) * 100:.0f}"


def sentence(text: str) -> str:
    """Begin with a capital letter and end with a full stop."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".?!" else ".")
