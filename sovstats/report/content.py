"""Everything a report shows, read once: tables as text, claims, texts, code lists."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from sovstats.claims import Claim
from sovstats.dataset import Dataset
from sovstats.errors import DatasetError
from sovstats.storage import Cells
from sovstats.texts import Texts, title_and_year

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

    @property
    def tables(self) -> list[str]:
        """The names of the processed tables."""
        return self.dataset.store.names

    def rows(self, table: str) -> list[Cells]:
        """Return a processed table as text; without rows where it is missing."""
        store = self.dataset.store
        return store.rows(table) if table in store.names else []

    def by_key(self, table: str) -> dict[str, Cells]:
        """Return the rows of a table by the text of their first column."""
        store = self.dataset.store
        return store.by_key(table) if table in store.names else {}

    def figure_row(self, name: str) -> Cells:
        """Return the row of a figure by its present or a former name."""
        return self.dataset.store.figure_row(name)

    @cached_property
    def figures(self) -> list[Cells]:
        """The rows of the table of figures, in the order of the texts.

        Raises
        ------
        DatasetError
            If a name could not be that of a page; the build lets no such name pass.
        """
        rows = self.rows("figures")
        names = [row["figure"] for row in rows]
        names += [name for row in rows for name in row["former"].split()]
        for name in [*names, *(claim.name for claim in self.claims)]:
            if not _NAME.fullmatch(name):
                reason = f"'{name[:80]}' is no name of a figure or claim; build it anew"
                raise DatasetError(str(self.dataset.folder), reason)
        return rows

    def source_label(self, source: str) -> str:
        """Return a source's title and year, and its edition where two share a title."""
        sources = self.by_key("sources")
        row = sources[source]
        titles = [other["title"] for other in sources.values()]
        twice = titles.count(row["title"]) > 1 and row["edition"]
        return title_and_year(row) + (f": {row['edition']}" if twice else "")

    @cached_property
    def codes(self) -> dict[str, dict[str, Cells]]:
        """The code lists: the row of a code by list and code."""
        lists: dict[str, dict[str, Cells]] = {}
        for row in self.rows("codes"):
            lists.setdefault(row["list"], {})[row["code"]] = row
        return lists

    def meaning(self, code_list: str, code: str) -> str:
        """Return the definition of a code; empty where it has none."""
        return self.codes.get(code_list, {}).get(code, {}).get("definition", "")

    @cached_property
    def claims_of(self) -> dict[str, list[Claim]]:
        """The claims that each figure is part of."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            present = map(self.dataset.names.present, claim.verdict.figures)
            for name in dict.fromkeys(present):
                found[name].append(claim)
        return found

    @cached_property
    def slips(self) -> dict[tuple[str, str], list[bool]]:
        """Of each claim and figure, whether each slip that was tried is noticed."""
        found: dict[tuple[str, str], list[bool]] = defaultdict(list)
        for row in self.rows("slips"):
            found[row["claim"], row["figure"]].append(row["noticed"] == "yes")
        return found
