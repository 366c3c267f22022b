from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.loaded import LOADED_LEXICONS
from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Story
from hedgelint.checks.check import Match, demand
from hedgelint.checks.words import fits, message_fields
from hedgelint.lexicon import Lexicons
from hedgelint.values import dataclass


@dataclass(frozen=True, slots=True)
class LoadedCheck:
    """Words of judgement by the keys of their lexicon entry (`pack`, `strength`, …), which are message fields too.
    `where` gives one set of keys or several; a word that fits one of `milder` is a suggestion, in
    the reporter's own voice alone.

    {voice} says whether the word stands in the reporter's own text or in a paraphrase.
    """

    kind: ClassVar[str] = "loaded"
    keys: ClassVar[Mapping[str, str]] = {"where": "mappings", "milder": "mappings"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("where",),)
    where: Sequence[Mapping[str, Any]]
    milder: Sequence[Mapping[str, Any]]
    known: frozenset[str]

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        known = frozenset(
            key for name in LOADED_LEXICONS for entry in lexicons[name].entries for key in (*entry, "pack")
        )
        for name in ("where", "milder"):
            for asked in keys.get(name, ()):
                for key in asked:
                    demand((name, key), key, known, "column of a list of loaded words")
                demand((name, "pack"), asked.get("pack", []), LOADED_LEXICONS, "list of loaded words")
        return cls(tuple(keys["where"]), tuple(keys.get("milder", ())), known)

    def fields(self) -> Collection[str]:
        return {"voice", *self.known}

    @property
    def waits(self) -> tuple[str, ...]:
        return ("loaded",)

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        said = story.said()
        for word in story.loaded:
            if any(fits(word.entry, asked) for asked in self.where):
                voice = (
                    "in a paraphrase a reader cannot tell whose word it is"
                    if said.touches(word.span)
                    else "it is the reporter's own word"
                )
                mild = any(fits(word.entry, asked) for asked in self.milder)
                if mild and said.touches(word.span):
                    continue
                yield Match(
                    word.span, message_fields(word.entry) | {"voice": voice}, severity="suggestion" if mild else None
                )
