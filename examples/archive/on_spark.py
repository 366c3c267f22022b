"""Spark, by mapInArrow. Tried with pyspark 4.3.0 on Java 17, pandas 2.3.

    python on_spark.py stories.parquet out

On a cluster, give the address to `.master(...)`; hedgelint[archive] has to be installed for the Python of every worker.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from hedgelint.archive import SCHEMA, lint_batch

os.environ.setdefault("PYSPARK_PYTHON", sys.executable)


def look(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    # Spark knows the columns of what comes back by their places, not by their names: these are those of SCHEMA.
    return map(lint_batch, batches)


def main(given: str, out: str) -> None:
    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
        .getOrCreate()
    )
    rows = spark.read.parquet(given).repartition(8)
    rows.mapInArrow(look, from_arrow_schema(SCHEMA)).sort("id").write.mode("overwrite").parquet(out)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
