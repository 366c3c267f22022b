from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import MARK_FAULTS, Story
from hedgelint.checks.check import Match, demand
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span
from hedgelint.values import dataclass

_RELATED = {
    "unclosed": "the paragraph ends here and no mark has closed it",
    "unopened": "nothing before this opens it",
    "lost": "this tells who said it",
    "reversed": "its partner",
    "nested": "the quotation it stands in opens here",
    "mixed": "the story's other marks look like this",
}

_LONG_WORD = 40  # letters
_TAG = 3  # letters between a quotation and the verb that tells who said it


@dataclass(frozen=True, slots=True)
class Balance:
    """Quotation marks that do not match: the faults are those the annotator of quotations found."""

    kind: ClassVar[str] = "balance"
    keys: ClassVar[Mapping[str, str]] = {"faults": "strings"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("faults",),)
    faults: tuple[str, ...]

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        demand(("faults",), keys["faults"], MARK_FAULTS, "fault")
        return cls(tuple(keys["faults"]))

    def fields(self) -> Collection[str]:
        return ()

    @property
    def waits(self) -> tuple[str, ...]:
        return () if "unclosed" in self.faults else ("faults",)

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        for fault in story.faults:
            if fault.kind in self.faults:
                related: tuple[tuple[str, Span], ...] = ()
                if fault.related:
                    related = ((_RELATED[fault.kind], _shown(fault.related, story)),)
                if fault.kind == "unopened" and not related:
                    related = _may_begin(story, fault.span)
                again = tuple(("and here", other) for other in fault.others)
                yield Match(fault.span, related=(*related, *again), edits=fault.edits)
        if "unclosed" in self.faults:
            yield from _left_open(story)


def _shown(place: Span, story: Story) -> Span:
    """The place; where it holds nothing, which nobody would see, the word that it stands behind."""
    if place.start < place.end:
        return place
    words = story.document.text[max(0, place.end - _LONG_WORD) : place.end].split()
    return Span(place.end - len(words[-1]), place.end) if words else place


def _may_begin(story: Story, mark: Span) -> tuple[tuple[str, Span], ...]:
    """The first word of the paragraph of a mark that nothing opens, where it is not of the same sentence."""
    sentence = story.sentence_at(mark.start)
    if sentence is None:
        return ()
    start = story.document.parts[sentence.part].span.start
    words = story.document.text[start : min(start + _LONG_WORD, mark.start)].split(maxsplit=1)
    return (
        (("the words may begin here", Span(start, start + len(words[0]))),)
        if words and start < sentence.span.start
        else ()
    )


def _left_open(story: Story) -> Iterator[Match]:
    """A quotation that seems to run on into the next paragraph, where somebody else is quoted."""
    outer = [quotation for quotation in story.quotations if not quotation.depth]
    for one, other in pairwise(outer):
        if not one.continues or one.attribution is None or other.attribution is None:
            continue
        ours, theirs = story.attributions[one.attribution], story.attributions[other.attribution]
        if (
            ours.source_kind == theirs.source_kind == "named"
            and None not in (ours.speaker, theirs.speaker)
            and ours.speaker != theirs.speaker
            and any(other.span.end <= cue.start <= other.span.end + _TAG for cue in theirs.cue)
        ):
            mark = Span(one.span.start, one.inner.start)
            yield Match(mark, related=(("here somebody else is quoted", other.span),))
