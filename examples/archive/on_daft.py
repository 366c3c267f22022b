"""Daft, in processes of this machine or on a cluster of Ray. Tried with daft 0.7.26 and ray 2.59.

    python on_daft.py stories.parquet out            # local
    python on_daft.py stories.parquet out --ray      # a cluster of this machine alone
    python on_daft.py stories.parquet out --ray ray://HOST:10001

hedgelint[archive] has to be installed on every machine of the cluster.
"""

from __future__ import annotations

import os
import sys

os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
os.environ.setdefault("RAY_AUTH_MODE", "disabled")  # or Ray writes a token into the home folder

import daft
import pyarrow as pa
from daft import DataType, Series

from hedgelint.archive import SCHEMA, lint_batch

GIVEN = ("id", "text", "published", "desk", "author")


@daft.cls(use_process=True)  # threads would share one processor
class Linter:
    @daft.method.batch(return_dtype=DataType.from_arrow_type(pa.struct(list(SCHEMA))))
    def look(self, *columns: Series) -> pa.Array:
        batch = pa.RecordBatch.from_arrays([column.to_arrow() for column in columns], names=list(GIVEN))
        return lint_batch(batch).to_struct_array()


def main(given: str, out: str, *ray: str) -> None:
    if ray:
        daft.set_runner_ray(*ray[1:])
    rows = daft.read_parquet(given)
    found = rows.select(Linter().look(*(rows[name] for name in GIVEN)).alias("row"))
    # Rows come back in the order in which processes are done.
    found.select(*(found["row"].get(name).alias(name) for name in SCHEMA.names)).sort("id").write_parquet(
        out, write_mode="overwrite"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
