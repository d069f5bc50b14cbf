"""Errors as values: equal with equal facts, hashed alike, whole after pickling."""

from __future__ import annotations

import pickle
from dataclasses import fields, is_dataclass

import pytest

import sovstats.charts.data  # noqa: F401 - defines an error of its own
import sovstats.claims  # noqa: F401
import sovstats.report.library  # noqa: F401
import sovstats.storage  # noqa: F401
from sovstats.errors import Problem, SovstatsError, UnitError, ValidationError


def kinds(of: type[SovstatsError]) -> list[type[SovstatsError]]:
    """Return a class of errors and all that are derived from it."""
    return [of, *(each for derived in of.__subclasses__() for each in kinds(derived))]


def example(kind: type[SovstatsError], word: str) -> SovstatsError:
    """Make an error of a kind whose facts are some words."""
    if kind is ValidationError:
        return ValidationError([Problem("raw/a.csv", 2, "unit", word)], [])
    count = len(fields(kind)) if is_dataclass(kind) else 1
    return kind(*[f"{word} {number}" for number in range(count)])


EVERY = kinds(SovstatsError)


def test_all_kinds_of_errors_are_found():
    names = {kind.__name__ for kind in EVERY}
    assert {"UnitError", "PeriodError", "ClaimError", "ChartDataError"} <= names


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_an_error_is_equal_to_its_like_and_to_no_other(kind):
    one, same, other = (example(kind, word) for word in ("this", "this", "that"))
    assert one == same and hash(one) == hash(same)
    assert one != other and len({one, same, other}) == 2


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_an_error_survives_pickling_with_its_sentence(kind):
    error = example(kind, "this")
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is kind and copy == error and str(copy) == str(error)


def test_an_error_made_by_keywords_is_pickled_too():
    error = UnitError(reason="it is ambiguous", unit="ton")
    assert pickle.loads(pickle.dumps(error)) == error
    assert str(error) == "cannot use the unit 'ton': it is ambiguous"


def test_errors_of_two_kinds_differ():
    assert example(EVERY[1], "this") != example(EVERY[2], "this")
