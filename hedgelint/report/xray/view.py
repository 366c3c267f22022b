"""A story cut into runs of words of which all the same is to be shown."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice, pairwise

from hedgelint.annotate.story import Story
from hedgelint.document.model import Part
from hedgelint.finding import Finding
from hedgelint.span import Span
from hedgelint.values import dataclass, replace

# Who answers, in the four ways that a reader can weigh.
ANSWERS = {
    "named": "named",
    "pronoun": "named",
    "role": "office",
    "group": "office",
    "document": "document",
    "anonymous": "nameless",
    "vague": "nameless",
    "none": "nameless",
}


@dataclass(frozen=True, slots=True)
class Run:
    """`layers` are names of classes of the page; `voice` numbers who answers for the words, -1 for nobody; `findings`
    are numbers of findings that stand here, of which `opens` begin and `closes` end here; `title` is what to tell of
    the words."""

    text: str
    layers: tuple[str, ...] = ()
    voice: int = -1
    findings: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    kind: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class _Layer:
    span: Span
    name: str = ""
    voice: int = -1
    finding: int = -1
    title: str = ""


def blocks(story: Story, findings: Sequence[Finding], voice_of: Sequence[int]) -> tuple[Block, ...]:
    """One block a part of the document. `voice_of` gives the number of the voice of each attribution."""
    every = (*_said(story, voice_of), *_words(story), *_found(story, findings))
    layers = sorted(
        every,
        key=lambda one: (one.span.start, -one.span.end),
    )
    out: list[Block] = []
    first = 0
    for part in sorted(story.document.parts, key=lambda part: part.span):
        while first < len(layers) and layers[first].span.end <= part.span.start:
            first += 1
        here = []
        for layer in islice(layers, first, None):
            if layer.span.start >= part.span.end:
                break
            if layer.span.end > part.span.start:
                here.append(layer)
        out.append(Block(part.kind, tuple(_runs(story.document.text, part, here))))
    return tuple(out)


def _runs(text: str, part: Part, layers: Sequence[_Layer]) -> Iterator[Run]:
    first, last = part.span
    clipped = [replace(one, span=Span(max(first, one.span.start), min(last, one.span.end))) for one in layers]
    cuts = {*part.span, *(place for layer in clipped for place in layer.span)}
    over: list[_Layer] = []
    met = 0
    for start, end in pairwise(sorted(cuts)):
        begun = met
        while met < len(clipped) and clipped[met].span.start <= start:
            met += 1
        over = [layer for layer in (*over, *clipped[begun:met]) if end <= layer.span.end]
        voices = [layer.voice for layer in over if layer.voice >= 0]
        found = [layer for layer in over if layer.finding >= 0]
        yield Run(
            text[start:end],
            tuple(dict.fromkeys(name for layer in over for name in _names(layer, start))),
            voices[0] if voices else -1,
            tuple(layer.finding for layer in found),
            tuple(layer.finding for layer in found if layer.span.start == start),
            tuple(layer.finding for layer in found if layer.span.end == end),
            "; ".join(dict.fromkeys(layer.title for layer in over if layer.title)),
        )


def _names(layer: _Layer, start: int) -> Iterator[str]:
    if layer.name:
        yield layer.name
    if layer.name == "claim" and layer.span.start == start:
        yield "claim-begins"


def _said(story: Story, voice_of: Sequence[int]) -> Iterator[_Layer]:
    text = story.document.text
    for number, said in enumerate(story.attributions):
        answer, name = ANSWERS[said.source_kind], said.named(text) or "nobody named"
        for span in said.content:
            yield _Layer(span, f"said-{answer}", voice_of[number], title=name)
        for span in said.source:
            yield _Layer(span, "source")
        for span in said.cue:
            yield _Layer(span, "cue")
    for quotation in story.quotations:
        owner = quotation.attribution
        yield _Layer(quotation.span, "quotation", -1 if owner is None else voice_of[owner])


def _words(story: Story) -> Iterator[_Layer]:
    for word in story.confidence:
        if word.kind in ("hedge", "booster"):
            bands = ", ".join(f"{scale} {low}–{high} %" for scale, (low, high) in word.bands.items())
            yield _Layer(word.span, word.kind, title=bands)
    for judged in story.loaded:
        if not judged.quoted:
            yield _Layer(judged.span, "loaded")
    for claim in story.claims:
        if not (claim.attributed or claim.on_record or claim.answer):
            yield _Layer(claim.span, "claim", title=f"wants a source: {', '.join(claim.reasons)}")


def _found(story: Story, findings: Sequence[Finding]) -> Iterator[_Layer]:
    """Findings have places in the file; the prose of a part runs in the order of the file, so that both ends can be
    looked for in it."""
    document = story.document
    reach = sorted((document.map.source(part.span), number) for number, part in enumerate(document.parts))
    # The longest reach so far: from the first part whose is beyond a place, parts may hold it.
    beyond = list(accumulate((span.end for span, _ in reach), max))
    for number, finding in enumerate(findings):
        start, end = finding.start.offset, max(finding.end.offset, finding.start.offset + 1)
        for (first, last), at in reach[bisect_right(beyond, start) :]:
            if first >= end:
                break
            if start < last:
                part = document.parts[at]
                prose = range(part.span.start, part.span.end)
                a = bisect_left(prose, start, key=lambda at: document.map.source(Span(at, at + 1)).start)
                b = bisect_left(prose, end, key=lambda at: document.map.source(Span(at, at + 1)).start)
                span = Span(part.span.start + a, max(part.span.start + b, part.span.start + a + 1))
                yield _Layer(span, f"finding {finding.severity}", finding=number)
