"""A .jsonl file of records {"id", "text"} → a document a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hedgelint.document.model import Document
from hedgelint.document.readers import File
from hedgelint.document.readers.plain import read_plain
from hedgelint.errors import InputError


def read(file: File) -> Iterator[Document | InputError]:
    """The name of a story is that of the file, `#` and the record's id."""
    text, encoding, notes = file.decoded()
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                record = json.loads(line)
                story, name = record["text"], str(record["id"])
                if not isinstance(story, str):
                    raise TypeError
            except (ValueError, KeyError, TypeError, RecursionError):
                hint = 'a record is {"id": …, "text": …}'
                yield InputError("not a story", path=file.path, line=number, hint=hint)
            else:
                document = read_plain(f"{file.path}#{name}", story, encoding, notes)
                sources = _sources(file.path, record.get("sources"))
                yield replace(document, sources=sources, format="jsonl", writable=False)


def _sources(path: str, given: object) -> tuple[str, ...]:
    """Paths are as seen from the folder of the file of records."""
    if not isinstance(given, list) or not all(isinstance(source, str) for source in given):
        return ()
    return tuple(str(Path(path).parent / source) for source in given)
