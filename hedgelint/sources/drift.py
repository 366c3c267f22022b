"""Sentences of a story that are surer, or less sure, than the sentences of a source they were made from."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from hedgelint.annotate.certainty import Certainty, Statement, likeness, nearest
from hedgelint.annotate.certainty import stem as stem_of
from hedgelint.annotate.losses import Loss, lost, undenied
from hedgelint.annotate.sentences import SentenceSplitter
from hedgelint.annotate.story import Story
from hedgelint.document.parts import find_parts
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.sources.index import SourceIndex, place_of
from hedgelint.span import Span
from hedgelint.values import dataclass, replace
from hedgelint.verdict import Drift

_WORD = pattern_of(r"[^\W_]+(?:['’][^\W_]+)?")
_ALIKE = 0.7  # share of the shorter sentence's content words that the other must have
_NOT_BY_CHANCE = 0.3  # … and of the longer one's: a few words have too much in common with many


@dataclass(frozen=True, slots=True)
class Pair:
    """The source's statement that the story's was made from, and what the less sure of the two has."""

    source: Statement
    loss: Loss
    milder: bool = False


class DriftFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        self._certainty = Certainty(lexicons)
        self._splitter = SentenceSplitter(lexicons)

    def drifts(self, story: Story, sources: Sequence[SourceIndex]) -> Iterator[Drift]:
        """For sentences outside quotations, in the order of the story; only pairs of sentences that say the same."""
        text, quoted = story.document.text, story.quoted()
        told = sorted(span for said in story.attributions if said.cue_kind == "neutral" for span in said.content)
        mine = [
            (sentence, self._certainty.of(text, sentence.span))
            for sentence in story.sentences
            if not quoted.touches(sentence.span)
        ]
        if not mine:
            return
        theirs: list[tuple[Statement, SourceIndex]] = []
        by_stem: dict[str, list[int]] = defaultdict(list)
        near_enough = _Near(frozenset(stem for _, whole in mine for stem in whole.stems))
        for source in sources:
            said = source.document.text
            parts = tuple(part for part in find_parts(said) if near_enough(part.span.of(said)))
            for sentence in self._splitter.split(replace(source.document, parts=parts), ()):
                if not near_enough(sentence.span.of(said)):
                    continue
                statement = self._certainty.of(said, sentence.span)
                for stem in statement.stems:
                    by_stem[stem].append(len(theirs))
                theirs.append((statement, source))
        for sentence, whole in mine:
            near = sorted({n for stem in whole.stems if len(by_stem[stem]) < 40 for n in by_stem[stem]})
            for ours in (whole, *self._told(whole, text, told)):
                pair = compared(ours, [theirs[n][0] for n in near])
                if pair is not None:
                    source = next(theirs[n][1] for n in near if theirs[n][0] is pair.source)
                    place = place_of(source, pair.source.span, "", "the source")
                    yield Drift(sentence.span, pair.loss.kind, pair.loss.words, place, pair.milder)
                    break

    def _told(self, whole: Statement, text: str, told: Sequence[Span]) -> Iterator[Statement]:
        """What a sentence gives as somebody's words, without the “she said”, where all its doubts are in them."""
        for span in told[bisect_left(told, Span(whole.span.start, 0)) :]:
            if span.start >= whole.span.end:
                break
            statement = self._certainty.of(text, span)
            if span.end <= whole.span.end and (statement.open, statement.denials) == (whole.open, whole.denials):
                yield statement


class _Near:
    """Whether a text has two words or more, by their stems, in common with the story; else it says nothing it says."""

    def __init__(self, stems: frozenset[str]) -> None:
        self._stems = stems
        self._known: dict[str, str] = {}

    def __call__(self, text: str) -> bool:
        found: set[str] = set()
        for word in _WORD.findall(text.lower()):
            stem = self._known.get(word)
            if stem is None:
                stem = stem_of(word)
                self._known[word] = stem = stem if stem in self._stems else ""
            if stem:
                found.add(stem)
                if len(found) > 1:
                    return True
        return False


def compared(ours: Statement, theirs: Sequence[Statement]) -> Pair | None:
    """A statement of the story held against a source's; None where nothing says the same, or it is as sure."""
    theirs = [
        one for one in theirs if len(one.stems & ours.stems) >= _NOT_BY_CHANCE * max(len(one.stems), len(ours.stems))
    ]
    best = nearest(ours, theirs, _ALIKE)
    if best is None or best.denials != ours.denials:
        turned = undenied(ours, theirs)
        if best is None or turned:
            return Pair(*turned) if turned else None
    # Of two statements of the source the story may have taken the one that is as sure as itself.
    alike = [one for one in theirs if one is not best and likeness(ours, one) >= _ALIKE]
    gone = lost(ours, best)
    if gone is not None:
        least = likeness(ours, best)
        as_sure = (one for one in alike if likeness(ours, one) >= least and one.denials == ours.denials)
        return None if any(lost(ours, one) is None for one in as_sure) else Pair(best, gone)
    came = lost(best, ours, hedges=("hedge",))  # to name a speaker is no doubt
    if came is None or any(came.words in one.words for one in alike):
        return None
    return Pair(best, came, milder=True)
