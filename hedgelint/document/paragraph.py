"""A paragraph before it is a part of a story: words with their places, links, comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hedgelint.document.prose import Weaver
from hedgelint.document.raised import raised
from hedgelint.patterns import pattern_of
from hedgelint.values import dataclass, field

_EMPTY_LINE = pattern_of(r"\n\s*\n")


@dataclass(slots=True)
class Paragraph:
    """`pieces` are (words, start, end) with their places in the XML. `style` is the name of its style, `level` of its
    heading, 0 for none. `room` is where it stands: text, list, table, box or note.

    `links` are (start, end, target) and `remarks` (at, words of a comment), in code points of the paragraph's words;
    `label` is what a note is called.
    """

    style: str = ""
    level: int = 0
    room: str = "text"
    pieces: list[tuple[str, int, int]] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    remarks: list[tuple[int, str]] = field(default_factory=list)
    label: str = ""
    # How many pieces are counted, and their code points: all but the last, whose blank may still be made one with more.
    _counted: int = 0
    _before: int = 0

    @property
    def size(self) -> int:
        """Code points so far."""
        pieces = self.pieces
        for words, _, _ in pieces[self._counted : -1]:
            self._before += len(words)
            self._counted += 1
        return self._before + (len(pieces[-1][0]) if pieces else 0)

    def add(self, words: str, start: int = 0, end: int = 0) -> None:
        if words:
            self.pieces.append((words, start, end))

    def add_raised(self, words: str, start: int = 0, end: int = 0) -> None:
        """Adds raised letters: an exponent in letters that are raised themselves, the mark of a note not at all."""
        said = raised("".join(piece[0] for piece in self.pieces[-4:]), words)
        self.add(words if said is None else said, start, end)

    @property
    def words(self) -> str:
        if len(self.pieces) == 1:
            return self.pieces[0][0]
        return "".join([piece[0] for piece in self.pieces])


def weave(weaver: Weaver, paragraph: Paragraph, kind: str, label: str = "") -> None:
    """A paragraph as a part of this kind, with its links and comments; an empty line in it makes two of it. Of one that
    is no part ("") only the comments are kept."""
    text = paragraph.words
    empty_line = "\n" in text and _EMPTY_LINE.search(text) is not None
    if kind and not (empty_line or paragraph.remarks or paragraph.links):
        weaver.part(kind, paragraph.pieces, label)
        return
    said = sorted(paragraph.remarks)[::-1]
    gaps = [match.span() for match in _EMPTY_LINE.finditer(text)][::-1]
    opens: dict[int, list[tuple[int, str]]] = {}
    for start, end, target in paragraph.links:
        opens.setdefault(start, []).append((end, target))
    closes: dict[int, list[tuple[int, str]]] = {}
    place = paragraph.pieces[0][1] if paragraph.pieces else 0
    stops = {at for at, _ in said} | {at for gap in gaps for at in gap}
    stops |= {at for start, end, _ in paragraph.links for at in (start, end)}
    for at, words, start, end in _cut(paragraph.pieces, sorted(stops)) if kind else ():
        while said and said[-1][0] <= at:
            weaver.comment(said.pop()[1], start, start)
        while gaps and gaps[-1][1] <= at:
            gaps.pop()
        place = end
        if gaps and gaps[-1][0] <= at:
            weaver.end(kind, label)
            continue
        for until, target in opens.get(at, ()):
            closes.setdefault(until, []).append((weaver.here, target))
        weaver.put(words, start, end)
        for since, target in closes.pop(at + len(words), ()):
            weaver.link(since, target)
    for _, words in reversed(said):
        weaver.comment(words, place, place)
    weaver.end(kind or "note", label)


def _cut(pieces: Sequence[tuple[str, int, int]], stops: Sequence[int]) -> Iterator[tuple[int, str, int, int]]:
    """(where in the words, words, start, end): the pieces, those that stand letter by letter cut at the stops."""
    at = passed = 0
    for words, start, end in pieces:
        size = len(words)
        done = 0
        if end - start == size:
            while passed < len(stops) and stops[passed] < at + size:
                stop = stops[passed] - at
                if stop > done:
                    yield at + done, words[done:stop], start + done, start + stop
                    done = stop
                passed += 1
            yield at + done, words[done:], start + done, end
        else:
            yield at, words, start, end
        at += size
