"""Imports run down the floors, and names of packages and modules stand in no way."""

from __future__ import annotations

import importlib
import os
import pkgutil
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sovstats

ROOT = Path(__file__).parents[1]
LINT = "from importlinter.cli import lint_imports_command as run; run()"
PACKAGES = sorted(
    found.name
    for found in pkgutil.walk_packages(sovstats.__path__, "sovstats.")
    if found.ispkg
)
UPWARDS = "from sovstats.dataset import Dataset\n"
FOR_TYPES = """
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sovstats.dataset import Dataset
"""
IN_A_FUNCTION = """
def dataset():
    from sovstats.dataset import default_dataset

    return default_dataset()
"""
ANOTHER_CHART = "from sovstats.charts.gallery import ranks\n"


@pytest.fixture
def copy(tmp_path) -> Path:
    """Return a copy of the package and of the contracts, to be spoilt."""
    pytest.importorskip("importlinter")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "sovstats", tmp_path / "sovstats", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(folder: Path) -> tuple[int, str]:
    """Check the contracts in a folder and return the exit status and what was said."""
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def add(path: Path, code: str) -> None:
    """Write code at the end of a module, or into a new one."""
    with path.open("a", encoding="utf-8") as stream:
        stream.write(code)


def test_the_package_keeps_all_contracts(copy):
    status, said = lint(copy)
    assert status == 0, said[said.find("Contracts\n") :]


@pytest.mark.parametrize(
    ("module", "code", "contract", "breach"),
    [
        (
            "numbers/intervals.py",
            UPWARDS,
            "Imports run down the floors",
            "sovstats.numbers.intervals -> sovstats.dataset",
        ),
        (
            "numbers/intervals.py",
            FOR_TYPES,
            "Imports run down the floors",
            "sovstats.numbers.intervals -> sovstats.dataset",
        ),
        (
            "storage/files.py",
            IN_A_FUNCTION,
            "Imports run down the floors",
            "sovstats.storage.files -> sovstats.dataset",
        ),
        (
            "units/table.py",
            "from sovstats.numbers import intervals\n",
            "Imports run down the floors",
            "sovstats.units.table -> sovstats.numbers",
        ),
        (
            "stray.py",
            '"""Lies on no floor."""\n',
            "Imports run down the floors",
            "not listed as layers:\n\n- sovstats.stray",
        ),
        (
            "claims/decision.py",
            "import pint\n",
            "Checking a claim imports nothing heavy",
            "sovstats.claims.decision -> pint",
        ),
        (
            "charts/gallery/money.py",
            ANOTHER_CHART,
            "No chart imports another chart",
            "sovstats.charts.gallery.money -> sovstats.charts.gallery.ranks",
        ),
    ],
    ids="upwards for_types in_a_function to_a_neighbour stray heavy chart".split(),
)
def test_what_is_planted_breaks_a_contract(copy, module, code, contract, breach):
    add(copy / "sovstats" / module, code)
    status, said = lint(copy)
    assert status != 0, said
    assert breach in said, said
    assert f"{contract} BROKEN" in said


def test_no_package_is_called_like_a_function_of_the_package():
    # Importing sovstats.tables would put a module in the place of ss.tables().
    folders = {name.split(".")[1] for name in PACKAGES}
    files = {path.stem for path in (ROOT / "sovstats").glob("*.py")}
    assert (folders | files) & set(sovstats.__all__) == {"charts"}


@pytest.mark.parametrize("package", PACKAGES)
def test_no_module_is_called_like_what_its_package_hands_on(package):
    face = importlib.import_module(package)
    modules = {found.name for found in pkgutil.iter_modules(face.__path__)}
    handed_on = set(getattr(face, "__all__", ()))
    assert modules & handed_on == set()
