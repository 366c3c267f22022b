from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit, straight
from hedgelint.annotate.story import Story
from hedgelint.annotate.watch import Watch
from hedgelint.checks.check import Match, demand
from hedgelint.checks.pattern import CASES, compiled, matches
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span
from hedgelint.values import dataclass


@dataclass(frozen=True, slots=True)
class Conditional:
    """What may stand only where something else stands too: initials that are never spelt out.

    Each first use of what `first` matches is a match unless the group of `second` has the same words somewhere in the
    story. A use that is one of the `exceptions` is none. Where `second` has no group, that it occurs at all is enough.
    """

    kind: ClassVar[str] = "conditional"
    keys: ClassVar[Mapping[str, str]] = {
        "first": "pattern",
        "second": "pattern",
        "exceptions": "strings",
        "case": "string",
    }
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("first",), ("second",))
    first: str
    second: str
    exceptions: frozenset[str]
    sensitive: bool
    own: bool = False  # of a rule that comes with hedgelint

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        demand(("case",), keys.get("case", "insensitive"), CASES, "case")
        sensitive = keys.get("case") == "sensitive"
        exceptions = frozenset(_spelt(word, sensitive) for word in keys.get("exceptions", ()))
        return cls(keys["first"], keys["second"], exceptions, sensitive, keys.get("own", False))

    def fields(self) -> Collection[str]:
        return compiled(self.first).groupindex

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        """Raises TimeoutError where a pattern backtracks without end."""
        text, parts = story.document.text, [part.span for part in story.document.parts]
        watch = Watch.of(text)
        asked: list[tuple[Span, str, Mapping[str, str]]] = []
        for part in parts:
            for m in matches(self.first, text, part, watch, sensitive=self.sensitive, own=self.own):
                span = Span(*m.span(1 if m.re.groups and m.group(1) is not None else 0))
                word = _spelt(span.of(text), self.sensitive)
                if span.start != span.end and word not in self.exceptions:
                    asked.append((span, word, {k: v for k, v in m.groupdict().items() if v}))
        if not asked:
            return
        second = compiled(self.second, self.sensitive)
        answered: set[str] = set()
        for part in parts:
            for m in matches(self.second, text, part, watch, sensitive=self.sensitive, own=self.own):
                if not second.groups:
                    return
                answered |= {_spelt(word, self.sensitive) for word in m.groups() if word}
        told: set[str] = set()
        quoted = story.quoted()
        for span, word, fields in asked:
            if word in answered or word in told:
                continue
            if not quoted.touches(span):  # the first use in the story's own words is the one to mend
                told.add(word)
            yield Match(span, fields)


def _spelt(word: str, sensitive: bool) -> str:
    return straight(word) if sensitive else straight(word).lower()
