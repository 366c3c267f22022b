"""A story with its annotations, for a person: in colour, or with brackets where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hedgelint.annotate.story import Story
from hedgelint.report.text import visible
from hedgelint.span import Span

# From the outermost to the innermost, as they are nested when they cover the same words.
LABELS = ("claim", "content", "quotation", "source", "cue", "confidence", "loaded")


def as_marked(story: Story, paint: Callable[[str, str], str] | None) -> Iterator[str]:
    """The story's lines. `paint(words, label)` colours a stretch by its innermost label; None writes [label words]."""
    text = story.document.text
    marks = sorted(_marks(story), key=lambda mark: (mark[0].start, -mark[0].end, LABELS.index(mark[1])))
    out: list[str] = []
    at = 0
    opened: list[tuple[int, str]] = []

    def until(place: int) -> None:
        nonlocal at
        while opened and opened[-1][0] <= place:
            end, label = opened.pop()
            _write(text[at:end], [*opened, (end, label)], paint, out)
            at = end
            if paint is None:
                out.append("]")
        _write(text[at:place], opened, paint, out)
        at = place

    for span, label in marks:
        until(span.start)
        end = min([span.end, *(end for end, _ in opened)])
        opened.append((end, label))
        if paint is None:
            out.append(f"[{label} ")
    until(len(text))
    yield from "".join(out).rstrip("\n").split("\n")


def _write(words: str, opened: list[tuple[int, str]], paint: Callable[[str, str], str] | None, out: list[str]) -> None:
    for number, line in enumerate(words.split("\n")):
        if number:
            out.append("\n")
        if line:
            shown = visible(line)
            out.append(paint(shown, opened[-1][1]) if paint and opened else shown)


def _marks(story: Story) -> Iterator[tuple[Span, str]]:
    for said in story.attributions:
        for label, spans in (("source", said.source), ("cue", said.cue), ("content", said.content)):
            for span in spans:
                yield span, label
    for quotation in story.quotations:
        if quotation.attribution is None:
            yield quotation.span, "quotation"
    for word in story.confidence:
        yield word.span, "confidence"
    for judged in story.loaded:
        yield judged.span, "loaded"
    for claim in story.claims:
        if not (claim.attributed or claim.on_record):
            yield claim.span, "claim"
