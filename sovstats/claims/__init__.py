"""Decides claims and restatements; says how much a verdict is worth.

- `claim` - the claims of a dataset with their verdicts
- `verdict` - the verdict of one expression, and its arithmetic in full
- `decision` - one comparison of two operands at every reading
- `display` - the unit in which both sides are shown
- `verdict_words` - the only home of the words for verdicts; shared
- `caveats` - where two sides are not of the same kind
- `because` - which figures a claim needs to be read loosely
- `slips` - small errors put into figures, and which claims notice them
- `solving` - what a figure would have to be for two sides to be equal
- `repairs` - what one figure would have to be for a claim to hold
- `weight` - what a verdict rests on, would notice, and what would mend it; shared
- `findings` - the claims to look at, in groups
- `sensitivity` - which verdicts hang on the hedge width
- `rows` - the processed tables ``verdicts`` and ``slips``; shared
- `formulas` - the arithmetic of a claim written out; shared
"""

from sovstats.claims.claim import Claim, ClaimError, read_claim, read_claims
from sovstats.claims.findings import FindingGroup, finding_groups
from sovstats.claims.sensitivity import changing_verdicts, exact_width
from sovstats.claims.verdict import Verdict, verdict_of

__all__ = [
    "Claim", "ClaimError", "FindingGroup", "Verdict", "changing_verdicts",
    "exact_width", "finding_groups", "read_claim", "read_claims", "verdict_of",
]  # fmt: skip
