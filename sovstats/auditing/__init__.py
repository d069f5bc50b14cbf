"""Proof that no number of a text was passed over.

- `audit` - all texts of a dataset, a summary and the problems of each
- `closing` - which mentions are closed by figures and exclusions, and which are open
- `edited_copies` - what a copy that is not the transcribed text has lost or changed
- `stamping` - writing the anchors of every row
"""

from sovstats.auditing.audit import Audit, audit_texts, exclusion_lines
from sovstats.auditing.stamping import stamp_anchors

__all__ = ["Audit", "audit_texts", "exclusion_lines", "stamp_anchors"]
