"""The unit definitions of a dataset, read by pint into a registry of its own."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sovstats.errors import UnitError
from sovstats.units.table import Dimension

if TYPE_CHECKING:
    import pint
    from pint.facets.plain import PlainQuantity


# The time of the last change is a part of the key: an edited file is read again.
@lru_cache(maxsize=8)
def _load(path: Path, _changed: int) -> pint.UnitRegistry:
    import pint

    try:
        return pint.UnitRegistry(path, non_int_type=Fraction, cache_folder=None)
    except (pint.errors.PintError, ValueError) as error:
        reason = f"{path.name} is not a list of unit definitions ({error})"
        raise UnitError(path.name, reason) from error


def load_registry(path: Path) -> pint.UnitRegistry:
    """Return a private pint registry with exact factors.

    Parameters
    ----------
    path
        A file of definitions in pint's format, such as ``data/raw/units.txt``.

    Raises
    ------
    UnitError
        If pint cannot read it.
    """
    return _load(path, path.stat().st_mtime_ns)


def unit_factors(path: Path) -> list[dict[str, str]]:
    """Return the table ``unit_factors``: name, exact factor and dimension, by name.

    Prefixes are left to pint: the table holds the names that the file defines.
    """
    registry = load_registry(path)
    rows = []
    for name in sorted(_defined_names(path) | {"dimensionless"}):
        quantity = _in_base_units(registry, name, path)
        powers = {
            base.strip("[]"): _whole(power, name)
            for base, power in quantity.dimensionality.items()
        }
        factor, dimension = Fraction(quantity.magnitude), Dimension.of(powers)
        rows.append({"name": name, "factor": str(factor), "dimension": str(dimension)})
    return rows


def _in_base_units(
    registry: pint.UnitRegistry, name: str, path: Path
) -> PlainQuantity[Fraction]:
    import pint

    try:
        return registry.Quantity(Fraction(1), name).to_root_units()
    except (pint.errors.PintError, ValueError) as error:
        reason = f"{path.name} does not define all that it needs ({error})"
        raise UnitError(name, reason) from error


def _whole(power: object, name: str) -> int:
    """Return a power of a base dimension, which must be a whole number."""
    exact = Fraction(str(power))
    if exact.denominator != 1:
        reason = f"its dimension has the power {exact}; only whole powers can be used"
        raise UnitError(name, reason)
    return int(exact)


def _defined_names(path: Path) -> set[str]:
    """Return the names on the left of a definition, and their aliases."""
    names = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        name, mark, rest = line.partition("#")[0].partition("=")
        if not mark or name.strip().endswith("-"):
            continue
        aliases = [part.strip() for part in rest.split("=")[1:]]
        names |= {name.strip(), *(alias for alias in aliases if alias != "_")}
    return names
