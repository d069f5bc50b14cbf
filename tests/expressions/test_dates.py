"""Dates: calendar years and whole months between them, of texts and of figures."""

from __future__ import annotations

import pytest
from support.printed import names, printed

from sovstats.errors import SovstatsError
from sovstats.expressions import parse_expression
from sovstats.expressions.dates import calendar_months

SPACE = names(
    printed("start", "5", "head", year="1928", period_start="1928-10"),
    printed("end", "5", "head", year="1933", period_start="1932-04-01"),
    printed("plain", "5", "head", year="1930", period_start="1930"),
    printed("span", "5", "head", year="", period_start="1928"),
    printed("undated", "5", "head", year="1930", period_start=""),
    printed("bad", "5", "head", year="1930s", period_start="1930-13"),
    printed("daily", "5", "head", year="1930", period_start="1930-05-17"),
)


def months(text):
    """Return the months that a call of years or months stands for."""
    return calendar_months(parse_expression(f"{text} == 1").operands[0], SPACE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('years("1928", "1932")', 48),
        ('years("1932", "1928")', -48),
        # Years alone count as soon as one has no month: 4 years, not 3 and a quarter.
        ('years("1928-10", "1932")', 48),
        ('years("1928", "1932-10")', 48),
        # 3 years and 6 months, in which December and January are one apart.
        ('years("1928-10", "1932-04")', 42),
        ('years("1928-12", "1929-01")', 1),
        ('months("1928-12", "1929-01")', 1),
        ('months("1928-10-01", "1928-12-01")', 2),
        # A year begins with its January.
        ('months("1928", "1928-12")', 11),
        ('months("1928", "1929")', 12),
        ('months("1928-12", "1929")', 1),
        # years() has the year of a figure, months() the start of its period.
        ("years(start, end)", 60),
        ("months(start, end)", 42),
        ("years(start, plain)", 24),
        ("months(start, plain)", 15),
        ("years(plain, undated)", 0),
        ("months(span, plain)", 24),
        ('years("1925", start)', 36),
        ('months("1928-01", start)', 9),
        # The day of a figure's period is passed over.
        ("months(plain, daily)", 4),
    ],
)
def test_the_months_from_one_date_to_another(text, expected):
    assert months(text) == expected


NO_DATE = 'is no date such as "1928", "1928-10" or "1928-10-01"'
WHOLE = "months are counted whole, so that the day of"


@pytest.mark.parametrize(
    ("text", "subject", "reason"),
    [
        ("years(span, plain)", "span", "'span' has no single year"),
        ("months(plain, undated)", "undated", "'undated' has no single month"),
        ("years(1928, start)", "years", "years() takes two dates in quotes or figures"),
        (
            "months(end, head)",
            "months",
            "months() takes two dates in quotes or figures",
        ),
        ("years(bad, start)", "1930s", f"'1930s' {NO_DATE}"),
        ("months(bad, start)", "1930-13", f"'1930-13' {NO_DATE}"),
        ('years("1928-00", start)', "1928-00", f"'1928-00' {NO_DATE}"),
        (
            'months("1928-10-02", end)',
            "1928-10-02",
            f"{WHOLE} '1928-10-02' has no place; write \"1928-10\"",
        ),
        (
            'months("1928-10-00", end)',
            "1928-10-00",
            f"{WHOLE} '1928-10-00' has no place; write \"1928-10\"",
        ),
        (f'years("{"x" * 41}", end)', "x" * 41, f"'{'x' * 40}' {NO_DATE}"),
    ],
)
def test_what_is_no_date_is_named(text, subject, reason):
    with pytest.raises(SovstatsError) as refused:
        months(text)
    assert refused.value.reason == reason
    assert refused.value.expression == subject


def test_january_and_december_are_months():
    assert months('months("1928-01", "1928-12")') == 11
