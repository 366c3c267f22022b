from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from hedgelint.annotate.certainty import Certainty, Statement, likeness, nearest
from hedgelint.annotate.losses import lost
from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Story
from hedgelint.checks.check import Match
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span

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
_OF = ("headline", "speaker", "source")
_TOWARDS = ("surer", "milder")
_ALIKE = 0.5  # share of the headline's content words that the sentence below must have
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

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        if keys["of"] not in _OF:
            raise ValueError(f"`of` is one of {', '.join(_OF)}, not “{keys['of']}”")
        toward = keys.get("toward", "surer")
        if toward not in _TOWARDS or (toward == "milder" and keys["of"] != "source"):
            raise ValueError(f"`toward` is one of {', '.join(_TOWARDS)}, and milder only of a source")
        return cls(keys["of"], Certainty(lexicons), toward)

    def fields(self) -> Collection[str]:
        return ("lost", "kind", "source")

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
        tops = [top for top in tops if text[top.end - 1] != "?" and not said.touches(top) and not quoted.touches(top)]
        flat = [one for one in (self.certainty.of(text, top) for top in tops) if not one.hedged]
        body = [self.certainty.of(text, s.span) for s in story.sentences if flat and parts[s.part].kind == "body"]
        for headline in flat:
            alike = [one for one in body if likeness(headline, one) >= _ALIKE]
            below = nearest(headline, alike, _ALIKE)
            if below is None or any(not one.hedged for one in alike):
                continue
            yield from (
                match
                for match in self._match(headline, below, text, "the story says it so")
                if match.fields["kind"]
                not in (_LOSSES["limit"], _LOSSES["condition"])  # there is no room for all of them
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

    def _match(self, surer: Statement, milder: Statement, text: str, note: str) -> Iterator[Match]:
        gone = lost(surer, milder)
        if gone is not None:
            fields = {"lost": gone.words, "kind": _LOSSES[gone.kind], "source": milder.span.of(text)}
            yield Match(Span(*surer.span), fields, ((note, milder.span),))
