from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit, straight
from hedgelint.annotate.story import Story
from hedgelint.annotate.watch import Watch
from hedgelint.checks.check import Match, demand
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span

if TYPE_CHECKING:
    import regex

CASES = ("sensitive", "insensitive")


@lru_cache(maxsize=1024)
def compiled(pattern: str, sensitive: bool = False) -> regex.Pattern[str]:
    """Compiled when first used: most patterns never meet their `needs`. Raises ValueError if it is no pattern."""
    import regex

    try:
        return regex.compile(pattern, regex.VERSION0 | (0 if sensitive else regex.IGNORECASE))
    except (regex.error, OverflowError, RecursionError, MemoryError) as error:
        told = str(error) or "its groups stand in one another without measure"
        raise ValueError(f"not a pattern: {told}") from None


@dataclass(frozen=True, slots=True)
class Pattern:
    """Regular expressions, paragraph by paragraph. A group named `span` marks the place, other named groups are
    message fields. `needs` are words of which one must stand in the paragraph before a pattern is tried."""

    kind: ClassVar[str] = "pattern"
    keys: ClassVar[Mapping[str, str]] = {"pattern": "patterns", "needs": "strings", "case": "string"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("pattern",),)
    patterns: tuple[str, ...]
    needs: tuple[str, ...] = ()
    sensitive: bool = False

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        demand(("case",), keys.get("case", "insensitive"), CASES, "case")
        return cls(tuple(keys["pattern"]), tuple(keys.get("needs", ())), keys.get("case") == "sensitive")

    def fields(self) -> Collection[str]:
        return {name for pattern in self.patterns for name in compiled(pattern).groupindex}

    def phrases(self) -> Sequence[str]:
        return self.needs

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        """Raises TimeoutError where the patterns backtrack without end, or take longer than a story is worth."""
        text, at = story.document.text, 0
        watch = Watch.of(text)
        for part in story.document.parts:
            if self.needs:
                while at < len(hits) and hits[at].start < part.span.start:
                    at += 1
                if at == len(hits) or hits[at].start >= part.span.end:
                    continue
            for pattern in self.patterns:
                found = compiled(pattern, self.sensitive)
                for m in watch.over(partial(_all, found, text, part.span)):
                    start, end = m.span("span") if "span" in found.groupindex else m.span()
                    if start < end:
                        yield Match(Span(start, end), {k: v for k, v in m.groupdict().items() if v})


def _all(pattern: regex.Pattern[str], text: str, stretch: Span, timeout: float) -> list[regex.Match[str]]:
    return list(pattern.finditer(text, *stretch, timeout=timeout))


def found_in(pattern: str, text: str, watch: Watch) -> bool:
    """Whether the pattern occurs; letter case counts only where the pattern says so, as in (?-i:[A-Z]). Raises
    TimeoutError."""
    found, flat = compiled(pattern), straight(text)
    return watch.over(lambda left: found.search(flat, timeout=left)) is not None
