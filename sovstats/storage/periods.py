"""Periods: what stretch of time an EDTF string names, and in which year it counts.

A period is a closed stretch of days. Economic years, October to September, count in the
year in which they end, as the sources themselves do. The edtf library reads the
strings; it is imported when the first period is parsed, and each string is parsed once,
since one parse takes milliseconds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from sovstats.errors import SovstatsError

# Sets, times of day and exponents are EDTF too, but no period; an exponent would
# moreover be multiplied out.
WRITTEN = re.compile(r"[0-9X~?%-]{1,20}")
EXPECTED = (
    "expected EDTF such as 1935, 1913-12, 1933-01-01, 1929/1934 or, for an economic "
    "year, 1928-10/1929-09"
)


@dataclass(eq=False)
class PeriodError(SovstatsError, ValueError):
    """A period that is not a closed stretch of time written in EDTF.

    Attributes
    ----------
    period
        What was written.
    reason
        What is wrong with it, and what was expected.

    Examples
    --------
    >>> str(PeriodError("1929/", "it is an open interval"))
    "cannot use the period '1929/': it is an open interval"
    """

    period: str
    reason: str

    def __str__(self) -> str:
        return f"cannot use the period '{self.period[:60]}': {self.reason}"


@dataclass(frozen=True)
class Period:
    """A closed stretch of days.

    Attributes
    ----------
    start, end
        Its first and its last day, both included.
    """

    start: date
    end: date

    @property
    def year(self) -> int | None:
        """The calendar year it lies in, or in which its economic year ends, or None."""
        if self.start.year == self.end.year:
            return self.start.year
        if self == economic_year(self.end.year):
            return self.end.year
        return None


def economic_year(ending: int) -> Period:
    """Return the economic year, October to September, that ends in a year."""
    return Period(date(ending - 1, 10, 1), date(ending, 9, 30))


@cache
def parse_period(text: str) -> Period:
    """Return the stretch of days that an EDTF string names.

    Parameters
    ----------
    text
        A year, month or day, or two of them joined by a slash: ``1935``, ``1913-12``,
        ``1933-01-01``, ``1929/1934``. Approximate (``1935~``) and unspecified
        (``193X``) dates stand for all the days that they may mean.

    Raises
    ------
    PeriodError
        If the string is no EDTF, has an open end, or ends before it starts.

    Examples
    --------
    >>> parse_period("1928-10/1929-09").end
    datetime.date(1929, 9, 30)
    """
    if ".." in text or text.startswith("/") or text.endswith("/"):
        reason = "it is an open interval; write both ends, or leave the period empty"
        raise PeriodError(text, reason)
    # The ends are read one by one: a date takes the library less time than an interval,
    # and ends recur more often than periods.
    ends = text.split("/")
    if len(ends) > 2 or not all(map(WRITTEN.fullmatch, ends)):
        raise PeriodError(text, EXPECTED)
    for end in ends:
        _refuse_span_of_years(text, end)
    try:
        first, last = _edtf_days(ends[0])[0], _edtf_days(ends[-1])[1]
    # The library raises whatever its parts do: its own error, TypeError, ValueError.
    except Exception as error:
        raise PeriodError(text, EXPECTED) from error
    if first > last:
        reason = "it is reversed, its end is before its start; write the earlier first"
        raise PeriodError(text, reason)
    return Period(first, last)


def _refuse_span_of_years(text: str, end: str) -> None:
    """Refuse 1927-28, which EDTF takes for a part of the year 1927, as a season is."""
    found = re.fullmatch(r"(\d\d(\d\d))-(\d\d)", end)
    if found is None:
        return
    year, part = int(found[1]), int(found[3])
    season = 21 <= part <= 24 and part != (year + 1) % 100
    if part <= 12 or part <= year % 100 or season:
        return
    reason = (
        f"EDTF would take '{end}' for a part of the year {year}; write "
        f"{year}/{year + 1} for two years, {year}-10/{year + 1}-09 for an economic year"
    )
    raise PeriodError(text, reason)


@cache
def _edtf_days(text: str) -> tuple[date, date]:
    """Return the first and last day of an EDTF date, read by the edtf library."""
    import edtf
    from edtf.parser.grammar import level0Expression

    # Plain dates are level 0 of the grammar; trying that first is ten times as fast as
    # the whole of it, which tries everything and takes the longest.
    if level0Expression.matches(text):
        parsed = level0Expression.parse_string(text, parse_all=True)[0]
    else:
        parsed = edtf.parse_edtf(text)
    return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
