"""For the tests of a dataset of one's own: one line a claim that must come out so."""

from __future__ import annotations

from fractions import Fraction

from sovstats.claims import Claim, Verdict, read_claim
from sovstats.dataset import Dataset
from sovstats.errors import UnknownNameError
from sovstats.numbers import VERDICTS


def assert_verdict(
    dataset: Dataset,
    claim: str,
    expected: str,
    hedge_width: Fraction | None = None,
) -> None:
    """Fail unless a claim has the verdict that was expected.

    Parameters
    ----------
    dataset
        The dataset.
    claim
        The name of one of its claims, or an expression such as
        ``horses_1934 < horses_1929``.
    expected
        literal, written, hedged, significant, open, contradicted or undecidable.
    hedge_width
        How far a hedge loosens a number, as a part of it; a tenth unless told.

    Raises
    ------
    AssertionError
        If the verdict is another one; its message is the whole arithmetic.
    UnknownNameError
        If there is no such claim or verdict.
    ExpressionError, DimensionError
        If the expression cannot be evaluated.

    Examples
    --------
    >>> import sovstats as ss
    >>> from sovstats.testing import assert_verdict
    >>> assert_verdict(ss.default(), "cattle_fall", "significant")
    >>> assert_verdict(ss.default(), "horses_1934 < horses_1929", "literal")
    """
    __tracebackhide__ = True  # pytest then points at the line of the test
    if expected not in VERDICTS:
        kind = "verdict"
        raise UnknownNameError.of(kind, expected, VERDICTS, listed=True)
    found: Claim | Verdict
    if claim.isidentifier():
        found = read_claim(dataset.store, claim, hedge_width)
        verdict = found.verdict
    else:
        found = verdict = dataset.verify(claim, hedge_width)
    if found.reading != expected:
        first = f"{claim} was expected to be {expected} and is {found.reading}"
        message = f"{first}\n\n{verdict}"
        raise AssertionError(message)
