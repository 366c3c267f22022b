from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Sentence, Story
from hedgelint.checks.check import KeyMistake, Match, demand
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span, SpanSet
from hedgelint.values import dataclass

# Where one assertion ends and the next begins, and what makes the words after it no assertion of their own.
_NEXT = pattern_of(r"[;:—–]|, (?=(?:and|but|or|so|yet|though|although|while)\b)")
_SUBORDINATE = pattern_of(
    r"\b(?:that|which|who|whom|whose|what|where|when|if|whether|because|as|than|and|but|though|although|while|since)\b"
    r"|[;:—–(]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Every:
    """Paragraphs of `least` or more sentences in which every one has a hedge, of the groups `of`, on its own main
    statement, and none is a question or somebody else's. The match is the paragraph."""

    kind: ClassVar[str] = "every"
    keys: ClassVar[Mapping[str, str]] = {"of": "strings", "least": "integer"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("of",),)
    groups: tuple[str, ...]
    least: int

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        hedges = (entry for entry in lexicons["confidence"].entries if entry["class"] == "hedge")
        demand(("of",), keys["of"], {str(entry.get("group")) for entry in hedges}, "group of hedges")
        if keys.get("least", 2) < 2:
            raise KeyMistake(("least",), "`least` must be 2 or more")
        return cls(tuple(keys["of"]), keys.get("least", 2))

    def fields(self) -> Collection[str]:
        return ("words", "count")

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        hedges = sorted(
            word.span
            for word in story.confidence
            if word.kind == "hedge" and word.group in self.groups and not word.quoted
        )
        if len(hedges) < self.least:
            return
        text = story.document.text
        # “It is unclear whether” has nobody behind it: the doubt is the writer's.
        said = SpanSet(span for one in story.attributions if one.source for span in one.content)
        for _, group in groupby(story.sentences, key=lambda sentence: sentence.part):
            sentences = list(group)
            found = []
            for sentence in sentences:
                hedge = _hedge(sentence, hedges, text)
                if hedge is None or said.touches(sentence.span):
                    break
                found.append(hedge.of(text))
            if len(found) == len(sentences) >= self.least:
                span = Span(sentences[0].span.start, sentences[-1].span.end)
                words = ", ".join(f"“{word}”" for word in found)
                yield Match(span, {"words": words, "count": str(len(found))})


def _hedge(sentence: Sentence, hedges: Sequence[Span], text: str) -> Span | None:
    """The hedge on what the sentence says, where no later statement of it is without one."""
    start, end = sentence.span
    inside = hedges[bisect_left(hedges, Span(start, 0)) : bisect_left(hedges, Span(end, 0))]
    if not inside or text[start:end].rstrip("”’\"')").endswith("?"):
        return None
    first = inside[0]
    comma = text.rfind(",", start, first.start)
    if _SUBORDINATE.search(text, max(start, comma), first.start):
        return None
    cuts = [cut.end() for cut in _NEXT.finditer(text, first.end, end)]
    # A statement without a hedge: as many hedges lie before its end as before its beginning.
    before = [bisect_left(inside, Span(cut, 0)) for cut in (*cuts, end)]
    return None if any(one == two for one, two in pairwise(before)) else first
