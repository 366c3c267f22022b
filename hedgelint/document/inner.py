"""A text within a file: a string of JSON, the words of an XML element, with the way back to the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape

from hedgelint.document.json_values import Located, pieces
from hedgelint.document.offset_map import OffsetMap
from hedgelint.patterns import pattern_of

_MARKUP = pattern_of(r"</?[a-zA-Z][^<>]*>|<!--")
_REFERENCE = pattern_of(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


class Inner:
    """`pieces` are (words, start, end) with their places in the source of the file, `source_size` long; words as long
    as their place stand there letter by letter. `at` is what people call the place (a JSON pointer)."""

    __slots__ = ("_map", "at", "pieces", "source_size", "text")

    def __init__(self, pieces: tuple[tuple[str, int, int], ...], source_size: int, at: str = "") -> None:
        self.pieces, self.source_size, self.at = pieces, source_size, at
        self.text = pieces[0][0] if len(pieces) == 1 else "".join([piece[0] for piece in pieces])
        self._map: OffsetMap | None = None

    @property
    def map(self) -> OffsetMap:
        """From `text` to the source of the file."""
        if self._map is None:
            segments: list[tuple[int, int, int, int]] = []
            size = 0
            for words, start, end in self.pieces:
                length = len(words)
                segments.append((size, start, length, end - start))
                size += length
            self._map = OffsetMap(segments, size, self.source_size)
        return self._map

    @property
    def has_markup(self) -> bool:
        return "<" in self.text and _MARKUP.search(self.text) is not None

    @property
    def has_references(self) -> bool:
        return "&" in self.text and _REFERENCE.search(self.text) is not None

    def __bool__(self) -> bool:
        return bool(self.text) and not self.text.isspace()


def of_json(source: str, value: Located, at: str = "") -> Inner:
    return Inner(tuple(pieces(source, value.span)), len(source), at)


def of_xml(texts: Iterable[tuple[str, int, int]], source_size: int, at: str = "") -> Inner:
    return Inner(tuple(text for text in texts if text[0]), source_size, at)


def within(outer: Inner, given: Iterable[tuple[str, int, int]]) -> Inner:
    """A text whose pieces have their places in the text of `outer`."""
    kept = tuple(piece for piece in given if piece[0])
    segments = outer.map.then(Inner(kept, len(outer.text)).map).segments
    text = "".join(piece[0] for piece in kept)
    out = ((text[s.prose : s.prose + s.size], s.source, s.source + s.source_size) for s in segments)
    return Inner(tuple(out), outer.source_size, outer.at)


def dereferenced(inner: Inner) -> Inner:
    """Plain text with its references of HTML as the letters they mean."""
    return within(inner, _dereferenced(inner.text))


def _dereferenced(text: str) -> Iterator[tuple[str, int, int]]:
    at = 0
    for match in _REFERENCE.finditer(text):
        yield text[at : match.start()], at, match.start()
        yield unescape(match.group()), match.start(), match.end()
        at = match.end()
    yield text[at:], at, len(text)
