"""A whole archive through several processes: in the order of the input, in bounded memory, to be gone on with."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pyarrow as pa
from pebble import ProcessExpired, ProcessPool

from hedgelint.archive.batch import as_batch, lint_batch
from hedgelint.archive.parts import Totals, begin, folder_of, forget, join, sizes, write_part
from hedgelint.archive.readers import check
from hedgelint.archive.schema import GIVEN_SCHEMA, SCHEMA
from hedgelint.archive.units import Unit, files_of, units
from hedgelint.archive.work import Reading, look, work
from hedgelint.desk.desk import Desk
from hedgelint.errors import InputError
from hedgelint.values import dataclass, field
from hedgelint.version import __version__

_WAITING = 3  # units a process that are read and not yet done, at most
_RULES = (".yaml", ".yml", ".txt", ".toml")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done. `columns`: the input's names for the columns of a record; `form`: the format of its text."""

    paths: tuple[str, ...]
    out: Path
    how: Reading
    jobs: int
    resume: bool = False
    size: int = 256
    columns: Mapping[str, str] = field(default_factory=dict)
    form: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """`stories` of this run so far; `kept`, units of the run before; `through`, of 1; `lost` says of a process that
    died what became of its stories."""

    stories: int
    kept: int
    through: float
    lost: str = ""


def run(order: Order, tell: Callable[[Progress], None]) -> Totals | None:
    """None where a run before has done it all. Raises InputError for input that cannot be read and for an output that
    is there; ConfigError and RuleErrors; OSError where the disk is full: what is done is kept."""
    folder = folder_of(order.out)
    if order.out.exists() and not folder.exists():
        if order.resume:
            return None
        raise InputError("is there already, and is not written over", path=str(order.out))
    files = files_of(order.paths, order.how.desk().excludes)
    if any(os.path.realpath(file) == os.path.realpath(order.out) for file in files):
        raise InputError("is read in this very run, and not written over", path=str(order.out))
    for file in files:
        check(file, order.columns)
    done = begin(folder, _of_what(order, files), order.resume)
    with ProcessPool(
        max_workers=order.jobs,
        context=multiprocessing.get_context("spawn"),
        initializer=signal.signal,  # Ctrl-C is for this process, which then stops the others
        initargs=[signal.SIGINT, signal.SIG_IGN],
    ) as pool:
        try:
            count = _through(pool, order, units(files, order.size, order.columns, order.form), done, tell)
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            forget(folder)
            raise
    return join(folder, count, order.out)


def _of_what(order: Order, files: list[str]) -> dict[str, Any]:
    desk = order.how.desk()
    return {
        "version": __version__,
        "input": sizes(files),
        "batch size": order.size,
        "columns": dict(order.columns),
        "format": order.form,
        "set of rules": _rules(desk, files[0]),
    }


def _rules(desk: Desk, path: str) -> str:
    """A mark of the rules and settings in force. Raises ConfigError and RuleErrors."""
    desk.settings(path)
    config = desk.configs.for_file(path)
    digest = blake2b(repr(desk.in_force(path)).encode("utf-8", "replace"), digest_size=16)
    for top in (*config.rules, *desk.rules):
        below = sorted(one for one in top.rglob("*") if one.suffix in _RULES) if top.is_dir() else [top]
        for one in below:
            digest.update(one.read_bytes())
    return digest.hexdigest()


def _through(
    pool: ProcessPool, order: Order, all_units: Iterator[Unit], done: frozenset[int], tell: Callable[[Progress], None]
) -> int:
    """How many units there are, when every one of them is done."""
    folder = folder_of(order.out)
    waiting: deque[tuple[Unit, Future[int]]] = deque()
    stories = kept = count = 0

    def finish() -> Progress:
        nonlocal stories
        unit, future = waiting.popleft()
        lost = ""
        try:
            stories += future.result()
        except ProcessExpired as died:
            found, lost = _again(pool, unit, order.how, died)
            write_part(folder, unit.number, found)
            stories += found.num_rows
        return Progress(stories, kept, unit.through, lost)

    for unit in all_units:
        count = unit.number + 1
        if unit.number in done:
            kept += 1
            continue
        waiting.append((unit, pool.schedule(work, args=[unit, order.how, folder])))
        if len(waiting) >= _WAITING * order.jobs:
            tell(finish())
    while waiting:
        tell(finish())
    return count


def _again(pool: ProcessPool, unit: Unit, how: Reading, died: ProcessExpired) -> tuple[pa.RecordBatch, str]:
    """The stories of a unit whose process died, each by itself: what kills a process a second time is an error of that
    story, and costs no other."""
    pieces = list(_pieces(unit))
    found = [pool.schedule(look, args=[piece, how]) for piece in pieces]
    rows: list[pa.RecordBatch] = []
    names = []
    for piece, future in zip(pieces, found, strict=True):
        try:
            rows.append(future.result())
        except ProcessExpired as again:
            rows.append(_unseen(piece, f"the process that looked at it died ({_why(again)})"))
            names.append(rows[-1].column("id")[0].as_py())
    lost = f"its {len(pieces)} stories were looked at again, one by one"
    if names:
        lost += f"; not looked at: {', '.join(str(name) for name in names)}"
    table = pa.Table.from_batches(rows, schema=SCHEMA).combine_chunks()
    return table.to_batches()[0], f"a process died ({_why(died)}): {lost}"


def _pieces(unit: Unit) -> Iterator[Unit]:
    if unit.records is None:
        yield from (Unit(unit.number, unit.through, paths=(path,)) for path in unit.paths)
    else:
        for i in range(unit.records.num_rows):
            yield Unit(unit.number, unit.through, unit.records.slice(i, 1))


def _unseen(piece: Unit, error: str) -> pa.RecordBatch:
    """The one row of a record that is not looked at."""
    if piece.records is None:
        return as_batch([{"id": piece.paths[0], "file": piece.paths[0], "number": 1, "error": error}])
    (row,) = piece.records.to_pylist()
    return lint_batch(pa.RecordBatch.from_pylist([{**row, "error": error}], schema=GIVEN_SCHEMA))


def _why(died: ProcessExpired) -> str:
    """A process that the kernel ends for want of memory is killed with 9."""
    code = died.exitcode
    if code is not None and code < 0:
        hint = ", as one is that takes too much memory" if -code == 9 else ""
        return f"killed by signal {-code}{hint}"
    return f"it left with {code}"
