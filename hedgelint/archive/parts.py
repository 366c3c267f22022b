"""What a run has done so far, kept beside the result: a small Parquet file for every unit, whole or not there.

`OUT.parquet.parts/` holds them and `run.json`, which says of what they are parts; when all are there they become
OUT.parquet, row after row in the order of the input, and the folder goes.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from hedgelint.archive.schema import SCHEMA
from hedgelint.errors import InputError
from hedgelint.files import in_place_of
from hedgelint.values import dataclass

_GROUP = 8192  # rows of a row group of the result
_RUN = "run.json"


@dataclass(frozen=True, slots=True)
class Totals:
    stories: int = 0
    findings: int = 0
    errors: int = 0

    def __add__(self, table: pa.Table) -> Totals:
        found = pc.sum(pc.list_value_length(table["findings"])).as_py() or 0
        errors = table.num_rows - table["error"].null_count
        return Totals(self.stories + table.num_rows, self.findings + found, self.errors + errors)


def folder_of(out: Path) -> Path:
    return out.with_name(f"{out.name}.parts")


def begin(folder: Path, run: Mapping[str, Any], resume: bool) -> frozenset[int]:
    """The numbers of the units that are done. Raises InputError where the folder holds the parts of another run, or of
    one that nobody asked to go on with."""
    file = folder / _RUN
    if not folder.exists():
        folder.mkdir(parents=True)
    elif file.exists() and not resume:
        raise InputError("holds what a run before has done", path=str(folder), hint="--resume goes on with it")
    if file.exists():
        _compare(folder, json.loads(file.read_text(encoding="utf-8")), json.loads(json.dumps(run)))
        return frozenset(number for path in folder.glob("*.parquet") if (number := _whole(path)) is not None)
    with in_place_of(file) as out:
        out.write(json.dumps(run, indent=1).encode())
    return frozenset()


def forget(folder: Path) -> None:
    """Removes the folder of a run that has done nothing yet."""
    if not any(folder.glob("*.parquet")):
        shutil.rmtree(folder, ignore_errors=True)


def _compare(folder: Path, before: Mapping[str, Any], now: Mapping[str, Any]) -> None:
    changed = [name for name in now if before.get(name) != now[name]]
    if changed:
        hint = "as it was, or remove the folder and begin again"
        raise InputError(f"begun with another {' and '.join(changed)}: not mixed", path=str(folder), hint=hint)


def _whole(path: Path) -> int | None:
    """The number of a part that can be read; what a power cut left is done again."""
    try:
        pq.read_metadata(path)
        return int(path.stem)
    except (pa.ArrowException, OSError, ValueError):
        return None


def write_part(folder: Path, number: int, rows: pa.RecordBatch) -> None:
    """Raises OSError."""
    with in_place_of(_part(folder, number)) as out:
        pq.write_table(pa.Table.from_batches([rows]), out, compression="zstd")


def _part(folder: Path, number: int) -> Path:
    return folder / f"{number:08}.parquet"


def join(folder: Path, count: int, out: Path) -> Totals:
    """The parts 0 to `count` as one file, which is whole or not there; then the folder goes. Raises OSError."""
    totals, held, rows = Totals(), [], 0
    with in_place_of(out) as file, pq.ParquetWriter(file, SCHEMA, compression="zstd") as writer:
        for number in range(count):
            table = pq.read_table(_part(folder, number), schema=SCHEMA)
            totals += table
            held.append(table)
            rows += table.num_rows
            if rows >= _GROUP:
                writer.write_table(pa.concat_tables(held).combine_chunks())
                held, rows = [], 0
        if held:
            writer.write_table(pa.concat_tables(held).combine_chunks())
    shutil.rmtree(folder, ignore_errors=True)
    return totals


def sizes(files: Sequence[str]) -> str:
    """A mark that changes when a file comes, goes or changes."""
    from hashlib import blake2b

    digest = blake2b(digest_size=16)
    for file in files:
        with suppress(OSError):
            told = os.stat(file)
            digest.update(f"{file}\0{told.st_size}\0{told.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()
