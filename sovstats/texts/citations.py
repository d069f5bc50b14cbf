"""Citations of figures."""

from __future__ import annotations

from collections.abc import Mapping


def cite_work(source: Mapping[str, str]) -> str:
    """Return author, title and year of a source, as far as they are known.

    Parameters
    ----------
    source
        The row of the table ``sources``.

    Returns
    -------
    str
        Such as ``N. N., The Harbour (1890)``.

    Examples
    --------
    >>> cite_work({"author": "N. N.", "title": "The Harbour", "written": "1890"})
    'N. N., The Harbour (1890)'
    """
    named = source["author"] and not source["author"].startswith("not ")
    author = f"{source['author']}, " if named else ""
    return f"{author}{title_and_year(source)}"


def title_and_year(source: Mapping[str, str]) -> str:
    """Return the title of a source, with its year if it is known.

    Parameters
    ----------
    source
        The row of the table ``sources``.

    Returns
    -------
    str
        Such as ``The Harbour (1890)``.

    Examples
    --------
    >>> title_and_year({"title": "The Harbour", "written": ""})
    'The Harbour'
    """
    year = f" ({source['written']})" if source["written"] else ""
    return f"{source['title']}{year}"


def cite_figure(row: Mapping[str, str], source: Mapping[str, str], version: str) -> str:
    """Return a citation of a figure, for a footnote.

    Only what is printed stands in quotation marks. A hedge is our word for the text's,
    and a scale word stands elsewhere in the sentence: both are supplied, in brackets.

    Parameters
    ----------
    row
        The figure.
    source
        The work it stands in.
    version
        The version of the data.

    Returns
    -------
    str
        Work, edition, locator, what is printed, the figure's name and offsets, the
        version of the data.

    Examples
    --------
    >>> import sovstats as ss
    >>> ss.cite("horses_1929").split(": ")[1].split(" (")[0]
    '"34.6 million"'
    """
    hedge = "" if row["hedge"] in ("none", "vague") else f"[{row['hedge']}] "
    scale = f" [{row['scale']}]" if row["scale"] else ""
    edition = f" [{source['edition']}]" if source["edition"] else ""
    locator = f", {row['locator']}" if row["locator"] else ""
    return (
        f"{cite_work(source)}{edition}{locator}: "
        f'{hedge.replace("_", " ")}"{row["printed"]}"{scale} '
        f"({row['figure']}, characters {row['start']}-{row['end']}). "
        f"sovstats data {version}"
    )
