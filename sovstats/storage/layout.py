"""The layout of a dataset folder: its tables, their headers, keys and order, as data.

A new column is a word in one of these headers and a line in the module `cells` of
`sovstats.validation`, nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

RAW = "raw"
PROCESSED = "processed"
UNITS = "units.txt"

PACKAGE = Path(__file__).resolve().parents[1]
"""The folder of the package: the only path that is counted from a module."""

COLUMNS = PACKAGE / "storage" / "columns.csv"
"""What every column of every processed table means."""

FIGURE = (
    "figure source start end printed scale hedge value low high exact unit indicator "
    "place base period period_basis status speaker locator former note"
)
SOURCE = (
    "source title author edition translator written published address licence file "
    "length sha256 note"
)
ANCHOR = "source start before_3 before_2 before_1 after_1 after_2 after_3"


@dataclass(frozen=True)
class Layout:
    """What a raw table looks like.

    Attributes
    ----------
    name
        The table's name.
    path
        Its file below ``raw``; with a ``*``, one file a source.
    columns
        Its header, in order.
    key
        The columns that together may not repeat within one file.
    order
        The columns by which its rows are sorted; those in `NUMERIC` as numbers.
    required
        Whether a dataset must have it, though perhaps with a header only.

    Examples
    --------
    >>> LAYOUTS["figures"].by_source, LAYOUTS["places"].columns
    (True, ('place', 'title', 'note'))
    """

    name: str
    path: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    order: tuple[str, ...]
    required: bool = True

    @property
    def by_source(self) -> bool:
        """Whether the table has one file a source."""
        return "*" in self.path


def _layout(
    name: str,
    columns: str,
    key: str,
    order: str = "",
    path: str = "",
    need: bool = True,
) -> Layout:
    """Write a layout with its columns as words; sorted by its key unless told."""
    words = tuple(columns.split()), tuple(key.split()), tuple((order or key).split())
    return Layout(name, path or f"{name}.csv", *words, required=need)


# Figure names are compared over all files and with former names, by a rule, so the
# figures have no key here; anchors may share a start with a region.
LAYOUTS: dict[str, Layout] = {
    layout.name: layout
    for layout in (
        _layout("sources", SOURCE, "source"),
        _layout(
            "indicators",
            "indicator stem title definition topic unit measure sense",
            "indicator",
        ),
        _layout("places", "place title note", "place"),
        _layout("codes", "list code definition example", "list code"),
        _layout(
            "claims", "claim title expression kind asserted expected note", "claim"
        ),
        _layout(
            "corrections", "source start end printed meant reason", "source start end"
        ),
        _layout("figures", FIGURE, "", "start", "figures/*.csv"),
        _layout(
            "exclusions",
            "source start end printed reason basis count note",
            "start end printed",
            "start",
            "exclusions/*.csv",
        ),
        _layout("anchors", ANCHOR, "", "start", "anchors/*.csv", need=False),
        _layout(
            "datasets",
            "dataset title citation retrieved_from licence caveat",
            "dataset",
            path="independent/datasets.csv",
            need=False,
        ),
        _layout(
            "observations",
            "dataset series place year value unit",
            "dataset series place year",
            path="independent/observations.csv",
            need=False,
        ),
    )
}
NUMERIC = frozenset({"start", "end", "year"})

PROCESSED_FIGURE = (
    "figure source start end printed scale hedge value value_exact low low_exact high "
    "high_exact exact unit indicator topic measure place base period period_basis "
    "period_start period_end year status speaker locator former note dimension "
    "magnitude magnitude_low magnitude_high written_below written_above "
    "significant_below significant_above guarded"
)
VERDICT = (
    "claim title kind asserted reading expected at_written hedge computed stated "
    "unit gap sharpness vacuous notices because repairs caveat expression"
)
COPIED = (
    "sources indicators places codes claims corrections exclusions datasets".split()
)
PROCESSED_COLUMNS: dict[str, tuple[str, ...]] = {
    "figures": tuple(PROCESSED_FIGURE.split()),
    "unit_factors": ("name", "factor", "dimension"),
    "verdicts": tuple(VERDICT.split()),
    "slips": ("figure", "slip", "claim", "noticed"),
    "independent": tuple(
        "name dataset series place year value value_exact unit".split()
    ),
} | {name: LAYOUTS[name].columns for name in COPIED}

TABLE_NAMES = frozenset(LAYOUTS) | frozenset(PROCESSED_COLUMNS)

OTHER_TOPICS = frozenset({"politics", "time", "rhetoric"})
"""Topics of figures that are not economic."""


def default_folder() -> Path:
    """Return the dataset folder of the checkout, or else that of the package.

    Returns
    -------
    Path
        The folder ``data`` beside the package where that runs from a checkout, else
        the copy that was installed with it.

    Examples
    --------
    >>> (default_folder() / "raw" / "sources.csv").is_file()
    True
    """
    checkout = PACKAGE.parent / "data"
    if (checkout / RAW).is_dir() and (PACKAGE.parent / "pyproject.toml").is_file():
        return checkout
    return PACKAGE / "data"
