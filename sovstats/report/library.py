"""The library that searches and sorts the tables, taken from the package itables.

itables carries DataTables, a well-kept library, as one file for use without a network.
That file is a module, and browsers load no modules from ``file://``; so its exports are
turned into one global name and the file becomes a plain script.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

from sovstats.errors import SovstatsError

BUNDLE = "html/dt_bundle.js"
GLOBAL = "sovstatsTables"
_EXPORT = re.compile(r"\bexport\s*\{([^{}]*)\}\s*;?")


class LibraryError(SovstatsError, ImportError):
    """A package that the report needs and that is missing or another than expected."""


def table_script() -> str:
    """Return DataTables as a plain script that sets ``window.sovstatsTables``.

    Raises
    ------
    LibraryError
        If itables is missing or its bundle is not shaped as expected.
    """
    spec = find_spec("itables")
    path = Path(spec.origin).parent / BUNDLE if spec and spec.origin else None
    if path is None or not path.is_file():
        msg = "the report needs the package itables; pip install itables"
        raise LibraryError(msg)
    return plain_script(path.read_text(encoding="utf-8"))


def plain_script(module: str) -> str:
    r"""Return a module without imports as a script that sets one global.

    Examples
    --------
    >>> plain_script("var a=1;export{a as table};")
    '(()=>{"use strict";var a=1;window.sovstatsTables={table:a};\n})();\n'

    Raises
    ------
    LibraryError
        If it does not end in one list of exports.
    """
    found = list(_EXPORT.finditer(module))
    if len(found) != 1:
        msg = (
            "the bundle of itables has another shape than expected: one list of "
            f"exports, {len(found)} found; install itables 2.9"
        )
        raise LibraryError(msg)
    exports = [words.split(" as ") for words in found[0][1].split(",")]
    pairs = ",".join(f"{words[-1].strip()}:{words[0].strip()}" for words in exports)
    start, end = found[0].span()
    body = f"{module[:start]}window.{GLOBAL}={{{pairs}}};{module[end:]}"
    return f'(()=>{{"use strict";{body}\n}})();\n'
