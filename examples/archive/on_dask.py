"""Dask, by map_partitions over processes of this machine. Tried with dask 2026.8.0 and pandas 2.3.

python on_dask.py stories.parquet out
"""

from __future__ import annotations

import sys

import dask
import dask.dataframe as dd
import pandas as pd
import pyarrow as pa

from hedgelint.archive import SCHEMA, lint_batch


def look(frame: pd.DataFrame) -> pd.DataFrame:
    batch = pa.RecordBatch.from_pandas(frame, preserve_index=False)
    return lint_batch(batch).to_pandas(types_mapper=pd.ArrowDtype)


def main(given: str, out: str) -> None:
    # Without `meta` Dask runs the function on a row of its own making, and believes what comes out.
    meta = SCHEMA.empty_table().to_pandas(types_mapper=pd.ArrowDtype)
    rows = dd.read_parquet(given, split_row_groups=True)
    with dask.config.set(scheduler="processes", num_workers=2):
        rows.map_partitions(look, meta=meta).to_parquet(out, schema=SCHEMA, write_index=False, overwrite=True)


if __name__ == "__main__":  # the processes import this file again
    main(*sys.argv[1:])
