"""Persons with whom a sentence begins, whether or not they speak in it: the next “he said” may be theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hedgelint.annotate.story import Sentence
from hedgelint.patterns import pattern_of
from hedgelint.span import Span

# A name with its age or an apposition, or one with a title: an institution has neither.
_PERSON = pattern_of(
    r"(?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+(?=, (?:who|\d{1,3}|an?|the)\b)"
    r"|(?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+(?= \((?:\d{1,3}|[A-Z][a-z]+)\))"
    r"|(?:Insp|Sgt|Det|Judge|Rev|Capt|Col)\.? (?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+"
    r"|(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lady|Lord|Cllr|Councillor|Coun)\.? (?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+"
)


def people(text: str, sentences: Sequence[Sentence]) -> Iterator[Span]:
    """In order, at the beginnings of the sentences."""
    for sentence in sentences:
        match = _PERSON.match(text, *sentence.span)
        if match is not None:
            yield Span(*match.span())
