"""Findings: which claims stand in which group."""

from __future__ import annotations

from support.printed import names, printed

from sovstats.claims import Claim, finding_groups, verdict_of

SPACE = names(
    printed("three", "3.0", "head"),
    printed("four", "4.0", "head"),
    printed("over", "30", "head", "over"),
)


def claim(expression, asserted="text", expected="", kind="arithmetic"):
    """Return a claim on the figures above, called as it is written."""
    row = {"claim": expression, "asserted": asserted, "expected": expected}
    return Claim({**row, "kind": kind}, verdict_of(expression, SPACE))


def grouped(*claims):
    """Return the expressions of the claims in each group."""
    return [[each.name for each in group.claims] for group in finding_groups(claims)]


def test_what_the_texts_say_is_contradicted_and_what_we_put_together_is_not_so():
    # 2.95 to 3.05 and 3.95 to 4.05 do not meet.
    said = claim("three == four", "text")
    implied = claim("four == three", "implied")
    ours = claim("four - three == 2 * head", "reading")
    assert grouped(ours, said, implied) == [
        ["three == four", "four == three"],
        ["four - three == 2 * head"],
        [],
        [],
    ]
    assert (said.words, ours.words) == ("contradicted", "does not hold as we read it")


def test_a_broken_hedge_is_a_finding_unless_the_claim_is_contradicted():
    # Over 30 is more than 30, and 29.8 is 29.75 to 29.85: it meets 29.5 to 30.5 only.
    broken, against = "over == 29.8 * head", "over == 20.0 * head"
    assert grouped(claim(broken), claim(against)) == [[against], [], [broken], []]


def test_a_surprising_verdict_is_a_finding_whatever_it_is():
    holds = claim("three < four", expected="written")
    fails = claim("four < three", expected="literal")
    known = claim("three < 4 * head", expected="literal")
    assert grouped(holds, fails, known) == [
        ["four < three"],
        [],
        [],
        ["three < four", "four < three"],
    ]


def test_of_editions_no_hedge_is_asked():
    edition = claim("over == 29.8 * head", kind="edition")
    assert grouped(edition) == [["over == 29.8 * head"], [], [], []]


def test_every_group_says_what_is_the_matter():
    headings = [group.heading for group in finding_groups([])]
    assert headings == [
        "Contradicted by the texts' own numbers",
        "Do not hold as we read them",
        "Hold only if a hedge is not taken at its word",
        "Other verdicts than expected",
    ]
    assert all(group.explanation.endswith(".") for group in finding_groups([]))
