"""Interviews and plays: paragraphs that begin with the name of who speaks and a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping

from hedgelint.annotate.attributions.interviews import interviewee
from hedgelint.annotate.attributions.turn import Turn
from hedgelint.document.model import PROSE_PARTS, Document
from hedgelint.patterns import pattern_of
from hedgelint.span import Span

# A label may be set in bold; a letter may have a full stop behind it.
_LABEL = pattern_of(
    r"[*_]{0,2}(?P<who>[QA](?=[:.])|[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|of|the|de|van|von)){0,4})(?: \([^)\n]{1,40}\))?"
    r"(?P<cue>:|(?<=\b[QA])\.)[*_]{0,2}(?=\s)"
)
# The same without a mark, which counts where each Q is a question and has its A.
_BARE = pattern_of(r"[*_]{0,2}(?P<who>(?P<cue>[QA]))[*_]{0,2}[ \t]+(?=[\w“‘\"'])")
_ASKS = pattern_of(r".*\?[\"”’')*_]*\Z", re.DOTALL)
_SAID = pattern_of(r"(?=.*[a-z]).*[.?!…][\"”’')\]]*\Z", re.DOTALL)  # words and an end, and no “1,769.”
_LEAST = 4  # turns, below which labels and colons are a list
_TWICE = 2


def turns(document: Document, labels: Container[str]) -> Mapping[int, Turn]:
    """The turns of a transcript by the part in which each begins; empty where the story is none. `labels` are words
    before a colon that name nobody (video, update), in lower case.

    A transcript has four turns or more, most of them whole sentences, and speakers who come again. An unlabelled
    paragraph between two turns is the first speaker's; one behind the last turn is the reporter's again. Fewer will do
    where the first asks and another answers. Q is nobody, and A whoever was interviewed, by the name that stands above.
    """
    found: dict[int, re.Match[str]] = {}
    for number, part in enumerate(document.parts):
        if part.kind in PROSE_PARTS:
            label = _LABEL.match(document.text, part.span.start, part.span.end)
            if label is not None and label["who"].lower() not in labels and label.end() < part.span.end:
                found[number] = label
    found = found or _bare(document)
    names = [label["who"].split()[-1] for label in found.values()]  # Ida Hale, and then Hale
    again = {name for name, times in Counter(names).items() if times >= _TWICE} if len(names) >= _LEAST else set[str]()
    said = [
        bool(_SAID.match(document.text, label.end(), document.parts[number].span.end))
        for number, label in found.items()
    ]
    numbers = sorted(found)
    if not _asks_first(document, found) and (
        not again or 2 * sum(name in again for name in names) < len(names) or 2 * sum(said) < len(said)
    ):
        return {}
    who = interviewee(document.text, document.parts[: numbers[0]]) if "A" in names else None
    return {
        number: _turn(document, number, following, found[number], who)
        for number, following in zip(numbers, [*numbers[1:], numbers[-1] + 1], strict=True)
    }


def _bare(document: Document) -> dict[int, re.Match[str]]:
    """“Q Did you sleep?” and “A Not once.” by their paragraphs: two pairs or more, and no Q without an A."""
    found = {
        number: label
        for number, part in enumerate(document.parts)
        if part.kind in PROSE_PARTS
        and (label := _BARE.match(document.text, part.span.start, part.span.end))
        and (label["who"] == "A" or _ASKS.match(document.text, label.end(), part.span.end))
    }
    asked = [number for number, label in found.items() if label["who"] == "Q"]
    paired = all(number + 1 in found and found[number + 1]["who"] == "A" for number in asked)
    return found if len(asked) >= _TWICE and paired else {}


def _asks_first(document: Document, found: Mapping[int, re.Match[str]]) -> bool:
    """Whether the first label asks, and another answers in the next paragraph with a sentence."""
    numbers = sorted(found)
    if len(numbers) < _TWICE or numbers[1] != numbers[0] + 1 or found[numbers[0]]["who"] == found[numbers[1]]["who"]:
        return False
    asked, answered = (document.parts[number].span for number in numbers[:2])
    text = document.text
    answer = text[found[numbers[1]].end() : answered.end]
    return (
        _ASKS.match(text, found[numbers[0]].end(), asked.end) is not None
        and _SAID.match(answer) is not None
        and len(answer.split()) >= _LEAST
    )


def _turn(document: Document, first: int, following: int, label: re.Match[str], interviewed: Span | None) -> Turn:
    opening = document.parts[first].span
    said = document.text[label.end() : opening.end].lstrip()
    pieces = [Span(opening.end - len(said), opening.end)]
    pieces += [part.span for part in document.parts[first + 1 : following] if part.kind in PROSE_PARTS]
    who = {"Q": None, "A": interviewed or Span(*label.span("who"))}.get(label["who"], Span(*label.span("who")))
    return Turn(who, Span(*label.span("cue")), tuple(pieces))
