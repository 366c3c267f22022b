"""Ways back that are made when somebody asks for a place, which few do of a long file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from hedgelint.document.offset_map import OffsetMap, Tile, joined
from hedgelint.span import Span

Tiles = Iterable[Tile]


class LaterMap(OffsetMap):
    """An offset map whose segments `make` gives when they are first needed; they are checked then."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[], Tiles], prose_size: int, source_size: int) -> None:
        self._make = make
        self.size, self.source_size = prose_size, source_size

    def __getattr__(self, name: str) -> Any:
        # Python asks here for what is not there yet and only then, so that a map that is made costs nothing more.
        if name not in OffsetMap.__slots__:
            raise AttributeError(name)
        super().__init__(self._make(), self.size, self.source_size)
        return getattr(self, name)


class NestedMap(LaterMap):
    """The map of prose that is woven of a file and of texts within it.

    `own` leads from the prose into a row of these texts, `texts` are (where in the row it begins, its map to the file),
    in the order of the row. A text's end is in the row too, so that between two texts one place is left free. Only
    the maps of texts in which a place is asked for are made.
    """

    __slots__ = ("_begins", "_own", "_texts")

    def __init__(self, own: OffsetMap, texts: Sequence[tuple[int, OffsetMap]]) -> None:
        super().__init__(self._composed, own.size, texts[0][1].source_size)
        self._own, self._texts = own, texts
        self._begins = [begin for begin, _ in texts]

    def offset(self, prose: int) -> int:
        if not self._own.size:
            return 0
        start, source, size, there = self._own.tile(prose)
        if size == there and prose < start + size:
            begin, outer = self._text(source)
            return outer.offset(source - begin + prose - start)
        place = self.of_row(Span(source, source + there))
        return place.start if prose < start + size else place.end

    def source(self, span: Span) -> Span:
        if span.end <= span.start:
            at = self._point(span.start)
            return Span(at, at)
        prose, source, size, there = self._own.tile(span.start)
        if size == there and span.end <= prose + size:  # all in one piece, as most words are
            first = source + span.start - prose
            return self.of_row(Span(first, first + span.end - span.start))
        tiles = self._own.tiles(span)
        begin, outer = self._text(source)
        if outer.ascends and (whole := _reach(tiles, begin, begin + outer.size)) is not None:
            return outer.source(whole)
        places = [self.of_row(Span(source, source + there)) for _, source, _, there in tiles]
        return Span(min(place.start for place in places), max(place.end for place in places))

    def of_row(self, span: Span) -> Span:
        """The place in the file of a span of the row that lies in one text."""
        begin, outer = self._text(span.start)
        return outer.source(Span(span.start - begin, span.end - begin))

    def _text(self, at: int) -> tuple[int, OffsetMap]:
        return self._texts[bisect_right(self._begins, at) - 1]

    def _point(self, prose: int) -> int:
        if 0 < prose < self.size and not self._own.tile(prose)[3]:
            return self.source(Span(prose - 1, prose)).end
        return self.offset(prose)

    def _composed(self) -> Iterator[Tile]:
        return joined(self._tiles())

    def _tiles(self) -> Iterator[Tile]:
        at = 0
        pieces = ((segment.source, segment.size, segment.source_size) for segment in self._own.segments)
        for number, held in groupby(pieces, key=lambda piece: bisect_right(self._begins, piece[0]) - 1):
            begin, outer = self._texts[number]
            for source, size, there in outer.places((source - begin, size, there) for source, size, there in held):
                yield at, source, size, there
                at += size


def _reach(tiles: Iterable[Tile], begin: int, end: int) -> Span | None:
    """Where the first and the last code point of these are in the text from `begin` to `end` of the row, counted from
    its beginning; None where some are elsewhere, or nowhere."""
    first, last = end, begin
    for _, source, _, there in tiles:
        if not there or source < begin or source + there > end:
            return None
        first, last = min(first, source), max(last, source + there)
    return Span(first - begin, last - begin)
