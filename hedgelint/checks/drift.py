from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.certainty import Certainty, Statement, likeness, nearest, stem
from hedgelint.annotate.lemmas import Lemmas
from hedgelint.annotate.losses import lost
from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Attribution, Sentence, Story
from hedgelint.checks.check import KeyMistake, Match, demand
from hedgelint.checks.governing import governs
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span, SpanSet
from hedgelint.values import dataclass, field

# What a loss is called in a message, and what its opposite is.
_LOSSES = {
    "hedge": "a doubt that went",
    "cause": "a link that became a cause",
    "limit": "a bound that went",
    "condition": "a condition that went",
    "denial": "a denial that went",
}
_GAINS = {
    "hedge": "a doubt that came",
    "cause": "a cause that became a link",
    "limit": "a bound that came",
    "condition": "a condition that came",
}
_ANSWERS = ("named", "role", "group", "document")
_OFFICES = pattern_of(r"\b(?:police|medical|hospital|rescue|fire|court|military|security)(?: and \w+)* \w+s\b", re.I)
_OF = ("headline", "speaker", "source")
_TOWARDS = ("surer", "milder")
_ALIKE = 0.55  # share of the headline's content words that the sentence below must have
_GOVERNED = 0.4  # … where a word of doubt there bears on the headline's verb
_TOLD = 0.6  # … and that a statement of somebody who is not named must have
_NEARLY = 0.15  # how much less alike a flat sentence may be that the headline could have been made from
_SAME = 0.75  # … of a paraphrase and a quotation of one speaker


@dataclass(frozen=True, slots=True)
class DriftCheck:
    """Certainty gained on the way: from the body to the headline, from a speaker's quotation to the paraphrase, or
    from a source given beside the story; or, with `toward: milder`, certainty lost on the way from a source. {lost} is
    the word that only the less sure of the two has, {kind} what became of it.

    Only statements that say the same thing are compared; where a flat one stands in the body too, all is silent.
    """

    kind: ClassVar[str] = "drift"
    keys: ClassVar[Mapping[str, str]] = {"of": "string", "toward": "string"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("of",),)
    of: str
    certainty: Certainty = field(compare=False)
    toward: str = "surer"
    lemmas: Lemmas = field(default=Lemmas({}, frozenset()), compare=False)

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        demand(("of",), keys["of"], _OF, "comparison")
        toward = keys.get("toward", "surer")
        demand(("toward",), toward, _TOWARDS, "direction")
        if toward == "milder" and keys["of"] != "source":
            raise KeyMistake(("toward",), "milder is asked only of a source")
        return cls(keys["of"], lexicons.made(Certainty), toward, lexicons.made(Lemmas.of))

    def fields(self) -> Collection[str]:
        return ("lost", "kind", "source")

    @property
    def waits(self) -> tuple[str, ...]:
        return ("drift",) if self.of == "source" else ()

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        if self.of == "source":
            for drift in story.drift:
                if drift.milder != (self.toward == "milder"):
                    continue
                kind = _GAINS[drift.kind] if drift.milder else _LOSSES[drift.kind]
                fields = {"lost": drift.words, "kind": kind, "source": drift.place.excerpt}
                yield Match(drift.span, fields, related_elsewhere=(drift.place,))
        elif self.of == "headline":
            yield from self._headline(story)
        else:
            yield from self._speaker(story)

    def _headline(self, story: Story) -> Iterator[Match]:
        text, parts, said, quoted = story.document.text, story.document.parts, story.said(), story.quoted()
        tops = [part.span for part in parts if part.kind in ("headline", "standfirst")]
        # A question asks, and what stands before a colon answers for what comes after it.
        tops = [top for top in tops if text[top.end - 1] != "?" and ":" not in top.of(text)]
        tops = [top for top in tops if not said.touches(top) and not quoted.touches(top)]
        flat = [one for one in (self.certainty.of(text, top) for top in tops) if not one.hedged]
        if not flat:
            return
        # Only what shares two words with a headline: as statements, a long story takes ten times its room.
        body = [
            (one, s)
            for s in story.sentences
            if parts[s.part].kind == "body"
            for one in (self.certainty.of(text, s.span),)
            if any(len(headline.stems & one.stems) >= 2 for headline in flat)
        ]
        for headline in flat:
            yield from (
                self._hedged(headline, text, body)
                or self._linked(headline, text, body)
                or self._unnamed(headline, story, body)
            )

    def _hedged(self, headline: Statement, text: str, body: Sequence[tuple[Statement, Sentence]]) -> list[Match]:
        """What the story leaves open in a sentence of which a word of doubt bears on the headline's own statement."""
        alike = [(likeness(headline, one), one) for one, _ in body]
        open_ones = [
            (like, one)
            for like, one in alike
            if like >= _GOVERNED and len(headline.stems & one.stems) >= 2 and one.hedged
            if one.negated == headline.negated
        ]
        for _, below in sorted(open_ones, key=lambda each: -each[0]):
            # A “charge” or a “suspect” above is what “charged” and “suspected” are below.
            for term in (term for term in dict.fromkeys(below.hedged) if stem(term) not in headline.stems):
                places = re.finditer(rf"(?<!\w){re.escape(term)}(?!\w)", below.words)
                spans = (Span(below.span.start + m.start(), below.span.start + m.end()) for m in places)
                if any(governs(text, place, below.span, headline.span, self.lemmas) for place in spans):
                    if _flat_too(
                        headline, below, (one for like, one in alike if like >= _GOVERNED - _NEARLY and not one.hedged)
                    ):
                        return []
                    fields = {"lost": term, "kind": _LOSSES["hedge"], "source": below.span.of(text)}
                    return [Match(headline.span, fields, (("the story says it so", below.span),))]
        return []

    def _linked(self, headline: Statement, text: str, body: Sequence[tuple[Statement, Sentence]]) -> list[Match]:
        """Two things that the story links, of which the headline makes a cause and its effect."""
        if "cause" not in headline.open:
            return []
        below = nearest(headline, (one for one, _ in body if "link" in one.open), _ALIKE)
        if below is None or _flat_too(headline, below, (one for one, _ in body if "cause" in one.open)):
            return []
        return list(self._match(headline, below, text, "the story says it so", ("cause",)))

    def _unnamed(
        self, headline: Statement, story: Story, body: Sequence[tuple[Statement, Sentence]]
    ) -> Iterator[Match]:
        """What the story has from one person it does not name, or from somebody who only claims it."""
        text = story.document.text
        doubtful: list[Attribution] = []
        answered: list[Attribution] = []
        for said in story.attributions:
            if said.cue_kind == "doubting" or _is_nameless(said, text):
                doubtful.append(said)
            elif said.source_kind in _ANSWERS:
                answered.append(said)
        told: list[tuple[Statement, Attribution]] = []
        for attribution in doubtful:
            statements = [self.certainty.of(text, content) for content in attribution.content]
            told += [
                (one, attribution)
                for one in statements
                if one.span.start > headline.span.end and len(one.stems & headline.stems) >= _TOLD * len(headline.stems)
            ]
        below = nearest(headline, (one for one, _ in told), _TOLD)
        theirs = SpanSet(piece for one in doubtful for piece in one.content)
        others = (one for one, sentence in body if not theirs.touches(sentence.span))
        if below is None or _flat_too(headline, below, others):
            return
        if self._answered(headline, below, answered, text):
            return
        attribution = next(said for one, said in told if one is below)
        pieces = sorted((*attribution.source, *attribution.cue))
        whole = Span(min(pieces[0].start, below.span.start), max(pieces[-1].end, below.span.end))
        fields = {
            "lost": " ".join(piece.of(text) for piece in pieces),
            "kind": "a source that went",
            "source": whole.of(text),
        }
        yield Match(headline.span, fields, (("the story has it from somebody", whole),))

    def _answered(self, headline: Statement, below: Statement, others: Iterable[Attribution], text: str) -> bool:
        """Whether somebody who is named, or an office, says the same elsewhere in the story."""
        least = likeness(headline, below) - _NEARLY
        statements = (self.certainty.of(text, span) for one in others for span in one.content)
        return any(
            likeness(headline, one) >= least and len(one.stems & headline.stems) >= 2
            for one in statements
            if one.span.start > headline.span.end
        )

    def _speaker(self, story: Story) -> Iterator[Match]:
        text, quoted = story.document.text, story.quoted()
        told_of = {
            said.speaker for said in story.attributions if said.content and not quoted.touches(said.content[0])
        } - {None}
        spoken: dict[int, list[Statement]] = {}
        for quotation in story.quotations:
            number = quotation.attribution
            speaker = None if number is None else story.attributions[number].speaker
            if speaker is not None and speaker in told_of and quotation.kind == "full":
                spoken.setdefault(speaker, []).append(self.certainty.of(text, quotation.inner))
        for attribution in story.attributions:
            for content in attribution.content:
                if attribution.speaker in spoken and not quoted.touches(content):
                    told = self.certainty.of(text, content)
                    below = nearest(told, spoken[attribution.speaker], _SAME)
                    if below is not None:
                        yield from self._match(told, below, text, "the speaker's own words")

    def _match(
        self, surer: Statement, milder: Statement, text: str, note: str, kinds: Collection[str] = tuple(_LOSSES)
    ) -> Iterator[Match]:
        gone = lost(surer, milder)
        if gone is not None and gone.kind in kinds:
            fields = {"lost": gone.words, "kind": _LOSSES[gone.kind], "source": milder.span.of(text)}
            yield Match(Span(*surer.span), fields, ((note, milder.span),))


def _is_nameless(attribution: Attribution, text: str) -> bool:
    """Officials in the plural speak for an office, and so do police sources; a single one who is not named speaks for
    nobody."""
    if attribution.source_kind != "vague":
        return attribution.source_kind == "anonymous" and not _OFFICES.search(attribution.named(text))
    return attribution.source[0].of(text).lower().startswith(("a ", "an ", "one "))


def _flat_too(headline: Statement, below: Statement, flat: Iterable[Statement]) -> bool:
    """Whether the story says flatly elsewhere, nearly in the same words, what the headline does."""
    least = likeness(headline, below) - _NEARLY
    return any(
        likeness(headline, one) >= least and len(one.stems & headline.stems) >= 2 and one.negated == headline.negated
        for one in flat
    )
