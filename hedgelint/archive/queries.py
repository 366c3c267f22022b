"""What a paper asks of its archive, as questions to DuckDB over the rows of `hedgelint archive lint`."""

from __future__ import annotations

from pathlib import Path

import duckdb

from hedgelint.archive.schema import SCHEMA
from hedgelint.errors import InputError


class Archive:
    """Raises InputError for a file that is not one of `hedgelint archive lint`."""

    def __init__(self, path: Path) -> None:
        from hedgelint.archive.readers import opened

        file = opened(str(path))
        there = file.schema_arrow
        file.close()
        if not set(SCHEMA.names) <= set(there.names):
            raise InputError("not made by `hedgelint archive lint`", path=str(path))
        self._base = duckdb.connect()
        self._base.read_parquet(str(path)).create_view("story")

    def twice(self) -> list[str]:
        """The ids that stand in several rows."""
        asked = "SELECT id FROM story WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1 ORDER BY min(number), id"
        return [str(row[0]) for row in self._base.execute(asked).fetchall()]
