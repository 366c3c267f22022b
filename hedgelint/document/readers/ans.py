"""ANS, the stories of Arc XP → a Document a story. https://github.com/washingtonpost/ans-schema, 0.10.12."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hedgelint.document.json_file import JsonFile, dicts, first_filled, items, text
from hedgelint.document.model import Document
from hedgelint.document.readers import File
from hedgelint.document.record import Record
from hedgelint.errors import InputError

_PICTURES = ("image", "video", "gallery", "graphic")


def read(file: File) -> Iterator[Document | InputError]:
    packed = JsonFile(file, "ans")
    value = packed.value
    if isinstance(value, dict) and any(one.get("type") == "story" for one in dicts(value.get("content_elements"))):
        value = value["content_elements"]  # a collection
    found = [(story, name) for story, name in items(value, "items") if isinstance(story.get("content_elements"), list)]
    yield from packed.stories(found, lambda packed, story, record: _Story(packed, record).read(story))
    if not found:
        yield packed.error("no story in it: one has content_elements")


class _Story:
    def __init__(self, packed: JsonFile, record: Record) -> None:
        self._inner, self._record = packed.inner, record

    def read(self, story: dict[str, Any]) -> None:
        self._put("headline", text(story, "headlines", "basic"))
        standfirst = first_filled(text(story, "subheadlines", "basic"), text(story, "description", "basic"))
        self._put("standfirst", standfirst)
        for author in dicts(text(story, "credits", "by")):
            self._put("byline", first_filled(author.get("byline"), author.get("name")))
        self._caption(text(story, "promo_items", "basic"))
        self._elements(story["content_elements"])

    def _put(self, kind: str, value: Any) -> None:
        self._record.field(kind, self._inner(value))

    def _caption(self, picture: Any) -> None:
        if isinstance(picture, dict) and picture.get("type") in _PICTURES:
            self._put("caption", first_filled(picture.get("caption"), text(picture, "description", "basic")))
            for one in dicts(picture.get("content_elements")):
                self._caption(one)

    def _elements(self, elements: Any, kind: str = "body") -> None:
        for element in dicts(elements):
            what, words = element.get("type"), element.get("content")
            if what == "text":
                self._put(kind, words)
            elif what == "header":
                self._put("subhead", words)
            elif what in ("quote", "blockquote"):
                pulled = "pull" in str(element.get("subtype", ""))
                inside = "pullquote" if pulled else "blockquote"
                self._put(inside, words)
                self._elements(element.get("content_elements"), inside)
            elif what == "list":
                self._put("list", words)
                self._elements(element.get("items"), "list")
            elif what == "table":
                self._table(element)
            elif what == "correction":
                self._put("correction", first_filled(element.get("text"), words))
            elif what in _PICTURES:
                self._caption(element)
            elif what == "element_group":
                self._elements(element.get("content_elements"), kind)
            elif what in ("raw_html", "oembed_response", "custom_embed"):
                self._put("embed", first_filled(words, text(element, "raw_oembed", "html"), element.get("html")))

    def _table(self, table: dict[str, Any]) -> None:
        rows = table.get("rows")
        for row in [table.get("header"), *(rows if isinstance(rows, list) else [])]:
            for cell in row if isinstance(row, list) else []:
                self._put("table", cell if isinstance(cell, str) else text(cell, "content"))
