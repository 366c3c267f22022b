"""A .jsonl file of records → a document a line: {"id", "text"}, or the parts of a story in fields of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hedgelint.document.inner import Inner, of_json
from hedgelint.document.json_file import dicts, first_filled
from hedgelint.document.json_values import Located, parse_json, pointers
from hedgelint.document.model import Document, Lines
from hedgelint.document.readers import File
from hedgelint.document.readers.plain import read_plain
from hedgelint.document.record import Record, record_document
from hedgelint.errors import InputError
from hedgelint.values import replace

_HINT = 'a record is {"id": …, "text": …}, or has headline, standfirst, byline, captions and body'
_FIELDS = (
    ("headline", ("headline", "title")),
    ("standfirst", ("standfirst", "subhead", "summary", "description", "dek")),
    ("byline", ("byline", "author", "authors")),
    ("dateline", ("dateline",)),
    ("caption", ("caption", "captions")),
)
_BODY = ("body", "body_html", "content", "body_text")


def read(file: File) -> Iterator[Document | InputError]:
    """The name of a story is that of the file, `#` and the record's id. Where a record has its story in one text,
    places are those of that text; where it has fields, those of the file."""
    text, encoding, notes = file.decoded()
    lines, start = Lines(text), 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                record = parse_json(line, file.path).value
            except InputError:
                record = None
            story = record.get("text") if isinstance(record, dict) else None
            if isinstance(story, str) and "id" in record:
                document = replace(
                    read_plain(f"{file.path}#{record['id']}", str(story), encoding, notes),
                    format="jsonl",
                    writable=False,
                )
            elif isinstance(record, dict) and (story := _story(record, line, start, len(text))):
                name = f"{file.path}#{record.get('id', number)}"
                document = record_document(name, text, story, form="jsonl", lines=lines, encoding=encoding, notes=notes)
            else:
                yield InputError("not a story", path=file.path, line=number, hint=_HINT)
                document = None
            if document is not None:
                yield replace(document, sources=_sources(file.path, record.get("sources")))
        start += len(line) + 1


def _story(record: dict[str, Any], line: str, start: int, size: int) -> Record | None:
    """The story of a record with fields; None where it has no text."""
    body = first_filled(*(record.get(key) for key in _BODY))
    if not isinstance(body, Located):
        return None
    ways = pointers(record)

    def inner(value: Located) -> Inner:
        own = of_json(line, value)
        moved = tuple((words, start + first, start + last) for words, first, last in own.pieces)
        return Inner.of(moved, size, ways.get(value.start, ""))

    out = Record(size)
    for kind, keys in _FIELDS:
        for value in next((found for key in keys if (found := _texts(record.get(key)))), ()):
            out.field(kind, inner(value))
    out.body(inner(body))
    return out


def _texts(value: Any) -> list[Located]:
    """The texts in a field: one, a list of them, or the names in a list of objects."""
    if isinstance(value, list):
        named = (one.get("name", one.get("caption")) for one in dicts(value))
        return [one for one in (*value, *named) if isinstance(one, Located) and one.strip()]
    return [value] if isinstance(value, Located) and value.strip() else []


def _sources(path: str, given: object) -> tuple[str, ...]:
    """Paths are as seen from the folder of the file of records."""
    if not isinstance(given, list) or not all(isinstance(source, str) for source in given):
        return ()
    return tuple(str(Path(path).parent / source) for source in given)
