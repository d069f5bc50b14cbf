"""The library of tables, made a plain script."""

from __future__ import annotations

import pytest

from sovstats.report.library import LibraryError, plain_script


def test_a_bundle_of_another_shape_is_refused():
    with pytest.raises(LibraryError, match="another shape than expected"):
        plain_script("export default 1;")
