"""Claims on figures made from printed strings, for tests of the engine."""

from __future__ import annotations

from sovstats.claims import Claim, verdict_of
from support.printed import missing, names, printed

SPACE = names(
    printed("before", "30.7 million", "head"),
    printed("after", "19.5 million", "head"),
    printed("fall", "40 per cent", "percent"),
    printed("ten", "10.0", "ruble", "about"),
    printed("ten_2", "10.0", "ruble", "about"),
    printed("ten_3", "10.0", "ruble", "about"),
    printed("ten_4", "10.0", "ruble", "about"),
    printed("ten_5", "10.0", "ruble", "about"),
    printed("twelve", "11.9", "ruble", "about"),
    printed("millions", "millions", "ruble", "vague"),
    printed("millions_again", "millions", "ruble", "vague"),
    printed("tens", "tens of millions", "ruble", "vague"),
    printed("sum", "35 million", "ruble"),
    printed("low", "3.0", "head"),
    printed("near", "3.04", "head"),
    printed("same", "three", "head"),
    printed("range", "20 to 22", "head"),
    printed("range_again", "20–22", "head"),
    printed("wider", "20 to 30", "head"),
    printed("inside", "21", "head"),
    printed("rank", "3rd", "dimensionless", exact=True),
    missing("unknown", "head"),
    missing("unknown_too", "head"),
)


def claim(expression, kind="arithmetic", name="a_claim", space=SPACE):
    """Return a claim on the figures above."""
    row = dict.fromkeys(("title", "asserted", "expected", "note"), "")
    row |= {"claim": name, "kind": kind, "expression": expression}
    return Claim(row, verdict_of(expression, space))
