"""Places in a text: half-open ranges of code points, and sets of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of code points, counted from 0: `text[start:end]`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        return text[self.start : self.end]


class SpanSet:
    """Sorted, disjoint, non-empty spans; touching ones are merged. Immutable."""

    __slots__ = ("_starts", "spans")

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        merged: list[Span] = []
        for span in sorted(spans):
            start, end = span
            if end <= start:
                continue
            if merged and start <= merged[-1].end:
                if end > merged[-1].end:
                    merged[-1] = Span(merged[-1].start, end)
            else:
                merged.append(span)
        self.spans = tuple(merged)
        self._starts = [span.start for span in merged]

    def __iter__(self) -> Iterator[Span]:
        return iter(self.spans)

    def __len__(self) -> int:
        return len(self.spans)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SpanSet) and self.spans == other.spans

    def __hash__(self) -> int:
        return hash(self.spans)

    def __repr__(self) -> str:
        return f"SpanSet({[tuple(span) for span in self.spans]})"

    def __or__(self, other: SpanSet) -> SpanSet:
        return SpanSet((*self.spans, *other.spans))

    def __and__(self, other: SpanSet) -> SpanSet:
        out: list[Span] = []
        i = j = 0
        while i < len(self.spans) and j < len(other.spans):
            a, b = self.spans[i], other.spans[j]
            start, end = max(a.start, b.start), min(a.end, b.end)
            if start < end:
                out.append(Span(start, end))
            if a.end < b.end:
                i += 1
            else:
                j += 1
        return SpanSet(out)

    def __sub__(self, other: SpanSet) -> SpanSet:
        out: list[Span] = []
        j = 0
        for start, end in self.spans:
            while j < len(other.spans) and other.spans[j].end <= start:
                j += 1
            k = j
            while k < len(other.spans) and other.spans[k].start < end:
                if other.spans[k].start > start:
                    out.append(Span(start, other.spans[k].start))
                start = max(start, other.spans[k].end)
                k += 1
            if start < end:
                out.append(Span(start, end))
        return SpanSet(out)

    def at(self, offset: int) -> Span | None:
        """The span that holds this code point."""
        i = bisect_right(self._starts, offset) - 1
        return self.spans[i] if i >= 0 and offset < self.spans[i].end else None

    def before(self, offset: int) -> Span | None:
        """The last span that begins before this code point."""
        i = bisect_left(self._starts, offset) - 1
        return self.spans[i] if i >= 0 else None

    def over(self, span: Span) -> tuple[Span, ...]:
        """Those that share a code point with this span."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or self.spans[first].end <= span.start:
            first += 1
        return self.spans[first : bisect_left(self._starts, span.end)] if span.start < span.end else ()

    def covers(self, span: Span) -> bool:
        """The whole span lies inside one of these; an empty span counts where its point does."""
        here = self.at(span.start)
        return here is not None and span.end <= here.end

    def touches(self, span: Span) -> bool:
        """At least one code point is shared."""
        i = bisect_right(self._starts, span.start) - 1
        if i >= 0 and span.start < self.spans[i].end:
            return span.start < span.end
        return i + 1 < len(self.spans) and self.spans[i + 1].start < span.end
