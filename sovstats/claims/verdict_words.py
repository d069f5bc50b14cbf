"""The words for verdicts: all that is said of them on terminal, pages and charts."""

from __future__ import annotations

from sovstats.numbers import CONTRADICTED, UNDECIDABLE

MEANING = {
    "literal": "it holds for the numbers exactly as printed",
    "written": "it holds within half a unit of the last digit written",
    "hedged": "it holds only with what the author's own hedges leave open",
    "significant": (
        "it holds only if the trailing zeros of a whole number are not meant"
    ),
    "open": "it holds only where a hedge or a plural sets no limit at all",
    CONTRADICTED: "no reading of the printed numbers makes it hold",
    UNDECIDABLE: "a number is missing, or a divisor can be zero",
}
"""What the verdict on an equality means, in a sentence."""

ORDERED = {
    "literal": "the order holds for the numbers exactly as printed",
    "written": "only rounding within the digits written can save the order",
    CONTRADICTED: "the order fails for every value that the digits leave open",
    UNDECIDABLE: MEANING[UNDECIDABLE],
}
"""What the verdict on an ordering means, in a sentence."""

MEANINGS = {
    "literal": "hold exactly as printed",
    "written": "hold within the digits written",
    "hedged": "hold with the author's own hedges",
    "significant": "hold if round numbers are meant roundly",
    "open": "hold only where a hedge sets no limit",
    CONTRADICTED: "do not hold under any reading",
    UNDECIDABLE: "cannot be decided",
}
"""What is said of several claims of one verdict, after their number."""

NOT_AS_WE_READ = "does not hold as we read it"
"""What is said of a contradiction that rests on our own construction."""

OURS = "our own constructions, which no reading admits"
"""What is said of several such contradictions, after their number."""

LOOSENED = {
    "hedged": "taken with its hedge",
    "significant": "taken as rounded",
    "open": "taken without a limit",
}
"""How a figure is taken on which a verdict rests."""

OUTCOMES = {
    "certain": "inside",
    "possible": "meet",
    "impossible": "apart",
    "undecidable": "unknown",
}
"""How two sides that must be equal lie under one reading."""

ORDER_OUTCOMES = {
    "certain": "for all values",
    "possible": "for some",
    "impossible": "for none",
    "undecidable": "unknown",
}
"""For which values an order holds under one reading."""

HEDGES = {
    "kept": "the hedges are kept: more than, less than and the like may all be true.",
    "broken": "a hedge is broken: taken at its word it makes the claim false.",
}
"""What becomes of directional hedges."""

FINDINGS = {
    "text": (
        "Contradicted by the texts' own numbers",
        "The texts say it, or two of their passages must agree, and no reading of the "
        "printed numbers makes it hold.",
    ),
    "reading": (
        "Do not hold as we read them",
        "We put the figures together, some with outside series; under no reading of "
        "the printed numbers does the comparison hold.",
    ),
    "broken": (
        "Hold only if a hedge is not taken at its word",
        "“Over”, “under”, “almost” and the like would have to mean less than they say.",
    ),
    "surprising": (
        "Other verdicts than expected",
        "Somebody looked at these claims and expected another verdict.",
    ),
}
"""The groups of findings: heading and explanation of each."""
