"""The problems of a validation, read as lines."""

from __future__ import annotations

from sovstats.validation.passes import Validation


def faults(report: Validation) -> list[str]:
    """Return the problems as lines."""
    return [str(problem) for problem in report.problems]


def assert_says(report: Validation, place: str, says: str) -> None:
    """Assert that one problem stands at a place and says something."""
    lines = faults(report)
    found = [line for line in lines if line.startswith(f"raw/{place}: ")]
    assert any(says in line for line in found), "\n".join(lines) or "no problem at all"
