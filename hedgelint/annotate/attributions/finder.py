"""Document, sentences and quotations → who says what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from hedgelint.annotate.attributions import tokens
from hedgelint.annotate.attributions.carry import Carrier
from hedgelint.annotate.attributions.found import Found, Range
from hedgelint.annotate.attributions.kinds import Kinds
from hedgelint.annotate.attributions.names import Names
from hedgelint.annotate.attributions.shapes import Shapes
from hedgelint.annotate.attributions.speakers import SpeakerLinks
from hedgelint.annotate.phrases import fold
from hedgelint.annotate.story import Attribution, Quotation, Sentence, Speaker
from hedgelint.document.model import PROSE_PARTS, Document
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span

_SHORTEST = 8  # code points that a name and a verb beside a quotation take at the least


@dataclass(frozen=True, slots=True)
class Attributed:
    """What the finder gives: the attributions, the quotations linked to them, the sentences with `attributed` set."""

    attributions: tuple[Attribution, ...]
    speakers: tuple[Speaker, ...]
    quotations: tuple[Quotation, ...]
    sentences: tuple[Sentence, ...]


class AttributionFinder:
    """Built once from the lexicons; holds no state of a document."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._shapes = Shapes(lexicons)
        self._kinds = Kinds(lexicons)
        self._names = Names(lexicons)
        self._automaton = AhoCorasick(sorted(self._shapes.cues))

    def find(self, document: Document, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> Attributed:
        text = document.text
        folded = fold(text)
        hits = [start for _, start, _ in self._automaton.find_matches_as_indexes(folded)]
        carrier = Carrier(document, quotations)
        at = 0
        for span, part, inside in tokens.units(text, sentences, quotations, self._shapes.speaks):
            while at < len(hits) and hits[at] < span.start:
                at += 1
            found: list[Attribution] = []
            beside = span.end - span.start - sum(quotation.span.end - quotation.span.start for _, quotation in inside)
            cued = at < len(hits) and hits[at] < span.end
            if document.parts[part].kind in PROSE_PARTS and (cued or (inside and beside > _SHORTEST)):
                unit = tokens.cut(text, folded, span, part, inside)
                found = [self._made(unit, each) for each in self._shapes.read(unit)]
            carrier.take(span, part, inside, found)
        attributions = carrier.attributions
        speakers = SpeakerLinks(text, self._names)
        linked = speakers.relatives([speakers.link(each) for each in attributions])
        return Attributed(
            linked,
            speakers.speakers(),
            carrier.linked(),
            carrier.flagged(sentences, linked),
        )

    def _made(self, unit: tokens.Unit, found: Found) -> Attribution:
        source: tuple[Span, ...] = ()
        kind = "none"
        first, last = found.source or (0, 0)
        if first < last:  # a source may be cut down to nothing
            source = (unit.span_of(first, last),)
            kind = self._kinds.of(unit.raw[first:last], unit.words[first:last], first == 0)
        return Attribution(
            source, (_span(unit, found.cue),), tuple(_span(unit, piece) for piece in found.content), kind, found.kind
        )


def _span(unit: tokens.Unit, piece: Range) -> Span:
    return unit.span_of(*piece)
