"""Who speaks in a story, and how much of it each of them carries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hedgelint.annotate.story import Story
from hedgelint.document.model import PROSE_PARTS
from hedgelint.finding import Place
from hedgelint.patterns import pattern_of
from hedgelint.span import Span, SpanSet
from hedgelint.values import dataclass

_WORD = pattern_of(r"\w[\w’'-]*")
_THEMSELVES = ("i", "we", "you")
_NOBODY = "nobody named"


@dataclass(frozen=True, slots=True)
class Voice:
    """One source. `first` is where the story first attributes something to it; `words` counts those it answers for,
    each word of the story for one source only: the one the reporter names, not the one whom that one names."""

    name: str
    kind: str
    first: Place
    quotations: int
    paraphrases: int
    words: int


@dataclass(frozen=True, slots=True)
class Voices:
    """`words` counts the story's prose; `unanswered` those of them that nobody answers for."""

    path: str
    words: int
    unanswered: int
    voices: tuple[Voice, ...]

    def share(self, words: int) -> float:
        return words / self.words if self.words else 0.0


def voices_of(story: Story) -> Voices:
    """In the order of the share they carry, then of the story."""
    text = story.document.text
    owners = [owner_of(story, number) for number in range(len(story.attributions))]
    pieces = sorted(_pieces(story), key=lambda piece: (piece[0].start, -piece[0].end))
    counts: dict[str, int] = {}
    words = unanswered = 0
    at, reach, owner = 0, -1, ""
    spoken = SpanSet(story.turns)
    for part in story.document.parts:
        for word in _WORD.finditer(text, *part.span) if part.kind in PROSE_PARTS else ():
            words += 1
            while at < len(pieces) and pieces[at][0].start <= word.start():
                span, number = pieces[at]
                if reach <= word.start() and span.end > word.start():
                    reach, owner = span.end, owners[number]
                at += 1
            if reach > word.start():
                counts[owner] = counts.get(owner, 0) + 1
            elif not spoken.touches(Span(*word.span())):  # Q and A are somebody, though unnamed
                unanswered += 1
    found = []
    for name in dict.fromkeys(owners):
        mine = [number for number, own in enumerate(owners) if own == name]
        if name.lower() in _THEMSELVES and all(spoken.touches(c) for n in mine for c in story.attributions[n].cue):
            continue  # “I think”, said in an answer, is no further source
        quoted = {
            q.attribution for q in story.quotations if q.attribution is not None and q.kind in ("full", "partial")
        }
        first = story.attributions[mine[0]]
        place = min((*first.source, *first.cue, *first.content), key=lambda span: span.start, default=Span(0, 0))
        if first.speaker is not None:
            place = min(place, story.speakers[first.speaker].first)
        start, _ = story.document.map.source(place)
        quotations = sum(number in quoted for number in mine)
        found.append(
            Voice(
                name,
                _kind(story, mine),
                story.document.lines.place(start),
                quotations,
                len(mine) - quotations,
                counts.get(name, 0),
            )
        )
    found.sort(key=lambda voice: (-voice.words, voice.first))
    return Voices(story.document.path, words, unanswered, tuple(found))


def _pieces(story: Story) -> Iterator[tuple[Span, int]]:
    for number, said in enumerate(story.attributions):
        for span in said.content:
            yield span, number
    for quotation in story.quotations:
        if quotation.attribution is not None:
            yield quotation.span, quotation.attribution


def owner_of(story: Story, number: int) -> str:
    """The name of the voice that answers for an attribution."""
    said = story.attributions[number]
    if said.speaker is not None:
        return story.speakers[said.speaker].name
    words = said.named(story.document.text)
    if words == "who":  # tenants who fear for their homes
        before = story.document.text[max(0, said.source[0].start - 40) : said.source[0].start].rstrip(" ,\n").split()
        words = " ".join((*before[-1:], words))
    return words or _NOBODY


def _kind(story: Story, mine: Sequence[int]) -> str:
    speaker = story.attributions[mine[0]].speaker
    return story.attributions[mine[0]].source_kind if speaker is None else story.speakers[speaker].kind
