"""What is to be looked at → units of work: some records, or some files, that one process takes at a time.

They are cut by counts and sizes alone, so that the same input always gives the same units; a run that goes on where
another stopped relies on it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from hedgelint.archive.readers import Row, reader_of
from hedgelint.archive.schema import GIVEN_SCHEMA
from hedgelint.archive.unicode import whole
from hedgelint.config.discovery import discover
from hedgelint.errors import InputError
from hedgelint.files import walk
from hedgelint.values import dataclass

_LETTERS = 4_000_000  # at which a unit is full, however few its records
_FILES = 32  # in a unit, at most


@dataclass(frozen=True, slots=True)
class Unit:
    """`records` in GIVEN_SCHEMA, or `paths` of files; `through` is the share of all input that lies before its end."""

    number: int
    through: float
    records: pa.RecordBatch | None = None
    paths: tuple[str, ...] = ()


def files_of(paths: Sequence[str], excludes: Callable[[str], bool]) -> list[str]:
    """The files that are meant: those of folders in the order of their names, files of many records behind the stories,
    without what the settings exclude. What is met there and cannot be read is among them, and told when its turn comes.
    Raises InputError for a path that is not there, and where nothing is left."""
    found: dict[str, None] = {}
    for path in paths:
        if path == "-":
            raise InputError("standard input cannot be read twice, and an archive may have to be", path=path)
        if not os.path.exists(path):
            raise InputError("no such file or folder", path=path)
        below = os.path.isdir(path)
        shards = walk(path, _holds_records, lambda _: True) if below else ()
        for one in (*discover([path]), *shards):
            name = one.path if isinstance(one, InputError) else one
            if not below or (name != path and not excludes(name)):  # of the folder itself: that it holds no story
                found[name] = None
    if not found:
        raise InputError("no story here", path=paths[0] if paths else "")
    return list(found)


def _holds_records(path: str) -> bool:
    return reader_of(path) is not None


def units(files: Sequence[str], size: int, columns: Mapping[str, str], form: str | None) -> Iterator[Unit]:
    """`size` records a unit at most; `columns` are the names that the input gives to the columns of a record, `form`
    the format of its text. Raises InputError for a file of records that cannot be opened."""
    sizes = [max(1, os.path.getsize(file)) if os.path.exists(file) else 1 for file in files]
    total, before, number = sum(sizes), 0, 0
    plain: list[str] = []
    for file, weight in zip(files, sizes, strict=True):
        reader = reader_of(file)
        if plain and (reader is not None or len(plain) == min(size, _FILES)):
            yield Unit(number, before / total, paths=tuple(plain))
            number, plain = number + 1, []
        if reader is None:
            plain.append(file)
        else:
            for batch, through in _gathered(reader(file, columns, form), size):
                yield Unit(number, (before + through * weight) / total, batch)
                number += 1
        before += weight
    if plain:
        yield Unit(number, 1.0, paths=tuple(plain))


def _gathered(rows: Iterator[Row], size: int) -> Iterator[tuple[pa.RecordBatch, float]]:
    held: list[dict[str, Any]] = []
    letters, through = 0, 0.0
    for row, through in rows:
        held.append(whole(row))
        letters += len(row.get("text") or "")
        if len(held) >= size or letters >= _LETTERS:
            yield pa.RecordBatch.from_pylist(held, schema=GIVEN_SCHEMA), through
            held, letters = [], 0
    if held:
        yield pa.RecordBatch.from_pylist(held, schema=GIVEN_SCHEMA), through
