"""A paper's whole back file: one function from Arrow to Arrow, which every engine can call.

    from hedgelint.archive import SCHEMA, lint_batch

    lint_batch(pyarrow.RecordBatch.from_pylist([{"id": "1", "text": "Experts say the bridge is unsafe."}]))

Needs the extra `archive`.
"""

from __future__ import annotations

from hedgelint.archive.batch import lint_batch
from hedgelint.archive.schema import SCHEMA

__all__ = ["SCHEMA", "lint_batch"]
