"""A source read once: its words, who says them, and where every pair of words stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from hedgelint.document.model import Document
from hedgelint.sources.normalise import Normaliser, Words
from hedgelint.sources.speakers import Turns, read_turns

# Pairs as common as "of the" say nothing about the place; they are left out of the voting.
_COMMON = 64
_BUCKET = 5


@dataclass(frozen=True, slots=True)
class SourceIndex:
    document: Document
    words: Words
    turns: Turns
    pairs: dict[tuple[str, str], list[int]]

    def exact(self, forms: tuple[str, ...]) -> list[int]:
        """Positions (in words) at which these forms stand one after another; never inside a negated contraction."""
        n, own, spans = len(forms), self.words.forms, self.words.spans
        if n == 0:
            return []
        if n == 1:
            found = [i for i, form in enumerate(own) if form == forms[0]]
        else:
            rarest = min(range(n - 1), key=lambda i: len(self.pairs.get(forms[i : i + 2], ())))  # type: ignore[arg-type]
            places = self.pairs.get((forms[rarest], forms[rarest + 1]), ())
            found = [p - rarest for p in places if p >= rarest and own[p - rarest : p - rarest + n] == forms]
        return [p for p in found if not (p + n < len(own) and own[p + n] == "not" and spans[p + n] == spans[p + n - 1])]

    def windows(self, forms: tuple[str, ...], most: int = 3) -> list[tuple[int, int]]:
        """Likely places as ranges of words, the best first."""
        votes: defaultdict[int, float] = defaultdict(float)
        budget = 6000
        keys = {(a, b): i for i, (a, b) in reversed(list(enumerate(pairwise(forms))))}
        ranked = sorted((len(self.pairs[key]), i) for key, i in keys.items() if key in self.pairs)
        for count, i in ranked:
            if (count > _COMMON and votes) or budget < 0:
                break
            budget -= count
            for p in self.pairs[forms[i], forms[i + 1]][:2000]:
                votes[(p - i) >> _BUCKET] += 1.0 / (1 + count) ** 0.5
        scored = sorted(((v + votes.get(b + 1, 0.0), -b) for b, v in list(votes.items())), reverse=True)
        out: list[tuple[int, int]] = []
        for _, b in scored[: most * 2]:
            start = max(0, ((-b) << _BUCKET) - 30)
            end = min(len(self.words), start + 64 + 60 + len(forms))
            if all(abs(start - other) > 48 for other, _ in out):
                out.append((start, end))
        return out[:most]


def build_index(document: Document, normaliser: Normaliser) -> SourceIndex:
    turns = read_turns(document.text)
    words = normaliser.words(document.text, without=turns.furniture)
    pairs: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for i, key in enumerate(pairwise(words.forms)):
        pairs[key].append(i)
    return SourceIndex(document, words, turns, dict(pairs))
