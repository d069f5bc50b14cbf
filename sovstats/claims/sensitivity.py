"""Sensitivity: which verdicts hang on how far a hedge is taken to loosen a number."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from sovstats.claims.claim import read_claims
from sovstats.errors import NumeralError
from sovstats.numbers import parse_exact
from sovstats.storage import Tables

WIDTHS = (0.05, 0.1, 0.2)
"""The hedge widths that are compared unless told otherwise."""


def exact_width(width: float | str | Fraction) -> Fraction:
    """Return a hedge width as it is written: 0.1 is a tenth, as are ``10%`` and 1/10.

    Parameters
    ----------
    width
        A part of one, or a percentage with its sign.

    Returns
    -------
    Fraction
        The exact part of one that the characters say.

    Raises
    ------
    NumeralError
        If it is no number, or not from 0 to less than 1.

    Examples
    --------
    >>> from sovstats.claims import exact_width
    >>> exact_width(0.1), exact_width("20%")
    (Fraction(1, 10), Fraction(1, 5))
    """
    # The characters count: the float 0.1 is not quite a tenth.
    text = str(width)
    exact = parse_exact(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    if not 0 <= exact < 1:
        reason = "a hedge width must be at least 0 and less than 1, such as 0.1 or 10%"
        raise NumeralError(text, reason)
    return exact


def changing_verdicts(
    tables: Tables,
    widths: Sequence[float | str | Fraction] = WIDTHS,
    kind: str | None = None,
) -> list[dict[str, str]]:
    """Return the claims whose verdict is not the same at all of some hedge widths.

    Parameters
    ----------
    tables
        The tables of the dataset.
    widths
        The hedge widths.
    kind
        Only claims of this kind; None for all.

    Returns
    -------
    list of dict
        A row a claim: its name in ``claim``, its verdict at each width in a column
        that is called as the width is written.

    Raises
    ------
    NumeralError
        If a width is no number, or not from 0 to less than 1.

    Examples
    --------
    >>> import sovstats as ss
    >>> from sovstats.claims import changing_verdicts
    >>> rows = changing_verdicts(ss.default().store, ("5%", "20%"))
    >>> sorted(rows[0])
    ['20%', '5%', 'claim']
    """
    exact = [(str(width), exact_width(width)) for width in widths]
    readings = {name: read_claims(tables, kind, width) for name, width in exact}
    rows = []
    for at_all in zip(*readings.values(), strict=True):
        found = {name: c.reading for name, c in zip(readings, at_all, strict=True)}
        if len(set(found.values())) > 1:
            rows.append({"claim": at_all[0].name} | found)
    return rows
