"""What is imported when: asserted in fresh processes."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

HEAVY = {"pandas", "pandera", "pint", "matplotlib", "numpy", "edtf"}


def loaded_by(code: str) -> set[str]:
    """Return which of the heavy packages a fresh process has loaded after some code."""
    program = f"import sys\n{code}\nprint('loaded:', *sys.modules, file=sys.stderr)"
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONSTARTUP"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    listed = done.stderr.partition("loaded:")[2]
    assert listed, done.stderr
    return HEAVY & set(listed.split())


def command(line: str) -> str:
    """Return code that runs a command and goes on."""
    return f"""
from sovstats.cli.entry import main
try:
    main({line.split()!r})
except SystemExit:
    pass
"""


def test_importing_the_package_imports_nothing_heavy():
    assert loaded_by("import sovstats; sovstats.verify, sovstats.load") == set()


@pytest.mark.parametrize("line", ["--help", "--version", "check --help", "shwo"])
def test_help_version_and_wrong_commands_import_nothing_heavy(line):
    assert loaded_by(command(line)) == set()


@pytest.mark.parametrize("line", ["check", "verify horses_1934<horses_1929"])
def test_checking_imports_nothing_heavy(line):
    assert loaded_by(command(line)) == set()


def test_loading_a_table_imports_neither_pandera_nor_pint_nor_matplotlib():
    assert loaded_by("import sovstats as ss; ss.load('livestock')") <= {
        "pandas",
        "numpy",
    }


def test_a_series_needs_pint_but_neither_pandera_nor_matplotlib():
    code = "import sovstats as ss; ss.series('horses')"
    assert loaded_by(code) == {"pandas", "numpy", "pint"}
