"""A source as turns: what was said, by whom, and where an editor finds it again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from hedgelint.document.model import Document, Lines
from hedgelint.document.offset_map import OffsetMap, Segment, joined
from hedgelint.document.readers.plain import one_line_end
from hedgelint.span import Span, SpanSet

# How a turn got its label: typed by somebody who listened; given by a machine, which errs at the borders; a role, which
# stands for different people in different papers; or a bare mark that somebody else speaks now. What a story, itself a
# source, says outside its quotation marks is the writer's own.
OWN = "own"
LABELS = ("typed", "machine", "role", "change", OWN, "none")


@dataclass(frozen=True, slots=True)
class Turn:
    """`start` is a code point of the transcript's text; the turn ends where the next begins.

    `speaker` is the name as a reader would write it, empty where nobody is named; `asks` is a questioner's turn.
    """

    start: int
    speaker: str
    label: str
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Transcript:
    """`document.text` is what was said (or written, in a report) and nothing else; its map leads to the file.

    `marks` are places to tell (a time, a page, page:line) from a code point of the text on, in order. `optional` is
    what stands in the transcript's own brackets: it may be quoted, or left out. `kind` names the format for a reader.
    """

    document: Document
    kind: str
    turns: tuple[Turn, ...] = ()
    marks: tuple[tuple[int, str], ...] = ()
    optional: SpanSet = field(default_factory=SpanSet)

    def turn_at(self, offset: int) -> int:
        """The number of the turn that holds this code point, -1 before the first."""
        return bisect_right(self.turns, offset, key=lambda turn: turn.start) - 1

    def mark_at(self, offset: int) -> str:
        """The place to tell for this code point; empty where the format has none but line and column."""
        at = bisect_right(self.marks, offset, key=lambda mark: mark[0]) - 1
        return self.marks[at][1] if at >= 0 else ""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns if turn.speaker))


def without(document: Document, cut: Iterable[Span]) -> tuple[Document, list[int], list[int]]:
    """The document without these spans of its text; then where the kept pieces begin in the old text and the new."""
    kept: list[Span] = []
    at = 0
    for span in SpanSet(cut):
        if span.start > at:
            kept.append(Span(at, span.start))
        at = max(at, span.end)
    if at < len(document.text):
        kept.append(Span(at, len(document.text)))
    segments: list[Segment] = []
    old, new = [], []
    prose = 0
    for piece in kept:
        size = piece.end - piece.start
        old.append(piece.start)
        new.append(prose)
        segments.append(Segment(prose, piece.start, size, size))
        prose += size
    text = "".join(piece.of(document.text) for piece in kept)
    return _like(document, text, OffsetMap(segments, len(text), len(document.text))), old, new


def moved(offset: int, old: Sequence[int], new: Sequence[int]) -> int:
    """Where a code point of the old text stands in the new one; one that was cut, where the next kept one stands."""
    i = bisect_right(old, offset) - 1
    if i < 0:
        return 0
    here = new[i] + offset - old[i]
    return min(here, new[i + 1]) if i + 1 < len(new) else here


class Said:
    """Builds the text of a document from pieces of another's, each with its place, in order."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._segments: list[Segment] = []
        self.size = 0

    def add(self, text: str, at: int) -> None:
        """`text` stands there as it is, at code point `at`."""
        self._append(text, at, len(text))

    def put(self, text: str, start: int, end: int) -> None:
        """What is written otherwise there (a reference, an escape), or, where `start` is `end`, not at all."""
        self._append(text, start, end - start)

    def _append(self, text: str, at: int, there: int) -> None:
        if text:
            self._pieces.append(text)
            self._segments.append(Segment(self.size, at, len(text), there))
            self.size += len(text)

    def document(self, base: Document) -> Document:
        """The text built, over the file of `base`; places given were code points of its text."""
        return _like(base, "".join(self._pieces), OffsetMap(joined(self._segments), self.size, len(base.text)))


def bare_document(path: str, source: str, encoding: str = "utf-8", notes: tuple[str, ...] = ()) -> Document:
    """A decoded file as it is, without parts."""
    text, offsets = one_line_end(source)
    return Document(path, source, text, offsets, (), encoding, notes, lines=Lines(source))


def _like(base: Document, text: str, inner: OffsetMap) -> Document:
    return replace(base, text=text, map=base.map.then(inner), parts=(), comments=(), links=())
