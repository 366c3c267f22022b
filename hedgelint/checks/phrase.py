from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit, straight
from hedgelint.annotate.senses import Sense
from hedgelint.annotate.story import Story
from hedgelint.annotate.watch import Watch
from hedgelint.checks.check import Match, demand
from hedgelint.checks.pattern import CASES
from hedgelint.checks.words import message_fields, word_entries
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span
from hedgelint.values import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """These words, whole and in any case (or, with `case: sensitive`, as they are written). Entries of a lexicon may
    say what must or must not stand round them."""

    kind: ClassVar[str] = "phrase"
    keys: ClassVar[Mapping[str, str]] = {
        "phrases": "strings",
        "lexicon": "string",
        "where": "mapping",
        "case": "string",
    }
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("phrases", "lexicon"),)
    entries: tuple[Mapping[str, Any], ...]
    sensitive: bool = False

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        demand(("case",), keys.get("case", "insensitive"), CASES, "case")
        return cls(word_entries(keys, lexicons), keys.get("case") == "sensitive")

    def fields(self) -> Collection[str]:
        return {key for entry in self.entries for key in entry}

    @property
    def waits(self) -> tuple[str, ...]:
        return ("hits",)

    def phrases(self) -> Sequence[str]:
        return [entry["term"] for entry in self.entries]

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        text = story.document.text
        watch = Watch.of(text)
        # Words that differ in their capitals only are met at one place, as the first of them.
        as_written = {straight(entry["term"]): entry for entry in self.entries} if self.sensitive and hits else {}
        for hit in hits:
            entry = as_written.get(straight(text[hit.start : hit.end])) if self.sensitive else self.entries[hit.number]
            if entry is None:
                continue
            if Sense.of(entry).holds(text, hit, entry["term"], watch):
                yield Match(Span(hit.start, hit.end), message_fields(entry))
