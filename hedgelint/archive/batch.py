"""A batch of records → a batch of what was found, row for row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import pyarrow as pa

from hedgelint.archive.record import of_line
from hedgelint.archive.rows import row_of
from hedgelint.archive.schema import GIVEN, SCHEMA
from hedgelint.archive.unicode import whole
from hedgelint.desk.desk import Desk
from hedgelint.document.model import Document
from hedgelint.document.reader import LARGEST, read_opened
from hedgelint.errors import ConfigError, InputError, RuleErrors, unforeseen
from hedgelint.patterns import pattern_of
from hedgelint.values import replace

FORMATS = ("text", "markdown", "mdx", "html", "jsonl")  # a record's text is one story in one of these
_DATE = pattern_of(r"(?<!\d)((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?!\d)")
_NAME = "archive"  # the settings are those of the working directory


@cache
def desk_here() -> Desk:
    """The one Desk of this process."""
    return Desk()


def lint_batch(batch: pa.RecordBatch, desk: Desk | None = None) -> pa.RecordBatch:
    """As many rows as came, in their order, in SCHEMA. Whatever is wrong with one record stands in its `error`.

    `text` has to be there, as strings or bytes of UTF-8. `id`, `published`, `desk` and `author` are handed on, as are
    `file` and `number`, by which a record is found again; `format` is one of FORMATS (plain text where there is none;
    `jsonl`: the text is a line of a .jsonl file), `error` what was wrong when it was read. Raises ConfigError and
    RuleErrors for mistakes in rules or settings of the whole run, and ValueError for a batch without `text`.
    """
    if "text" not in batch.schema.names:
        raise ValueError("a batch needs a column “text”")
    columns = {name: batch.column(name).to_pylist() for name in GIVEN if name in batch.schema.names}
    rows = [
        _row({name: values[i] for name, values in columns.items()}, desk or desk_here()) for i in range(batch.num_rows)
    ]
    out = as_batch(rows)
    assert out.num_rows == batch.num_rows
    return out


def as_batch(rows: Sequence[Mapping[str, Any]]) -> pa.RecordBatch:
    """Rows in SCHEMA, in which no string is left that UTF-8 cannot hold."""
    return pa.RecordBatch.from_pylist([whole({"looked_at": False, **row}) for row in rows], schema=SCHEMA)


def rows_of(path: str, desk: Desk) -> Iterable[dict[str, Any]]:
    """The stories of a file of any format; of a file that breaks off, those before it does, and the error."""
    number = 0
    try:
        for seen in desk.seen(path):
            number += 1
            name = (seen if isinstance(seen, InputError) else seen[1]).path or path
            given = {"id": name, "file": path, "number": number, "published": _dated(path)}
            if isinstance(seen, InputError):
                yield {**given, "error": str(seen)}
            else:
                yield {**row_of(*seen), **given}
        if not number:
            yield {"id": path, "file": path, "number": 1, "error": "no text in it"}
    except (ConfigError, RuleErrors):
        raise
    except Exception as fault:
        yield {"id": path, "file": path, "number": number + 1, "error": unforeseen(fault, "this story").message}


def _dated(path: str) -> str | None:
    """The month or day that the folders of a file, or its name, stand for: 2024/03/17, 2024-03-17-mill.txt."""
    found = _DATE.search(path.replace("\\", "/"))
    return "-".join(part for part in found.groups() if part) if found else None


def _row(given: dict[str, Any], desk: Desk) -> dict[str, Any]:
    told: dict[str, Any] = {name: _string(given.get(name)) for name in ("id", "file", "published", "desk", "author")}
    told["number"] = number if isinstance(number := given.get("number"), int) else None
    try:
        if given.get("format") == "jsonl" and isinstance(line := given.get("text"), str):
            told.update(_not_none(of_line(line)))
        return {**told, **_seen(_document(given, told["file"] or _NAME), desk), **_not_none(told)}
    except (ConfigError, RuleErrors):
        raise
    except InputError as error:
        return {**told, "error": error.message}
    except Exception as fault:
        return {**told, "error": unforeseen(fault, "this story").message}


def _seen(document: Document, desk: Desk) -> dict[str, Any]:
    try:
        return row_of(*desk.look(document))
    except TimeoutError as stopped:
        return {"error": str(stopped)}


def _not_none(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value is not None}


def _text(given: Mapping[str, Any]) -> str:
    """Raises InputError where there is none."""
    if given.get("error"):
        raise InputError(str(given["error"]))
    text = given.get("text")
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            raise InputError(f"not UTF-8 at byte {error.start}") from None
    if not isinstance(text, str) or not text.strip():
        raise InputError("a blank line" if given.get("format") == "jsonl" and text is not None else "no text")
    return text


def _document(given: Mapping[str, Any], name: str) -> Document:
    """Raises InputError."""
    text, form = _text(given), given.get("format") or "text"
    if form not in FORMATS:
        raise InputError(f"a record is not read as “{form}”", hint=f"one of: {', '.join(FORMATS)}")
    if len(text) > LARGEST:
        raise InputError(f"{len(text) / 1e6:.1f} million letters are too many for a story")
    for document in read_opened(name, whole(text), form):
        if isinstance(document, InputError):
            raise document
        # One name for all records of a file: the settings are asked for by it, and kept.
        return replace(document, path=name)
    raise InputError("no text")


def _string(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value.isoformat() if isinstance(value, date) else str(value)
