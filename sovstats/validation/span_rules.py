"""Row rules on where in a text something stands."""

from __future__ import annotations

from sovstats.storage import Row
from sovstats.validation.cells import whole
from sovstats.validation.lookups import Context, span_of
from sovstats.validation.rule import rule


@rule(
    "corrections.end figures.end exclusions.end", "is behind its start", reads="start"
)
def is_forward(row: Row, context: Context) -> str | None:
    """Require a span that has at least one character."""
    start, end = int(row["start"]), int(row["end"])
    if start < end:
        return None
    return f"the end {end} is not behind the start {start}; expected start < end"


@rule(
    "corrections.end figures.end exclusions.end",
    "is within the text",
    reads="source",
    keys="sources.source sources.length",
)
def is_within_text(row: Row, context: Context) -> str | None:
    """Require a span that ends within the length of its source."""
    source = context.keys["sources"].get(row["source"])
    if source is None or whole(source["length"]):
        return None
    if int(row["end"]) <= int(source["length"]):
        return None
    return (
        f"the end {row['end']} is behind the end of the text, which has "
        f"{source['length']} characters; correct the span, or the length in "
        f"{source.where}"
    )


@rule(
    "figures.start",
    "overlaps no other span",
    reads="source end",
    peers="figures exclusions",
)
@rule(
    "exclusions.start",
    "overlaps no other span",
    reads="source end printed",
    peers="figures exclusions",
)
def is_free(row: Row, context: Context) -> str | None:
    """Require a span that shares no character with another, regions excepted."""
    other = context.overlaps.get(row)
    if other is None:
        return None
    return (
        f"the span {row['start']}-{row['end']} overlaps "
        f"{other['start']}-{other['end']} of {other.where}; a character belongs to one "
        "row, correct either span"
    )


@rule("figures.source exclusions.source anchors.source", "is the source of its file")
def is_source_of_file(row: Row, context: Context) -> str | None:
    """Require the source in whose file the row stands."""
    folder, _, name = row.file.rpartition("/")
    source, stem = row["source"], name.removesuffix(".csv")
    if source == stem:
        return None
    return (
        f"the source '{source}' is not that of the file; write '{stem}' or move the "
        f"row to {folder}/{source}.csv"
    )


@rule(
    "corrections.start",
    "covers a figure whole or not at all",
    reads="source end",
    peers="figures",
)
def covers_whole_figures(row: Row, context: Context) -> str | None:
    """Require a correction that covers every figure that it touches as a whole."""
    span = span_of(row)
    if span is None:
        return None
    start, end = span
    for low, high, figure in context.figure_spans[row["source"]]:
        touches = low < end and start < high
        if touches and not (start <= low and high <= end):
            return (
                f"the span {start}-{end} covers {low}-{high} of {figure.where} in "
                "part; widen it to the whole figure and repeat the rest in 'meant'"
            )
    return None


@rule("exclusions.count", "is that of a region", reads="printed")
def region_has_count(row: Row, context: Context) -> str | None:
    """Require a count where nothing is printed, and only there."""
    if not row["printed"] and not row["count"]:
        return (
            "a region (nothing in 'printed') needs a count; write the number of "
            "mentions that it closes, or fill in 'printed'"
        )
    if row["printed"] and row["count"]:
        return f"'{row['printed']}' is no region; leave its count empty"
    return None
