"""Definitions: pint reads units.txt, and what is wrong in it is a unit error."""

from __future__ import annotations

import os
from collections.abc import Callable
from fractions import Fraction as F
from pathlib import Path

import pytest

from sovstats.errors import UnitError
from sovstats.units import Units
from sovstats.units.definitions import load_registry, unit_factors


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def written(text: str) -> Path:
        path = tmp_path / "units.txt"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_a_dataset_may_have_units_of_its_own(write: Callable[[str], Path]) -> None:
    path = write(
        "# a comment = none\n"
        "metre = [length] = _ = meter\n"
        "verst = 10668 / 10 * metre  # 500 sazhen\n"
        "desyatina = 109254 / 10 * metre ** 2 = _ = dessiatine\n"
    )
    units = Units(unit_factors(path))
    names = {"dimensionless", "metre", "meter", "verst", "desyatina", "dessiatine"}
    assert units.names == names
    assert units.parse("verst").factor == F("1066.8")
    assert units.parse("dessiatine") == units.parse("desyatina")
    assert str(units.parse("dessiatine").dimension) == "length**2"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("verst = = 3\n", "units.txt"),
        ("metre = [length]\nverst = 3 * vershok\n", "vershok"),
        ("metre = [length]\nroot = metre ** 0.5\n", "only whole powers can be used"),
    ],
)
def test_a_wrong_definition_is_a_unit_error(
    write: Callable[[str], Path], text: str, words: str
) -> None:
    with pytest.raises(UnitError, match=words):
        unit_factors(write(text))


def test_a_registry_is_private_and_read_again_when_the_file_changes(
    write: Callable[[str], Path],
) -> None:
    path = write("metre = [length]\n")
    first = load_registry(path)
    assert load_registry(path) is first
    write("metre = [length]\nverst = 10668 / 10 * metre\n")
    os.utime(path, ns=(1, 1))
    assert load_registry(path) is not first
    assert load_registry(path).Quantity(F(1), "verst").to_root_units().magnitude == F(
        "1066.8"
    )
