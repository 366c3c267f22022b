"""A file turned into prose in which every letter remembers where it came from."""

from __future__ import annotations

from array import array
from bisect import bisect_right

from hedgelint.document.offset_map import OffsetMap
from hedgelint.finding import Place, Problem
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass, field

_LINE_END = pattern_of(r"\r\n?|\n")

# Parts whose words a rule reads unless it says otherwise. A block quotation is read as a source's words; a pull quote
# repeats words of the story and is no second quotation; byline, dateline, embed, note and comment are furniture.
PROSE_PARTS = ("headline", "standfirst", "body", "subhead", "caption", "list", "blockquote", "table", "correction")
PARTS = (*PROSE_PARTS, "pullquote", "byline", "dateline", "embed", "note", "comment")


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph (or other block, item, cell) of the prose: no blank line inside, blanks at its ends left out.

    `at` says to a person where in the file it stands, in a format in which line and column do not: a JSON pointer, the
    first words of a paragraph of Word's. `locked`: its words stand where a mark may be markup (front matter, an
    attribute), so that nothing is mended in them.
    """

    kind: str
    span: Span
    at: str = ""
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the file that is not prose, where the format has such. `span` is in the source and holds the marks
    of the comment, `text` is what stands between them; `at` is where in the prose it would stand."""

    span: Span
    text: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """Words of the prose that lead somewhere else; `target` as the file spells it."""

    span: Span
    target: str


class Lines:
    """Line starts of a decoded file; \\n, \\r\\n and lone \\r end a line, nothing else does."""

    __slots__ = ("_starts",)

    def __init__(self, source: str) -> None:
        starts = array("i", (0,))  # a list of a long story's lines takes nine times the room
        if "\r" in source:
            starts.extend(match.end() for match in _LINE_END.finditer(source))
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

    `parts` are in reading order and disjoint; what lies between them is blank. `notes` say what was assumed on reading,
    `problems` what is wrong with the file though it could be read; `sources` are the paths of what the story was made
    from, where its record names them. `format` is the name of the reader. `places` is `line` where line and column of
    `source` are those of the file, `paragraph` where each line of `source` is a paragraph of a file that has no lines.
    `writable`: `source`, encoded again, is the file, so that what is mended in it can be written back.
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
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()
    format: str = "text"
    places: str = "line"
    writable: bool = True
