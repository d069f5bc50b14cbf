"""Everything a report shows, read once: tables as text, claims, texts, code lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from sovstats.errors import DatasetError
from sovstats.numbers.readings import (
    CONTRADICTED,
    READINGS,
    UNDECIDABLE,
)
from sovstats.storage.files import read_table

if TYPE_CHECKING:
    from sovstats.claims import Claim
    from sovstats.dataset.dataset import Dataset
    from sovstats.expressions import Names
    from sovstats.texts.passages import Texts

Table = list[dict[str, str]]
VERDICTS = (CONTRADICTED, *reversed(READINGS), UNDECIDABLE)
"""All verdicts, the worst first."""
_NAME = re.compile(r"[a-z][a-z0-9_]{0,99}")


@dataclass
class Content:
    """What the pages are made from.

    Attributes
    ----------
    dataset
        The dataset.
    claims
        Its claims with their verdicts.
    texts
        The reader's own copies, as far as they can be quoted.
    """

    dataset: Dataset
    claims: list[Claim]
    texts: Texts

    _tables: dict[str, Table] = field(default_factory=dict, repr=False)

    def table(self, name: str) -> Table:
        """Return a processed table as text; without rows where it is missing."""
        if name not in self._tables:
            path = self.dataset.processed / f"{name}.csv"
            self._tables[name] = read_table(path) if path.is_file() else []
        return self._tables[name]

    def _by(self, table: str, key: str) -> dict[str, dict[str, str]]:
        return {row[key]: row for row in self.table(table)}

    @cached_property
    def figures(self) -> Table:
        """The rows of the table of figures, in the order of the texts.

        Raises
        ------
        DatasetError
            If a name could not be that of a page; the build lets no such name pass.
        """
        rows = self.table("figures")
        names = [row["figure"] for row in rows]
        names += [name for row in rows for name in row["former"].split()]
        for name in [*names, *(claim.name for claim in self.claims)]:
            if not _NAME.fullmatch(name):
                reason = f"'{name[:80]}' is no name of a figure or claim; build it anew"
                raise DatasetError(str(self.dataset.folder), reason)
        return rows

    @cached_property
    def sources(self) -> dict[str, dict[str, str]]:
        """The sources by name."""
        return self._by("sources", "source")

    def source_label(self, source: str) -> str:
        """Return a source's title and year, and its edition where two share a title."""
        row = self.sources[source]
        year = f" ({row['written']})" if row["written"] else ""
        titles = [other["title"] for other in self.sources.values()]
        twice = titles.count(row["title"]) > 1 and row["edition"]
        return f"{row['title']}{year}" + (f": {row['edition']}" if twice else "")

    @cached_property
    def indicators(self) -> dict[str, dict[str, str]]:
        """The indicators by name."""
        return self._by("indicators", "indicator")

    @cached_property
    def places(self) -> dict[str, str]:
        """The titles of the places by name."""
        return {row["place"]: row["title"] for row in self.table("places")}

    @cached_property
    def codes(self) -> dict[str, dict[str, dict[str, str]]]:
        """The code lists: the row of a code by list and code."""
        lists: dict[str, dict[str, dict[str, str]]] = {}
        for row in self.table("codes"):
            lists.setdefault(row["list"], {})[row["code"]] = row
        return lists

    def meaning(self, code_list: str, code: str) -> str:
        """Return the definition of a code; empty where it has none."""
        return self.codes.get(code_list, {}).get(code, {}).get("definition", "")

    @cached_property
    def names(self) -> Names:
        """Everything that an expression may name."""
        return self.dataset.names

    @cached_property
    def verdicts(self) -> dict[str, dict[str, str]]:
        """The rows of the table of verdicts by claim."""
        return self._by("verdicts", "claim")

    @cached_property
    def observations(self) -> dict[str, dict[str, str]]:
        """The outside observations by name."""
        return self._by("independent", "name")

    @cached_property
    def outside(self) -> dict[str, dict[str, str]]:
        """The outside datasets by name."""
        return self._by("datasets", "dataset")

    @cached_property
    def claims_of(self) -> dict[str, list[Claim]]:
        """The claims in which each figure takes part."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            used = map(self.names.present, claim.verdict.figures)
            for name in dict.fromkeys(used):
                found.setdefault(name, []).append(claim)
        return found

    @cached_property
    def slips(self) -> Mapping[tuple[str, str], tuple[int, int]]:
        """Of each claim and figure, how many slips were noticed, of how many."""
        tried: Counter[tuple[str, str]] = Counter()
        noticed: Counter[tuple[str, str]] = Counter()
        for row in self.table("slips"):
            key = (row["claim"], row["figure"])
            tried[key] += 1
            noticed[key] += row["noticed"] == "yes"
        return {key: (noticed[key], tried[key]) for key in tried}
