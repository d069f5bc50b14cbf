"""An audit run as a command."""

from __future__ import annotations

from sovstats.cli.entry import main


def run(copy, folder, capsys) -> tuple[int, str]:
    """Audit the dataset `copy` against a folder; return the status and what is said."""
    try:
        status = main(["audit", str(folder), "--data", str(copy)])
    except SystemExit as stopped:
        status = int(stopped.code or 0)
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    return status, captured.out + captured.err
