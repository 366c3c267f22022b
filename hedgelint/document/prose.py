"""Prose put together by a reader, piece by piece, each with the place it came from."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from hedgelint.document.later_map import NestedMap
from hedgelint.document.model import Comment, Link, Part
from hedgelint.document.offset_map import OffsetMap
from hedgelint.span import Span
from hedgelint.values import dataclass, replace

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


@dataclass(slots=True)
class Block:
    """A part that is woven: its words, the (source, size, source size) of each piece, and the comments and links in it,
    at offsets of its words. `kind` may still change; `group` is the reader's own."""

    kind: str
    text: str
    pieces: list[tuple[int, int, int]]
    comments: Sequence[Comment]
    links: Sequence[Link]
    at: str = ""
    group: int = 0
    locked: bool = False


class Weaver:
    """Puts prose together. Pieces are added in reading order; a part ends where `end` is called.

    Offsets are code points of the source, half-open. Blanks at the ends of a part are left out, so a reader may add
    them freely; an empty part is none. `blocks` may be given other kinds, put in another order or taken out before
    `prose` is called.
    """

    def __init__(self, source_size: int) -> None:
        self.blocks: list[Block] = []
        self.notes: list[str] = []
        self._source_size = source_size
        # The row of the file and the texts within it that were entered, see `NestedMap`, and where its end is.
        self._texts: list[tuple[int, OffsetMap]] = [(0, OffsetMap.identity(source_size))]
        self._row = source_size + 1
        self._origin = 0  # where in the row that begins which is put now
        # Of the part in hand.
        self._text: list[str] = []
        self._pieces: list[tuple[int, int, int]] = []
        self._comments: list[Comment] = []
        self._links: list[Link] = []
        self.here = 0  # how much of it there is

    @property
    def last(self) -> str:
        """The last words of the part in hand: as much as its last four pieces hold."""
        return "".join(self._text[-4:])

    def copy(self, text: str, start: int) -> None:
        """Words that stand in the source as they are, from `start` on."""
        self.put(text, start, start + len(text))

    def put(self, text: str, start: int, end: int) -> None:
        """Words for which the source has something else: `&` for `&amp;`, or nothing where `start` is `end`."""
        if text:
            size = len(text)
            self._text.append(text)
            self._pieces.append((self._origin + start, size, end - start))
            self.here += size

    def link(self, since: int, target: str) -> None:
        """The words of the part in hand from `since` on (see `here`) lead to `target`."""
        if since < self.here:
            self._links.append(Link(Span(since, self.here), target))

    def comment(self, text: str, start: int, end: int) -> None:
        """A comment of the file at this point of the reading order."""
        self._comments.append(Comment(Span(self._origin + start, self._origin + end), text, self.here))

    def end(self, kind: str, at: str = "", group: int = 0, *, locked: bool = False) -> Block | None:
        """The part in hand ends, and is of this kind. `at`, `locked`: see `Part`. Comments before the first word of a
        part are that part's."""
        text = self._text[0] if len(self._text) == 1 else "".join(self._text)
        bare = text.strip()
        if not bare:
            if self._text:
                self._text, self._pieces, self.here, self._links = [], [], 0, []
            if self._comments:
                self._comments = [replace(comment, at=0) for comment in self._comments]
            return None
        pieces, links, comments = self._pieces, self._links, self._comments
        if len(bare) < len(text):
            skip = len(text) - len(text.lstrip())
            pieces = _cut(pieces, skip, skip + len(bare))
            comments = [replace(c, at=min(max(0, c.at - skip), len(bare))) for c in comments]
            links = [
                Link(Span(max(0, x.span.start - skip), min(len(bare), x.span.end - skip)), x.target)
                for x in links
                if x.span.start - skip < len(bare) and x.span.end > skip  # a link on blanks is none
            ]
        block = Block(kind, bare, pieces, comments or (), links or (), at, group, locked)
        self.blocks.append(block)
        self._text, self._pieces, self.here = [], [], 0
        if self._comments:
            self._comments = []
        if self._links:
            self._links = []
        return block

    def part(self, kind: str, pieces: Iterable[tuple[str, int, int]], at: str = "") -> None:
        """A whole part of (words, start, end); the part in hand has to be ended."""
        origin = self._origin
        for words, start, end in pieces:
            self._text.append(words)
            self._pieces.append((origin + start, len(words), end - start))
        self.end(kind, at)

    def add(self, prose: Prose) -> None:
        """Prose whose map leads into this source already, as parts of its own. The part in hand has to be ended."""
        self.blocks += _blocks(prose)
        if not prose.parts:
            self._comments += [replace(comment, at=0) for comment in prose.comments]
        self.notes += prose.notes

    def enter(self, outer: OffsetMap) -> int:
        """What is put from now on has its places in a text within the source, to which `outer` leads, until `leave`;
        the part in hand has to be ended before each. Returned is where the text begins in the pieces of its blocks."""
        self._origin = self._row
        self._texts.append((self._row, outer))
        self._row += outer.size + 1
        return self._origin

    def leave(self) -> None:
        self._origin = 0

    def prose(self, wanted: Callable[[Block], bool] | None = None) -> Prose:
        """All of it, or the blocks that are wanted. The part in hand has to be ended."""
        blocks = self.blocks if wanted is None else [block for block in self.blocks if wanted(block)]
        segments: list[tuple[int, int, int, int]] = []
        parts: list[Part] = []
        comments: list[Comment] = []
        links: list[Link] = []
        size = 0
        for block in blocks:
            if parts:
                segments.append((size, block.pieces[0][0], len(_BETWEEN), 0))
                size += len(_BETWEEN)
            start = size
            follows = -1  # where the segment before ends in the source, if it runs in step
            for source, length, there in block.pieces:
                if length != there:
                    segments.append((size, source, length, there))
                    follows = -1
                elif source == follows:
                    first, began, _, _ = segments[-1]
                    segments[-1] = (first, began, size + length - first, size + length - first)
                    follows += length
                else:
                    segments.append((size, source, length, length))
                    follows = source + length
                size += length
            parts.append(Part(block.kind, Span(start, size), block.at, block.locked))
            if block.comments:
                comments += [replace(comment, at=start + comment.at) for comment in block.comments]
            if block.links:
                links += [Link(Span(start + x.span.start, start + x.span.end), x.target) for x in block.links]
        comments += [replace(comment, at=size + 1) for comment in self._comments]
        row = self._row if len(self._texts) > 1 else self._source_size
        offsets = OffsetMap(segments, size, row)
        if len(self._texts) > 1:
            nested = NestedMap(offsets, self._texts)
            comments = [replace(comment, span=nested.of_row(comment.span)) for comment in comments]
            offsets = nested
        text = _BETWEEN.join([block.text for block in blocks])
        return Prose(text, offsets, tuple(parts), tuple(comments), tuple(links), tuple(self.notes))


def _cut(pieces: list[tuple[int, int, int]], start: int, end: int) -> list[tuple[int, int, int]]:
    """The pieces between two points of their text; a piece that does not run in step keeps its whole source."""
    out: list[tuple[int, int, int]] = []
    at = 0
    for source, size, there in pieces:
        if start <= at and at + size <= end:
            out.append((source, size, there))
        elif (first := max(at, start)) < (last := min(at + size, end)):
            out.append(
                (source + first - at, last - first, last - first) if size == there else (source, last - first, there)
            )
        at += size
    return out


def _blocks(prose: Prose) -> Iterator[Block]:
    segments = iter(prose.map.segments)
    segment = next(segments, None)
    comments, links = deque(prose.comments), deque(prose.links)
    for number, part in enumerate(prose.parts):
        pieces = []
        while segment is not None and segment.prose < part.span.end:
            first, last = max(segment.prose, part.span.start), min(segment.prose + segment.size, part.span.end)
            if first < last:
                there = last - first if segment.in_step else segment.source_size
                pieces.append((segment.source + (first - segment.prose if segment.in_step else 0), last - first, there))
            if segment.prose + segment.size > part.span.end:
                break
            segment = next(segments, None)
        text, begin = part.span.of(prose.text), part.span.start
        last_part = number == len(prose.parts) - 1
        own: list[Comment] = []
        while comments and (comments[0].at < part.span.end + 1 or last_part):
            comment = comments.popleft()
            own.append(replace(comment, at=min(max(0, comment.at - begin), len(text))))
        leads: list[Link] = []
        while links and links[0].span.start < part.span.end:
            link = links.popleft()
            leads.append(Link(Span(link.span.start - begin, link.span.end - begin), link.target))
        yield Block(part.kind, text, pieces, own, leads, part.at, locked=part.locked)
