"""Where in a source the words of a quotation stand, piece by piece."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from hedgelint.patterns import pattern_of
from hedgelint.sources.align import Step
from hedgelint.sources.changes import Weigher, added_runs, difference
from hedgelint.sources.fluent import fluent, found_in
from hedgelint.sources.index import SourceIndex
from hedgelint.sources.normalise import Normaliser, Words
from hedgelint.sources.speaking import back_channel
from hedgelint.span import Span, SpanSet
from hedgelint.values import dataclass, field
from hedgelint.verdict import Change

_INSERTED = pattern_of(r"\[(?P<words>[^\[\]\n]*)\]|\((?:sic|laughs|laughing)\)")
_ELLIPSIS = pattern_of(r"\[?(?:…|\.(?:[ \u00a0]?\.){2,3})\]?")
_STOP = pattern_of(r"[.!?;]")
# Two places farther apart than this many words are separate places.
_APART = 25
_ENOUGH = 0.8  # share of its words at which a segment is not looked for elsewhere
_TELLING = 4  # words that are found by more than chance
_MOST_PLACES = 60  # places of the same words that are told apart by who says them


@dataclass(frozen=True, slots=True)
class Hole:
    """A bracket: before which word of its segment it stands, where in the story, and what is in it."""

    at: int
    place: int
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """Words between two ellipses, or between an ellipsis and an end."""

    words: Words
    holes: tuple[Hole, ...]

    def bracket(self, at: int) -> Sequence[str]:
        """The words in the brackets before this word, or behind the last."""
        return [form for hole in self.holes if hole.at == at for form in hole.forms]


@dataclass(frozen=True, slots=True)
class Near:
    """Where a segment is looked for first: behind this word, or before it."""

    after: int = 0
    before: int | None = None

    def distance(self, start: int, size: int) -> tuple[bool, int]:
        if self.before is not None:
            return start + size > self.before, self.before - start if start + size <= self.before else start
        return start < self.after, start

    def first(self, places: Sequence[int], size: int) -> Sequence[int]:
        """Of many places, in order, those of the least distance, without looking at all of them."""
        if len(places) <= _MOST_PLACES:
            return places
        if self.before is None:
            at = bisect_left(places, self.after)
            return [*places[at : at + _MOST_PLACES], *places[: min(at, _MOST_PLACES)]][:_MOST_PLACES]
        at = bisect_right(places, self.before - size)
        return [*places[max(0, at - _MOST_PLACES) : at][::-1], *places[at : at + _MOST_PLACES]][:_MOST_PLACES]


@dataclass(slots=True)
class Found:
    """The best that one source has for a quotation. `pieces` are where its segments begin and end, in words of the
    source and in the order of the story; `ranges` are the words that it has. `pairs` gives for every word of a segment
    that is there unchanged, by (segment, word), where it is."""

    source: SourceIndex
    matched: int = 0
    longest: int = 0
    changes: list[Change] = field(default_factory=list)
    pieces: list[tuple[int, int]] = field(default_factory=list)
    segments: list[int] = field(default_factory=list)
    ranges: list[tuple[int, int]] = field(default_factory=list)
    pairs: dict[tuple[int, int], int] = field(default_factory=dict)
    joined: bool = False

    def took(self, segment: int, start: int, end: int) -> None:
        self.pieces.append((start, end))
        self.segments.append(segment)

    def has(self, segment: int, word: int, start: int, end: int) -> None:
        """Words [start, end) of the source are those of the segment from `word` on."""
        self.matched += end - start
        self.longest = max(self.longest, end - start)
        self.ranges.append((start, end))
        for k in range(end - start):
            self.pairs[segment, word + k] = start + k

    @property
    def in_order(self) -> bool:
        return all(a[0] <= b[0] for a, b in pairwise(self.pieces))


@dataclass(frozen=True, slots=True)
class Finder:
    normaliser: Normaliser
    weigher: Weigher

    def segments(self, text: str, inner: Span) -> list[Segment]:
        out: list[Segment] = []
        at = inner.start
        stops = [Span(*m.span()) for m in _ELLIPSIS.finditer(text, *inner)]
        for stop in (*stops, Span(inner.end, inner.end)):
            brackets = list(_INSERTED.finditer(text, at, stop.start))
            words = self.normaliser.words(text, at, stop.start, SpanSet(Span(*m.span()) for m in brackets))
            holes = tuple(
                Hole(bisect_left(words.starts, m.start()), m.start(), self._bracketed(text, m)) for m in brackets
            )
            if len(words):
                out.append(Segment(words, holes))
            at = stop.end
        return out

    def _bracketed(self, text: str, match: re.Match[str]) -> tuple[str, ...]:
        return tuple(self.normaliser.words(text, *match.span("words")).forms) if match["words"] else ()

    def find(
        self, story: str, source: SourceIndex, segments: Sequence[Segment], rank: Callable[[int, int], object]
    ) -> Found:
        """`rank` sorts places of the same words, [start, end) in words of the source; the least is taken.

        The longest segment is placed first, of those that stand in one place only if there are any; those before it
        stand right before it if they can, those behind it after. Where that takes them out of their order, the first of
        several places was the wrong one, unless they stand in no order from the first segment on either.
        """
        longest = max(range(len(segments)), key=lambda k: self._sure(source, segments[k]))
        found = self._from(longest, story, source, segments, rank)
        if longest and not found.in_order:
            other = self._from(0, story, source, segments, rank)
            if other.in_order and other.matched >= found.matched and len(other.changes) <= len(found.changes):
                return other
        return found

    def _from(
        self,
        anchor: int,
        story: str,
        source: SourceIndex,
        segments: Sequence[Segment],
        rank: Callable[[int, int], object],
    ) -> Found:
        """With this segment placed first."""
        found = Found(source)
        after = self._place(story, source, anchor, segments[anchor], found, Near(), rank)
        for number in range(anchor + 1, len(segments)):
            after = self._place(story, source, number, segments[number], found, Near(after=after), rank)
        before = found.pieces[0][0] if found.pieces else len(source.words)
        for number in range(anchor - 1, -1, -1):
            self._place(story, source, number, segments[number], found, Near(before=before), rank)
            starts = [start for (start, _), k in zip(found.pieces, found.segments, strict=True) if k == number]
            before = starts[0] if starts else before
        order = sorted(range(len(found.pieces)), key=lambda k: found.segments[k])
        found.pieces = [found.pieces[k] for k in order]
        found.segments = [found.segments[k] for k in order]
        return found

    def _sure(self, source: SourceIndex, segment: Segment) -> tuple[bool, int]:
        """What stands in one place cannot be put in a wrong one."""
        return len(source.exact(segment.words.forms)) == 1, len(segment.words)

    def _place(
        self,
        story: str,
        source: SourceIndex,
        number: int,
        segment: Segment,
        found: Found,
        near: Near,
        rank: Callable[[int, int], object],
    ) -> int:
        """Where its last word stands, or whence the search went on if it stands nowhere."""
        words = segment.words
        n = len(words)
        places = source.exact(words.forms)
        if places:
            start = min(near.first(places, n), key=lambda p: (rank(p, p + n), near.distance(p, n)))
            found.took(number, start, start + n)
            found.has(number, 0, start, start + n)
            return start + n
        if pieces := _sentences_apart(story, source, words):
            at = 0
            for start, end in pieces:
                found.took(number, start, end)
                found.has(number, at, start, end)
                at += end - start
            found.joined = True
            return pieces[-1][1]
        windows = source.windows(words.forms)
        if near.after:
            windows.append((near.after, min(len(source.words), near.after + n + 60)))
        elif near.before is not None:
            windows.append((max(0, near.before - n - 60), near.before))
        steps: list[Step] = []
        most = 0
        for window in windows:
            tried, matched = difference(self.weigher, words, source, window)
            if matched > most or (matched == most and _cost(tried) < _cost(steps)):
                steps, most = tried, matched
            if most >= _ENOUGH * n:
                break
        if most < n and (end := self._fluently(source, number, words, windows, found)):
            return end
        if not steps:
            whole = Span(words.starts[0], words.ends[-1])
            found.changes.append(Change("added", " ".join(whole.of(story).split()), "", whole, Span(0, 0), "content"))
            return near.after
        self._weigh(story, source, number, segment, steps, found)
        start, end = min(s.j1 for s in steps if s.same), max(s.j2 for s in steps if s.same)
        found.took(number, start, end)
        return end

    def _fluently(
        self, source: SourceIndex, number: int, words: Words, windows: Sequence[tuple[int, int]], found: Found
    ) -> int:
        """The words as they stand there but for false starts and fillers, or at worst an aside; where the last of them
        stands, 0 where they do not."""
        same = self.weigher.sameness
        if same.strict or len(words) < _TELLING:
            return 0
        needed = set(words.forms)
        near = [(a, b) for a, b in windows if needed.issubset(source.words.forms[max(0, a - _TELLING) : b])]
        for asides in (False, True):
            for start, end in near:
                kept = fluent(same, source, max(0, start - _TELLING), end, asides=asides)
                at = found_in(words.forms, source, kept)
                if not at:
                    continue
                for word, (first, last) in _runs(at):
                    found.has(number, word, first, last)
                found.longest = max(found.longest, len(words))
                found.took(number, at[0], at[-1] + 1)
                if asides:
                    said = set(at)
                    left = [k for k in range(at[0], at[-1]) if k not in said]
                    span = source.words.span(left[0], left[-1] + 1)
                    place = Span(words.starts[0], words.starts[0])
                    found.changes.append(Change("dropped", "", source.text(span), place, span, "aside"))
                return at[-1] + 1
        return 0

    def _weigh(
        self, story: str, source: SourceIndex, number: int, segment: Segment, steps: list[Step], found: Found
    ) -> None:
        words = segment.words
        elsewhere = self._elsewhere(source, number, words, steps, found)
        holes = {hole.at for hole in segment.holes}
        for step in steps:
            if step in elsewhere:
                continue
            size = step.i2 - step.i1
            if step.same:
                found.has(number, step.i1, step.j1, step.j2)
                continue
            left = step.j2 - step.j1
            if not size and left > _APART:
                found.joined = True
                continue
            if not size and (other := back_channel(source, step.j1, step.j2)) is not None:
                found.joined = found.joined or not other
                continue
            if not size and left <= 12 and step.i1 in holes:
                continue  # what a bracket stands for; whether it may, is asked at the seam
            change = self.weigher.change(words, story, source, step)
            if change is not None:
                found.changes.append(change)
            else:
                found.matched += size

    def _elsewhere(self, source: SourceIndex, number: int, words: Words, steps: list[Step], found: Found) -> set[Step]:
        """Long stretches that stand word for word in another place; a short one ("I have to say") proves nothing."""
        out = set()
        for step in added_runs(steps, 5, 8):
            if places := source.exact(words.forms[step.i1 : step.i2]):
                out.add(step)
                found.joined = True
                found.has(number, step.i1, places[0], places[0] + step.i2 - step.i1)
        return out


def _runs(places: Sequence[int]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Positions that follow one another: the number of the first, and [start, end)."""
    first = 0
    for k in range(1, len(places) + 1):
        if k == len(places) or places[k] != places[k - 1] + 1:
            yield first, (places[first], places[k - 1] + 1)
            first = k


def _sentences_apart(story: str, source: SourceIndex, words: Words) -> list[tuple[int, int]]:
    """Where its sentences stand, if each is there word for word but not all in one place; else nothing."""
    ends = [k for k in range(1, len(words)) if _STOP.search(story, words.ends[k - 1], words.starts[k])]
    edges = [0, *ends, len(words)]
    out: list[tuple[int, int]] = []
    apart = False
    for k, m in pairwise(edges):
        places = source.exact(words.forms[k:m])
        if not places or m - k < 3:
            return []
        after = out[-1][1] if out else 0
        following = bisect_left(places, after)
        start = places[following if following < len(places) else 0]
        apart = apart or (bool(out) and not 0 <= start - after <= _APART)
        out.append((start, start + m - k))
    return out if apart else []


def _cost(steps: list[Step]) -> int:
    return sum(max(s.i2 - s.i1, s.j2 - s.j1) for s in steps if not s.same)
