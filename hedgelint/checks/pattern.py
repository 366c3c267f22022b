from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit, straight
from hedgelint.annotate.story import Story
from hedgelint.checks.check import Match, demand
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span

if TYPE_CHECKING:
    import regex

# Seconds one pattern may spend in one paragraph before it counts as running without end.
TIMEOUT = 1.0
CASES = ("sensitive", "insensitive")


@lru_cache(maxsize=1024)
def compiled(pattern: str, sensitive: bool = False) -> regex.Pattern[str]:
    """Compiled when first used: most patterns never meet their `needs`. Raises ValueError if it is no pattern."""
    import regex

    try:
        return regex.compile(pattern, regex.VERSION0 | (0 if sensitive else regex.IGNORECASE))
    except regex.error as error:
        raise ValueError(f"not a pattern: {error}") from None


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
        """Raises TimeoutError where a pattern backtracks without end."""
        text, at = story.document.text, 0
        for part in story.document.parts:
            if self.needs:
                while at < len(hits) and hits[at].start < part.span.start:
                    at += 1
                if at == len(hits) or hits[at].start >= part.span.end:
                    continue
            for pattern in self.patterns:
                found = compiled(pattern, self.sensitive)
                for m in found.finditer(text, part.span.start, part.span.end, timeout=TIMEOUT):
                    span = place_of(m)
                    if span.start < span.end:
                        yield Match(span, {k: v for k, v in m.groupdict().items() if v})


def place_of(m: regex.Match[str]) -> Span:
    """The group `span`; else the whole, without blanks at its ends unless it is nothing else."""
    if "span" in m.re.groupindex:
        return Span(*m.span("span"))
    whole = m.group()
    start = m.start() + len(whole) - len(whole.lstrip())
    end = m.end() - len(whole) + len(whole.rstrip())
    return Span(start, end) if start < end else Span(*m.span())


def found_in(pattern: str, text: str) -> bool:
    """Whether the pattern occurs; letter case counts only where the pattern says so, as in (?-i:[A-Z])."""
    return compiled(pattern).search(straight(text), timeout=TIMEOUT) is not None
