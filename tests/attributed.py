"""Who says what in a text, with no more than the attribution finder in between."""

from __future__ import annotations

from hedgelint.annotate.attributions.finder import Attributed, AttributionFinder
from hedgelint.annotate.story import Quotation, Sentence
from hedgelint.document.readers.plain import read_plain
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.span import Span

FINDER = AttributionFinder(load_rulebook().lexicons)


def attributed(text: str) -> Attributed:
    """One sentence a line; “…” are its quotations."""
    document = read_plain("story.txt", text)
    sentences: list[Sentence] = []
    quotations: list[Quotation] = []
    for number, part in enumerate(document.parts):
        sentences.append(Sentence(part.span, number))
        at = document.text.find("“", part.span.start, part.span.end)
        while at >= 0:
            end = document.text.find("”", at, part.span.end)
            if end < 0:
                break
            quotations.append(Quotation(Span(at, end + 1), Span(at + 1, end), "full", number))
            at = document.text.find("“", end, part.span.end)
    return FINDER.find(document, sentences, quotations)


Said = tuple[str, str, str]


def said(text: str) -> list[Said]:
    """Source, cue and content of each attribution, as they stand in the text; pieces are joined by “ … ”."""
    return [
        (
            " … ".join(span.of(text) for span in one.source),
            " … ".join(span.of(text) for span in one.cue),
            " … ".join(span.of(text) for span in one.content),
        )
        for one in attributed(text).attributions
    ]
