"""What a package hands on is documented in full: parameters, results and examples."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import pytest

import sovstats

validate = pytest.importorskip("numpydoc.validate")

PACKAGES = sorted(
    found.name
    for found in pkgutil.walk_packages(sovstats.__path__, "sovstats.")
    if found.ispkg
)
LACKS = {
    "GL06": "a section has an unknown title",
    "GL08": "a docstring",
    "PR01": "a parameter is not described",
    "PR02": "a parameter is described that there is none of",
    "PR03": "the parameters are in another order",
    "PR07": "a parameter has a name only",
    "RT01": "Returns",
    "RT03": "what is returned",
    "YD01": "Yields",
    "EX01": "Examples",
}
"""What is asked for, by numpydoc's codes; types are in annotations already."""


def handed_on(package: str) -> list[str]:
    """Return the names of the functions and classes that a package hands on."""
    face = importlib.import_module(package)
    things = {name: getattr(face, name) for name in getattr(face, "__all__", ())}
    # A function that keeps its results wraps the one that was written.
    return [
        name
        for name, thing in things.items()
        if inspect.isclass(thing) or inspect.isfunction(inspect.unwrap(thing))
    ]


def lacking(package: str, name: str) -> list[str]:
    """Say what the documentation of a function or class lacks."""
    thing = getattr(importlib.import_module(package), name)
    found = validate.validate(f"{package}.{name}")["errors"]
    lacks = {code: f"{LACKS[code]} ({code})" for code, _ in found if code in LACKS}
    if inspect.isclass(thing):
        documented = validate.Validator(validate.get_doc_object(thing))
        described = _described(documented)
        for code in ("PR01", "PR02", "PR03"):
            # The fields of a class may be described as its attributes.
            lacks.pop(code, None)
        missing = [
            parameter
            for parameter in documented.signature_parameters
            if parameter not in described
        ]
        if missing:
            lacks["PR01"] = f"a description of {', '.join(missing)}"
    return list(lacks.values())


def _described(documented: validate.Validator) -> set[str]:
    """Return the parameters and attributes that a docstring describes."""
    names = set(documented.doc_all_parameters)
    for entry in documented.doc["Attributes"]:
        names |= {name.strip() for name in entry.name.split(",")}
    return names


@pytest.mark.parametrize("package", PACKAGES)
def test_everything_that_is_handed_on_is_documented_in_full(package):
    lacks = {name: lacking(package, name) for name in handed_on(package)}
    lines = [f"{name}: {'; '.join(what)}" for name, what in lacks.items() if what]
    print(*lines, sep="\n")
    assert lines == []
