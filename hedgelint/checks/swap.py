from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit, straight
from hedgelint.annotate.story import Story
from hedgelint.annotate.watch import Watch
from hedgelint.checks.check import KeyMistake, Match, demand
from hedgelint.checks.pattern import CASES, compiled, matches, place_of
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass

if TYPE_CHECKING:
    import regex

_GROUP = pattern_of(r"\\(\d)")


@dataclass(frozen=True, slots=True)
class Swap:
    """This word rather than that one; {prefer} in the message is the better one.

    `patterns` are the same for expressions, with \\1 in the better one for what their first group matched. A word that
    stands as the better one is spelt, or as it is spelt where a sentence begins, is no match.
    """

    kind: ClassVar[str] = "swap"
    keys: ClassVar[Mapping[str, str]] = {"swap": "pairs", "patterns": "pattern-pairs", "case": "string"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("swap", "patterns"),)
    pairs: tuple[tuple[str, str], ...]
    patterns: tuple[tuple[str, str], ...] = ()
    sensitive: bool = False

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        demand(("case",), keys.get("case", "insensitive"), CASES, "case")
        for bad, better in keys.get("swap", {}).items():
            if straight(bad) == straight(better):
                raise KeyMistake(("swap", bad), f"“{bad}” is swapped for itself", "write the better word behind it")
        for pattern, better in keys.get("patterns", {}).items():
            groups = compiled(pattern).groups
            if wrong := next((n for n in _GROUP.findall(better) if int(n) > groups), None):
                raise KeyMistake(("patterns", pattern), f"there is no group {wrong} in “{pattern}”")
        pairs, patterns = (tuple(keys.get(key, {}).items()) for key in ("swap", "patterns"))
        return cls(pairs, patterns, keys.get("case") == "sensitive")

    def fields(self) -> Collection[str]:
        return ("prefer",)

    def phrases(self) -> Sequence[str]:
        return [bad for bad, _ in self.pairs]

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        """Raises TimeoutError where a pattern backtracks without end."""
        text = story.document.text
        # Words that differ in their capitals only are met at one place, as the first of them.
        as_written = {straight(bad): better for bad, better in self.pairs} if self.sensitive and hits else {}
        for start, end, index in hits:
            better = as_written.get(straight(text[start:end])) if self.sensitive else self.pairs[index][1]
            if better is not None:
                yield from self._match(story, Span(start, end), better)
        watch = Watch.of(text)
        for pattern, better in self.patterns:
            for part in story.document.parts:
                for m in matches(pattern, text, part.span, watch, sensitive=self.sensitive):
                    span = place_of(m)
                    if span.start < span.end:
                        yield from self._match(story, span, _with_groups(better, m))

    def _match(self, story: Story, span: Span, better: str) -> Iterator[Match]:
        word, right = straight(span.of(story.document.text)), straight(better)
        if word != right and not (word == right[:1].upper() + right[1:] and self._begins(story, span)):
            yield Match(span, {"prefer": better})

    def _begins(self, story: Story, span: Span) -> bool:
        """Whether a sentence begins with it."""
        sentence = story.sentence_at(span.start)
        return sentence is not None and not any(map(str.isalnum, story.document.text[sentence.span.start : span.start]))


def _with_groups(better: str, m: regex.Match[str]) -> str:
    return _GROUP.sub(lambda group: m.group(int(group[1])) or "", better)
