"""A text within a file: a string of JSON, the words of an XML element, with the way back to the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from html import unescape
from html.entities import html5

from hedgelint.document.json_values import Located, pieces, tiles, whole
from hedgelint.document.later_map import LaterMap
from hedgelint.document.offset_map import OffsetMap, Tile
from hedgelint.patterns import pattern_of

_MARKUP = pattern_of(r"</?[a-zA-Z][^<>]*>|<!--")
_LONGEST = 40  # code points of a reference
_REFERENCE = pattern_of(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


Piece = tuple[str, int, int]


class Inner:
    """`text` and its `pieces`: (words, start, end) with their places in the source of the file, `source_size` long;
    words as long as their place stand there letter by letter. `at` is what people call the place (a JSON pointer)."""

    __slots__ = ("_map", "_pieces", "_tiles", "at", "source_size", "text")

    def __init__(
        self,
        text: str,
        pieces: Callable[[], Iterable[Piece]],
        tiles: Callable[[], Iterable[Tile]],
        source_size: int,
        at: str = "",
    ) -> None:
        """Pieces, and the same as segments of an offset map, are made when they are first needed."""
        self.text, self.source_size, self.at = text, source_size, at
        self._pieces, self._tiles = pieces, tiles
        self._map: OffsetMap | None = None

    @classmethod
    def of(cls, pieces: Iterable[Piece], source_size: int, at: str = "") -> Inner:
        made = tuple(piece for piece in pieces if piece[0])
        text = made[0][0] if len(made) == 1 else "".join([piece[0] for piece in made])
        return cls(text, lambda: made, lambda: _tiles(made), source_size, at)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(self._pieces())

    @property
    def map(self) -> OffsetMap:
        """From `text` to the source of the file."""
        if self._map is None:
            self._map = LaterMap(self._tiles, len(self.text), self.source_size)
        return self._map

    @property
    def has_markup(self) -> bool:
        return "<" in self.text and _MARKUP.search(self.text) is not None

    @property
    def has_references(self) -> bool:
        return "&" in self.text and _REFERENCE.search(self.text) is not None

    def __bool__(self) -> bool:
        return bool(self.text) and not self.text.isspace()


def _tiles(pieces: Iterable[Piece]) -> Iterator[Tile]:
    size = 0
    for words, start, end in pieces:
        yield size, start, len(words), end - start
        size += len(words)


def of_json(source: str, value: Located, at: str = "") -> Inner:
    span = value.span
    return Inner(whole(value), lambda: pieces(source, span), lambda: tiles(source, span), len(source), at)


def of_xml(texts: Iterable[Piece], source_size: int, at: str = "") -> Inner:
    return Inner.of(texts, source_size, at)


def within(outer: Inner, given: Iterable[Piece]) -> Inner:
    """A text whose pieces have their places in the text of `outer`."""
    inner = Inner.of(given, len(outer.text))
    text = inner.text
    segments = outer.map.then(inner.map).segments
    out = ((text[s.prose : s.prose + s.size], s.source, s.source + s.source_size) for s in segments)
    return Inner.of(out, outer.source_size, outer.at)


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


def letters_of(text: str) -> list[Piece] | None:
    """The pieces of a text of HTML that holds references to letters and nothing else that HTML reads otherwise than it
    stands: no tag, no run of white space, nothing invisible. None of any other, which is for a reader of HTML."""
    if "<" in text or "[" in text or "  " in text or not text.isprintable():
        return None
    out: list[Piece] = []
    at = 0
    start = text.find("&")
    while start >= 0:
        end = text.find(";", start, start + _LONGEST) + 1
        letter = _letter(text[start:end])
        if not letter:
            return None
        if at < start:
            out.append((text[at:start], at, start))
        out.append((letter, start, end))
        at, start = end, text.find("&", end)
    if at < len(text):
        out.append((text[at:], at, len(text)))
    return out


@lru_cache(maxsize=1024)
def _letter(reference: str) -> str:
    """The one letter that a reference by name means; "" where it means more, a blank or nothing that is seen."""
    letter = html5.get(reference[1:], "") if reference.endswith(";") else ""
    return letter if len(letter) == 1 and letter.isprintable() and letter != " " else ""
