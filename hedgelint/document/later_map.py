"""Ways back that are made when somebody asks for a place, which few do of a long file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from hedgelint.document.offset_map import OffsetMap, joined
from hedgelint.span import Span

Tiles = Iterable[tuple[int, int, int, int]]  # segments as plain tuples


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
        segment = self._own.segment(prose)
        if segment.in_step and prose < segment.prose + segment.size:
            begin, outer = self._text(segment.source)
            return outer.offset(segment.source - begin + prose - segment.prose)
        place = self.of_row(Span(segment.source, segment.source + segment.source_size))
        return place.start if prose < segment.prose + segment.size else place.end

    def source(self, span: Span) -> Span:
        if span.end <= span.start:
            at = self._point(span.start)
            return Span(at, at)
        places = [self.of_row(Span(one.source, one.source + one.source_size)) for one in self._own.within(span)]
        return Span(min(place.start for place in places), max(place.end for place in places))

    def of_row(self, span: Span) -> Span:
        """The place in the file of a span of the row that lies in one text."""
        begin, outer = self._text(span.start)
        return outer.source(Span(span.start - begin, span.end - begin))

    def _text(self, at: int) -> tuple[int, OffsetMap]:
        return self._texts[bisect_right(self._begins, at) - 1]

    def _point(self, prose: int) -> int:
        if 0 < prose < self.size and not self._own.segment(prose).source_size:
            return self.source(Span(prose - 1, prose)).end
        return self.offset(prose)

    def _composed(self) -> Iterator[tuple[int, int, int, int]]:
        return joined(self._tiles())

    def _tiles(self) -> Iterator[tuple[int, int, int, int]]:
        at = 0
        pieces = ((segment.source, segment.size, segment.source_size) for segment in self._own.segments)
        for number, held in groupby(pieces, key=lambda piece: bisect_right(self._begins, piece[0]) - 1):
            begin, outer = self._texts[number]
            for source, size, there in outer.places((source - begin, size, there) for source, size, there in held):
                yield at, source, size, there
                at += size
