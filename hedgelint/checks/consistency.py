from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit, fold
from hedgelint.annotate.story import Story
from hedgelint.checks.check import KeyMistake, Match
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span
from hedgelint.values import dataclass


@dataclass(frozen=True, slots=True)
class Consistency:
    """Forms of one word of which a story should use one: each use of a rarer form is a match (of two equally
    frequent ones, the form that comes later in the story)."""

    kind: ClassVar[str] = "consistency"
    keys: ClassVar[Mapping[str, str]] = {"variants": "groups"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("variants",),)
    variants: tuple[tuple[str, ...], ...]

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        for i, group in enumerate(keys["variants"]):
            if len(set(map(fold, group))) < 2:
                raise KeyMistake(("variants", i), "each group of `variants` needs two forms or more")
        return cls(tuple(tuple(group) for group in keys["variants"]))

    def fields(self) -> Collection[str]:
        return ("prefer",)

    @property
    def waits(self) -> tuple[str, ...]:
        return ("hits",)

    def phrases(self) -> Sequence[str]:
        return [form for group in self.variants for form in group]

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        at = 0
        for group in self.variants:
            uses: dict[str, list[Span]] = {}
            for hit in hits:
                if at <= hit.number < at + len(group):
                    uses.setdefault(group[hit.number - at], []).append(Span(hit.start, hit.end))
            at += len(group)
            if len(uses) < 2:
                continue
            main = max(uses, key=lambda form: (len(uses[form]), -uses[form][0].start))
            for form, spans in uses.items():
                for span in spans if form != main else ():
                    yield Match(span, {"prefer": main}, (("the story's usual form", uses[main][0]),))
