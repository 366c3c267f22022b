"""Prose put together by a reader, piece by piece, each with the place it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hedgelint.document.model import Comment, Link, Part
from hedgelint.document.offset_map import OffsetMap, Segment, joined
from hedgelint.span import Span

_BETWEEN = "\n\n"  # what parts the parts


@dataclass(frozen=True, slots=True)
class Prose:
    """What a reader makes of a source: `Document` without the file."""

    text: str
    map: OffsetMap
    parts: tuple[Part, ...] = ()
    comments: tuple[Comment, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()

    def within(self, outer: OffsetMap) -> Prose:
        """This prose, its source being the prose of `outer`: HTML in a string of JSON."""
        comments = tuple(replace(comment, span=outer.source(comment.span)) for comment in self.comments)
        return replace(self, map=outer.then(self.map), comments=comments)


class Weaver:
    """Puts prose together. Pieces are added in reading order; a part ends where `end` is called.

    Offsets are code points of `source`, half-open. Blanks at the ends of a part are left out, so a reader may add
    them freely; an empty part is none.
    """

    def __init__(self, source_size: int) -> None:
        self.parts: list[Part] = []
        self.comments: list[Comment] = []
        self.links: list[Link] = []
        self.notes: list[str] = []
        self._source_size = source_size
        self._pieces: list[str] = []
        self._segments: list[Segment] = []
        self._size = 0
        # Of the part in hand: its text, (source, size, source size) of each piece, comments and links within it.
        self._text: list[str] = []
        self._open: list[tuple[int, int, int]] = []
        self._here = 0
        self._said: list[Comment] = []
        self._leads: list[Link] = []

    @property
    def here(self) -> int:
        """How much of the part in hand there is."""
        return self._here

    def copy(self, text: str, start: int) -> None:
        """Words that stand in the source as they are, from `start` on."""
        self._append(text, start, len(text))

    def put(self, text: str, start: int, end: int) -> None:
        """Words for which the source has something else: `&` for `&amp;`, or nothing where `start` is `end`."""
        self._append(text, start, end - start)

    def link(self, since: int, target: str) -> None:
        """The words of the part in hand from `since` on (see `here`) lead to `target`."""
        if since < self._here:
            self._leads.append(Link(Span(since, self._here), target))

    def comment(self, text: str, start: int, end: int) -> None:
        """A comment of the file at this point of the reading order."""
        self._said.append(Comment(Span(start, end), text, self._here))

    def end(self, kind: str, at: str = "") -> Part | None:
        """The part in hand ends, and is of this kind. `at`: see `Part`."""
        text = "".join(self._text)
        bare = text.strip()
        skip = len(text) - len(text.lstrip()) if bare else 0
        opened, said, leads = self._open, self._said, self._leads
        self._text, self._open, self._here, self._said, self._leads = [], [], 0, [], []
        start = self._size + (len(_BETWEEN) if self.parts else 0)
        self.comments += [replace(comment, at=start + max(0, comment.at - skip)) for comment in said]
        if not bare:
            return None
        cut = list(_cut(opened, skip, skip + len(bare)))
        if self.parts:
            self._add(_BETWEEN, [(cut[0][0], len(_BETWEEN), 0)])
        self._add(bare, cut)
        for link in leads:
            first, last = max(0, link.span.start - skip), min(len(bare), link.span.end - skip)
            if first < last:
                self.links.append(Link(Span(start + first, start + last), link.target))
        part = Part(kind, Span(start, self._size), at)
        self.parts.append(part)
        return part

    def add(self, prose: Prose) -> None:
        """Prose whose map leads into this source already, as parts of its own. The part in hand has to be ended."""
        shift = self._size + (len(_BETWEEN) if self.parts else 0)
        self.comments += [replace(comment, at=comment.at + shift) for comment in prose.comments]
        self.notes += prose.notes
        if not prose.parts:
            return
        segments = [(s.source, s.size, s.source_size) for s in prose.map.segments]
        if self.parts:
            self._add(_BETWEEN, [(segments[0][0], len(_BETWEEN), 0)])
        self._add(prose.text, segments)
        self.parts += [replace(p, span=Span(p.span.start + shift, p.span.end + shift)) for p in prose.parts]
        self.links += [Link(Span(x.span.start + shift, x.span.end + shift), x.target) for x in prose.links]

    def prose(self) -> Prose:
        """All of it."""
        offsets = OffsetMap(joined(self._segments), self._size, self._source_size)
        return Prose(
            "".join(self._pieces),
            offsets,
            tuple(self.parts),
            tuple(self.comments),
            tuple(self.links),
            tuple(self.notes),
        )

    def _append(self, text: str, start: int, there: int) -> None:
        if text:
            self._text.append(text)
            self._open.append((start, len(text), there))
            self._here += len(text)

    def _add(self, text: str, pieces: list[tuple[int, int, int]]) -> None:
        self._pieces.append(text)
        for source, size, there in pieces:
            self._segments.append(Segment(self._size, source, size, there))
            self._size += size


def _cut(pieces: list[tuple[int, int, int]], start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The pieces between two points of their text; a piece that does not run in step keeps its whole source."""
    at = 0
    for source, size, there in pieces:
        first, last = max(at, start), min(at + size, end)
        if first < last:
            if size == there:
                yield source + first - at, last - first, last - first
            else:
                yield source, last - first, there
        at += size
