"""The text of a source without what nobody says, and its turns: what all readers end in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.sources.readers.examination import turns_of
from hedgelint.sources.readers.labels import LabelWords, find_labels
from hedgelint.sources.readers.noises import Noises
from hedgelint.sources.readers.pages import furniture
from hedgelint.sources.transcript import Transcript, Turn, moved, without
from hedgelint.span import Span, SpanSet
from hedgelint.values import dataclass, replace

_MARKDOWN = pattern_of(r"(?<![\w*])\*\*(?=\S)|(?<=\S)\*\*(?![\w*])|^#{1,6}[ \t]+|\\(?=[\[\]*_.!\-])", re.M)
_MARKDOWN_SEEN = pattern_of(r"^\*\*[^*\n]{2,60}\*\*|^#{1,6} \S|\\\[", re.M)


@dataclass(frozen=True, slots=True)
class Speech:
    """Built once for a set of lexicons."""

    words: LabelWords
    noises: Noises

    @classmethod
    def of(cls, lexicons: Lexicons) -> Speech:
        return cls(LabelWords.of(lexicons["transcript-labels"]), Noises(lexicons["transcript-noises"]))

    def typed(self, document: Document, kind: str = "", pages: Sequence[tuple[int, str]] = ()) -> Transcript:
        """A text with labels or without; a court's pages; a release. `pages` are places to tell known already."""
        gone, lines = furniture(document.text)
        document, old, new = without(document, gone)
        marks = [(moved(at, old, new), place) for at, place in lines or pages]
        text = document.text
        labels = find_labels(text, self.words)
        turns, headings = turns_of(text, labels)
        gone = [label.span for label in labels] + headings
        if any(mark in text for mark in ("**", "# ", "\\[")) and _MARKDOWN_SEEN.search(text):
            gone += [Span(*match.span()) for match in _MARKDOWN.finditer(text)]
        times = [(label.span.end, label.time) for label in labels if label.time]
        if not kind:
            kind = "text" if not labels else "pages" if lines else "transcript"
        return self.finish(document, kind, turns, sorted(marks + times), gone)

    def finish(
        self,
        document: Document,
        kind: str,
        turns: Sequence[Turn],
        marks: Sequence[tuple[int, str]],
        gone: Sequence[Span] = (),
    ) -> Transcript:
        """Noises and clocks taken out too; all places moved to where they then stand."""
        noise, optional, clocks = self.noises.spans(document.text)
        marks = sorted((*marks, *((span.start, clock) for span, clock in clocks)))
        clean, old, new = without(document, [*gone, *noise, *(span for span, _ in clocks)])
        return Transcript(
            clean,
            kind,
            tuple(merged([replace(turn, start=moved(turn.start, old, new)) for turn in turns])),
            tuple((moved(at, old, new), place) for at, place in marks),
            SpanSet(Span(moved(s.start, old, new), moved(s.end, old, new)) for s in optional),
        )


def merged(turns: Sequence[Turn]) -> list[Turn]:
    """Turns of one speaker on end are one turn; a change to nobody known is always another's."""
    out: list[Turn] = []
    for turn in sorted(turns, key=lambda turn: turn.start):
        if out and out[-1].start == turn.start:
            out.pop()
        if out and turn.speaker and (out[-1].speaker, out[-1].asks) == (turn.speaker, turn.asks):
            continue
        out.append(turn)
    return out
