from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit, fold
from hedgelint.annotate.story import Story
from hedgelint.checks.check import Match
from hedgelint.document.model import PARTS
from hedgelint.lexicon import Lexicons

_WORD = re.compile(r"\w+(?:'\w+)*")
_PROSE = ("body", "list", "caption")


@dataclass(frozen=True, slots=True)
class Echo:
    """Quotations in the parts `of` (the headline, the standfirst) whose words stand nowhere in the story below.

    Titles, and quotations inside others, are left out; case and marks do not count. {nearest} is the quotation of the
    body that shares most words with it, if any shares more than half.
    """

    kind: ClassVar[str] = "echo"
    keys: ClassVar[Mapping[str, str]] = {"of": "strings"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("of",),)
    of: tuple[str, ...]

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        for part in keys["of"]:
            if part not in PARTS:
                raise ValueError(f"no such part “{part}”; there are {', '.join(PARTS)}")
        return cls(tuple(keys["of"]))

    def fields(self) -> Collection[str]:
        return ("nearest",)

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        text, parts = story.document.text, story.document.parts
        above = [q for q in story.quotations if parts[q.part].kind in self.of and q.kind != "title" and not q.depth]
        if not above:
            return
        below = [_words(part.span.of(text)) for part in parts if part.kind in _PROSE]
        whole = " | ".join(" ".join(words) for words in below)
        quoted = [(q.span, _words(q.inner.of(text))) for q in story.quotations if parts[q.part].kind in _PROSE]
        for quotation in above:
            words = _words(quotation.inner.of(text))
            if not words or not whole or f" {' '.join(words)} " in f" {whole} ":
                continue
            shared = [(len(set(words) & set(other)) / len(set(words)), span) for span, other in quoted]
            best = max(shared, default=(0.0, quotation.span))
            near = best[1] if best[0] > 0.5 else None
            related = (("the nearest that the story quotes", near),) if near else ()
            yield Match(quotation.span, {"nearest": near.of(text) if near else ""}, related)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
