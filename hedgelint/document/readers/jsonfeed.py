"""JSON Feed → a Document an item. https://www.jsonfeed.org/version/1.1/"""

from __future__ import annotations

from collections.abc import Iterator

from hedgelint.document.json_file import JsonFile, dicts, first_filled, items, text
from hedgelint.document.model import Document
from hedgelint.document.readers import File
from hedgelint.errors import InputError

_WORDS = ("title", "content_html", "content_text", "summary")


def read(file: File) -> Iterator[Document | InputError]:
    packed = JsonFile(file, "jsonfeed")
    found = [(item, name) for item, name in items(packed.value, "items") if first_filled(*map(item.get, _WORDS))]
    for item, name in found:
        record = packed.record()
        record.field("headline", packed.inner(item.get("title")))
        body = packed.inner(first_filled(item.get("content_html"), item.get("content_text")))
        summary = packed.inner(item.get("summary"))
        if body:
            record.field("standfirst", summary)
        for author in dicts(item.get("authors")) or dicts([text(item, "author")]):
            record.field("byline", packed.inner(author.get("name")))
        if not body:
            record.notes.append("no full text in the feed: its summary is read")
        record.body(body or summary)
        yield packed.document(record, name if len(found) > 1 else "")
    if not found:
        yield packed.error("no story in it: the feed has no items")
