"""The sources of a story and what each says, for an editor's outline."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol.types import DocumentSymbol, Location, SymbolInformation, SymbolKind

from hedgelint.annotate.story import Story
from hedgelint.lsp.looked import Looked
from hedgelint.report.text import visible
from hedgelint.span import Span
from hedgelint.summary.voices import Voice, owner_of, voices_of

_LONGEST = 80  # code points of what is said


def symbols_of(looked: Looked) -> list[DocumentSymbol]:
    """One a source, in the order in which they come; below each what it says."""
    out = []
    for story, _ in looked.seen:
        says: dict[str, list[Span]] = {}
        for number, said in enumerate(story.attributions):
            says.setdefault(owner_of(story, number), []).extend(span for span in said.content if span.end > span.start)
        voices = voices_of(story)
        for voice in sorted(voices.voices, key=lambda one: one.first):
            share = f"{voices.share(voice.words):.0%} of the words"
            out.append(_symbol(looked, story, voice, sorted(says.get(voice.name, ())), share))
    return out


def flat(looked: Looked, symbols: Sequence[DocumentSymbol]) -> list[SymbolInformation]:
    """The same for an editor whose outline has no levels."""
    out = []
    for one in symbols:
        out.append(SymbolInformation(Location(looked.uri, one.selection_range), one.name, one.kind))
        for said in one.children or ():
            out.append(
                SymbolInformation(Location(looked.uri, said.range), said.name, said.kind, container_name=one.name)
            )
    return out


def _symbol(looked: Looked, story: Story, voice: Voice, says: Sequence[Span], share: str) -> DocumentSymbol:
    positions, text = looked.positions, story.document.text
    places = [story.document.map.source(span) for span in says]
    first = Span(voice.first.offset, voice.first.offset + 1)
    every = (first, *places)
    whole = Span(min(span.start for span in every), max(span.end for span in every))
    children = [
        DocumentSymbol(_short(span.of(text)), SymbolKind.String, positions.range(place), positions.range(place))
        for span, place in zip(says, places, strict=True)
    ]
    name, detail = _short(voice.name) or "nobody named", f"{voice.kind}, {share}"
    return DocumentSymbol(
        name, SymbolKind.Object, positions.range(whole), positions.range(first), detail, children=children
    )


def _short(words: str) -> str:
    words = " ".join(visible(words).split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
