"""Sentences of a story that are surer than the sentences of a source they were made from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from hedgelint.annotate.certainty import Certainty, Statement, lost, nearest
from hedgelint.annotate.story import Story
from hedgelint.document.model import Document
from hedgelint.finding import Related
from hedgelint.sources.index import SourceIndex
from hedgelint.span import Span
from hedgelint.verdict import Drift

_END = re.compile(r"(?<=[.?!])[\"”’)]*\s+(?=[A-Z“\"(])|\n\s*\n")
_ALIKE = 0.7  # share of the shorter sentence's content words that the other must have


def drifts(story: Story, sources: Sequence[SourceIndex], certainty: Certainty) -> Iterator[Drift]:
    """For sentences outside quotations, in the order of the story; only pairs of sentences that say the same."""
    text, quoted = story.document.text, story.quoted()
    theirs: list[tuple[Statement, SourceIndex]] = []
    by_stem: dict[str, list[int]] = defaultdict(list)
    for source in sources:
        for span in _sentences(source.document):
            statement = certainty.of(source.document.text, span)
            for stem in statement.stems:
                by_stem[stem].append(len(theirs))
            theirs.append((statement, source))
    for sentence in story.sentences:
        if quoted.touches(sentence.span):
            continue
        ours = certainty.of(text, sentence.span)
        near = {n for stem in ours.stems if len(by_stem[stem]) < 40 for n in by_stem[stem]}
        best = nearest(ours, (theirs[n][0] for n in sorted(near)), _ALIKE)
        if best is None:
            continue
        source = next(theirs[n][1] for n in sorted(near) if theirs[n][0] is best)
        gone = lost(ours, best, source.document.text)
        if gone is not None:
            yield Drift(sentence.span, gone[1], gone[0], _place(source.document, best.span))


def _sentences(document: Document) -> Iterator[Span]:
    for part in document.parts:
        at = part.span.start
        for end in _END.finditer(document.text, *part.span):
            yield Span(at, end.start())
            at = end.end()
        if at < part.span.end:
            yield Span(at, part.span.end)


def _place(document: Document, span: Span) -> Related:
    start, end = document.map.source(span)
    excerpt = document.source[start:end]
    return Related("the source", document.path, document.lines.place(start), document.lines.place(end), excerpt)
