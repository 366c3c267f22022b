"""Who or what answers for a claim, or why nobody need be asked: a list of named answers, the first that holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from hedgelint.annotate.claims.figures import ON_RECORD, scored
from hedgelint.annotate.claims.here import LOOSE, Here
from hedgelint.annotate.claims.signs import Sign
from hedgelint.patterns import pattern_of
from hedgelint.span import Span, SpanSet

_FIGURES = ("statistic", "toll", "quantity")
_COUNTED = (*_FIGURES, "superlative")
_WEAK = ("sentence-before", "next-sentence", "goes-on")  # near by, but not in the sentence itself
# What a source near by does not strictly answer for: a reader takes it for the paper's own word.
FIRM = ("superlative", "cause", "effect", "accusation", "health", "judgement", "thought")
_ON_PAPER = ("legality", "act")  # what is on record of these stands in minutes and rolls
_SEEN_IN = ("thought", "accusation", "judgement")  # the words that a source is told to say, think or do
_SHORTEST = 7  # words; what is shorter is a label or a cry
_WORDS = 25  # code points of a quotation that says something
_STOP = pattern_of(r"[,;:–—“”\"]")
_LEADS_ON = pattern_of(r"(?: [\w’'-]+){0,3}? that\b")
_ONE_PERSON = pattern_of(r"\b(?:he|she|his|her)\b", re.IGNORECASE)


def _own(here: Here) -> bool:
    """Where the sentence goes on with what was said before, nothing in it is marked as said."""
    page, sentence = here.page, here.sentence
    return sentence.attributed and (
        here.asks_little
        or here.trigger.reason in LOOSE
        or not (page.said.touches(sentence.span) or page.quoted.touches(sentence.span))
    )


def _said(here: Here) -> bool:
    """“He knows that” is no answer for what he knows: the words themselves have to be somebody's. For a figure, those
    round it will do."""
    if here.strict:
        return here.page.said.covers(here.trigger.span)
    if here.trigger.reason in _SEEN_IN and not here.asks_little:
        return here.page.said.at(here.trigger.span.start) is not None
    return here.among(here.page.said)


def _quoted(here: Here) -> bool:
    """Strictly, a name or a single word in marks answers for nothing."""
    if here.strict:
        mine = SpanSet(here.page.quoted.over(here.clause)) & SpanSet((here.clause,))
        return any(one.end - one.start > _WORDS for one in mine)
    return here.among(here.page.quoted)


def _is_object(here: Here, sign: Sign) -> bool:
    """“The mill ignored six warnings”: what was done wrong was done to them."""
    if here.trigger.name not in ("wrongs", "wronging", "by-wrong") or sign.span.start < here.trigger.span.end:
        return False
    return not _STOP.search(here.page.text, here.trigger.span.end, sign.span.start)


def _told(here: Here) -> bool:
    """A word of saying; but not “…, and she said that …”, which answers for what comes after it."""
    if not here.sign("told") or here.trigger.name in ("is-untrue", "told-false"):  # the claim itself is what is judged
        return False
    text, trigger, mine = here.page.text, here.trigger.span, here.clause
    return any(
        sign.kind == "told"
        and not _is_object(here, sign)
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


# A sentence may hold thousands of figures, and each asks the same of it: the last sentence's answers are kept.
_kept = lru_cache(maxsize=2)
_scored = _kept(scored)


@_kept
def _is_of_one(text: str, sentence: Span) -> bool:
    return _ONE_PERSON.search(text, *sentence) is not None


@_kept
def _words(text: str, sentence: Span) -> int:
    return len(sentence.of(text).split())


def _goes_on(here: Here) -> bool:
    """“About a third of her neighbours are over 70”, between two sentences in which she is heard; for what asks little,
    any sentence between two that are attributed, and one about a person who is heard next."""
    at, sentences, part = here.number, here.page.sentences, here.sentence.part
    before, after = sentences[max(0, at - 1)], sentences[min(at + 1, len(sentences) - 1)]
    follows = after.attributed and after.part <= part + 1
    between = follows and before.attributed and before.part >= part - 1
    of_one = _is_of_one(here.page.text, here.sentence.span)
    return (between or (of_one and follows)) if here.asks_little else (between and of_one)


def _study_near(here: Here) -> bool:
    return here.trigger.reason in ("statistic", "toll") and here.page.around.near("evidence", here.sentence.part)


def _figure(here: Here) -> bool:
    return here.trigger.reason in _FIGURES and here.trigger.name != "toll"


def _priced(here: Here) -> bool:
    return _figure(here) or here.trigger.reason == "effect"


def _score(here: Here) -> bool:
    return here.trigger.reason in _COUNTED and _scored(here.page.text, here.sentence.span)


def _label(here: Here) -> bool:
    return here.trigger.reason in _COUNTED and _words(here.page.text, here.sentence.span) < _SHORTEST


def _supposed(here: Here) -> bool:
    """“If the railways slaughtered their passengers …”."""
    return any(sign.kind == "supposed" and sign.span.start < here.trigger.span.start for sign in here.signs)


def _seen(here: Here) -> bool:
    """Everybody sees a crowd; that there are tens of thousands somebody has reckoned."""
    reckoned = here.trigger.name in ("crowd", "round-crowd") or "estimated" in here.trigger.span.of(here.page.text)
    return _figure(here) and not reckoned and here.passage("seen")


def _forecast(here: Here) -> bool:
    return (_figure(here) or here.trigger.reason == "prediction") and here.passage("weather")


def _might_be(here: Here) -> bool:
    if here.trigger.estimate or not _figure(here):
        return False
    return any(here.sign_in_clause(kind) for kind in ("wish", "conditional", "supposed"))


class Answer(NamedTuple):
    """`means` says in words what the name stands for."""

    name: str
    means: str
    holds: Callable[[Here], bool]


# A source or a document answers.
SOURCED: tuple[Answer, ...] = (
    Answer("own-sentence", "a source answers for the sentence", _own),
    Answer("sentence-before", "a source of the sentence before still answers", lambda here: here.carried),
    Answer("what-somebody-says", "a source is told to say it", _said),
    Answer("quotation-marks", "it stands by somebody's quoted words", _quoted),
    Answer("word-of-saying", "a word of saying, charge or belief shows that a view is told", _told),
    Answer("record", "a court, a law, a filing or a roll is named or can be looked up", _record),
    Answer("study", "a study, a poll or a set of figures is named in the sentence", _evidence),
    Answer("voices", "those who are heard in the debate stand in the sentence", _heard),
    Answer("plan", "it is the content of what somebody plans or wants", _planned),
    Answer("topic", "it is what the talk is about", _topic),
    Answer("question", "it is asked, doubted or feared, not stated", _asked),
    Answer("next-sentence", "the next sentence brings the source", _next),
    Answer("goes-on", "it stands between sentences in which the same source is heard", _goes_on),
    Answer("study-near", "a study or a poll within two paragraphs answers for the shares", _study_near),
)
# Nobody need be asked.
PUBLIC: tuple[Answer, ...] = (
    Answer("notice", "the paper's own notice or count", lambda here: here.passage("notice")),
    Answer("score", "a score or the result of a vote", _score),
    Answer(
        "election",
        "an election count is public",
        lambda here: here.trigger.reason in _COUNTED and here.passage("election"),
    ),
    Answer(
        "play",
        "a match showed it",
        lambda here: here.trigger.reason in (*_COUNTED, "cause", "judgement") and here.passage("play"),
    ),
    Answer(
        "sport", "the tables of a sport hold it", lambda here: here.trigger.reason in _COUNTED and here.passage("sport")
    ),
    Answer(
        "market",
        "a market price is public",
        lambda here: (_priced(here) or here.trigger.reason == "superlative") and here.passage("market"),
    ),
    Answer("accounts", "a company's accounts hold it", lambda here: _priced(here) and here.passage("accounts")),
    Answer("deal", "what was paid in a deal that is told", lambda here: _figure(here) and here.sign_before("deal")),
    Answer("price", "a price that is asked in public", lambda here: _figure(here) and here.passage("price")),
    Answer(
        "law",
        "a rate or a rule that an office has set",
        lambda here: here.trigger.reason in (*_FIGURES, "legality") and here.sign_in_clause("law"),
    ),
    Answer("weather", "a reading or a forecast of the weather", _forecast),
    Answer("seen", "it was there for everybody to see", _seen),
    Answer("label", "a label, not a statement", _label),
    Answer("supposed", "it is supposed, not stated", _supposed),
    Answer("might-be", "it is still to come, or only might be", _might_be),
)
ANSWERS = (*SOURCED, *PUBLIC)
PUBLIC_ANSWERS = frozenset(one.name for one in PUBLIC)
MEANS: Mapping[str, str] = {one.name: one.means for one in ANSWERS}


def answer(here: Here) -> str:
    """The name of the first answer that holds; empty where somebody should be asked. Strictly, a source near by is
    none; but whoever is heard near by has told what she feels."""
    weak = _WEAK if here.strict and not (here.trigger.reason == "thought" and here.trigger.soft) else ()
    return next((one.name for one in ANSWERS if one.name not in weak and one.holds(here)), "")
