"""TODO cli."""

from sovstats.cli.entry import main

__all__ = ["main"]
