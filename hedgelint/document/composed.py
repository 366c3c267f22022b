"""Letters written as a letter and its accent become one letter, as they are in every word list."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from hedgelint.document.model import Document
from hedgelint.document.offset_map import OffsetMap, joined
from hedgelint.span import Span
from hedgelint.values import replace

_BOM = "\ufeff"
_STRETCH = 1_000  # code points
_LONG = 100_000  # code points that are asked about at once: a doubtful text is composed whole to tell


def compose(text: str) -> tuple[str, OffsetMap | None, Moved | None]:
    """The text in Unicode's form NFC and without a byte-order mark as its first letter; the way back to `text`, and
    where each place of it stands in the outcome: both None where nothing changed."""
    if _is_composed(text) and not text.startswith(_BOM):
        return text, None, None
    out: list[str] = []
    segments: list[tuple[int, int, int, int]] = []
    size = 0
    for letter, at, end in _letters(text):
        if letter:
            out.append(letter)
            segments.append((size, at, len(letter), end - at))
            size += len(letter)
    made = tuple(joined(segments))
    return "".join(out), OffsetMap(made, size, len(text)), Moved(made, size)


def _is_composed(text: str) -> bool:
    at = 0
    while at < len(text):
        end = _before_a_letter(text, at + _LONG)
        if not unicodedata.is_normalized("NFC", text[at:end]):
            return False
        at = end
    return True


def _letters(text: str) -> Iterator[tuple[str, int, int]]:
    """What becomes of text[at:end]: a stretch that stays as it is, or a letter with its accents. By stretches, since a
    long story may have one such letter."""
    at = 0
    while at < len(text):
        end = _before_a_letter(text, at + _STRETCH)
        stretch = text[at:end]
        if unicodedata.is_normalized("NFC", stretch) and (at or stretch[0] != _BOM):
            yield stretch, at, end
            at = end
        while at < end:
            after = _before_a_letter(text, at + 1)
            letter = text[at:after]
            yield ("" if not at and letter == _BOM else unicodedata.normalize("NFC", letter)), at, after
            at = after


def _before_a_letter(text: str, at: int) -> int:
    """`at`, or behind the accents that stand there."""
    while at < len(text) and unicodedata.combining(text[at]):
        at += 1
    return min(at, len(text))


class Moved:
    """Where a place of a text, or its end, stands in what was made of it: with a letter, where that begins; of what is
    left out, where the next one does."""

    __slots__ = ("_segments", "_size", "_starts")

    def __init__(self, segments: Sequence[tuple[int, int, int, int]], size: int) -> None:
        """`segments` as of the map that leads back, in the order of both texts."""
        self._segments, self._size = segments, size
        self._starts = [segment[1] for segment in segments]

    def __getitem__(self, at: int) -> int:
        number = bisect_right(self._starts, at) - 1
        if number < 0:
            return 0
        made, first, size, there = self._segments[number]
        if at >= first + there:
            return made + size
        return made + at - first if size == there else made


def composed(document: Document) -> Document:
    """The document with its prose as `compose` gives it."""
    text, back, moved = compose(document.text)
    if back is None or moved is None:
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
        comments=tuple(replace(one, at=moved[min(one.at, len(document.text))]) for one in document.comments),
        links=tuple(replace(link, span=here(link.span)) for link in document.links),
    )
