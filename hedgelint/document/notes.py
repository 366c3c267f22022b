"""Which paragraphs are notes on the story itself: corrections, clarifications, what was amended."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hedgelint.document.model import Part
from hedgelint.document.prose import Block
from hedgelint.patterns import pattern_of
from hedgelint.values import replace

_DATE = r"[^:.—–-]{0,60}"
_LABEL = pattern_of(rf"[\[(*_\s]*(?:corrections?|clarifications?|editor[’']s note|update)\b{_DATE}\s*[:.—–-]", re.I)
_BEGINS = frozenset("[(*_cueCUE")  # the first letter of a label; parts begin with no blank
_STORY = r"(?:story|article|piece|post|report|column|guide|list|headline|caption|chart|graphic|map|version|page)"
_THIS = pattern_of(
    rf"\b(?:this|the|an? (?:earlier|previous|original)|earlier|previous|original)\s+(?:\w+\s+){{0,3}}{_STORY}\b", re.I
)
_AMENDED = pattern_of(
    r"\b(?:(?:was|were|has been|have been)\s+(?:\w+\s+)?(?:updated|corrected|amended|changed|edited|revised|clarified)"
    r"|incorrectly|misstated|misspel(?:t|led)|misidentified|misattributed|mistakenly|wrongly|in error|editing error"
    r"|(?:originally|initially)\s+(?:said|stated|reported|gave|named))\b",
    re.I,
)
# One of these is in every word that amends.
_SIGNS = (
    *("updated", "corrected", "amended", "changed", "edited", "revised", "clarified", "incorrectly", "misstated"),
    *("misspel", "misidentified", "misattributed", "mistakenly", "wrongly", "error", "originally", "initially"),
)
_LONGEST = 400  # code points of a note without a label
_FIRST = _LAST = 3  # paragraphs among which such a note stands
_PROSE = ("body", "list")


def mark_corrections(blocks: Sequence[Block]) -> None:
    """Paragraphs of the body that are notes are made so. A label makes one anywhere; without a label it stands among
    the first or the last three paragraphs and says of this story that it was amended."""
    prose = [block for block in blocks if block.kind in _PROSE]
    last = len(prose) - _LAST
    for number, block in enumerate(prose):
        outside = number < _FIRST or number >= last
        if (outside or block.text[:1] in _BEGINS) and is_correction(block.text, outside=outside):
            block.kind = "correction"


def with_corrections(text: str, parts: Sequence[Part]) -> tuple[Part, ...]:
    """The same for parts of a plain text."""
    prose = [number for number, part in enumerate(parts) if part.kind in _PROSE]
    outside = {*prose[:_FIRST], *prose[-_LAST:]}
    return tuple(
        replace(part, kind="correction")
        if part.kind in _PROSE and is_correction(part.span.of(text), outside=number in outside)
        else part
        for number, part in enumerate(parts)
    )


def is_correction(text: str, *, outside: bool) -> bool:
    if text[:1] in _BEGINS and _LABEL.match(text):
        return True
    if not outside or len(text) > _LONGEST:
        return False
    small = text.lower()
    return any(sign in small for sign in _SIGNS) and bool(_THIS.search(text)) and bool(_AMENDED.search(text))
