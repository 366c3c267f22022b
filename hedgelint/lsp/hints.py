"""Who answers for words, written behind them where the sentence itself does not say."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import InlayHint

from hedgelint.annotate.story import Story
from hedgelint.lsp.looked import Looked
from hedgelint.report.text import visible
from hedgelint.span import Span
from hedgelint.summary.voices import owner_of

SHOWN = ("unclear", "all", "off")


def hints_in(looked: Looked, stretch: Span, shown: str) -> list[InlayHint]:
    """`shown` is one of SHOWN: unclear is where a pronoun stands for the source, or nothing does."""
    hints = []
    for story, _ in looked.seen if shown != "off" else ():
        for place, words, tip in _hints(story, shown):
            end = story.document.map.source(place).end
            if stretch.start <= end <= stretch.end:
                hints.append(InlayHint(looked.positions.at(end), f"— {words}", tooltip=tip, padding_left=True))
    hints.sort(key=lambda hint: (hint.position.line, hint.position.character))
    return hints


def _hints(story: Story, shown: str) -> Iterator[tuple[Span, str, str]]:
    quoting: dict[int, Span] = {}
    for quotation in story.quotations:
        if quotation.attribution is not None and quotation.depth == 0:
            quoting[quotation.attribution] = quotation.span
        elif quotation.attribution is None and quotation.kind == "full" and not quotation.continues:
            yield quotation.span, "nobody?", "Nobody is seen to say this."
    text = story.document.text
    for number, said in enumerate(story.attributions):
        span = quoting.get(number) or max(said.content, default=None)
        if span is None or span.end <= span.start or (shown == "unclear" and not _unclear(story, number)):
            continue
        owner = visible(owner_of(story, number))
        if owner.lower() in ("nobody named", said.named(text).lower()) and shown == "unclear":
            continue
        yield span, owner, "Who says this." if number in quoting else "Who answers for this."


def _unclear(story: Story, number: int) -> bool:
    said = story.attributions[number]
    return not said.source or said.source_kind in ("pronoun", "none")
