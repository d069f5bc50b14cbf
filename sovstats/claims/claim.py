"""The claims of a dataset: what its texts say or imply about their own numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from sovstats.claims.because import because, in_words
from sovstats.claims.decision import LITERAL, Pair
from sovstats.claims.slips import Slip, slips_of
from sovstats.claims.verdict import Verdict, verdict_of
from sovstats.claims.verdict_words import NOT_AS_WE_READ
from sovstats.errors import SovstatsError, UnknownNameError
from sovstats.expressions import Names, read_names
from sovstats.expressions.nodes import Name
from sovstats.numbers import CONTRADICTED, READINGS, show_span
from sovstats.storage import Tables


@dataclass(frozen=True)
class Claim:
    """A row of the claims table with its verdict.

    Attributes
    ----------
    row
        The row: claim, title, expression, kind, asserted, expected, note.
    verdict
        What came of it.

    Examples
    --------
    >>> import sovstats as ss
    >>> from sovstats.claims import read_claim
    >>> claim = read_claim(ss.default().store, "cattle_fall")
    >>> claim.reading, claim.sides, claim.because
    ('significant', ('36.22 to 36.75', '36 to 44'), '40 per cent taken as rounded')
    """

    row: Mapping[str, str]
    verdict: Verdict

    @property
    def name(self) -> str:
        """The name of the claim."""
        return self.row["claim"]

    @property
    def is_edition(self) -> bool:
        """Whether it sets side by side what two editions print."""
        return self.row["kind"] == "edition"

    @property
    def reading(self) -> str:
        """The verdict; edition claims know only literal and contradicted."""
        if self.is_edition:
            return LITERAL if all(map(_printed_alike, self.pairs)) else CONTRADICTED
        return self.verdict.reading

    @property
    def ours(self) -> bool:
        """Whether it is our own construction, which the texts do not say or imply."""
        return self.row["asserted"] == "reading"

    @property
    def words(self) -> str:
        """The verdict as it may be printed.

        Only what the texts say or imply is called contradicted; our own construction
        does not hold as we read it.
        """
        if self.reading == CONTRADICTED and self.ours:
            return NOT_AS_WE_READ
        return self.reading

    @property
    def hedge(self) -> str:
        """Whether directional hedges are kept; not asked where print is compared."""
        return "" if self.is_edition else self.verdict.hedge

    @property
    def sides(self) -> tuple[str, str]:
        """Both sides at the claim's reading, for people; as printed in editions."""
        if not self.is_edition:
            return self.verdict.computed, self.verdict.stated
        literal, factor = self.verdict.worst.rungs[0], self.verdict.factor
        return show_span(literal.computed, factor), show_span(literal.stated, factor)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The comparisons that it consists of."""
        return self.verdict.pairs

    @property
    def surprising(self) -> bool:
        """Whether somebody looked at it and expected another verdict."""
        return bool(self.row["expected"]) and self.row["expected"] != self.reading

    @property
    def passes(self) -> bool:
        """Whether some reading admits it."""
        return self.reading in READINGS

    @cached_property
    def slips(self) -> list[Slip]:
        """Every slip of its figures and whether it notices; none where it fails."""
        slips = slips_of(self.verdict) if self.passes else []
        if self.is_edition:  # any change of what is printed shows
            return [replace(slip, noticed=True) for slip in slips]
        return slips

    @cached_property
    def because(self) -> str:
        """Which figures must be read loosely, as a phrase; empty where none must.

        Editions are compared by what they print, under no reading.
        """
        if self.is_edition:
            return ""
        chosen = because(self.verdict)
        return in_words(chosen, self.reading, self.verdict.names)


def _printed_alike(pair: Pair) -> bool:
    """Say whether both sides print the same, vague plurals included."""
    if isinstance(pair.left, Name) and isinstance(pair.right, Name):
        quantities = pair.names.quantities
        one, other = (quantities[e.name].statement for e in (pair.left, pair.right))
        return (one.value, one.low, one.high) == (other.value, other.low, other.high)
    return pair.reading == LITERAL


@dataclass(eq=False)
class ClaimError(SovstatsError, ValueError):
    """A claim of a dataset whose expression cannot be evaluated.

    Attributes
    ----------
    claim
        The name of the claim.
    reason
        Why not, in a sentence.

    Examples
    --------
    >>> from sovstats.claims import ClaimError
    >>> str(ClaimError("cattle_fall", "it is empty"))
    "claim 'cattle_fall': it is empty"
    """

    claim: str
    reason: str

    def __str__(self) -> str:
        return f"claim '{self.claim}': {self.reason}"


def read_claims(
    tables: Tables, kind: str | None = None, hedge_width: Fraction | None = None
) -> list[Claim]:
    """Return the claims of a dataset with their verdicts.

    Parameters
    ----------
    tables
        The tables of the dataset.
    kind
        Only claims of this kind; None for all.
    hedge_width
        How far a hedge loosens a number, as a part of it. None means a tenth.

    Returns
    -------
    list of Claim
        The claims in the order of their table.

    Raises
    ------
    UnknownNameError
        If there is no such kind of claim.
    ClaimError
        If a claim names an unknown figure or breaks the grammar: never a pass.

    Examples
    --------
    >>> import sovstats as ss
    >>> from sovstats.claims import read_claims
    >>> claims = read_claims(ss.default().store, "conversion")
    >>> {claim.row["kind"] for claim in claims}
    {'conversion'}
    """
    kinds = tables.codes("claim_kind")
    if kind is not None and kind not in kinds:
        noun = "kind of claim"
        raise UnknownNameError.of(noun, kind, kinds, listed=True)
    names = read_names(tables)
    rows = tables.rows("claims")
    chosen = [row for row in rows if kind is None or row["kind"] == kind]
    return list(_evaluate(chosen, names, hedge_width))


def read_claim(tables: Tables, name: str, hedge_width: Fraction | None = None) -> Claim:
    """Return one claim of a dataset with its verdict.

    Parameters
    ----------
    tables
        The tables of the dataset.
    name
        The name of the claim.
    hedge_width
        How far a hedge loosens a number, as a part of it. None means a tenth.

    Returns
    -------
    Claim
        Its row and its verdict.

    Raises
    ------
    UnknownNameError
        If there is no claim of this name.
    ClaimError
        If it cannot be evaluated.

    Examples
    --------
    >>> import sovstats as ss
    >>> from sovstats.claims import read_claim
    >>> read_claim(ss.default().store, "horses_fall").reading
    'written'
    """
    rows = tables.by_key("claims")
    if name not in rows:
        kind = "claim"
        raise UnknownNameError.of(kind, name, rows)
    return next(_evaluate([rows[name]], read_names(tables), hedge_width))


def _evaluate(
    rows: list[dict[str, str]], names: Names, hedge_width: Fraction | None
) -> Iterator[Claim]:
    for row in rows:
        try:
            yield Claim(row, verdict_of(row["expression"], names, hedge_width))
        except SovstatsError as error:
            raise ClaimError(row["claim"], str(error)) from error
