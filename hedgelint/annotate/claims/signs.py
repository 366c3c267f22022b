"""Words that show that somebody answers, or that nobody need be asked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from heapq import merge
from typing import NamedTuple

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.senses import SensedTerms
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span

ANSWERING, PASSAGES = "no-source-needed", "passage-signs"
_MANY = 3  # sentences with a sign of a kind that make a story one of that kind
_REACH = 2  # paragraphs on either side of its mention in which a study, or a kind of passage, holds
# Where one clause of a sentence ends and another begins, roughly.
_JOINT = pattern_of(
    r"[;:–—]| - |, (?:and|but|or|so|while|although|though|which|who|whose|where|when|as|because|after|before|since|with"
    r"|despite|according)\b| (?:but|while|although|whereas|because|which|who|that|after|before"
    r"|and (?=(?:the|an?|it|he|she|they|has|have|had|was|were|is|are|[a-z]+ed)\b))\b"
)


class Sign(NamedTuple):
    """`near`: it needs another of its kind near by that needs none."""

    span: Span
    kind: str
    near: bool


class SignFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        self._terms = {name: SensedTerms(lexicons, name) for name in (ANSWERING, PASSAGES)}

    def phrases(self) -> Mapping[str, Sequence[str]]:
        return {f"lexicon:{name}": terms.phrases() for name, terms in self._terms.items()}

    def find(self, text: str, hits: Mapping[str, Sequence[Hit]]) -> Iterator[Sign]:
        """In order."""
        return merge(*(_signs(text, terms, hits.get(f"lexicon:{name}", ())) for name, terms in self._terms.items()))


def _signs(text: str, terms: SensedTerms, hits: Sequence[Hit]) -> Iterator[Sign]:
    for hit, entry in terms.true_hits(text, hits):
        yield Sign(Span(hit.start, hit.end), str(entry["kind"]), bool(entry.get("near")))


class Surroundings:
    """In which parts of a story each kind of sign stands that needs no company."""

    def __init__(self) -> None:
        self._parts: dict[str, list[int]] = {}

    def add(self, part: int, signs: Sequence[Sign]) -> None:
        """Those of a sentence of the part; sentences come in order."""
        for kind in dict.fromkeys(sign.kind for sign in signs if not sign.near):
            self._parts.setdefault(kind, []).append(part)

    def near(self, kind: str, part: int) -> bool:
        """Whether such a sign stands within reach of the part, or so often that the story is of its kind."""
        parts = self._parts.get(kind, ())
        if len(parts) >= _MANY:
            return True
        i = bisect_left(parts, part - _REACH)
        return i < len(parts) and parts[i] <= part + _REACH


def clause(text: str, sentence: Span, at: int) -> Span:
    """The stretch of the sentence round the place, from joint to joint."""
    start, end = sentence
    for joint in _JOINT.finditer(text, *sentence):
        if joint.end() > at:
            return Span(start, joint.start())
        start = joint.end()
    return Span(start, end)
