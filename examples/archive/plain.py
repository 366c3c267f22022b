"""No engine at all: one process, batch after batch.

python plain.py stories.parquet out.parquet
"""

from __future__ import annotations

import sys

import pyarrow.parquet as pq

from hedgelint.archive import SCHEMA, lint_batch


def main(given: str, out: str) -> None:
    with pq.ParquetWriter(out, SCHEMA) as writer:
        for batch in pq.ParquetFile(given).iter_batches(batch_size=256):
            writer.write_batch(lint_batch(batch))


if __name__ == "__main__":
    main(*sys.argv[1:])
