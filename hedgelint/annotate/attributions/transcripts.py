"""Interviews and plays: paragraphs that begin with the name of who speaks and a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass

from hedgelint.document.model import PROSE_PARTS, Document
from hedgelint.span import Span

_LABEL = re.compile(
    r"(?P<who>[QA]|[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|of|the|de|van|von)){0,4})(?: \([^)\n]{1,40}\))?:(?=\s)"
)
_SAID = re.compile(r"(?=.*[a-z]).*[.?!…][\"”’')\]]*\Z", re.DOTALL)  # words and an end, and no “1,769.”
_LEAST = 4  # turns, below which labels and colons are a list
_TWICE = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says without a break: `source` and `cue` (the colon), and the paragraphs, the first without its
    label; all in code points of the prose."""

    source: Span
    cue: Span
    content: tuple[Span, ...]


def turns(document: Document, labels: Container[str]) -> Mapping[int, Turn]:
    """The turns of a transcript by the part in which each begins; empty where the story is none. `labels` are words
    before a colon that name nobody (video, update), in lower case.

    A transcript has four turns or more, most of them whole sentences, and speakers who come again. An unlabelled
    paragraph between two turns is the first speaker's; one behind the last turn is the reporter's again.
    """
    found: dict[int, re.Match[str]] = {}
    for number, part in enumerate(document.parts):
        if part.kind in PROSE_PARTS:
            label = _LABEL.match(document.text, part.span.start, part.span.end)
            if label is not None and label["who"].lower() not in labels and label.end() < part.span.end:
                found[number] = label
    names = [label["who"].split()[-1] for label in found.values()]  # Ida Hale, and then Hale
    again = {name for name, times in Counter(names).items() if times >= _TWICE} if len(names) >= _LEAST else set[str]()
    said = [
        bool(_SAID.match(document.text, label.end(), document.parts[number].span.end))
        for number, label in found.items()
    ]
    if not again or 2 * sum(name in again for name in names) < len(names) or 2 * sum(said) < len(said):
        return {}
    numbers = sorted(found)
    return {
        number: _turn(document, number, following, found[number])
        for number, following in zip(numbers, [*numbers[1:], numbers[-1] + 1], strict=True)
    }


def _turn(document: Document, first: int, following: int, label: re.Match[str]) -> Turn:
    opening = document.parts[first].span
    said = document.text[label.end() : opening.end].lstrip()
    pieces = [Span(opening.end - len(said), opening.end)]
    pieces += [part.span for part in document.parts[first + 1 : following] if part.kind in PROSE_PARTS]
    return Turn(Span(*label.span("who")), Span(label.end() - 1, label.end()), tuple(pieces))
