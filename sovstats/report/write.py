"""The report: a folder of static pages that shows every figure and claim."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from sovstats.charts import DrawnChart
from sovstats.claims import Claim
from sovstats.dataset import Dataset
from sovstats.report import pages
from sovstats.report.charts import draw_charts
from sovstats.report.claims import write_claims
from sovstats.report.content import Content
from sovstats.report.figures import write_figures
from sovstats.report.folder import list_files, refuse_foreign
from sovstats.report.method import write_method
from sovstats.report.site import Site
from sovstats.storage import exchange
from sovstats.storage.writing import Progress
from sovstats.texts import read_texts

CHARTS = "charts"
FEW = 3
"""So many missing charts are named one by one at the end of a report."""


@dataclass(frozen=True)
class Report:
    """A report that was written.

    Attributes
    ----------
    folder
        Its folder.
    claims
        The claims on its pages, with their verdicts.
    charts
        The files of its charts; empty where the dataset has the figures for none.
    problems
        What could not be shown, a sentence each: charts, passages.

    Examples
    --------
    >>> from pathlib import Path
    >>> from sovstats.report import Report
    >>> report = Report(Path("/home/reader/a report"), [], [], [])
    >>> report.address
    'file:///home/reader/a%20report/index.html'
    """

    folder: Path
    claims: list[Claim]
    charts: list[Path]
    problems: list[str]

    @property
    def address(self) -> str:
        """The address of its first page, for a browser."""
        return (self.folder / "index.html").resolve().as_uri()


def write_report(
    dataset: Dataset,
    out_dir: str | os.PathLike[str],
    progress: Progress = lambda sentence: None,
) -> Report:
    """Write a report into a folder, which is replaced only when all of it is there.

    Parameters
    ----------
    dataset
        The dataset; where it was opened with texts, passages are quoted from them.
    out_dir
        The folder. It is made if it is not there; one that holds anything but a report
        is left alone.
    progress
        Called with a sentence before each step. Unless it is given, nothing is said.

    Returns
    -------
    Report
        Where it is, what it shows, and what it could not show.

    Raises
    ------
    DatasetError
        If the folder holds other files or cannot be written, or the folder of texts
        is not there.

    Examples
    --------
    >>> import sovstats as ss
    >>> from sovstats.report import write_report
    >>> write_report(ss.default(), ".")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    sovstats.errors.DatasetError: ...: you are working in it, and a report replaces ...
    """
    folder = Path(out_dir)
    # What is wrong with either folder is said before the work of a minute.
    refuse_foreign(folder)
    texts = read_texts(dataset.texts, dataset.store)
    progress("recomputing the claims")
    content = Content(dataset, dataset.claims(), texts)
    place = folder.resolve()
    with exchange(place.parent, progress) as new:
        made = new(place.name)
        site = Site(made, content)
        progress("drawing the charts")
        charts, lacking = draw_charts(dataset, made / CHARTS)
        _write_pages(site, charts, lacking, progress)
        list_files(made)
        refuse_foreign(folder)  # Somebody may have put a file there meanwhile.
    paths = [folder / CHARTS / chart.file for chart in charts]
    problems = _left_out(lacking)
    problems += [f"not quoted: {words}" for words in texts.problems.values()]
    return Report(folder, content.claims, paths, problems)


def _write_pages(
    site: Site, charts: list[DrawnChart], lacking: list[str], progress: Progress
) -> None:
    """Write every page and what all pages need."""
    progress(f"writing the pages of {len(site.content.figures)} figures")
    write_figures(site)
    progress(f"writing the pages of {len(site.content.claims)} claims")
    write_claims(site)
    progress("writing the overview, sources, method, codebook and downloads")
    pages.write_overview(site, charts, lacking)
    pages.write_sources(site)
    pages.write_tables(site)
    pages.write_assets(site)
    write_method(site)


def _left_out(charts: list[str]) -> list[str]:
    """Return a sentence for each missing chart; of many the last says how many more."""
    sentences = [f"left out: {chart}" for chart in charts[:FEW]]
    if len(charts) > FEW:
        rest = len(charts) - FEW
        sentences.append(f"left out: {rest} more charts; the overview says why")
    return sentences
