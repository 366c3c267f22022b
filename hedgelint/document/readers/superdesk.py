"""Items of Superdesk, as its content API and its publishing give them → a Document a story.

`body_html` is read; the state of the editor beside it says the same again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from hedgelint.document.inner import Inner
from hedgelint.document.json_file import JsonFile, first_filled, items, text
from hedgelint.document.model import Document
from hedgelint.document.prose import Block
from hedgelint.document.readers import File
from hedgelint.document.readers.plain import one_line_end
from hedgelint.document.record import Record
from hedgelint.errors import InputError
from hedgelint.patterns import pattern_of

_EMBED = pattern_of(r"<!-- EMBED START .*?<!-- EMBED END [^>]*-->", re.S)
_PULLED = pattern_of(r'<div class="multi-line-quote">.*?</div>', re.S)


def read(file: File) -> Iterator[Document | InputError]:
    packed = JsonFile(file, "superdesk")
    found = [
        (item, name)
        for item, name in items(packed.value, "_items", "items")
        if first_filled(item.get("body_html"), item.get("headline"))
    ]
    yield from packed.stories(found, _story)
    if not found:
        yield packed.error("no story in it: an item has a headline and body_html")


def _story(packed: JsonFile, item: dict[str, Any], record: Record) -> None:
    record.field("headline", packed.inner(item.get("headline")))
    record.field("standfirst", packed.inner(item.get("abstract")))
    record.field("byline", packed.inner(item.get("byline")))
    record.field("dateline", packed.inner(text(item, "dateline", "text")))
    media = text(item, "associations", "featuremedia")
    record.field("caption", packed.inner(text(media, "description_text")))
    for key in ("body_html", "body_footer"):
        inner = packed.inner(item.get(key))
        if inner and inner.has_markup:
            _body(inner, record)
        else:
            record.body(inner)


def _body(inner: Inner, record: Record) -> None:
    """What stands between comments of an embed is an embed, be it another article's text."""
    text = one_line_end(inner.text)[0]
    embeds = [match.span() for match in _EMBED.finditer(text)]
    pulled = [match.span() for match in _PULLED.finditer(text)]

    def again(block: Block, at: int) -> str:
        if block.kind != "caption" and _inside(embeds, at):
            return "embed"
        return "pullquote" if _inside(pulled, at) else block.kind

    record.html(inner, again=again)


def _inside(spans: list[tuple[int, int]], at: int) -> bool:
    number = bisect_right(spans, (at, at)) - 1
    return number >= 0 and spans[number][0] <= at < spans[number][1]
