"""The commands: each with its help, its arguments and what it does.

A command imports what it needs when it runs: a dataset alone would double the time of
``sovstats --help``.
"""

from __future__ import annotations

import sys
from argparse import ArgumentError, Namespace
from typing import TYPE_CHECKING

from sovstats.cli.declaring import FINE, FOUND, command, switch, value
from sovstats.cli.text_table import print_csv, print_frame
from sovstats.errors import UnknownNameError, nearest

if TYPE_CHECKING:
    import pandas as pd

    from sovstats.dataset import Dataset, Figure

FIGURE_COLUMNS = ("figure", "printed", "period", "unit", "hedge", "source")
VERDICT_COLUMNS = (
    "claim reading at_written hedge computed stated unit gap title".split()
)
HEDGE = value("--hedge", "WIDTH", "how far a hedge loosens a number: 0.1 or 10%%")


def _dataset(given: Namespace) -> Dataset:
    """Open the dataset that was named, with the texts that were, or the default."""
    from sovstats.dataset import Dataset, default_dataset

    texts = getattr(given, "texts", None)
    if given.data is None and texts is None:
        return default_dataset()
    return Dataset(given.data or default_dataset().folder, texts)


def _tell(sentence: str) -> None:
    """Show progress, apart from the results."""
    print(sentence, file=sys.stderr, flush=True)


@command("list the tables and topics")
def tables(given: Namespace) -> int:
    """Print the tables and topics, each with its number of rows."""
    print_frame(_dataset(given).tables())
    return FINE


@command(
    "print a table, a topic or one figure",
    value("name", "NAME", "a table, a topic or a figure"),
)
def show(given: Namespace) -> int:
    """Print the rows of a table or topic, or all about a figure."""
    dataset = _dataset(given)
    names = dataset.tables()["name"].tolist()
    if given.name not in names:
        print(_figure(dataset, given.name, names))
        return FINE
    frame = dataset.load(given.name)
    if {"figure", "printed"} <= set(frame.columns):
        _print_figures(frame)
    else:
        print_frame(frame, VERDICT_COLUMNS if given.name == "verdicts" else ())
    return FINE


def _figure(dataset: Dataset, name: str, names: list[str]) -> Figure:
    """Return a figure; of another name say that it is a claim's, or misspelt."""
    try:
        return dataset.figure(name)
    except UnknownNameError:
        hint = nearest(name, [*names, *dataset.load()["figure"]])
        hint = hint or "; sovstats tables lists the tables and topics"
        if name in dataset.load("claims")["claim"].tolist():
            hint = f"; it is a claim, which `sovstats check --explain {name}` explains"
        kind = "table, topic or figure"
        raise UnknownNameError(kind, name, hint) from None


def _print_figures(frame: pd.DataFrame) -> None:
    """Print figures with the columns that fit, and how to see the others."""
    print_frame(frame, FIGURE_COLUMNS)
    print(f"{len(frame)} figures; sovstats show NAME prints one in full")


@command("find figures by a word", value("word", "WORD", "a word to look for"))
def find(given: Namespace) -> int:
    """Print the figures that have to do with a word."""
    found = _dataset(given).find(given.word)
    if found.empty:
        print(f"no figure has to do with '{given.word}'; try sovstats tables")
        return FOUND
    _print_figures(found)
    return FINE


SENSELESS = (
    ("explain", "sensitivity", "one is about a claim, the other about all; choose one"),
    ("explain", "kind", "a claim that is named has its kind; leave out --kind"),
    ("sensitivity", "hedge", "it compares fixed widths; leave out --hedge"),
    ("sensitivity", "strict", "it compares verdicts and fails none; choose one"),
)
"""Pairs of options of `check`, and why they are refused together."""


@command(
    "recompute all claims and say which hold, under which reading",
    value("--kind", "KIND", "only claims of this kind"),
    switch("--strict", "fail on contradictions"),
    value("--explain", "CLAIM", "one claim in full"),
    switch("--sensitivity", "which verdicts hang on the hedge width: 5, 10, 20 %%"),
    HEDGE,
)
def check(given: Namespace) -> int:
    """Print the findings, one claim in full, or what hangs on the hedge width."""
    from sovstats.cli.findings import explain_claim, report_changes, report_findings

    _refuse_pairs(given)
    dataset = _dataset(given)
    if given.sensitivity:
        print(report_changes(dataset, given.kind))
        return FINE
    claims = dataset.claims(given.kind, given.hedge)
    if given.explain is not None:
        print(explain_claim(dataset, given.explain, claims))
        claims = [claim for claim in claims if claim.name == given.explain]
    else:
        print(report_findings(claims))
    if given.strict and any(claim.reading == "contradicted" for claim in claims):
        return FOUND
    # Another hedge width is a question, not a slip: verdicts may well differ.
    asked = given.hedge is not None or given.explain is not None
    return FOUND if not asked and any(claim.surprising for claim in claims) else FINE


def _refuse_pairs(given: Namespace) -> None:
    """Refuse options of `check` of which one would be ignored."""
    for one, other, reason in SENSELESS:
        if all(getattr(given, option) not in (None, False) for option in (one, other)):
            message = f"--{one} and --{other} do not go together: {reason}"
            raise ArgumentError(None, message)


@command(
    "decide an expression of your own",
    value("expression", "EXPR", "such as 'a / b == 40 * percent'"),
    HEDGE,
    epilog="An expression compares (== < <= > >=) figures, outside observations, "
    "units and numbers, joined by + - * / ** and by growth(old, new), "
    "decline(old, new), share(part, rest, ...), mean, min, max, abs, "
    "rank(one, others, ...), years(a, b), months(a, b), exact(x).",
)
def verify(given: Namespace) -> int:
    """Print the verdict of an expression with its arithmetic."""
    print(_dataset(given).verify(given.expression, given.hedge))
    return FINE


@command(
    "prove that no number in the texts was passed over",
    value("folder", "DIR", "your copies of the texts"),
    value("--reason", "CODE", "print the exclusions of a reason"),
    switch("--stamp", "write the anchors"),
)
def audit(given: Namespace) -> int:
    """Print a summary a text and what is open; or exclusions, or files written."""
    from sovstats.auditing import exclusion_lines, stamp_anchors

    dataset = _dataset(given)
    if not given.reason and not given.stamp:
        found = dataset.audit(given.folder)
        print(found)
        return FINE if found.closed else FOUND
    if given.reason:
        lines = exclusion_lines(dataset.store, given.folder, given.reason)
    else:
        lines = map(str, stamp_anchors(dataset.store, given.folder))
    for line in lines:
        print(line)
    return FINE


@command(
    "draw a chart, or all",
    value("name", "NAME|all", "the name of a chart"),
    value("--out", "DIR", "where to (build)", "build"),
    value("--format", "LIST", "svg,png,pdf", "svg"),
)
def chart(given: Namespace) -> int:
    """Draw charts and print their files."""
    from sovstats.charts import draw

    for drawn in draw(_dataset(given), given.name, given.out, given.format.split(",")):
        print(drawn.path)
    return FINE


OUT = "build/report"


@command(
    "write pages that show every figure and claim, and print a summary",
    value("--out", "DIR", f"where to ({OUT}); a report there is replaced", OUT),
    value("--texts", "DIR", "quote from your own copies of the texts"),
    switch("--open", "open it in a browser"),
)
def report(given: Namespace) -> int:
    """Write the report, print a summary and the address of its first page."""
    from sovstats.cli.summary import summarise
    from sovstats.report import write_report

    dataset = _dataset(given)
    written = write_report(dataset, given.out, _tell)
    for problem in written.problems:
        _tell(problem)
    print(summarise(dataset, written.claims, written.charts))
    print(f"\nThe report is here; open it in a browser:\n  {written.address}")
    if given.open:
        import webbrowser

        if not webbrowser.open(written.address):
            _tell("no browser could be started; open that address yourself")
    return FINE


@command(
    "make an empty dataset for texts of your own", value("folder", "DIR", "where to")
)
def init(given: Namespace) -> int:
    """Make an empty dataset and print where it is."""
    from sovstats.drafting import start_dataset

    print(start_dataset(given.folder))
    return FINE


@command(
    "propose a row for every number in a new text; with --data, write them",
    value("text", "TEXT", "a text file"),
    value("--source", "NAME", "its name (made of its file's name)"),
)
def draft(given: Namespace) -> int:
    """Print the proposed rows, or the files that they were written into."""
    from pathlib import Path

    from sovstats.drafting import add_text, propose
    from sovstats.storage import LAYOUTS

    path = Path(given.text)
    if given.data:
        proposed, written = add_text(_dataset(given).store, path, given.source)
        for file in written:
            print(file)
    else:
        proposed = propose(path, given.source)
        print_csv(LAYOUTS["figures"].columns, proposed.figures)
    _tell(f"{path.name}: {proposed}")
    return FINE


@command("make the processed tables from the raw ones")
def build(given: Namespace) -> int:
    """Build and print how many tables there are and the version of the data."""
    from sovstats.dataset import building

    manifest = building.build(_dataset(given).folder, _tell)
    print(f"{len(manifest.processed)} tables, data version {manifest.data_version}")
    return FINE


@command("check the raw tables and report every problem")
def validate(given: Namespace) -> int:
    """Print every problem of the raw tables, and the rules that were not checked."""
    from sovstats.validation import passes

    found = passes.validate(_dataset(given).folder)
    for problem in found.problems:
        print(problem)
    for rule in found.left_out:
        print(f"not checked: {rule}")
    count = len(found.problems)
    rows = sum(map(len, found.context.tables.values()))
    print(f"{rows:,} rows, {count} {'problem' if count == 1 else 'problems'}")
    return FOUND if count else FINE
