"""One figure with its columns, its claims and, where there is a text, its passage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Figure(Mapping[str, str]):
    """One row of the figures table, as text: ``figure["printed"]``.

    Attributes
    ----------
    cells
        The columns of the processed table.
    claims
        The names of the claims it takes part in.
    citation
        Where it stands, for a footnote.
    passage
        The sentence around it from the reader's own copy of the text; empty without.

    Examples
    --------
    >>> figure = Figure({"figure": "cranes", "printed": "12"}, citation="N. N.")
    >>> print(figure)
    figure   cranes
    printed  12
    claims   none
    cite as  N. N.
    """

    cells: Mapping[str, str]
    claims: list[str] = field(default_factory=list)
    citation: str = ""
    passage: str = ""

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)

    def __str__(self) -> str:
        shown = {key: text for key, text in self.cells.items() if text}
        longest = max(map(len, shown))
        lines = [f"{key:<{longest}}  {text}" for key, text in shown.items()]
        lines.append(f"{'claims':<{longest}}  {', '.join(self.claims) or 'none'}")
        lines.append(f"{'cite as':<{longest}}  {self.citation}")
        if self.passage:
            lines.append(f"{'passage':<{longest}}  {self.passage}")
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        # The table of entities takes a millisecond, which only a notebook needs.
        from html import escape

        rows = [*self.cells.items(), ("claims", ", ".join(self.claims))]
        rows += [("cite as", self.citation), ("passage", self.passage)]
        cells = "".join(
            f"<tr><th scope='row'>{escape(key)}</th><td>{escape(text)}</td></tr>"
            for key, text in rows
            if text
        )
        return f"<table>{cells}</table>"
