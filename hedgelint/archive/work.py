"""What a process does with a unit: look at its records, and write what it found beside the result to come."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Protocol

import pyarrow as pa

from hedgelint.archive.batch import as_batch, lint_batch, rows_of
from hedgelint.archive.parts import write_part
from hedgelint.archive.units import Unit
from hedgelint.desk.desk import Desk


class Reading(Protocol):
    """How stories are read and by which rules; equal ones make equal desks."""

    def desk(self) -> Desk: ...
    def __hash__(self) -> int: ...


@cache
def _desk(how: Reading) -> Desk:
    """One a process."""
    return how.desk()


def look(unit: Unit, how: Reading) -> pa.RecordBatch:
    """Raises ConfigError and RuleErrors for mistakes of the whole run."""
    if unit.records is not None:
        found = lint_batch(unit.records, _desk(how))
    else:
        found = as_batch([row for path in unit.paths for row in rows_of(path, _desk(how))])
    if found.column("error").null_count < found.num_rows:
        # A desk leaves a rule out that ran too long on three stories; the next unit is to have all of them again.
        _desk.cache_clear()
    return found


def work(unit: Unit, how: Reading, folder: Path) -> int:
    """How many stories there were. Raises OSError where the part cannot be written."""
    found = look(unit, how)
    write_part(folder, unit.number, found)
    return int(found.num_rows)
