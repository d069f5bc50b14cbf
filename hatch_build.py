"""Put the tables into the wheel; an editable install reads those of the checkout."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TablesHook(BuildHookInterface):
    """Add data/raw and data/processed to a standard wheel only."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Include the tables unless the install is editable."""
        if version == "standard":
            for name in ("raw", "processed"):
                build_data["force_include"][f"data/{name}"] = f"sovstats/data/{name}"
