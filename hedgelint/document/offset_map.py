"""The way back from prose to file, carried from the reader on and never recovered by searching."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from hedgelint.span import Span


class Segment(NamedTuple):
    """`size` code points of prose from `prose` on, for which `source_size` code points of the source from `source` on
    stand.

    Of the same size on both sides, they run in step: a letter for a letter. Of different sizes, the whole of the source
    stands for the whole of the prose (`&amp;`, `\\u201c`, \\r\\n). With nothing on the side of the source, the words
    are not in the file (what parts two paragraphs), and `source` is where they would stand.
    """

    prose: int
    source: int
    size: int
    source_size: int

    @property
    def in_step(self) -> bool:
        return self.size == self.source_size


Tile = tuple[int, int, int, int]  # a segment as a plain tuple, which takes a third of the time to make


class OffsetMap:
    """Segments that tile the prose from 0 without a gap, in its order; in the file they may stand in any order, so that
    a caption behind the body can be read before it.

    Raises ValueError at construction if the segments do not tile the prose, or run out of the source.
    """

    __slots__ = ("_ascends", "_prose", "_same", "_size", "_source", "_there", "size", "source_size")

    def __init__(self, segments: Iterable[Tile], prose_size: int, source_size: int) -> None:
        tiles = segments if isinstance(segments, list) else list(segments)
        at = last = 0
        ascends = True
        for prose, source, size, there in tiles:
            end = source + there
            if prose != at or size <= 0 or not 0 <= source <= end <= source_size:
                segment = (prose, source, size, there)
                raise ValueError(f"segment {segment} does not follow prose {at}, or leaves the source")
            if source < last:
                ascends = False
            at, last = prose + size, end
        self._ascends = ascends
        if at != prose_size:
            raise ValueError(f"segments end at {at}, the prose at {prose_size}")
        # A column for each of the four, which takes an eighth of the room of tuples.
        self._prose, self._source = array("i", [tile[0] for tile in tiles]), array("i", [tile[1] for tile in tiles])
        self._size, self._there = array("i", [tile[2] for tile in tiles]), array("i", [tile[3] for tile in tiles])
        self._same = len(self._prose) == 1 and self._number(0) == (0, 0, prose_size, prose_size)
        self.size, self.source_size = prose_size, source_size

    @classmethod
    def identity(cls, size: int) -> OffsetMap:
        return cls(((0, 0, size, size),) if size else (), size, size)

    @property
    def ascends(self) -> bool:
        """Whether the prose stands in the file in its own order."""
        return self._ascends

    @property
    def segments(self) -> tuple[Segment, ...]:
        return tuple(map(Segment, self._prose, self._source, self._size, self._there))

    def offset(self, prose: int) -> int:
        """Source offset at which the code point `prose` begins; the end of the prose is the end of its last one."""
        if not self._prose:
            return 0
        start, source, size, there = self._number(self._at(prose))
        if size == there:
            return source + min(prose - start, size)
        return source if prose < start + size else source + there

    def prose(self, source: int) -> int | None:
        """The code point of the prose that the one at `source` stands for, the first of several; None where it stands
        for none (in a tag, in what was left out)."""
        for prose, first, size, there in zip(self._prose, self._source, self._size, self._there, strict=True):
            if first <= source < first + there:
                return prose + (source - first if size == there else 0)
        return None

    def source(self, span: Span) -> Span:
        """The source that a prose span came from: all from its first code point to the end of its last, whatever lies
        between (tags, escapes). What is between two of a span's segments that stand the other way round in the file
        counts too."""
        if self._same and 0 <= span.start < span.end <= self.size:
            return span
        if span.end <= span.start:
            at = self._point(span.start)
            return Span(at, at)
        start, end = self.offset(span.start), self._end(span.end)
        if self._ascends:
            return Span(start, max(start, end))
        pieces = list(self.within(span))
        return Span(min(piece.source for piece in pieces), max(piece.source + piece.source_size for piece in pieces))

    def editable(self, span: Span) -> Span | None:
        """Where in the source other words can be put in the place of this span, without touching what is not prose: a
        stretch without a gap that begins and ends at whole code points or references. An empty span is a place to put
        something in, behind the code point before it or else before the one that follows. None where there is none."""
        if span.end > span.start:
            pieces = list(self.within(span))
            first, last = self.segment(span.start), self.segment(span.end - 1)
            if (
                any(not piece.source_size for piece in pieces)
                or any(a.source + a.source_size != b.source for a, b in pairwise(pieces))
                or not (first.in_step or first.prose == span.start)
                or not (last.in_step or last.prose + last.size == span.end)
            ):
                return None
            return Span(pieces[0].source, pieces[-1].source + pieces[-1].source_size)
        for at in (span.start - 1, span.start):
            if 0 <= at < self.size:
                segment = self.segment(at)
                if segment.source_size and (segment.in_step or segment.size == 1):
                    place = self._end(at + 1) if at < span.start else self.offset(at)
                    return Span(place, place)
        return None

    def then(self, inner: OffsetMap) -> OffsetMap:
        """The way of a text within a text: `inner` leads from prose to the text that is the prose of this map, the
        outcome from that prose to the source of this map (HTML in a string of JSON, XML in CDATA).

        Raises ValueError if the source of `inner` is not of the size of this map's prose.
        """
        if inner.source_size != self.size:
            raise ValueError(f"the inner map leads into {inner.source_size} code points, the outer out of {self.size}")
        if self._same:
            return inner
        at = 0
        out: list[Tile] = []
        for source, size, there in self.places(zip(inner._source, inner._size, inner._there, strict=True)):
            out.append((at, source, size, there))
            at += size
        return OffsetMap(joined(out), inner.size, self.source_size)

    def places(self, pieces: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
        """(source, size, source size) of each piece of a text within this map's prose, which is given as the same with
        its places there: what runs in step may come in more pieces than it was."""
        starts = self._prose
        first_of, end_of, to = 0, 0, 0  # of the segment in step that is in hand: most pieces lie in one
        number = 0
        for source, size, there in pieces:
            end = source + there
            if there and not first_of <= source <= end <= end_of:
                number = bisect_right(starts, source) - 1
                prose, first, length, last = self._number(number)
                if length == last:
                    first_of, end_of, to = prose, prose + length, first - prose
            if there and first_of <= source <= end <= end_of:
                yield source + to, size, there
                continue
            if size != there:
                start, end = self.source(Span(source, end))
                yield start, size, end - start
                continue
            while source < end:
                prose, first, length, last = self._number(number)
                until = min(prose + length, end)
                if length == last:
                    yield first + source - prose, until - source, until - source
                else:
                    yield first, until - source, last
                source, number = until, number + 1

    def _point(self, prose: int) -> int:
        """Where a place between two code points is: before the second, or behind the first where the second is not in
        the file."""
        if 0 < prose < self.size and not self.segment(prose).source_size:
            return self._end(prose)
        return self.offset(prose)

    def _number(self, at: int) -> Tile:
        return self._prose[at], self._source[at], self._size[at], self._there[at]

    def _at(self, prose: int) -> int:
        return max(0, bisect_right(self._prose, prose) - 1)

    def segment(self, prose: int) -> Segment:
        """The one that holds this code point of the prose; of the end of the prose the last."""
        return Segment._make(self.tile(prose))

    def tile(self, prose: int) -> Tile:
        return self._number(self._at(prose))

    def _end(self, prose: int) -> int:
        """Source offset at which the code point before `prose` ends."""
        start, source, size, there = self._number(self._at(prose - 1))
        return source + (prose - start if size == there else there)

    def within(self, span: Span) -> Iterator[Segment]:
        """The segments of a span, the first and the last cut to it where they run in step."""
        return map(Segment._make, self.tiles(span))

    def tiles(self, span: Span) -> list[Tile]:
        out: list[Tile] = []
        first, last = span
        at = self._at(first)
        for number in range(at, bisect_left(self._prose, last, at)):
            prose, source, size, there = self._number(number)
            if first <= prose and prose + size <= last:
                out.append((prose, source, size, there))
                continue
            start, end = max(prose, first), min(prose + size, last)
            if size == there:
                out.append((start, source + start - prose, end - start, end - start))
            elif start < end:
                out.append((start, source, end - start, there))
        return out


def joined(segments: Iterable[Tile]) -> Iterator[Tile]:
    """Neighbours that run in step on both sides made one. What is not in the file is no neighbour."""
    last: Tile | None = None
    follows = -1  # where a segment that goes on from the last one begins in the source; -1 if none can
    for segment in segments:
        _, source, size, there = segment
        if source == follows and size == there and last is not None:
            last = (last[0], last[1], last[2] + size, last[3] + size)
        else:
            if last is not None:
                yield last
            last = segment
        follows = source + there if size == there else -1
    if last is not None:
        yield last
