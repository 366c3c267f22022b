"""A file turned into prose in which every letter remembers where it came from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from hedgelint.document.offset_map import OffsetMap
from hedgelint.finding import Place
from hedgelint.span import Span

# Parts whose words are the newsroom's prose; the others (byline, dateline, embed, comment) are furniture.
PROSE_PARTS = ("headline", "standfirst", "body", "subhead", "caption", "list")
PARTS = (*PROSE_PARTS, "byline", "dateline", "embed", "comment")


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph (or other block) of the prose: no blank line inside, blanks at its ends left out."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the file that is not prose, where the format has such; `span` is in the source."""

    span: Span
    text: str


class Lines:
    """Line starts of a decoded file; \\n, \\r\\n and lone \\r end a line, nothing else does."""

    __slots__ = ("_starts",)

    def __init__(self, source: str) -> None:
        starts = [0]
        if "\r" in source:
            at = 0
            while at < len(source):
                cr, lf = source.find("\r", at), source.find("\n", at)
                end = min(x for x in (cr, lf, len(source)) if x >= 0)
                if end == len(source):
                    break
                at = end + (2 if source.startswith("\r\n", end) else 1)
                starts.append(at)
        else:
            at = source.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = source.find("\n", at + 1)
        self._starts = starts

    def place(self, offset: int) -> Place:
        """`offset` in code points of the source, from 0."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1, offset)

    def start(self, line: int) -> int:
        """Offset at which line `line` (from 1) begins."""
        return self._starts[line - 1]

    def __len__(self) -> int:
        return len(self._starts)


@dataclass(frozen=True, slots=True)
class Document:
    """`text` is prose, with \\n as its only line end; `source` is the decoded file; only `map` leads back.

    `parts` are in order and disjoint; what lies between them is blank. `notes` say what was assumed on reading;
    `sources` are the paths of what the story was made from, where its record names them.
    """

    path: str
    source: str
    text: str
    map: OffsetMap
    parts: tuple[Part, ...]
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    lines: Lines = field(default_factory=lambda: Lines(""))
    sources: tuple[str, ...] = ()
