"""Statements that want a source: what in them asks for one, and whether somebody answers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from hedgelint.annotate.claims.answers import FIRM, PUBLIC_ANSWERS, answer
from hedgelint.annotate.claims.figures import ASKED, BESIDE, ON_RECORD
from hedgelint.annotate.claims.frames import FrameFinder
from hedgelint.annotate.claims.here import Here, Page
from hedgelint.annotate.claims.signs import Sign, SignFinder, Surroundings
from hedgelint.annotate.claims.triggers import Trigger, TriggerFinder
from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Claim, Loaded, Sentence, compact
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import SpanSet
from hedgelint.values import replace

_PROSE = ("body", "standfirst")
_LAST = {"effect": 1, "prediction": 2, "mind": 3, "quantity": 4}  # reasons that ask least, the last one least
_WORD = pattern_of(r"[^\W\d_]{2}")
_TURN = pattern_of(r"(?:But|Meanwhile|However|In fact|Still|Yet|Elsewhere|Separately)\b")
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
        hits: Mapping[str, Sequence[Hit]],
    ) -> Sequence[Claim]:
        """In order, one a sentence, and a soft one where nobody need be asked about that (nor about a charge that
        somebody makes); `said` is everything a source answers for."""
        text = document.text
        found = sorted((*self._triggers.find(text, loaded, hits), *self._frames.find(text, hits)))
        triggers = {
            number: there for number, there in _by_sentence(sentences, found) if _states(document, sentences[number])
        }
        del found  # of a long story there are many, in lists, tables and quotations too
        around, signs = Surroundings(), dict[int, Sequence[Sign]]()
        for number, met in _by_sentence(sentences, self._signs.find(text, hits)):
            around.add(sentences[number].part, met)
            if number in triggers:
                signs[number] = met
        lead = next((s.part for s in sentences if document.parts[s.part].kind == "body"), -1)
        page = Page(text, sentences, quoted, said, around, lead)
        claims: list[Claim] = []
        carried = False
        for number, sentence in enumerate(sentences):
            if number and sentences[number - 1].part != sentence.part:
                carried = False
            before, carried = carried, _answers(text, sentence, carried)
            if number in triggers:
                here = signs.get(number, ())
                claims += _claims(triggers[number], page, number, here, frozenset(sign.kind for sign in here), before)
        return compact(Claim, claims)


def _asking(triggers: Sequence[Trigger], signs: Sequence[Sign]) -> list[Trigger]:
    """Those that ask, and what stands beside them; where none does, what is on record and not merely wished for."""
    if any(one.ask == ASKED for one in triggers):
        return [one for one in triggers if one.ask != ON_RECORD]
    if any(sign.kind == "wish" for sign in signs):
        return []
    return [one for one in triggers if one.ask == ON_RECORD]


def _claims(
    triggers: Sequence[Trigger], page: Page, number: int, signs: Sequence[Sign], kinds: frozenset[str], carried: bool
) -> Iterator[Claim]:
    """The claim of the sentence; where nobody is to be asked about it, what can still be suggested."""
    asking = _asking([one for one in triggers if not one.soft], signs)
    claim = _claim([Here(page, number, one, signs, kinds, carried) for one in asking])
    if claim is not None:
        yield claim
        if not claim.answer and not claim.on_record and claim.reasons[0] != "quantity":
            return
    firm = [one for one in triggers if one.ask == ASKED and (one.soft or one.reason in FIRM)]
    softer = _claim([Here(page, number, one, signs, kinds, carried, strict=True) for one in firm])
    if softer is None:
        return
    if not softer.answer or (claim is None and softer.attributed and softer.reasons[0] == "accusation"):
        yield replace(softer, soft=True)


def _claim(places: Sequence[Here]) -> Claim | None:
    """What nobody answers for goes before what somebody does."""
    if not places:
        return None
    asking = [(here, answer(here)) for here in places if here.trigger.ask != BESIDE]
    told = [(here, name) for here, name in asking if not name] or asking
    if any(not name and here.trigger.reason != "quantity" for here, name in told):  # a plain count bears no verdict
        beside = [(here, answer(here)) for here in places if here.trigger.ask == BESIDE]
        told += [(here, name) for here, name in beside if not name]
    told.sort(key=lambda one: (_LAST.get(one[0].trigger.reason, 0), one[0].trigger.ask, one[0].trigger))
    first, name = told[0]
    return Claim(
        span=first.sentence.span,
        focus=first.trigger.span,
        reasons=tuple(dict.fromkeys(here.trigger.reason for here, _ in told)),
        attributed=bool(name) and name not in PUBLIC_ANSWERS,
        on_record=first.trigger.ask == ON_RECORD,
        answer=name,
        found_by=first.trigger.name,
    )


def _answers(text: str, sentence: Sentence, carried: bool) -> bool:
    """Whether a source answers for the sentence that follows this one in its paragraph."""
    return sentence.attributed or (carried and _TURN.match(text, sentence.span.start) is None)


def _by_sentence(sentences: Sequence[Sentence], found: Iterable[_Found]) -> Iterator[tuple[int, list[_Found]]]:
    """What was found, in order, by the number of its sentence; most have nothing, and are left out."""
    starts = [sentence.span.start for sentence in sentences]
    last, there = -1, list[_Found]()
    for one in found:
        number = bisect_left(starts, one.span.start + 1) - 1
        if number < 0 or one.span.start >= sentences[number].span.end:
            continue
        if number != last:
            if there:
                yield last, there
            last, there = number, []
        there.append(one)
    if there:
        yield last, there


def _states(document: Document, sentence: Sentence) -> bool:
    """A statement of the story's own text: no question, no cry, no headline, no caption, no number of a list."""
    text = sentence.span.of(document.text)
    asks = text.rstrip("”\"’')").endswith(("?", "!"))
    return document.parts[sentence.part].kind in _PROSE and not asks and _WORD.search(text) is not None
