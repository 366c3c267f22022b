"""What an archive that has been looked at adds up to, whichever engine wrote it: the same line from all of them.

    python counts.py OUT.parquet...

OUT.parquet is a file, or a folder of files.
"""

from __future__ import annotations

import sys

import duckdb

ASKED = """
SELECT count(*) AS stories, count(error) AS errors, sum(len(findings)) AS findings, sum(len(sources)) AS sources,
  sum(claims) AS claims, sum(hedges) AS hedges, sum(quotations) AS quotations,
  md5(string_agg(id || ' ' || findings::VARCHAR || ' ' || sources::VARCHAR, '\n' ORDER BY id)) AS mark
FROM read_parquet($files)"""


def main(*paths: str) -> None:
    for path in paths:
        files = path if path.endswith(".parquet") else f"{path}/*.parquet"
        found = duckdb.execute(ASKED, {"files": files})
        names = [column[0] for column in found.description]
        print(" ".join(f"{name} {value}" for name, value in zip(names, found.fetchone() or (), strict=True)))


if __name__ == "__main__":
    main(*sys.argv[1:])
