"""Records for a trial: stories put together at random from the paragraphs of any text.

    python make.py 2000 stories.parquet TEXT...

TEXT are files of plain text, paragraphs parted by blank lines. The same texts give the same records.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq

DESKS = ("council", "courts", "health", "sport")
COLUMNS = ("id", "text", "published", "desk", "author")


def main(count: str, out: str, *texts: str) -> None:
    paragraphs = [part for text in texts for part in Path(text).read_text("utf-8").split("\n\n") if part.strip()]
    schema = pa.schema([(name, pa.string()) for name in COLUMNS])
    with pq.ParquetWriter(out, schema) as writer:
        for start in range(0, int(count), 1000):
            rows = [record(n, paragraphs) for n in range(start, min(start + 1000, int(count)))]
            writer.write_batch(pa.RecordBatch.from_pylist(rows, schema=schema))


def record(number: int, paragraphs: list[str]) -> dict[str, str]:
    chance = Random(number)
    return {
        "id": f"{number:08}",
        "text": "\n\n".join(chance.choices(paragraphs, k=chance.randrange(6, 18))),
        "published": f"{chance.randrange(2015, 2025)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
        "desk": chance.choice(DESKS),
        "author": f"Reporter {chance.randrange(1, 40)}",
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
