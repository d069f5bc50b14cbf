"""The dataset folder: its layout and files, each table read once, one atomic writer.

- `layout` - the tables, their headers, keys and order; where the package is
- `files` - records of raw tables; finding, reading and writing tables
- `store` - `Tables`: the tables of one folder, each read once
- `manifest` - which raw files the processed tables were made from, by hash
- `periods` - what stretch of time an EDTF string names
- `writing` - new files and folders take their places together, or none does
"""

from sovstats.storage.files import (
    Cells,
    RawFile,
    Row,
    find_raw_files,
    find_stray_files,
    read_table,
    write_table,
)
from sovstats.storage.layout import (
    COLUMNS,
    COPIED,
    LAYOUTS,
    NUMERIC,
    OTHER_TOPICS,
    PACKAGE,
    PROCESSED,
    PROCESSED_COLUMNS,
    RAW,
    TABLE_NAMES,
    UNITS,
    Layout,
    default_folder,
)
from sovstats.storage.manifest import Manifest, make_manifest, write_manifest
from sovstats.storage.periods import PeriodError, parse_period
from sovstats.storage.store import StaleDataWarning, Tables
from sovstats.storage.writing import exchange, recover, write_bytes

__all__ = [
    "COLUMNS", "COPIED", "LAYOUTS", "NUMERIC", "OTHER_TOPICS", "PACKAGE", "PROCESSED",
    "PROCESSED_COLUMNS", "RAW", "TABLE_NAMES", "UNITS", "Cells", "Layout", "Manifest",
    "PeriodError", "RawFile", "Row", "StaleDataWarning", "Tables", "default_folder",
    "exchange", "find_raw_files", "find_stray_files", "make_manifest",
    "parse_period", "read_table", "recover", "write_bytes", "write_manifest",
    "write_table",
]  # fmt: skip
