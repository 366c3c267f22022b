"""Who or what answers for a claim, or why nobody need be asked: a list of named answers, the first that holds."""

from __future__ import annotations

import re
from collections.abc import Callable

from hedgelint.annotate.claims.figures import ON_RECORD, scored
from hedgelint.annotate.claims.here import LOOSE, Here

_FIGURES = ("statistic", "quantity")
_COUNTED = (*_FIGURES, "superlative")
_SEEN_IN = ("thought", "accusation", "judgement")  # the words that a source is told to say, think or do
_ON_PAPER = ("legality", "accusation")  # what is on record of these stands in minutes and rolls
_SHORTEST = 7  # words; what is shorter is a label or a cry
_LEADS_ON = re.compile(r"(?: [\w’'-]+){0,3}? that\b")
_ONE_PERSON = re.compile(r"\b(?:he|she|his|her)\b", re.IGNORECASE)


def _own(here: Here) -> bool:
    """Where the sentence goes on with what was said before, nothing in it is marked as said."""
    page, sentence = here.page, here.sentence
    return sentence.attributed and (
        here.asks_little
        or here.trigger.reason in LOOSE
        or not (page.said.touches(sentence.span) or page.quoted.touches(sentence.span))
    )


def _said(here: Here) -> bool:
    """“He knows that” is no answer for what he knows: the words themselves have to be somebody's."""
    if here.trigger.reason in _SEEN_IN and not here.asks_little:
        return here.page.said.touches(here.trigger.span)
    return here.among(here.page.said)


def _told(here: Here) -> bool:
    """A word of saying; but not “…, and she said that …”, which answers for what comes after it."""
    if not here.sign("told"):
        return False
    text, trigger, mine = here.page.text, here.trigger.span, here.clause
    return any(
        sign.kind == "told"
        and (
            here.asks_little
            or sign.span.start < trigger.start
            or sign.span.start < mine.end
            or not _LEADS_ON.match(text, sign.span.end)
        )
        for sign in here.signs
    )


def _heard(here: Here) -> bool:
    return here.sign("voice") and (here.asks_little or here.trigger.reason != "accusation")


def _planned(here: Here) -> bool:
    return here.sign("plan") and (here.asks_little or (here.trigger.reason in _FIGURES and here.sign_before("plan")))


def _topic(here: Here) -> bool:
    return here.sign("topic") and (here.asks_little or (here.trigger.reason in _FIGURES and here.sign_before("topic")))


def _asked(here: Here) -> bool:
    return here.sign("asked") and (here.asks_little or here.sign_before("asked"))


def _record(here: Here) -> bool:
    on_paper = here.trigger.ask == ON_RECORD and here.trigger.reason in _ON_PAPER
    return here.sign("record") or on_paper


def _evidence(here: Here) -> bool:
    return here.sign("evidence") and (here.asks_little or here.trigger.reason != "accusation")


def _next(here: Here) -> bool:
    """The next sentence brings the source: that of the same paragraph, after the lead also the next one's."""
    part = here.sentence.part
    after = here.page.sentences[here.number + 1 : here.number + 2]
    return any(one.attributed and (one.part == part or part == here.page.lead) for one in after)


def _goes_on(here: Here) -> bool:
    """“About a third of her neighbours are over 70”, between two sentences in which she is heard; for what asks little,
    any sentence between two that are attributed, and one about a person who is heard next."""
    at, sentences, part = here.number, here.page.sentences, here.sentence.part
    before, after = sentences[max(0, at - 1)], sentences[min(at + 1, len(sentences) - 1)]
    follows = after.attributed and after.part <= part + 1
    between = follows and before.attributed and before.part >= part - 1
    of_one = _ONE_PERSON.search(here.page.text, *here.sentence.span) is not None
    return (between or (of_one and follows)) if here.asks_little else (between and of_one)


def _study_near(here: Here) -> bool:
    return here.trigger.reason == "statistic" and here.page.around.near("evidence", here.sentence.part)


def _figure(here: Here) -> bool:
    return here.trigger.reason in _FIGURES and here.trigger.name != "toll"


def _score(here: Here) -> bool:
    return here.trigger.reason in _COUNTED and scored(here.page.text, here.sentence.span)


def _label(here: Here) -> bool:
    return here.trigger.reason in _COUNTED and len(here.sentence.span.of(here.page.text).split()) < _SHORTEST


def _supposed(here: Here) -> bool:
    """“If the railways slaughtered their passengers …”."""
    return any(sign.kind == "supposed" and sign.span.start < here.trigger.span.start for sign in here.signs)


def _might_be(here: Here) -> bool:
    if here.trigger.estimate or not _figure(here):
        return False
    return any(here.sign_in_clause(kind) for kind in ("wish", "conditional", "supposed"))


Holds = Callable[[Here], bool]
# A source or a document answers.
SOURCED: tuple[tuple[str, Holds], ...] = (
    ("own-sentence", _own),
    ("sentence-before", lambda here: here.carried),
    ("what-somebody-says", _said),
    ("quotation-marks", lambda here: here.among(here.page.quoted)),
    ("word-of-saying", _told),
    ("record", _record),
    ("study", _evidence),
    ("voices", _heard),
    ("plan", _planned),
    ("topic", _topic),
    ("question", _asked),
    ("next-sentence", _next),
    ("goes-on", _goes_on),
    ("study-near", _study_near),
)
# Nobody need be asked.
PUBLIC: tuple[tuple[str, Holds], ...] = (
    ("notice", lambda here: here.passage("notice")),
    ("score", _score),
    ("election", lambda here: here.trigger.reason in _COUNTED and here.passage("election")),
    ("play", lambda here: here.trigger.reason in (*_COUNTED, "cause") and here.passage("play")),
    ("sport", lambda here: here.trigger.reason in _COUNTED and here.passage("sport")),
    ("market", lambda here: _figure(here) and here.passage("market")),
    ("accounts", lambda here: _figure(here) and here.passage("accounts")),
    ("deal", lambda here: _figure(here) and here.sign_before("deal")),
    ("price", lambda here: _figure(here) and here.passage("price")),
    ("law", lambda here: here.trigger.reason in (*_FIGURES, "legality") and here.sign_in_clause("law")),
    ("weather", lambda here: _figure(here) and here.passage("weather")),
    ("seen", lambda here: _figure(here) and here.passage("seen")),
    ("label", _label),
    ("supposed", _supposed),
    ("might-be", _might_be),
)
ANSWERS = (*SOURCED, *PUBLIC)
PUBLIC_ANSWERS = frozenset(name for name, _ in PUBLIC)


def answer(here: Here) -> str:
    """The name of the first answer that holds; empty where somebody should be asked."""
    return next((name for name, holds in ANSWERS if holds(here)), "")
