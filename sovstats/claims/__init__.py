"""TODO"""

from sovstats.claims.claim import Claim, ClaimError, read_claim, read_claims
from sovstats.claims.sensitivity import changing_verdicts, exact_width
from sovstats.claims.verdict import Verdict, verdict_of
