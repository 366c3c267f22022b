from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import QUOTATION_KINDS, Quotation, Story
from hedgelint.checks.check import Match
from hedgelint.checks.pattern import compiled
from hedgelint.checks.words import fits
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span, SpanSet

# What the sentence before ends with, and what follows a quotation that is whole and has no credit after it.
_ENDED = re.compile(r"[.?!…][\"”’')\]]*$")
_ALONE = re.compile(r"\s*(?:$|[\"“‘'(A-Z0-9À-Þ])")
_WHOLE = re.compile(r"[.?!…][’')\]]*\s*$")
_PROPERTIES = ("kind", "closed", "attributed", "answered", "floating", "goes_on", "depth", "continues")


@dataclass(frozen=True, slots=True)
class QuotationCheck:
    """Quotations by what they are.

    `where` may ask for kind, closed, attributed, answered (somebody says something in the same sentence), floating (a
    sentence or more by itself, that nothing leads up to), goes_on (it is a whole paragraph, closed, and the next one
    opens another by the same speaker), depth and continues; `least` and `most` are numbers of words; `count` asks for
    that many occurrences of `inside`, a pattern on the words.
    """

    kind: ClassVar[str] = "quotation"
    keys: ClassVar[Mapping[str, str]] = {
        "where": "mapping",
        "least": "integer",
        "most": "integer",
        "inside": "string",
        "count": "integer",
    }
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("where", "inside"),)
    where: Mapping[str, Any]
    least: int
    most: int
    inside: str
    count: int

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        where = keys.get("where", {})
        for key in where:
            if key not in _PROPERTIES:
                raise ValueError(f"`where` knows {', '.join(_PROPERTIES)}, not “{key}”")
        kinds = where.get("kind", [])
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            if kind not in QUOTATION_KINDS:
                raise ValueError(f"no such kind of quotation “{kind}”; there are {', '.join(QUOTATION_KINDS)}")
        return cls(where, keys.get("least", 0), keys.get("most", 10**9), keys.get("inside", ""), keys.get("count", 1))

    def fields(self) -> Collection[str]:
        return ("words",)

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        text = story.document.text
        said = cache(lambda: SpanSet(piece for one in story.attributions for piece in (*one.cue, *one.content)))
        for quotation in story.quotations:
            if not fits(_Properties(story, quotation, said), self.where):
                continue
            words = quotation.inner.of(text)
            if not self.least <= len(words.split()) <= self.most:
                continue
            if self.inside and len(compiled(self.inside).findall(words)) < self.count:
                continue
            yield Match(quotation.span, {"words": words})


class _Properties(dict[str, Any]):
    """What a quotation is, found out when it is asked for."""

    def __init__(self, story: Story, quotation: Quotation, said: Callable[[], SpanSet]) -> None:
        self._story, self._quotation, self._said = story, quotation, said

    def get(self, key: str, default: Any = None) -> Any:
        story, quotation = self._story, self._quotation
        match key:
            case "attributed":
                return quotation.attribution is not None
            case "answered":
                return quotation.attribution is not None or _answered(story, quotation.span, self._said())
            case "floating":
                return _floating(story, quotation)
            case "goes_on":
                return _goes_on(story, quotation)
        return getattr(quotation, key)


def _answered(story: Story, span: Span, said: SpanSet) -> bool:
    sentence = story.sentence_at(span.start)
    return sentence is not None and said.touches(sentence.span)


def _floating(story: Story, quotation: Quotation) -> bool:
    text, part = story.document.text, story.document.parts[quotation.part].span
    before = text[part.start : quotation.span.start].rstrip()
    if not before:
        led = quotation.part and story.document.parts[quotation.part - 1].span.of(text).endswith((":", ",", "—"))
    else:
        led = not _ENDED.search(before)
    parts = story.document.parts
    after = parts[quotation.part + 1].span.of(text) if quotation.part + 1 < len(parts) else ""
    return (
        not led
        and not after.startswith(("-", "–", "—"))  # a credit on a line of its own
        and _WHOLE.search(quotation.inner.of(text)) is not None
        and _ALONE.match(text, quotation.span.end, part.end) is not None
    )


def _goes_on(story: Story, quotation: Quotation) -> bool:
    parts, after = story.document.parts, quotation.part + 1
    if not quotation.closed or parts[quotation.part].span != quotation.span or after >= len(parts):
        return False
    here = quotation.attribution
    return any(
        other.part == after and other.span.start == parts[after].span.start and _same(story, here, other.attribution)
        for other in story.quotations
        if not other.depth
    )


def _same(story: Story, one: int | None, other: int | None) -> bool:
    """Whether both are the same speaker's, as far as is known."""
    if one is None or other is None:
        return one is None
    return one == other or (
        story.attributions[one].speaker is not None
        and story.attributions[one].speaker == story.attributions[other].speaker
    )
