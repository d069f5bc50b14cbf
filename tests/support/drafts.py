"""A text to draft, what is in it, and whether a dataset goes through everything."""

from __future__ import annotations

import warnings
from pathlib import Path

import sovstats as ss
from sovstats.auditing.audit import audit_texts
from sovstats.auditing.stamping import stamp_anchors
from sovstats.dataset.building import build
from sovstats.storage import StaleDataWarning
from sovstats.units.definitions import unit_factors
from sovstats.units.table import Units
from sovstats.validation.passes import validate
from support.texts import DATA

HARBOUR = """\
The Northern Packet Company was founded in 1871 with about 14 steamers and, by
3 March 1886, carried 2.5 million tons of coal. Freight rose by 12 per cent; wages
took nearly a third of it, £3,400 to £3,600 a year. Two or three captains resigned.

In its first year (see p. 12) it paid 5 to 7 per cent. Thousands of passengers waited
two and a half hours, and one of them wrote to the Second Marine Office. Some 7/8 of
the fleet was sold for $1.2 million at 40 rubles a share, twice the price of 1885.
"""
# printed, hedge, value, low, high, unit; worked out by reading the text above.
FIGURES = [
    ("14", "about", "14", "", "", "count"),
    ("2.5 million tons", "none", "2500000", "", "", "tonne"),
    ("12 per cent", "none", "12", "", "", "percent"),
    ("third", "almost", "1/3", "", "", "dimensionless"),
    ("£3,400 to £3,600", "none", "", "3400", "3600", "pound_sterling"),
    ("Two or three", "none", "", "2", "3", "count"),
    ("5 to 7 per cent", "none", "", "5", "7", "percent"),
    ("Thousands", "vague", "", "2000", "", "count"),
    ("two and a half hours", "none", "2.5", "", "", "hour"),
    ("7/8", "about", "0.875", "", "", "dimensionless"),
    ("$1.2 million", "none", "1200000", "", "", "dollar"),
    ("40 rubles", "none", "40", "", "", "ruble"),
    ("twice", "none", "2", "", "", "dimensionless"),
]

KNOWN = Units(unit_factors(DATA / "raw" / "units.txt"))


def go_through(folder: Path, texts: Path) -> None:
    """Fail unless a dataset validates, builds, stamps, audits and checks."""
    build(folder)
    dataset = ss.Dataset(folder)
    stamp_anchors(dataset.store, texts)
    report = validate(folder)
    assert [str(problem) for problem in report.problems] == []
    assert report.left_out == []
    found = audit_texts(dataset.store, texts)
    assert found.problems == []
    assert all(source.audited and source.open == 0 for source in found.sources)
    with warnings.catch_warnings():
        # The stamped anchors are newer than the build, as the program rightly says.
        warnings.simplefilter("ignore", StaleDataWarning)
        assert dataset.check().empty
