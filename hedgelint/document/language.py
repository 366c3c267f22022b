"""Whether a text is in the language that the rules are for."""

from __future__ import annotations

import re
from collections.abc import Collection

from hedgelint.document.model import Document
from hedgelint.patterns import pattern_of

_SPOKEN = frozenset(("headline", "standfirst", "body", "blockquote", "correction"))
_WORD = pattern_of(r"[^\W\d_]+")
_ROW = pattern_of(r"^.*\S(?:\t| {3,})[ \t]*\S.*$", re.M)  # of a table: cells with room between them
_SHORT = 60  # code points of a line that may be of a table too: with a figure, and without a stop
_STOPS = (".", "!", "?", "”", '"', "’", ")")
_LOOKED_AT = 20_000  # code points
_ENOUGH, _FEW = 60, 25  # words from which the share says much, and from which it says anything
# English prose has a share of .35 to .5 of its small grammatical words; French, German or Spanish chance on .02 to .08.
_SHARE, _LITTLE = 0.15, 0.1


def prose(document: Document) -> str:
    """What the story's language is judged by: its sentences, and no list, table, comment or line under a picture."""
    pieces: list[str] = []
    left = _LOOKED_AT
    for part in document.parts:
        if part.kind in _SPOKEN and left > 0:
            pieces.append(part.span.of(document.text))
            left -= len(pieces[-1]) + 1
    text = "\n".join(pieces)[:_LOOKED_AT]
    if "\t" in text or "   " in text:
        text = _ROW.sub("", text)
    return "\n".join("" if _scored(line) else line for line in text.split("\n"))


def _scored(line: str) -> bool:
    """Whether a line is of a table of results."""
    return 0 < len(line) <= _SHORT and not line.endswith(_STOPS) and any(map(str.isdecimal, line))


def is_english(text: str, small: Collection[str]) -> bool:
    """By the share of `small`, the language's grammatical words in lower case; a short text is taken for English."""
    words, share = share_of_small(text, small)
    return words < _FEW or share >= (_SHARE if words >= _ENOUGH else _LITTLE)


def share_of_small(text: str, small: Collection[str]) -> tuple[int, float]:
    """How many words the beginning of a text has, and the share of grammatical ones."""
    words = _WORD.findall(text[:_LOOKED_AT].lower())
    return len(words), sum(map(small.__contains__, words)) / max(1, len(words))
