"""Statements that want a source: what in them asks for one, and whether somebody answers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from hedgelint.annotate.claims.answers import PUBLIC_ANSWERS, answer
from hedgelint.annotate.claims.figures import ASKED, BESIDE, ON_RECORD
from hedgelint.annotate.claims.frames import FrameFinder
from hedgelint.annotate.claims.here import Here, Page
from hedgelint.annotate.claims.signs import Sign, SignFinder, Surroundings
from hedgelint.annotate.claims.triggers import Trigger, TriggerFinder
from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Claim, Loaded, Sentence
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
from hedgelint.span import SpanSet

_PROSE = ("body", "standfirst")
_LAST = {"effect": 1, "prediction": 2, "mind": 3, "quantity": 4}  # reasons that ask least, the last one least
_WORD = re.compile(r"[^\W\d_]{2}")
_TURN = re.compile(r"(?:But|Meanwhile|However|In fact|Still|Yet|Elsewhere|Separately)\b")
_Found = TypeVar("_Found", Trigger, Sign)


class ClaimFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        self._triggers = TriggerFinder(lexicons)
        self._frames = FrameFinder(lexicons)
        self._signs = SignFinder(lexicons)

    def phrases(self) -> Mapping[str, Sequence[str]]:
        return {**self._triggers.phrases(), **self._frames.phrases(), **self._signs.phrases()}

    def find(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        quoted: SpanSet,
        said: SpanSet,
        loaded: Sequence[Loaded],
        hits: Mapping[str, tuple[Hit, ...]],
    ) -> tuple[Claim, ...]:
        """In order, one a sentence; `said` is everything a source answers for."""
        text = document.text
        triggers = _by_sentence(
            sentences, sorted((*self._triggers.find(text, loaded, hits), *self._frames.find(text, hits)))
        )
        signs = _by_sentence(sentences, self._signs.find(text, hits))
        lead = next((s.part for s in sentences if document.parts[s.part].kind == "body"), -1)
        page = Page(text, sentences, quoted, said, Surroundings(sentences, signs), lead)
        claims = []
        carried = False
        for number, sentence in enumerate(sentences):
            if number and sentences[number - 1].part != sentence.part:
                carried = False
            before, carried = carried, _answers(text, sentence, carried)
            if triggers[number] and _states(document, sentence):
                asking = _asking(triggers[number], signs[number])
                kinds = frozenset(sign.kind for sign in signs[number])
                claim = _claim([Here(page, number, one, signs[number], kinds, before) for one in asking])
                if claim is not None:
                    claims.append(claim)
        return tuple(claims)


def _asking(triggers: Sequence[Trigger], signs: Sequence[Sign]) -> list[Trigger]:
    """Those that ask, and what stands beside them; where none does, what is on record and not merely wished for."""
    if any(one.ask == ASKED for one in triggers):
        return [one for one in triggers if one.ask != ON_RECORD]
    if any(sign.kind == "wish" for sign in signs):
        return []
    return [one for one in triggers if one.ask == ON_RECORD]


class _Told(NamedTuple):
    here: Here
    answer: str
    soft: bool


def _told(here: Here) -> _Told:
    name, weak = answer(here)
    return _Told(here, name, here.trigger.soft or weak)


def _claim(places: Sequence[Here]) -> Claim | None:
    """What nobody answers for goes before what somebody does."""
    if not places:
        return None
    asking = [_told(here) for here in places if here.trigger.ask != BESIDE]
    told = [one for one in asking if not one.answer] or asking
    # A plain count bears no verdict.
    if any(not one.answer and one.here.trigger.reason != "quantity" for one in told):
        beside = [_told(here) for here in places if here.trigger.ask == BESIDE]
        told += [one for one in beside if not one.answer]
    told.sort(key=_gravest)
    first = told[0].here
    return Claim(
        span=first.sentence.span,
        focus=first.trigger.span,
        reasons=tuple(dict.fromkeys(one.here.trigger.reason for one in told)),
        attributed=bool(told[0].answer) and told[0].answer not in PUBLIC_ANSWERS,
        on_record=first.trigger.ask == ON_RECORD,
        answer=told[0].answer,
        soft=told[0].soft,
    )


def _gravest(one: _Told) -> tuple[object, ...]:
    trigger = one.here.trigger
    return _LAST.get(trigger.reason, 0), trigger.ask, one.soft, trigger


def _answers(text: str, sentence: Sentence, carried: bool) -> bool:
    """Whether a source answers for the sentence that follows this one in its paragraph."""
    return sentence.attributed or (carried and _TURN.match(text, sentence.span.start) is None)


def _by_sentence(sentences: Sequence[Sentence], found: Sequence[_Found]) -> list[list[_Found]]:
    """What was found, in order, for each sentence in turn."""
    starts = [sentence.span.start for sentence in sentences]
    out: list[list[_Found]] = [[] for _ in sentences]
    for one in found:
        number = bisect_left(starts, one.span.start + 1) - 1
        if number >= 0 and one.span.start < sentences[number].span.end:
            out[number].append(one)
    return out


def _states(document: Document, sentence: Sentence) -> bool:
    """A statement of the story's own text: no question, no cry, no headline, no caption, no number of a list."""
    text = sentence.span.of(document.text)
    asks = text.rstrip("”\"’')").endswith(("?", "!"))
    return document.parts[sentence.part].kind in _PROSE and not asks and _WORD.search(text) is not None
