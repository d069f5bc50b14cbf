"""Findings: the claims that a reader of all verdicts should look at, in groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sovstats.claims.claim import Claim
from sovstats.claims.verdict_words import FINDINGS
from sovstats.numbers import CONTRADICTED


@dataclass(frozen=True)
class FindingGroup:
    """Claims with which something is the matter.

    Attributes
    ----------
    heading, explanation
        What, in a few words and in a sentence.
    claims
        The claims, in their order; there may be none.

    Examples
    --------
    >>> from sovstats.claims import FindingGroup
    >>> FindingGroup("Other verdicts than expected", "Look at them again.", []).claims
    []
    """

    heading: str
    explanation: str
    claims: list[Claim]


def finding_groups(claims: Sequence[Claim]) -> list[FindingGroup]:
    """Return the findings among claims, in four groups.

    Parameters
    ----------
    claims
        The claims of a dataset, or some of them.

    Returns
    -------
    list of FindingGroup
        What the texts contradict themselves in; our own constructions that do not
        hold; what holds only if a hedge is not taken at its word; verdicts that nobody
        expected. A claim stands in one of the first three at most.

    Examples
    --------
    >>> import sovstats as ss
    >>> from sovstats.claims import finding_groups
    >>> [group.heading for group in finding_groups(ss.default().claims())][1]
    'Do not hold as we read them'
    """
    against = [claim for claim in claims if claim.reading == CONTRADICTED]
    holding = [claim for claim in claims if claim.reading != CONTRADICTED]
    chosen = {
        "text": [claim for claim in against if not claim.ours],
        "reading": [claim for claim in against if claim.ours],
        "broken": [claim for claim in holding if claim.hedge == "broken"],
        "surprising": [claim for claim in claims if claim.surprising],
    }
    return [FindingGroup(*FINDINGS[name], found) for name, found in chosen.items()]
