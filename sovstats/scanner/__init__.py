"""TODO"""

from sovstats.scanner.mention import Mention
from sovstats.scanner.scan import find_mentions, iter_mentions

__all__ = ["Mention", "find_mentions", "iter_mentions"]
