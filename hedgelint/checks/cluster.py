from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import CONFIDENCE_CLASSES, QUOTATION_KINDS, Story
from hedgelint.checks.check import KeyMistake, Match, demand
from hedgelint.checks.words import word_entries
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span
from hedgelint.values import dataclass

_OF = (*CONFIDENCE_CLASSES, *(f"{kind}-quotation" for kind in QUOTATION_KINDS))


@dataclass(frozen=True, slots=True)
class Cluster:
    """`least` or more words close together: `words` words apart at most, in one sentence.

    They are the rule's own phrases, confidence words of the classes `of`, or quotations (`partial-quotation`,
    `scare-quotation`). The match runs from the first to the last of them.
    """

    kind: ClassVar[str] = "cluster"
    keys: ClassVar[Mapping[str, str]] = {
        "of": "strings",
        "phrases": "strings",
        "lexicon": "string",
        "where": "mapping",
        "least": "integer",
        "words": "integer",
    }
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("of", "phrases", "lexicon"),)
    entries: tuple[Mapping[str, Any], ...]
    classes: tuple[str, ...]
    least: int
    words: int

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        if keys.get("least", 2) < 2:
            raise KeyMistake(("least",), "`least` must be 2 or more")
        demand(("of",), keys.get("of", []), _OF, "group of words")
        return cls(word_entries(keys, lexicons), tuple(keys.get("of", ())), keys.get("least", 2), keys.get("words", 8))

    def fields(self) -> Collection[str]:
        return ("words", "count")

    @property
    def waits(self) -> tuple[str, ...]:
        return ("hits", "confidence", "quotations")

    def phrases(self) -> Sequence[str]:
        return [entry["term"] for entry in self.entries]

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        spans = [Span(start, end) for start, end, _ in hits]
        spans += [word.span for word in story.confidence if word.kind in self.classes]
        spans += [
            quotation.span
            for quotation in story.quotations
            if f"{quotation.kind}-quotation" in self.classes and quotation.closed and not quotation.depth
        ]
        spans.sort()
        text, run = story.document.text, spans[:1]
        for span in spans[1:]:
            between = text[run[-1].end : span.start]
            if span.start >= run[-1].end and self._together(story, run[-1], span, between):
                run.append(span)
                continue
            if span.start >= run[-1].end:
                yield from self._match(run, text)
                run = [span]
        yield from self._match(run, text)

    def _together(self, story: Story, left: Span, right: Span, between: str) -> bool:
        return len(between.split()) <= self.words and story.sentence_at(left.start) == story.sentence_at(right.start)

    def _match(self, run: list[Span], text: str) -> Iterator[Match]:
        if len(run) >= self.least:
            words = ", ".join(f"“{span.of(text)}”" for span in run)
            yield Match(Span(run[0].start, run[-1].end), {"words": words, "count": str(len(run))})
