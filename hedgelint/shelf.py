"""Many small things that are kept between runs, by key, in one file of the cache: SQLite, which many may use at once.

Each has a digest of itself and its key: what is not exactly what was put there is not there. A file that is damaged is
begun anew; one that cannot be used is left alone. Nothing of it is ever a mistake.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from hedgelint.cache import digest_of, own_folder

if TYPE_CHECKING:
    import sqlite3
else:
    try:  # the same without dates and times, which cost more than all the rest of it
        import _sqlite3 as sqlite3
    except ImportError:
        try:
            import sqlite3
        except ImportError:  # a Python built without it
            sqlite3 = None

_SEAL = 32  # characters of the digest
_BATCH, _HEAVY = 200, 4_000_000  # entries, or bytes of them, that are written at once
_MOST = 400_000_000  # bytes of the file; one that has grown beyond is begun anew
_OLD = 30  # days
_PATIENCE = 0.5  # seconds to wait for another run that is writing
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, day INTEGER, seal TEXT, value BLOB) WITHOUT ROWID"


class Shelf:
    """`name` is that of the file. What is put is written in batches, and at `close`."""

    def __init__(self, name: str) -> None:
        self._connection: sqlite3.Connection | None = None
        self._file, self._weight = "", 0
        self._new: dict[str, bytes] = {}
        folder = own_folder()
        if folder is not None:
            self._file = os.path.join(folder, name)
            self._open()

    def get(self, key: str) -> bytes | None:
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT seal, value FROM kept WHERE key = ?", (key,)).fetchone()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            self._fail(error)
            return None
        if row is None or not isinstance(row[1], bytes) or row[0] != _seal(key, row[1]):
            return None
        return row[1]

    def put(self, key: str, value: bytes) -> None:
        if self._connection is None:
            return
        self._new[key] = value
        self._weight += len(value)
        if len(self._new) >= _BATCH or self._weight >= _HEAVY:
            self._write()

    def close(self) -> None:
        if self._connection is not None:
            self._write()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> None:
        if sqlite3 is None:
            return
        with suppress(OSError):
            if os.path.getsize(self._file) > _MOST:
                os.unlink(self._file)
        try:
            self._connection = sqlite3.connect(self._file, timeout=_PATIENCE, isolation_level=None)
            # Nothing is lost that could not be made again: the disk need not be waited for.
            self._connection.execute("PRAGMA synchronous = OFF")
            self._connection.execute("SELECT 1 FROM sqlite_master")
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            self._fail(error)

    def _write(self) -> None:
        if self._connection is None or not self._new:
            return
        today = int(time.time() // 86_400)
        rows = [(key, today, _seal(key, value), value) for key, value in self._new.items()]
        self._new, self._weight = {}, 0
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute(_TABLE)
            self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
            self._connection.execute("DELETE FROM kept WHERE day < ?", (today - _OLD,))
            self._connection.execute("COMMIT")
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            self._fail(error)

    def _fail(self, error: sqlite3.DatabaseError | UnicodeDecodeError) -> None:
        """A file that is no database any more goes; a table that is not there yet is no failure. SQLite's word for what
        is wrong has the damaged bytes in it, which Python cannot always read."""
        if isinstance(error, sqlite3.OperationalError) and str(error).startswith("no such table"):
            return
        damaged = not isinstance(error, sqlite3.OperationalError)
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None
        if damaged:
            with suppress(OSError):
                os.unlink(self._file)


def _seal(key: str, value: bytes) -> str:
    return digest_of(key.encode(), value)[:_SEAL]
