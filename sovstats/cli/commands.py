"""What each command does; one function a command, named like it."""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from sovstats.cli.text_table import terminal_width
from sovstats.dataset.dataset import Dataset, default_dataset
from sovstats.errors import UnknownNameError, nearest

if TYPE_CHECKING:
    import pandas as pd

FINE, FOUND, WRONG_USE = 0, 1, 2
FIGURE_COLUMNS = ("figure", "printed", "period", "unit", "hedge", "source")
VERDICT_COLUMNS = (
    "claim reading at_written hedge computed stated unit gap title"
).split()


def run(given: argparse.Namespace) -> int:
    """Run the command that was given and return its exit status."""
    warnings.showwarning = lambda message, *rest: print(
        f"sovstats: {message}", file=sys.stderr
    )
    command: Callable[[argparse.Namespace], int] = globals()[given.command]
    return command(given)


def _dataset(given: argparse.Namespace) -> Dataset:
    """Open the dataset that was named, with the texts that were, or the default."""
    texts = getattr(given, "texts", None)
    if given.data is None and texts is None:
        return default_dataset()
    return Dataset(given.data or default_dataset().folder, texts)


def _hedge(given: argparse.Namespace) -> Fraction | None:
    """Read the hedge width: 0.1 or 10%."""
    if given.hedge is None:
        return None
    from sovstats.claims.sensitivity import exact_width

    return exact_width(given.hedge)


def _print_frame(frame: pd.DataFrame, columns: Sequence[str] = ()) -> None:
    """Print every row of a table in the width of the terminal, long cells cut."""
    from sovstats.cli.text_table import text_table

    chosen = frame[list(columns)] if columns else frame
    cells = chosen.astype("object").where(chosen.notna(), "")
    rows = [[str(cell) for cell in row] for row in cells.itertuples(index=False)]
    print(text_table(list(chosen.columns), rows, terminal_width()))


def tables(given: argparse.Namespace) -> int:
    """List the tables and topics."""
    _print_frame(_dataset(given).tables())
    return FINE


def show(given: argparse.Namespace) -> int:
    """Print a table, a topic or one figure."""
    dataset = _dataset(given)
    names = dataset.tables()["name"].tolist()
    if given.name in names:
        _show_table(dataset, given.name)
        return FINE
    try:
        print(dataset.figure(given.name))
    except UnknownNameError:
        hint = _what_to_show(dataset, given.name, names)
        kind = "table, topic or figure"
        raise UnknownNameError(kind, given.name, hint) from None
    return FINE


def _what_to_show(dataset: Dataset, name: str, names: list[str]) -> str:
    """Return a hint for a name that cannot be shown: it is a claim, or misspelt."""
    if name in dataset.load("claims")["claim"].tolist():
        return f"; it is a claim, which `sovstats check --explain {name}` explains"
    hint = nearest(name, [*names, *dataset.load()["figure"]])
    return hint or "; sovstats tables lists the tables and topics"


def _show_table(dataset: Dataset, name: str) -> None:
    """Print a table; of figures the columns that fit."""
    frame = dataset.load(name)
    figures = {"figure", "printed"} <= set(frame.columns)
    columns = VERDICT_COLUMNS if name == "verdicts" else ()
    _print_frame(frame, FIGURE_COLUMNS if figures else columns)
    if figures:
        print(f"{len(frame)} figures; sovstats show NAME prints one in full")


def find(given: argparse.Namespace) -> int:
    """Find figures by a word."""
    found = _dataset(given).find(given.word)
    if found.empty:
        print(f"no figure has to do with '{given.word}'; try sovstats tables")
        return FOUND
    _print_frame(found, FIGURE_COLUMNS)
    print(f"{len(found)} figures; sovstats show NAME prints one in full")
    return FINE


def check(given: argparse.Namespace) -> int:
    """Recompute all claims."""
    from sovstats.cli.findings import explain_claim, report_findings

    dataset = _dataset(given)
    if given.explain is not None:
        print(explain_claim(dataset, given.explain, _hedge(given)))
        return _strict_about(dataset, given) if given.strict else FINE
    if given.sensitivity:
        _print_sensitivity(dataset, given.kind)
        return FINE
    claims = dataset.claims(given.kind, _hedge(given))
    print(report_findings(claims))
    if given.strict and any(claim.reading == "contradicted" for claim in claims):
        return FOUND
    # Another hedge width is a question, not a slip: verdicts may well differ.
    surprised = given.hedge is None and any(claim.surprising for claim in claims)
    return FOUND if surprised else FINE


def _strict_about(dataset: Dataset, given: argparse.Namespace) -> int:
    """Return the exit status for one claim that must not be contradicted."""
    from sovstats.claims.claim import read_claim

    claim = read_claim(dataset.processed, given.explain, _hedge(given))
    return FOUND if claim.reading == "contradicted" else FINE


def _print_sensitivity(dataset: Dataset, kind: str | None) -> None:
    """Print the claims whose verdict hangs on the hedge width."""
    from sovstats.claims.sensitivity import WIDTHS, changing_verdicts
    from sovstats.cli.text_table import text_table

    rows = changing_verdicts(dataset, WIDTHS, kind)
    header = ["claim", *map(str, WIDTHS)]
    if rows:
        cells = [[row[column] for column in header] for row in rows]
        print(text_table(header, cells, terminal_width()))
    claims = "verdict changes" if len(rows) == 1 else "verdicts change"
    print(f"{len(rows) or 'no'} {claims} with the hedge width")


def verify(given: argparse.Namespace) -> int:
    """Decide an expression of the user's own."""
    print(_dataset(given).verify(given.expression, _hedge(given)))
    return FINE


def audit(given: argparse.Namespace) -> int:
    """Prove that no number in the texts was passed over."""
    dataset = _dataset(given)
    if given.reason:
        from sovstats.auditing.audit import exclusion_lines

        for line in exclusion_lines(dataset, given.folder, given.reason):
            print(line)
        return FINE
    if given.stamp:
        from sovstats.auditing.stamping import stamp_anchors

        for path in stamp_anchors(dataset, given.folder):
            print(path)
        return FINE
    found = dataset.audit(given.folder)
    print(found)
    return FINE if found.closed else FOUND


def chart(given: argparse.Namespace) -> int:
    """Draw one chart, or all."""
    from sovstats.charts import draw

    for drawn in draw(_dataset(given), given.name, given.out, given.format.split(",")):
        print(drawn.path)
    return FINE


def report(given: argparse.Namespace) -> int:
    """Write the report, print a summary and the address of its first page."""
    from sovstats.cli.summary import summarise
    from sovstats.report.write import write_report

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


def _tell(sentence: str) -> None:
    """Show progress, apart from the results."""
    print(sentence, file=sys.stderr, flush=True)


def init(given: argparse.Namespace) -> int:
    """Make an empty dataset."""
    from sovstats.drafting.starting import start_dataset

    print(start_dataset(given.folder))
    return FINE


def draft(given: argparse.Namespace) -> int:
    """Propose rows for a new text; write them if a dataset is named."""
    from pathlib import Path

    from sovstats.drafting.adding import add_text, propose

    path = Path(given.text)
    if given.data:
        proposed, written = add_text(_dataset(given), path, given.source)
        for file in written:
            print(file)
    else:
        proposed = propose(path, given.source)
        _print_csv("figures", proposed.figures)
    _tell(f"{path.name}: {proposed}")
    return FINE


def _print_csv(table: str, rows: Sequence[dict[str, str]]) -> None:
    """Print rows as a raw table is written, in UTF-8 whatever the terminal has."""
    import csv
    import io

    from sovstats.storage.layout import LAYOUTS

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    writer = csv.DictWriter(sys.stdout, LAYOUTS[table].columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def build(given: argparse.Namespace) -> int:
    """Make the processed tables from the raw ones."""
    from sovstats.dataset.building import build as make

    manifest = make(_dataset(given).folder, _tell)
    print(f"{len(manifest.processed)} tables, data version {manifest.data_version}")
    return FINE


def validate(given: argparse.Namespace) -> int:
    """Check the raw tables and report every problem."""
    from sovstats.validation.passes import validate as check_tables

    dataset = _dataset(given)
    report = check_tables(dataset.folder)
    for problem in report.problems:
        print(problem)
    for rule in report.left_out:
        print(f"not checked: {rule}")
    count = len(report.problems)
    rows = sum(map(len, report.rows.values()))
    print(f"{rows:,} rows, {count} {'problem' if count == 1 else 'problems'}")
    return FOUND if count else FINE
