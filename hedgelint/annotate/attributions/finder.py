"""Document, sentences and quotations → who says what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from hedgelint.annotate import datelines
from hedgelint.annotate.attributions import cues, tokens, transcripts
from hedgelint.annotate.attributions.blocks import with_blocks
from hedgelint.annotate.attributions.carry import Carrier
from hedgelint.annotate.attributions.found import Found, Range
from hedgelint.annotate.attributions.interviews import unlabelled_turns
from hedgelint.annotate.attributions.kinds import Kinds
from hedgelint.annotate.attributions.mentions import people
from hedgelint.annotate.attributions.names import Names
from hedgelint.annotate.attributions.shapes import Shapes
from hedgelint.annotate.attributions.speakers import SpeakerLinks
from hedgelint.annotate.attributions.turn import Turn
from hedgelint.annotate.story import Attribution, Quotation, Refused, Sentence, Speaker, compact
from hedgelint.columns import Columns
from hedgelint.document.model import PROSE_PARTS, Document
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span
from hedgelint.values import dataclass

_REACH = 16  # words behind a source in which its name may be withheld
_SHORTEST = 2  # code points beside the quotations that may say who speaks


@dataclass(frozen=True, slots=True)
class Attributed:
    """What the finder gives: the attributions, the quotations linked to them, the sentences with `attributed` set, and
    what is spoken in the turns of a transcript, and the cues that made no attribution."""

    attributions: Sequence[Attribution]
    speakers: tuple[Speaker, ...]
    quotations: Sequence[Quotation]
    sentences: Sequence[Sentence]
    turns: tuple[Span, ...] = ()
    refused: Sequence[Refused] = ()


class AttributionFinder:
    """Built once from the lexicons; holds no state of a document."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._shapes = Shapes(lexicons)
        self._kinds = Kinds(lexicons)
        self._names = Names(lexicons)
        self._labels = cues.labels(lexicons)

    @property
    def verbs(self) -> Mapping[str, cues.Verb]:
        """The verbs of saying by their forms."""
        return self._shapes.verbs

    def find(self, document: Document, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> Attributed:
        text = document.text
        met = list(people(text, sentences))
        carrier = Carrier(document, quotations, met)
        turns = transcripts.turns(document, self._labels) or unlabelled_turns(document)
        waiting = dict(turns)
        refused = Columns(Refused)  # a story has more of them than of attributions
        behind = datelines.behind(document)
        for span, part, inside in tokens.units(text, sentences, quotations, self._shapes.speaks):
            found: list[Attribution] = []
            begins = min(max(span.start, behind.get(part, 0)), span.end)
            beside = span.end - begins
            if inside:
                beside -= sum(quotation.span.end - quotation.span.start for _, quotation in inside)
            if beside > _SHORTEST and document.parts[part].kind in PROSE_PARTS:
                unit = tokens.cut(text, Span(begins, span.end), part, inside)
                read = self._shapes.read(unit)
                found = [self._made(unit, each) for each in read.found]
                for place, reason, reader in read.refused:
                    refused.add(_span(unit, place), reason, reader)
            turn = waiting.pop(part, None)
            if turn is not None and turn.source is not None:
                found = [self._spoken(text, turn, turn.source), *(each for each in found if each.cue != (turn.cue,))]
            carrier.take(span, part, inside, found)
        attributions = with_blocks(document, carrier.attributions)
        speakers = SpeakerLinks(text, self._names, met)
        linked = speakers.relatives([speakers.link(each) for each in attributions])
        return Attributed(
            compact(Attribution, linked),
            speakers.speakers(),
            compact(Quotation, carrier.linked()),
            compact(Sentence, carrier.flagged(sentences, linked)),
            tuple(piece for turn in turns.values() for piece in turn.content),
            refused,
        )

    def _spoken(self, text: str, turn: Turn, source: Span) -> Attribution:
        raw = source.of(text).split()
        kind = "role" if raw == ["A"] else self._kinds.of(raw, [word.lower() for word in raw], False, ())
        return Attribution((source,), (turn.cue,), turn.content, kind, lemma=":", shape="turn")

    def _made(self, unit: tokens.Unit, found: Found) -> Attribution:
        source: tuple[Span, ...] = ()
        kind = "none"
        first, last = found.source or (0, 0)
        if first < last:  # a source may be cut down to nothing
            closed = first >= found.cue[1] and "," in unit.words[first:last] and unit.words[last : last + 1] == [","]
            source = (unit.span_of(first, last + closed),)  # an apposition has its second comma
            kind = self._kinds.of(
                unit.raw[first:last], unit.words[first:last], _opens(unit, first), unit.words[last : last + _REACH]
            )
        return Attribution(
            source,
            (_span(unit, found.cue),),
            tuple(_span(unit, piece) for piece in found.content if piece[0] < piece[1]),
            kind,
            found.kind,
            lemma=found.lemma,
            shape=found.shape,
        )


def _opens(unit: tokens.Unit, i: int) -> bool:
    """Nothing but marks stands before word `i`: bullets, signs, what opens a quotation."""
    return not any(word[0].isalnum() or word == tokens.QUOTE for word in islice(unit.raw, i))


def _span(unit: tokens.Unit, piece: Range) -> Span:
    return unit.span_of(*piece)
