"""Names that are a letter or two from one that the house knows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Story
from hedgelint.checks.check import Match
from hedgelint.checks.names import near
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass

_CAPITAL = r"[A-Z][\w’'-]*(?:\.(?= [A-Z]))?"
_RUN = pattern_of(rf"{_CAPITAL}(?: (?:(?:de|van|von|der|den|al|bin|la) )*{_CAPITAL})+")
_POSSESSIVE = pattern_of(r"[’']s?\Z")
_SHORTEST = 4  # letters of a word that may differ; Tom Hale and Tim Hale are two people


@dataclass(frozen=True, slots=True)
class NameUnknown:
    """A full name that is not among the names of the house (`--names FILE`, or `names` in the settings), while one that
    is differs from it in one word only, by one letter put in, left out, changed or swapped, or by two. {prefer} is the
    name that the house knows. Without such a list there is nothing to find.
    """

    kind: ClassVar[str] = "name-unknown"
    keys: ClassVar[Mapping[str, str]] = {}
    required: ClassVar[tuple[tuple[str, ...], ...]] = ()

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        return cls()

    def fields(self) -> Collection[str]:
        return ("prefer",)

    @property
    def waits(self) -> tuple[str, ...]:
        return ("names",)

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        if not story.names:
            return
        known, with_gap = _index(story.names)
        for run in _RUN.finditer(story.document.text):
            words = tuple(_POSSESSIVE.sub("", word) for word in run.group().split())
            for first, last in _stretches(len(words)):
                name = words[first:last]
                if name in known:
                    break
                like = _like(name, with_gap)
                if like is not None:
                    yield Match(_place(run.start(), run.group().split(), first, last), {"prefer": " ".join(like)})
                    break


_Words = tuple[str, ...]


def _place(start: int, words: Sequence[str], first: int, last: int) -> Span:
    """Of some words of a run, without the ’s of the last."""
    at = start + sum(len(word) + 1 for word in words[:first])
    length = sum(len(word) + 1 for word in words[first : last - 1]) + len(_POSSESSIVE.sub("", words[last - 1]))
    return Span(at, at + length)


@lru_cache(maxsize=8)
def _index(names: Sequence[str]) -> tuple[frozenset[_Words], Mapping[tuple[int, int, _Words], Sequence[_Words]]]:
    """All names, and the names by what is left of them without one of their words."""
    known = frozenset(words for name in names if len(words := tuple(name.replace("'", "’").split())) > 1)
    with_gap: dict[tuple[int, int, _Words], list[_Words]] = {}
    for words in sorted(known):
        for i in range(len(words)):
            with_gap.setdefault((len(words), i, words[:i] + words[i + 1 :]), []).append(words)
    return known, with_gap


def _stretches(size: int) -> Iterator[tuple[int, int]]:
    """From the longest; “Council Leader Ida Brandt” holds “Ida Brandt”."""
    for length in range(min(size, 5), 1, -1):
        for first in range(size - length + 1):
            yield first, first + length


def _like(name: _Words, with_gap: Mapping[tuple[int, int, _Words], Sequence[_Words]]) -> _Words | None:
    for i, word in enumerate(name):
        for other in with_gap.get((len(name), i, name[:i] + name[i + 1 :]), ()):
            if min(len(word), len(other[i])) >= _SHORTEST and _two_near(word, other[i]):
                return other
    return None


def _two_near(one: str, other: str) -> bool:
    """One change apart, or two where the words are long enough for it to be a slip."""
    if near(one, other):
        return True
    if min(len(one), len(other)) < 2 * _SHORTEST or abs(len(one) - len(other)) > 2:
        return False
    gone = {one[:i] + one[i + 1 :] for i in range(len(one))}
    return any(near(short, other) or short == other for short in gone) or any(
        near(one, other[:i] + other[i + 1 :]) for i in range(len(other))
    )
