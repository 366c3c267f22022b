from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import QUOTATION_KINDS, Quotation, Story
from hedgelint.annotate.terms import Finder, finder_of
from hedgelint.annotate.watch import Watch
from hedgelint.checks.check import Match, demand
from hedgelint.checks.pattern import matches
from hedgelint.checks.words import fits
from hedgelint.lexicon import Lexicons, spellings
from hedgelint.patterns import pattern_of
from hedgelint.span import Span, SpanSet
from hedgelint.values import dataclass, field

# What the sentence before ends with, and what follows a quotation that is whole and has no credit after it.
_ENDED = pattern_of(r"[.?!…][\"”’')\]]*$")
_ALONE = pattern_of(r"\s*(?:$|[\"“‘'(A-Z0-9À-Þ])")
_WHOLE = pattern_of(r"[.?!…][’')\]]*\s*$")
_CREDIT = pattern_of(r"\s*[A-Z][\w.’'-]*((?:\s+[\w.’'-]+){1,4})")
_PRONOUN = pattern_of(r"\b(?:he|she|they|his|her|their)\b", re.I)
PROPERTIES = ("kind", "closed", "attributed", "answered", "floating", "goes_on", "depth", "continues")


@dataclass(frozen=True, slots=True)
class QuotationCheck:
    """Quotations by what they are.

    `where` may ask for kind, closed, attributed, answered (somebody says something in the same sentence,
    or begins the next paragraph with a quotation), floating (a
    sentence or more by itself, with nobody who speaks or is spoken of just before it, and no credit after it),
    goes_on (it is a whole paragraph, closed, and the next one opens another by the same speaker), depth and continues;
    `least` and `most` are numbers of words; `count` asks for that many occurrences of `inside`, a pattern on the words.
    """

    kind: ClassVar[str] = "quotation"
    keys: ClassVar[Mapping[str, str]] = {
        "where": "mapping",
        "least": "integer",
        "most": "integer",
        "inside": "pattern",
        "count": "integer",
    }
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("where", "inside"),)
    where: Mapping[str, Any]
    least: int
    most: int
    inside: str
    count: int
    lexicons: Lexicons = field(default=Lexicons(), compare=False)
    own: bool = False  # of a rule that comes with hedgelint

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        where = keys.get("where", {})
        for key in where:
            demand(("where", key), key, PROPERTIES, "question of `where`")
        demand(("where", "kind"), where.get("kind", []), QUOTATION_KINDS, "kind of quotation")
        least, most = keys.get("least", 0), keys.get("most", 10**9)
        return cls(where, least, most, keys.get("inside", ""), keys.get("count", 1), lexicons, keys.get("own", False))

    def fields(self) -> Collection[str]:
        return ("words",)

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        text = story.document.text
        watch = Watch.of(text)
        voices = _Voices(story)
        for quotation in story.quotations:
            if not fits(_Properties(story, quotation, voices, self.lexicons), self.where):
                continue
            words = quotation.inner.of(text)
            if not self.least <= len(words.split()) <= self.most:
                continue
            if self.inside and self._times(words, watch) < self.count:
                continue
            yield Match(quotation.span, {"words": words})

    def _times(self, words: str, watch: Watch) -> int:
        """How often the pattern occurs."""
        return len(matches(self.inside, words, Span(0, len(words)), watch, own=self.own))


def _of_saying(lexicons: Lexicons) -> frozenset[str]:
    """The forms of the verbs that lead to a statement."""
    return frozenset(
        form
        for verb in lexicons["reporting-verbs"].entries
        if verb["frame"]
        for spelt in verb["forms"].values()
        for form in spellings(spelt)
    )


class _Voices:
    """Of a story, what its quotations are held against; each made when it is asked for."""

    def __init__(self, story: Story) -> None:
        self._story = story

    @cached_property
    def said(self) -> SpanSet:
        """The cues, and everything a source answers for."""
        return SpanSet(piece for one in self._story.attributions for piece in (*one.cue, *one.content))

    @cached_property
    def turns(self) -> SpanSet:
        return SpanSet(self._story.turns)

    def named_in(self, words: str) -> bool:
        """Whether the last name of one of the story's speakers stands there."""
        return next(iter(self._names(words)), None) is not None

    @cached_property
    def _names(self) -> Finder:
        """All at once: a long story has as many speakers as it has quotations."""
        names = (speaker.name.split() for speaker in self._story.speakers)
        return finder_of(sorted({name[-1] for name in names if name}))


class _Properties(dict[str, Any]):
    """What a quotation is, found out when it is asked for."""

    def __init__(self, story: Story, quotation: Quotation, voices: _Voices, lexicons: Lexicons) -> None:
        self._story, self._quotation, self._voices, self._lexicons = story, quotation, voices, lexicons

    def get(self, key: str, default: Any = None) -> Any:
        story, quotation = self._story, self._quotation
        match key:
            case "attributed":
                return quotation.attribution is not None or self._in_a_turn()
            case "answered":
                answered = quotation.attribution is not None or self._in_a_turn()
                answered = answered or _answered(story, quotation.span, self._voices.said)
                return answered or _spoken_next(story, quotation)
            case "floating":
                return _floating(story, quotation, self._lexicons.made(_of_saying)) and not self._led_up_to()
            case "goes_on":
                return _goes_on(story, quotation)
        return getattr(quotation, key)

    def _in_a_turn(self) -> bool:
        """Whether it stands in what somebody says in an interview, who then answers for it."""
        return self._voices.turns.covers(self._quotation.span)

    def _led_up_to(self) -> bool:
        """Whether somebody speaks, or one of the story's speakers or a pronoun stands, in the sentence before it."""
        story = self._story
        at = bisect_left(story.starts(), self._quotation.span.start) - 1
        if at < 0:
            return False
        before = story.sentences[at].span
        words = before.of(story.document.text)
        if self._voices.said.touches(before) or not self._lexicons.made(_of_saying).isdisjoint(
            re.findall(r"\w+", words)
        ):
            return True
        if _PRONOUN.search(words) and story.sentences[at].part == self._quotation.part:
            return True
        return self._voices.named_in(words)


def _answered(story: Story, span: Span, said: SpanSet) -> bool:
    sentence = story.sentence_at(span.start)
    return sentence is not None and said.touches(sentence.span)


def _spoken_next(story: Story, quotation: Quotation) -> bool:
    """Whether the next paragraph begins with a quotation of somebody who speaks: the word was taken from there."""
    parts, after = story.document.parts, quotation.part + 1
    if after >= len(parts):
        return False
    start = parts[after].span.start
    at = bisect_left(story.quotations, start, key=lambda other: other.span.start)
    if at == len(story.quotations) or story.quotations[at].span.start != start:
        return False
    return story.quotations[at].attribution is not None


def _floating(story: Story, quotation: Quotation, verbs: frozenset[str]) -> bool:
    text, part = story.document.text, story.document.parts[quotation.part].span
    before = text[max(part.start, quotation.span.start - 40) : quotation.span.start].rstrip()
    if not before:
        led = quotation.part and story.document.parts[quotation.part - 1].span.of(text).endswith((":", ",", "—"))
    else:
        led = not _ENDED.search(before)
    parts = story.document.parts
    after = parts[quotation.part + 1].span.of(text) if quotation.part + 1 < len(parts) else ""
    credit = _CREDIT.match(text, quotation.span.end, min(part.end, quotation.span.end + 80))
    return (
        not led
        and not (credit and verbs.intersection(credit[1].split()))  # he wrote it with a full stop. Hale said.
        and not after.startswith(("-", "–", "—"))  # a credit on a line of its own
        and _WHOLE.search(quotation.inner.of(text)) is not None
        and _ALONE.match(text, quotation.span.end, part.end) is not None
    )


def _goes_on(story: Story, quotation: Quotation) -> bool:
    parts, after = story.document.parts, quotation.part + 1
    if not quotation.closed or parts[quotation.part].span != quotation.span or after >= len(parts):
        return False
    start = parts[after].span.start
    at = bisect_left(story.quotations, start, key=lambda other: other.span.start)
    if at == len(story.quotations) or story.quotations[at].span.start != start:
        return False
    return _same(story, quotation.attribution, story.quotations[at].attribution)


def _same(story: Story, one: int | None, other: int | None) -> bool:
    """Whether both are the same speaker's, as far as is known."""
    if one is None or other is None:
        return one is None
    return one == other or (
        story.attributions[one].speaker is not None
        and story.attributions[one].speaker == story.attributions[other].speaker
    )
