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
class Swap:
    """This word rather than that one; {prefer} in the message is the better one."""

    kind: ClassVar[str] = "swap"
    keys: ClassVar[Mapping[str, str]] = {"swap": "pairs"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("swap",),)
    pairs: tuple[tuple[str, str], ...]

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        for bad, better in keys["swap"].items():
            if fold(bad) == fold(str(better)):
                raise KeyMistake(
                    ("swap", bad), f"“{bad}” is swapped for itself", "a spelling with capitals is no other"
                )
        return cls(tuple((bad, str(better)) for bad, better in keys["swap"].items()))

    def fields(self) -> Collection[str]:
        return ("prefer",)

    def phrases(self) -> Sequence[str]:
        return [bad for bad, _ in self.pairs]

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        for start, end, index in hits:
            yield Match(Span(start, end), {"prefer": self.pairs[index][1]})
