"""What the tests of the charts share: drawn artists read back, and their names."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes

import sovstats as ss
from sovstats import charts

NAMES = list(charts.MODULES)


POOD = Fraction("16.38")


# How many of a figure's recorded units make one unit of the chart, by hand.
IN_ONE = {
    "banknotes_in_circulation": Fraction(10**9),
    "gold_reserve": Fraction(10**9),
    "horses": Fraction(10**6),
    "cattle": Fraction(10**6),
    "railway_length": Fraction(1000),
    "grain_harvest": Fraction(10**9, 100),
    "sugar_output": Fraction(10**9) / POOD,
    "steel_output": Fraction(10**6),
    "coal_output": Fraction(10**6),
    "power_station_capacity": Fraction(1000),
    "foreign_trade": Fraction(10**6),
    "metal_per_worker_ratio": Fraction(1, 100),
    "quarry_output_ratio": Fraction(1, 100),
    "truck_distance_ratio": Fraction(1, 100),
}


def axes_of(ax: Axes) -> list[Axes]:
    return [ax, *ax.child_axes]


def artists_of(ax: Axes) -> Iterator[Any]:
    for each in axes_of(ax):
        yield from each.lines
        yield from each.patches


def named_artists(ax: Axes, chart: str) -> dict[tuple[str, str], Any]:
    """Return artists by the axis that carries their value and their figure's name."""
    found = {}
    for artist in artists_of(ax):
        parts = (artist.get_gid() or "").split("-", 2)
        if len(parts) == 3 and parts[0] == chart:
            found[parts[1], parts[2]] = artist
    return found


def plotted(artist: Any, axis: str) -> list[float]:
    """Read the values back from a marker, a range or a bar."""
    if axis in ("x", "xrange"):
        return [float(value) for value in artist.get_xdata()]
    if axis in ("y", "yrange"):
        return [float(value) for value in artist.get_ydata()]
    return [artist.get_width() if axis == "w" else artist.get_height()]


def expected(row: dict[str, str]) -> list[float]:
    ends = [row[key] for key in ("value_exact", "low_exact", "high_exact") if row[key]]
    indicator = row["indicator"]
    if indicator == "productivity_gap":
        return [float(100 / Fraction(end)) for end in reversed(ends)]
    return [float(Fraction(end) / IN_ONE.get(indicator, Fraction(1))) for end in ends]


def texts_of(ax: Axes) -> list[str]:
    """Return every text of a chart, with line breaks as spaces."""
    found = [ax.get_title(loc="left")]
    for each in axes_of(ax):
        found += [text.get_text() for text in each.texts]
        found += [text.get_text() for text in each.get_yticklabels()]
        found += [text.get_text() for text in each.get_xticklabels(which="both")]
    return [text.replace("\n", " ") for text in found]


def text_by_name(ax: Axes, chart: str, part: str) -> str:
    found = [t.get_text() for t in ax.texts if t.get_gid() == f"{chart}-{part}"]
    assert len(found) == 1
    return found[0].replace("\n", " ")


def run_python(code: str, seed: str = "0") -> str:
    environment = os.environ | {"PYTHONHASHSEED": seed}
    root = str(Path(ss.__file__).resolve().parent.parent)
    environment["PYTHONPATH"] = root + os.pathsep + environment.get("PYTHONPATH", "")
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    return done.stdout
