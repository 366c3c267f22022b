"""These need the extra `archive`: without it all of them are passed over."""

import pytest

for package in ("pyarrow", "duckdb", "pebble"):
    pytest.importorskip(package)
