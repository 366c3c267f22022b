"""Block quotations: whose words they are is said before them."""

from __future__ import annotations

from collections.abc import Sequence

from hedgelint.annotate.story import Attribution
from hedgelint.document.model import Document
from hedgelint.span import Span
from hedgelint.values import replace

_PASSED_OVER = frozenset(("embed", "caption", "comment", "pullquote", "note"))
_NEAR = 40  # code points between a cue and the end of the paragraph that introduces


def with_blocks(document: Document, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, those that introduce a block quotation (“The panel wrote:”) with its paragraphs in what is
    said. Attributions are in the order of their cues."""
    out = list(attributions)
    if not any(part.kind == "blockquote" for part in document.parts):
        return out
    before: Span | None = None
    blocks: dict[Span, list[Span]] = {}
    for part in document.parts:
        if part.kind == "blockquote":
            if before is not None:
                blocks.setdefault(before, []).append(part.span)
        elif part.kind not in _PASSED_OVER:
            before = part.span
    for above, quoted in blocks.items():
        number = _introducing(document.text, above, out)
        if number is not None:
            one = out[number]
            out[number] = replace(one, content=(*one.content, *quoted))
    return out


def _introducing(text: str, above: Span, attributions: Sequence[Attribution]) -> int | None:
    """The attribution at the end of a paragraph that ends in a colon, or whose cue has nothing said behind it."""
    for number in range(len(attributions) - 1, -1, -1):
        cue = attributions[number].cue
        if cue and above.contains(cue[-1]):
            near = above.end - cue[-1].end <= _NEAR
            return number if text[above.end - 1] == ":" or (near and not attributions[number].content) else None
        if cue and cue[-1].end < above.start:
            return None
    return None
