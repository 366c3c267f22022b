"""Files of many records → rows in the columns that a batch may have, one after another, never a whole file at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, BinaryIO, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

from hedgelint.archive.record import TELLS
from hedgelint.document.reader import LARGEST
from hedgelint.document.readers import File
from hedgelint.errors import InputError, nearest
from hedgelint.files import open_regular

Row: TypeAlias = "tuple[dict[str, Any], float]"  # and how far into the file it lies, 0 to 1
Reader: TypeAlias = "Callable[[str, Mapping[str, str], str | None], Iterator[Row]]"
_TEXTS = ("text", "body", "body_text", "content", "body_html")
_AT_ONCE = 32  # rows of Parquet that are held


def reader_of(path: str) -> Reader | None:
    """None for a file that is no file of records for an archive: it is read as the command reads it."""
    name = path.lower()
    plain = name.removesuffix(".gz")
    if name.endswith((".parquet", ".pq")):
        return _parquet
    if plain.endswith((".jsonl", ".ndjson")):
        return _lines
    return _warc if plain.endswith(".warc") else None


def check(path: str, columns: Mapping[str, str]) -> None:
    """Raises InputError for a file of records that cannot be opened, or has not the columns that are asked for."""
    reader = reader_of(path)
    if reader is _parquet:
        file = opened(path)
        _columns(path, file.schema_arrow.names, columns)
        file.close()
    elif reader is not None:
        open_regular(path).close()
        if columns and reader is _lines:
            hint = f"fields of .jsonl have their own: {', '.join((*TELLS['id'], *_TEXTS))} …"
            raise InputError("--column is for columns of Parquet", path=path, hint=hint)


def _parquet(path: str, columns: Mapping[str, str], form: str | None) -> Iterator[Row]:
    file = opened(path)
    named = _columns(path, file.schema_arrow.names, columns)
    total, number = max(1, file.metadata.num_rows), 0
    try:
        for batch in file.iter_batches(batch_size=_AT_ONCE, columns=list(named.values())):
            held = {name: batch.column(column).to_pylist() for name, column in named.items()}
            for i in range(batch.num_rows):
                number += 1
                row = {name: _words(values[i]) for name, values in held.items()}
                yield {"format": form, **row, "file": path, "number": number}, number / total
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        yield _broken(path, number + 1, f"the file cannot be read from here on: {error}"), 1.0
    finally:
        file.close()


def opened(path: str) -> pq.ParquetFile:
    """Raises InputError for what is no whole Parquet file."""
    open_regular(path).close()
    try:
        return pq.ParquetFile(path)
    except (pa.ArrowException, OSError) as error:
        hint = "its end is missing: fetch it again" if "magic" in str(error) else "fetch it again"
        raise InputError("not a whole Parquet file", path=path, hint=hint) from None


def _columns(path: str, there: list[str], asked: Mapping[str, str]) -> dict[str, str]:
    """The file's names for the columns of a record. Raises InputError where there is no text, or not what is asked."""
    for column in asked.values():
        if column not in there:
            hint = nearest(column, there) or f"it has: {', '.join(there)}"
            raise InputError(f"no column “{column}”", path=path, hint=hint)
    known = {"text": _TEXTS, **TELLS}
    named = {name: next((key for key in keys if key in there), None) for name, keys in known.items()}
    found = {name: column for name, column in {**named, **asked}.items() if column is not None}
    if "text" not in found:
        hint = f"--column text=NAME says which it is; it has: {', '.join(there)}"
        raise InputError("no column of texts", path=path, hint=hint)
    return found


def _words(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _lines(path: str, columns: Mapping[str, str], form: str | None) -> Iterator[Row]:
    """A record a line; what is wrong with one line is that line's error."""
    with open_regular(path) as raw:
        size, number = max(1, os.fstat(raw.fileno()).st_size), 0
        stream = _unpacked(raw) if path.lower().endswith(".gz") else raw
        try:
            while line := stream.readline(LARGEST + 1):
                number += 1
                through = min(1.0, raw.tell() / size)
                whole = len(line) <= LARGEST
                while not whole and line and not line.endswith(b"\n"):
                    line = stream.readline(LARGEST)
                yield _line(path, number, line if whole else None), through
        except (OSError, EOFError) as error:
            yield _broken(path, number + 1, f"the file cannot be read from here on: {error}"), 1.0


def _unpacked(raw: BinaryIO) -> BinaryIO:
    import gzip
    from typing import cast

    return cast(BinaryIO, gzip.GzipFile(fileobj=raw))


def _line(path: str, number: int, line: bytes | None) -> dict[str, Any]:
    if line is None:
        return _broken(path, number, f"more than {LARGEST / 1e6:.0f} MB is no story")
    try:
        text = line.removeprefix(b"\xef\xbb\xbf").decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        return _broken(path, number, f"not UTF-8 at byte {error.start} of the line")
    return {"id": f"{path}#{number}", "text": text, "format": "jsonl", "file": path, "number": number}


def _warc(path: str, columns: Mapping[str, str], form: str | None) -> Iterator[Row]:
    from hedgelint.document.readers.warc import pages

    with open_regular(path) as stream:
        size = max(1, os.fstat(stream.fileno()).st_size)
        for number, page in enumerate(pages(File(path, stream=stream)), 1):
            through = min(1.0, stream.tell() / size)
            if isinstance(page, InputError):
                yield _broken(path, number, page.message), through
                continue
            file, kind = page
            told = {"id": file.path.removeprefix(f"{path}#"), "file": path, "number": number}
            try:
                yield {**told, "text": file.decoded()[0], "format": kind}, through
            except InputError as error:
                yield {**told, "error": error.message}, through


def _broken(path: str, number: int, message: str) -> dict[str, Any]:
    return {"id": f"{path}#{number}", "error": message, "file": path, "number": number}
