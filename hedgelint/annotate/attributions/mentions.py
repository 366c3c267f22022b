"""Persons with whom a sentence begins, whether or not they speak in it: the next “he said” may be theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hedgelint.annotate.attributions.closed import (
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    PREPOSITION,
    PRONOUN,
    TIME,
    word_set,
)
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


# What a person does and a bridge, a street, a team or a town does not: any other verb tells too little of who it is.
_LIVED = pattern_of(
    r"((?:[A-Z][\w’'-]*[a-z] ){1,3}[A-Z][\w’'-]*[a-z])"
    r" (?:(?:ha[sd](?: been)?|is|was|used to|still|now|[a-z]+ly) ){0,3}"
    r"(?:(?:farm|fish|liv|teach|volunteer|breed|coach|retir|study|studi|nurs)(?:e|s|es|ed|ing)?"
    r"|taught|bred|grew up|work(?:s|ed|ing) (?:here|there|as an?|this|the))\b"
)
_OTHERS = pattern_of(
    r"[.!?]\W+\w|[A-Z][\w’'-]* [A-Z]|\b(?:M(?:rs?|s)|Dr|who|whose|say|they|their|(?:his|her) [a-z]+)\b|“"
)
_NO_NAME = (
    ADVERB
    | CONJUNCTION
    | DETERMINER
    | PREPOSITION
    | PRONOUN
    | TIME
    | word_set("only there here north south east west upper lower new old great little greater")
)


def only_person(text: str, paragraph: Span) -> Span | None:
    """“Ben Tarr has farmed here for forty years.”, in one sentence in which nobody else is met."""
    match = _LIVED.match(text, *paragraph)
    if match is None or _OTHERS.search(text, match.end(), paragraph.end) is not None:
        return None
    return None if match[1].split()[0].lower() in _NO_NAME else Span(*match.span(1))
