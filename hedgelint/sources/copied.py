"""A source's own words in the story's voice: outside quotation marks, and given to nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hedgelint.annotate.story import Story
from hedgelint.document.model import PROSE_PARTS
from hedgelint.patterns import pattern_of
from hedgelint.sources.index import SourceIndex, place_of
from hedgelint.sources.normalise import Normaliser, Words, blanked
from hedgelint.span import SpanSet
from hedgelint.verdict import Verdict

_STOP = pattern_of(r"[.?!]")
_LEAST = 12  # words on end that are nobody's by chance
_SEED = 6  # words that are looked for first
_GAP = 3  # code points between two words that follow one another


def copied(story: Story, sources: Sequence[SourceIndex], normaliser: Normaliser) -> Iterator[Verdict]:
    """One verdict a stretch, in the order of the story; the source that has most of it."""
    text = story.document.text
    others = SpanSet(sentence.span for sentence in story.sentences if sentence.attributed)
    own = blanked(text, 0, story.quoted() | story.said() | others)
    for part in story.document.parts:
        if part.kind not in PROSE_PARTS or part.kind in ("headline", "blockquote", "table"):
            continue
        words = normaliser.words(own, *part.span)
        at = 0
        while at + _LEAST <= len(words):
            stretches = (
                (end - start, -number, start, end, place)
                for number, source in enumerate(sources)
                for start, end, place in _at(own, words, source, at)
            )
            found = max(stretches, default=None)
            if found is None:
                at += _SEED
                continue
            size, less, start, end, place = found
            source = sources[-less]
            span = source.words.span(place, place + size)
            yield Verdict(
                -1,
                words.span(start, end),
                "copied",
                size,
                path=source.document.path,
                source_span=span,
                place=place_of(source, span, "", "the source"),
            )
            at = end


def _at(own: str, words: Words, source: SourceIndex, at: int) -> Iterator[tuple[int, int, int]]:
    """Stretches round the words [at, at + _SEED) that the source has too, and where they begin in it."""
    forms, theirs = words.forms, source.words.forms

    def follows(word: int, place: int) -> bool:
        """Whether two words follow one another alike: not over a gap, nor over a full stop that one side has."""
        between = own[words.ends[word - 1] : words.starts[word]]
        if len(between) > _GAP:
            return False
        return (_STOP.search(between) is None) == (_STOP.search(source.between(place)) is None)

    for place in source.exact(forms[at : at + _SEED])[:20]:
        if not all(follows(at + k, place + k) for k in range(1, _SEED)):
            continue
        start, first = at, place
        while start and first and forms[start - 1] == theirs[first - 1] and follows(start, first):
            start, first = start - 1, first - 1
        end, last = at + _SEED, place + _SEED
        while end < len(forms) and last < len(theirs) and forms[end] == theirs[last] and follows(end, last):
            end, last = end + 1, last + 1
        if end - start >= _LEAST:
            yield start, end, first
