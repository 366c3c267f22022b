"""Letters written as a letter and its accent become one letter, as they are in every word list."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from hedgelint.document.model import Document
from hedgelint.document.offset_map import OffsetMap, Segment, joined
from hedgelint.span import Span
from hedgelint.values import replace

_BOM = "\ufeff"


def compose(text: str) -> tuple[str, OffsetMap | None, Sequence[int]]:
    """The text in Unicode's form NFC and without a byte-order mark as its first letter; the way back to `text`, None
    where nothing changed; and where each code point of `text`, and its end, stands in the outcome."""
    if unicodedata.is_normalized("NFC", text) and not text.startswith(_BOM):
        return text, None, range(len(text) + 1)
    out: list[str] = []
    segments: list[Segment] = []
    moved: list[int] = []
    size = at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        letter = "" if at == 0 and text[at:end] == _BOM else unicodedata.normalize("NFC", text[at:end])
        moved += [size] * (end - at)
        if letter:
            out.append(letter)
            segments.append(Segment(size, at, len(letter), end - at))
            size += len(letter)
        at = end
    return "".join(out), OffsetMap(joined(segments), size, len(text)), [*moved, size]


def composed(document: Document) -> Document:
    """The document with its prose as `compose` gives it."""
    text, back, moved = compose(document.text)
    if back is None:
        return document

    def here(span: Span) -> Span:
        return Span(moved[span.start], moved[span.end])

    return replace(
        document,
        text=text,
        map=document.map.then(back),
        parts=tuple(
            replace(part, span=here(part.span))
            for part in document.parts
            if moved[part.span.start] < moved[part.span.end]
        ),
        comments=tuple(replace(one, at=moved[min(one.at, len(moved) - 1)]) for one in document.comments),
        links=tuple(replace(link, span=here(link.span)) for link in document.links),
    )
