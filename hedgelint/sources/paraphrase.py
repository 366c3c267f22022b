"""Numbers and names in what a story says that a source said, and that stand in no source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from hedgelint.annotate.story import Story
from hedgelint.patterns import pattern_of
from hedgelint.sources.index import SourceIndex
from hedgelint.sources.normalise import Normaliser
from hedgelint.sources.speaking import Claimed
from hedgelint.span import Span
from hedgelint.verdict import Change, Verdict

# Two capitalised words on end, the first of them not at the head of the statement.
_NAME = pattern_of(r"\b[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)+")
_FOUND = ("verbatim", "surface", "cut", "joined", "altered", "reordered")


def strange_figures(
    story: Story,
    sources: Sequence[SourceIndex],
    normaliser: Normaliser,
    verdicts: Sequence[Verdict],
    has_word: Callable[[str], bool] | None = None,
) -> Iterator[Verdict]:
    """In the paraphrases of those speakers of whom the sources have at least one quotation, or whom a source names at
    the head of a turn: others may have spoken where no source was given."""
    heard = {_speaker(story, verdict.quotation) for verdict in verdicts if verdict.kind in _FOUND} - {None}
    heard |= {k for k, one in enumerate(story.speakers) if any(Claimed.named(one.name).among(s) for s in sources)}
    text, quoted = story.document.text, story.quoted()
    known = has_word or {form for source in sources for form in source.places}.__contains__
    for said in story.attributions:
        if said.speaker is None or said.speaker not in heard:
            continue
        for content in said.content:
            words = normaliser.words(text, content.start, content.end, quoted)
            for k, form in enumerate(words.forms):
                if form.replace(".", "").isdigit() and len(form) > 1 and not known(form):
                    yield _verdict(text, words.span(k, k + 1), "number")
            for name in _NAME.finditer(text, content.start + 1, content.end):
                last = normaliser.words(text, *name.span()).forms[-1:]
                if quoted.at(name.start()) is None and last and not known(last[0]):
                    yield _verdict(text, Span(*name.span()), "name")


def _speaker(story: Story, quotation: int) -> int | None:
    number = story.quotations[quotation].attribution
    return None if number is None else story.attributions[number].speaker


def _verdict(text: str, span: Span, category: str) -> Verdict:
    change = Change("added", span.of(text), "", span, Span(0, 0), category)
    return Verdict(-1, span, "figure", 1, (change,))
