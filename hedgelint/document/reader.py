"""Files → documents, by the format their ending names."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hedgelint.document.encoding import decode
from hedgelint.document.model import Document
from hedgelint.document.plain import read_plain
from hedgelint.errors import InputError

SUFFIXES = (".txt",)
LARGEST = 20_000_000  # bytes; what is larger is no story


def read_documents(path: str, encoding: str | None = None, stdin_name: str = "") -> Iterator[Document | InputError]:
    """The documents of one file: one, or a line each of a .jsonl file of records {"id", "text"}.

    `-` is standard input. A mistake is yielded in its place, so that what follows it is still read.
    """
    try:
        content = sys.stdin.buffer.read() if path == "-" else _bytes(path)
        name = (stdin_name or "<stdin>") if path == "-" else path
        text, used, notes = decode(content, name, encoding)
    except InputError as error:
        yield error
        return
    if name.endswith(".jsonl"):
        yield from _records(name, text, used, notes)
    else:
        yield read_plain(name, text, used, notes)


def read_document(path: str) -> Document:
    """One file, whole. Raises InputError."""
    text, used, notes = decode(_bytes(path), path, None)
    return read_plain(path, text, used, notes)


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(error.strerror or "cannot be read", path=path) from None
    except ValueError as error:
        raise InputError(str(error), path=path) from None
    if len(content) > LARGEST:
        size = Path(path).stat().st_size
        hint = "cut it into stories; hedgelint reads one story a file"
        raise InputError(f"{size / 1e6:.0f} MB is too large for a story", path=path, hint=hint)
    return content


def _records(path: str, text: str, encoding: str, notes: tuple[str, ...]) -> Iterator[Document | InputError]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                record = json.loads(line)
                story, name = record["text"], str(record["id"])
                if not isinstance(story, str):
                    raise TypeError
            except (ValueError, KeyError, TypeError):
                hint = 'a record is {"id": …, "text": …}'
                yield InputError("not a story", path=path, line=number, hint=hint)
            else:
                document = read_plain(f"{path}#{name}", story, encoding, notes)
                yield replace(document, sources=_sources(path, record.get("sources")))


def _sources(path: str, given: object) -> tuple[str, ...]:
    """Paths are as seen from the folder of the file of records."""
    if not isinstance(given, list) or not all(isinstance(source, str) for source in given):
        return ()
    return tuple(str(Path(path).parent / source) for source in given)
