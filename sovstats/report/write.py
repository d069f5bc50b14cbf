"""The report: a folder of static pages that shows every figure and claim.

`write_report` makes it; what is on the pages comes from `report_content`, the pages
from `report_pages`, and `report_folder` exchanges the old folder for the new one.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sovstats.report.folder import refuse_foreign, replaced

if TYPE_CHECKING:
    from sovstats.claims import Claim
    from sovstats.dataset.dataset import Dataset

FIRST_PAGE = "index.html"
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
        The files of its charts.
    problems
        What could not be shown, a sentence each: charts, passages.
    """

    folder: Path
    claims: list[Claim]
    charts: list[Path]
    problems: list[str]

    @property
    def address(self) -> str:
        """The address of its first page, for a browser."""
        return (self.folder / FIRST_PAGE).resolve().as_uri()


def write_report(
    dataset: Dataset,
    out_dir: str | os.PathLike[str],
    progress: Callable[[str], None] = lambda sentence: None,
) -> Report:
    """Write a report into a folder, which is replaced only when all of it is there.

    Parameters
    ----------
    dataset
        The dataset; where it was opened with texts, passages are quoted from them.
    out_dir
        The folder. One that holds anything but a report is left alone.
    progress
        Called with a sentence before each step.

    Raises
    ------
    DatasetError
        If the folder holds other files or cannot be written, or the folder of texts
        is not there.
    """
    from sovstats.report.charts import draw_charts
    from sovstats.report.content import Content
    from sovstats.report.lists import write_claims, write_figures
    from sovstats.report.pages import (
        write_assets,
        write_method,
        write_overview,
        write_sources,
        write_tables,
    )
    from sovstats.report.site import Site
    from sovstats.texts.passages import read_texts

    folder = Path(out_dir)
    refuse_foreign(folder)
    texts = read_texts(dataset)
    progress("recomputing the claims")
    claims = dataset.claims()
    with replaced(folder) as new:
        content = Content(dataset, claims, texts)
        site = Site(new, content)
        progress("drawing the charts")
        charts, lacking = draw_charts(dataset, new / CHARTS)
        progress(f"writing the pages of {len(content.figures)} figures")
        write_figures(site)
        progress(f"writing the pages of {len(claims)} claims")
        write_claims(site)
        progress("writing the overview, sources, method, codebook and downloads")
        write_overview(site, charts, lacking)
        for write in (write_sources, write_method, write_tables, write_assets):
            write(site)
    paths = [folder / CHARTS / chart.file for chart in charts]
    problems = [f"left out: {lack}" for lack in lacking[:FEW]]
    if len(lacking) > FEW:
        rest = len(lacking) - FEW
        problems.append(f"left out: {rest} more charts; the overview says why")
    problems += [f"not quoted: {words}" for words in texts.problems.values()]
    return Report(folder, claims, paths, problems)
