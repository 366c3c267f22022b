"""Sentences in the paper's own words, before and after: a source that went, a doubt that went."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from hedgelint.annotate.certainty import Certainty
from hedgelint.annotate.story import Attribution, Story
from hedgelint.edits.words import Weights
from hedgelint.sources.normalise import Normaliser, Words
from hedgelint.span import Span, SpanSet
from hedgelint.values import dataclass

_ALIKE = 0.6  # share of words that a sentence must have kept
_SAID = 0.8  # share of a statement's words that must still be there
_NEW = 3  # words that may have come beside it
_PARTS = ("body", "list", "caption")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence outside quotation marks; `said` are the attributions in it that name a source."""

    number: int
    span: Span
    words: Words
    said: tuple[Attribution, ...]

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(self.words.forms)


@dataclass(frozen=True, slots=True)
class Dropped:
    """`kind` is source or hedge; `words` what went."""

    kind: str
    span: Span
    was: Span
    words: str


def lines(story: Story, normaliser: Normaliser) -> list[Line]:
    text, quoted, parts = story.document.text, story.quoted(), story.document.parts
    said = [one for one in story.attributions if one.source]
    out = []
    for number, sentence in enumerate(story.sentences):
        if parts[sentence.part].kind not in _PARTS or quoted.touches(sentence.span):
            continue
        here = tuple(
            one for one in said if any(sentence.span.start <= piece.start < sentence.span.end for piece in one.source)
        )
        out.append(Line(number, sentence.span, normaliser.words(text, *sentence.span), here))
    return out


def dropped(
    before: Story, was: Sequence[Line], after: Story, now: Sequence[Line], weights: Weights, certainty: Certainty
) -> Iterator[Dropped]:
    same = {line.key for line in was} & {line.key for line in now}
    changed = [line for line in was if line.key not in same]
    sources = SpanSet(piece for one in after.attributions if one.source for piece in (*one.source, *one.cue))
    for line in now:
        if line.key in same or not line.words.forms:
            continue
        old = _nearest(line, changed)
        if old is None:
            continue
        if not line.said and not _beside(after, sources, line.number) and (gone := _source(before, old, line)):
            yield Dropped("source", line.span, old.span, gone)
        elif hedge := _hedge(before, old, after, line, weights, certainty):
            yield hedge


def _nearest(line: Line, others: Sequence[Line]) -> Line | None:
    best: tuple[float, Line] | None = None
    for other in others:
        like = SequenceMatcher(None, other.words.forms, line.words.forms, autojunk=False).ratio()
        if like >= _ALIKE and (best is None or like > best[0]):
            best = like, other
    return best[1] if best else None


def _beside(story: Story, sources: SpanSet, number: int) -> bool:
    """Whether somebody speaks in the sentence itself or in one beside it."""
    near = story.sentences[max(0, number - 1) : number + 2]
    return any(sources.touches(sentence.span) for sentence in near)


def _source(story: Story, old: Line, line: Line) -> str:
    """Who said so, in the words that went."""
    now = set(line.words.forms)
    for said in old.said:
        told = _inside(old.words, said.content)
        kept = [i for i in told if old.words.forms[i] in now]
        new = [word for word in line.words.forms if word not in old.words.forms]
        who = _inside(old.words, (*said.source, *said.cue))
        gone = any(old.words.forms[i] not in now for i in who)
        if told and gone and len(kept) >= _SAID * len(told) and len(new) <= _NEW:
            pieces = sorted((*said.source, *said.cue))
            return " ".join(" ".join(piece.of(story.document.text).split()) for piece in pieces)
    return ""


def _hedge(
    before: Story, old: Line, after: Story, line: Line, weights: Weights, certainty: Certainty
) -> Dropped | None:
    """A word of doubt that went, where nothing else changed but grammar."""
    first, second = _doubts(before, old.span, certainty), _doubts(after, line.span, certainty)
    doubts = first - second
    if not doubts or second - first:
        return None
    at: tuple[int, int, int, int] | None = None
    steps = SequenceMatcher(None, old.words.forms, line.words.forms, autojunk=False).get_opcodes()
    for kind, i1, i2, j1, j2 in steps:
        if kind == "equal":
            continue
        gone, new = old.words.forms[i1:i2], line.words.forms[j1:j2]
        rest = [word for word in gone if word not in doubts]
        if at is None and len(rest) < len(gone):
            at = i1, i2, j1, j2
        if weights.category(rest, new, frozenset()) not in ("", "function", "form"):
            return None
        if any(word.endswith("ed") for word in new if word not in weights.functions):
            return None  # it has happened since
    if at is None:
        return None
    i1, i2, j1, j2 = at
    span = _around(line.words, j1, j2)
    was = old.words.span(i1, i2)
    return Dropped("hedge", span, was, " ".join(was.of(before.document.text).split()))


def _doubts(story: Story, span: Span, certainty: Certainty) -> set[str]:
    """The words that leave a sentence open."""
    text = story.document.text
    terms = [*certainty.of(text, span).hedged]
    terms += [one.span.of(text).lower() for one in story.confidence if one.kind == "hedge" and span.contains(one.span)]
    return {word for term in terms for word in re.findall(r"\w+", term)}


def _around(words: Words, start: int, end: int) -> Span:
    first, last = (start, end) if start < end else (max(0, start - 1), min(len(words), start + 1))
    return words.span(first, max(last, first + 1))


def _inside(words: Words, pieces: Sequence[Span]) -> list[int]:
    """Which words lie in one of the pieces."""
    places = enumerate(zip(words.starts, words.ends, strict=True))
    return [i for i, (start, end) in places if any(piece.start <= start and end <= piece.end for piece in pieces)]
