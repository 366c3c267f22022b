"""The way back from prose to file, carried from the reader on and never recovered by searching."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from hedgelint.span import Span


class OffsetMap:
    """Segments (prose start, source start, length) that tile the prose from 0 without a gap.

    Inside a segment prose and source run in step. Raises ValueError at construction if the segments do not tile
    the prose, or run backwards or out of the source.
    """

    __slots__ = ("_prose", "_same", "_segments", "size")

    def __init__(self, segments: Sequence[tuple[int, int, int]], prose_size: int, source_size: int) -> None:
        at = source_at = 0
        for prose, source, length in segments:
            if prose != at or length <= 0 or source < source_at or source + length > source_size:
                raise ValueError(f"segment {(prose, source, length)} does not follow prose {at}, source {source_at}")
            at, source_at = prose + length, source + length
        if at != prose_size:
            raise ValueError(f"segments end at {at}, the prose at {prose_size}")
        self._segments = tuple(segments)
        self._prose = [segment[0] for segment in self._segments]
        self._same = self._segments == ((0, 0, prose_size),)
        self.size = prose_size

    @classmethod
    def identity(cls, size: int) -> OffsetMap:
        return cls(((0, 0, size),) if size else (), size, size)

    def offset(self, prose: int) -> int:
        """Source offset of a prose offset; the end of the prose maps to the end of its last character."""
        if not self._segments:
            return 0
        i = max(0, bisect_right(self._prose, prose) - 1)
        start, source, length = self._segments[i]
        return source + min(prose - start, length)

    def source(self, span: Span) -> Span:
        """The source characters a prose span came from. The end is that of the last character inside the span."""
        if self._same and 0 <= span.start < span.end <= self.size:
            return span
        if span.end <= span.start:
            at = self.offset(span.start)
            return Span(at, at)
        return Span(self.offset(span.start), self.offset(span.end - 1) + 1)
