"""A source read once: its words, who says them, and where each of them stands."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hedgelint.document.model import Document
from hedgelint.finding import Related
from hedgelint.patterns import pattern_of
from hedgelint.sources.normalise import Normaliser, Words
from hedgelint.sources.standing import standing
from hedgelint.sources.transcript import Transcript
from hedgelint.span import Span
from hedgelint.values import dataclass, field

# Pairs as common as "of the" say nothing about the place; they are left out of the voting.
_COMMON = 64
_BUCKET = 5
_BEFORE, _BEHIND = 12, 60  # words that are looked at round where a quotation seems to stand
_NAME = pattern_of(r"[^\W\d_][\w'’\-]*")
_OFTEN = 64  # places of the same words that are kept for those who ask again
_PATIENCE = 8  # words compared for each word of both sides, where only the rarest is looked up
_LONGEST = 4000  # places of a word that are looked at where nothing rarer is at hand


@dataclass(frozen=True, slots=True)
class SourceIndex:
    """`places` gives the positions of every form; `starts` is where each turn begins, in code points; `names` are the
    speakers, each with the words of the name."""

    transcript: Transcript
    words: Words
    places: dict[str, list[int]]
    starts: tuple[int, ...] = ()
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    _exact: dict[tuple[str, ...], list[int]] = field(default_factory=dict, init=False, compare=False)  # of common words

    @property
    def document(self) -> Document:
        return self.transcript.document

    def turn_of(self, word: int) -> int:
        """The number of the turn a word stands in, -1 before the first."""
        return bisect_right(self.starts, self.words.starts[word]) - 1

    def in_one_turn(self, word: int, other: int) -> bool:
        """Whether nobody else begins to speak between two words; the sentences of a story run on through its marks."""
        return self.transcript.kind == "story" or self.turn_of(word) == self.turn_of(other)

    def between(self, word: int) -> str:
        """What stands between a word and the one before it; empty where they are of one place (can|not)."""
        if not 0 < word < len(self.words):
            return "\n"
        return self.document.text[self.words.ends[word - 1] : self.words.starts[word]]

    def text(self, span: Span) -> str:
        return " ".join(span.of(self.document.text).split())

    def exact(self, forms: Sequence[str]) -> list[int]:
        """Positions (in words) at which these forms stand one after another; never inside a negated contraction."""
        if not forms:
            return []
        key = tuple(forms)
        found = self._exact.get(key)
        if found is None:
            found = self._looked_for(key)
            if len(found) >= _OFTEN:
                self._exact[key] = found
        return found

    def _looked_for(self, wanted: tuple[str, ...]) -> list[int]:
        n, own = len(wanted), self.words.forms
        lists = [self.places.get(form, ()) for form in wanted]
        rarest = min(range(n), key=lambda i: len(lists[i]))
        likely = [p - rarest for p in lists[rarest] if p >= rarest]
        if len(likely) * n > _PATIENCE * (n + len(own)):
            found = list(standing(wanted, own))
        else:
            same = list(wanted)
            found = [p for p in likely if own[p : p + n] == same]
        return [p for p in found if not self.split_negation(p + n)]

    def split_negation(self, end: int) -> bool:
        """Whether a cut before this word would part “not” from the contraction it is written in."""
        words = self.words
        return 0 < end < len(words) and words.forms[end] == "not" and words.starts[end] == words.starts[end - 1]

    def windows(self, forms: Sequence[str], most: int = 3) -> list[tuple[int, int]]:
        """Likely places as ranges of words, the best first."""
        votes: defaultdict[int, float] = defaultdict(float)
        edges: dict[int, tuple[int, int]] = {}
        for weight, places in self._pairs(forms):
            for at in places:
                bucket = at >> _BUCKET
                votes[bucket] += weight
                low, high = edges.get(bucket, (at, at))
                edges[bucket] = (min(low, at), max(high, at))
        scored = sorted(((v + votes.get(n + 1, 0.0), -n) for n, v in list(votes.items())), reverse=True)
        out: list[tuple[int, int]] = []
        for _, less in scored[: most * 2]:
            low, high = edges[-less]
            high = max(high, edges.get(1 - less, (0, 0))[1])
            start = max(0, low - _BEFORE)
            end = min(len(self.words), high + len(forms) + _BEHIND)
            if all(abs(start - other) > 48 for other, _ in out):
                out.append((start, end))
        return out[:most]

    def _pairs(self, forms: Sequence[str]) -> Iterator[tuple[float, list[int]]]:
        """For pairs of words that stand together in the source too, the rarest first: what they weigh, and where the
        quotation would begin."""
        own = self.words.forms
        keys = {pair: i for i, pair in reversed(list(enumerate(pairwise(forms))))}
        counted = [(min(len(self.places.get(a, ())), len(self.places.get(b, ()))), i) for (a, b), i in keys.items()]
        seen = False
        for count, i in sorted(counted):
            if not count:
                continue
            if (count > 8 * _COMMON and seen) or count > _LONGEST:
                break
            first, second = self.places[forms[i]], self.places[forms[i + 1]]
            if len(first) <= len(second):
                here = [p - i for p in first if own[p + 1 : p + 2] == [forms[i + 1]]]
            else:
                here = [p - 1 - i for p in second if p and own[p - 1] == forms[i]]
            if here and (len(here) <= _COMMON or not seen):
                seen = True
                yield 1.0 / (1 + len(here)) ** 0.5, here[:2000]
        if not seen:
            yield from self._rare_words(forms)

    def _rare_words(self, forms: Sequence[str]) -> Iterator[tuple[float, list[int]]]:
        """Where no two words stand together as in the quotation: words that are rare."""
        for i, form in enumerate(forms):
            places = self.places.get(form, ())
            if 0 < len(places) <= 20:
                yield 1.0 / len(places), [p - i for p in places]


def build_index(transcript: Transcript, normaliser: Normaliser) -> SourceIndex:
    words = normaliser.words(transcript.document.text)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, form in enumerate(words.forms):
        places[form].append(i)
    starts = tuple(turn.start for turn in transcript.turns)
    names = tuple((name, tuple(_NAME.findall(name))) for name in transcript.names)
    return SourceIndex(transcript, words, dict(places), starts, names)


def place_of(source: SourceIndex, span: Span, speaker: str, what: str = "what the source has") -> Related:
    """A place in a source as an editor finds it again: line and column of the file, and the time or the page."""
    back = source.document.map.source(span)
    lines = source.document.lines
    mark = source.transcript.mark_at(span.start)
    return Related(
        f"{speaker}: {what}" if speaker else what,
        source.document.path,
        lines.place(back.start),
        lines.place(back.end),
        source.text(span),
        mark,
        source.document.places,
    )
