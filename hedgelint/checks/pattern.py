from __future__ import annotations

import re
import warnings
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit, straight
from hedgelint.annotate.story import Story
from hedgelint.annotate.watch import Watch, stoppable
from hedgelint.checks.check import Match, demand
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import KEPT
from hedgelint.span import Span
from hedgelint.values import dataclass

if TYPE_CHECKING:
    import regex

CASES = ("sensitive", "insensitive")


@lru_cache(maxsize=1024)
def compiled(pattern: str, sensitive: bool = False) -> regex.Pattern[str]:
    """Compiled when first used: most patterns never meet their `needs`. Raises ValueError if it is no pattern."""
    return stoppable(pattern, sensitive)


@lru_cache(maxsize=1024)
def _own(pattern: str, sensitive: bool = False) -> re.Pattern[str] | None:
    """A pattern of hedgelint's own rules, by `re` where that understands it: it is there already, faster to compile,
    and kept compiled. Its time has no limit, which is for a house's slips: hedgelint's own are held to be linear."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # `re` warns of what `regex` would read otherwise
        try:
            return KEPT.compile(pattern, re.NOFLAG if sensitive else re.IGNORECASE)
        except (re.error, Warning):
            return None


def matches(
    pattern: str, text: str, stretch: Span, watch: Watch, *, sensitive: bool = False, own: bool = False
) -> list[Any]:
    """The matches in a stretch of the text, of `re` or of `regex`. Raises TimeoutError where a pattern backtracks
    without end."""
    if own and (plain := _own(pattern, sensitive)) is not None:
        return list(plain.finditer(text, *stretch))
    return watch.over(partial(_all, compiled(pattern, sensitive), text, stretch))


def _all(pattern: regex.Pattern[str], text: str, stretch: Span, timeout: float) -> list[regex.Match[str]]:
    return list(pattern.finditer(text, *stretch, timeout=timeout))


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
    own: bool = False  # of a rule that comes with hedgelint
    parts: frozenset[str] | None = None  # the kinds that are in the rule's scope: in others nobody asks

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        demand(("case",), keys.get("case", "insensitive"), CASES, "case")
        sensitive = keys.get("case") == "sensitive"
        own, parts = keys.get("own", False), parts_of(keys)
        return cls(tuple(keys["pattern"]), tuple(keys.get("needs", ())), sensitive, own, parts)

    def fields(self) -> Collection[str]:
        return {name for pattern in self.patterns for name in compiled(pattern).groupindex}

    @property
    def waits(self) -> tuple[str, ...]:
        return ("hits",) if self.needs else ()

    def phrases(self) -> Sequence[str]:
        return self.needs

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        """Raises TimeoutError where the patterns backtrack without end, or take longer than a story is worth."""
        text, at = story.document.text, 0
        needed = [hit.start for hit in hits] if self.needs else []
        if self.needs and not needed:
            return
        watch = Watch.of(text)
        for part in story.document.parts:
            if self.parts is not None and part.kind not in self.parts:
                continue
            if self.needs:
                at = bisect_left(needed, part.span.start, at)
                if at == len(needed):
                    return
                if needed[at] >= part.span.end:
                    continue
            for pattern in self.patterns:
                for m in matches(pattern, text, part.span, watch, sensitive=self.sensitive, own=self.own):
                    span = place_of(m)
                    if span.start < span.end:
                        yield Match(span, {k: v for k, v in m.groupdict().items() if v})


def parts_of(keys: Mapping[str, Any]) -> frozenset[str] | None:
    """The kinds of parts that a rule's scope asks for; None where a check stands for itself."""
    return frozenset(keys["parts"]) if "parts" in keys else None


def place_of(m: Any) -> Span:
    """The group `span`; else the whole, without blanks at its ends unless it is nothing else."""
    if "span" in m.re.groupindex:
        return Span(*m.span("span"))
    whole = m.group()
    start = m.start() + len(whole) - len(whole.lstrip())
    end = m.end() - len(whole) + len(whole.rstrip())
    return Span(start, end) if start < end else Span(*m.span())


def any_in(patterns: Iterable[str], text: str, watch: Watch, own: bool = False) -> bool:
    """Whether one of the patterns occurs; letter case counts only where the pattern says so, as in (?-i:[A-Z]). Raises
    TimeoutError."""
    flat = straight(text)
    return any(_occurs(pattern, flat, watch, own) for pattern in patterns)


def found_in(pattern: str, text: str, watch: Watch, own: bool = False) -> bool:
    """As `any_in`, of one."""
    return _occurs(pattern, straight(text), watch, own)


def _occurs(pattern: str, flat: str, watch: Watch, own: bool) -> bool:
    if own and (plain := _own(pattern)) is not None:
        return plain.search(flat) is not None
    found = compiled(pattern)
    return watch.over(lambda left: found.search(flat, timeout=left)) is not None
