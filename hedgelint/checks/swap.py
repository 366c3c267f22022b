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
_CHOICE = pattern_of(r"[/|&<>…“”]| or |, ")  # more than the words that are to stand there
_ARTICLE = pattern_of(r"\b[Aa]n? \Z")
_VOWELS = frozenset("aeiou")


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

    @property
    def waits(self) -> tuple[str, ...]:
        return () if self.patterns else ("hits",)

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
            edits = ((span, written),) if (written := self._written(story, span, better)) else ()
            yield Match(span, {"prefer": better}, edits=edits)

    def _written(self, story: Story, span: Span, better: str) -> str:
        """What is to stand there, with the capitals of what stands there; empty where that is not known: the better
        one is a choice, somebody else says it, or an article before it would not fit."""
        text, word = story.document.text, span.of(story.document.text)
        if not better or _CHOICE.search(better) or story.quoted().touches(span):
            return ""
        article = _ARTICLE.search(text, max(0, span.start - 4), span.start)
        if article and (word[:1].lower() in _VOWELS) != (better[:1].lower() in _VOWELS):
            return ""
        if word.casefold() == better.casefold():
            return better[:1].upper() + better[1:] if self._begins(story, span) else better
        if word.isupper() and len(word) > 1 and not self.sensitive:
            return better.upper()
        return better[:1].upper() + better[1:] if word[:1].isupper() else better

    def _begins(self, story: Story, span: Span) -> bool:
        """Whether a sentence begins with it."""
        sentence = story.sentence_at(span.start)
        return sentence is not None and not any(map(str.isalnum, story.document.text[sentence.span.start : span.start]))


def _with_groups(better: str, m: regex.Match[str]) -> str:
    return _GROUP.sub(lambda group: m.group(int(group[1])) or "", better)
