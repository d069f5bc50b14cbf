"""Put tables and note on method into the wheel; editable installs read the checkout."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TablesHook(BuildHookInterface):
    """Add data/raw, data/processed and docs/method.md to a standard wheel only."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Include the tables unless the install is editable."""
        if version == "standard":
            for name in ("raw", "processed"):
                build_data["force_include"][f"data/{name}"] = f"sovstats/data/{name}"
            method = "docs/method.md"
            if (Path(self.root) / method).is_file():
                build_data["force_include"][method] = f"sovstats/{method}"
