"""Frames that say that somebody says so, and not who: a passive, an impersonal “it”, a noun of saying.

Each shape takes a unit, the index of its trigger word and the trigger's entry, and gives the words of the frame.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Self

from hedgelint.annotate.attributions.closed import (
    AUXILIARY,
    BE,
    CONJUNCTION,
    DETERMINER,
    NEGATED,
    POSSESSIVE,
    PREPOSITION,
    STOP,
    SUBJECT,
    TIME,
    word_set,
)
from hedgelint.annotate.attributions.found import Range
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.annotate.attributions.verb_groups import is_adverb, verb_group
from hedgelint.lexicon import Lexicons
from hedgelint.values import dataclass

_FINITE = AUXILIARY - word_set("be been being having")
_WONDERING = word_set("should must can could would might may 'd shall do does did cannot can't couldn't")
_COMPARED = word_set("than as until before when if whether where what unless once how")
_FIRST = word_set("i we you")
_SHAPES_OF = {
    "raised": ("raised", "reduced"),
    "ascribed": ("ascribed", "widely", "reduced"),
    "noun": ("existential", "passive-noun", "ownerless", "view-is", "answering"),
}
_EMPTY = word_set("no any little without not never")  # there is no question that
_LEADS = word_set("amid amidst with of to after over despite following by on about into at from")
_CAUSED = word_set(
    "led leading leads due thanks rise response responding contributed contributing owing according prompted"
)
_ABOUT = word_set("about over of around regarding surrounding for at")
_STATED = word_set("that at about over of among around from in how why whether")
_BY = word_set("by from")
_WIDELY = word_set(
    "widely universally generally roundly heavily broadly sharply bitterly fiercely strongly commonly frequently"
)
_AFTER_IT = PREPOSITION | DETERMINER | word_set("as be too one")  # something has to follow
# What comes in answer to hearsay, and what follows on a charge, with the charge behind “of”.
_ANSWERS = word_set(
    "deny denies denied denying confirm confirms confirmed confirming dismiss dismisses dismissed dismissing reject"
    " rejects rejected rejecting condemn condemns condemned condemning downplay downplays downplayed downplaying"
)
_HEARSAY = word_set("report rumour speculation")
_AFTERMATH = word_set("amid amidst after following over despite")
_CHARGES = word_set("accusation allegation claim rumour")
_SUNK = word_set("shrouded mired embroiled engulfed steeped entangled")
_SAYING = word_set("claiming suggesting alleging saying indicating")
_LED = word_set("led leads lead leading added adds adding contributed contributes contributing")
_BESET = word_set("dogged plagued beset surrounded overshadowed haunted hit rocked fuelled fueled clouded marred")
# What can raise a question by itself.
_EVENTS = word_set(
    "decision move case crash plan incident affair death arrest findings ruling vote bill law attack fire deal sale"
    " closure delay result results revelation revelations episode collapse announcement proposal scandal killing"
    " shooting appointment merger takeover discovery footage"
)
_MEETING = word_set("met greeted")
_UNCOUNTED = word_set("word talk speculation consensus")  # that need no article
# Whose nouns need no place to be nobody's: the fear is that, and not what is said of a claim (the claim was that).
_BARE = _UNCOUNTED | word_set("rumour fear feeling suspicion perception view")
_PLACED = 7  # words of where a view is held
_KNOWING = word_set(
    "police many all few most some more everyone everybody anyone anybody mankind man men women people science medicine"
    " staff local social security law british us western state federal city older younger only both each no one me you"
)
_SHORT_STEP = 4  # words between what meets with it and the noun of saying


@dataclass(frozen=True, slots=True)
class Words:
    """Of `frame-words`: what is done with a question by somebody out of sight, what it does by itself, what is told
    of its size, and what an event does that meets with it."""

    done: frozenset[str]
    thrives: frozenset[str]
    grows: frozenset[str]
    draws: frozenset[str]

    @classmethod
    def of(cls, lexicons: Lexicons) -> Self:
        entries = lexicons["frame-words"].entries
        roles = ("done", "thrives", "grows", "draws")
        return cls(*(frozenset(e["term"] for e in entries if role in e.get("roles", ())) for role in roles))


@dataclass(frozen=True, slots=True)
class Trigger:
    """An entry of `hidden-frames`. `shapes` are those its `frames` allow; `leads` the words of which one row must
    follow where the frame is ascribed."""

    term: str
    shapes: frozenset[str]
    group: str
    leads: tuple[tuple[str, ...], ...]
    words: Words

    @classmethod
    def of(cls, entry: Mapping[str, Any], words: Words) -> Self:
        shapes = frozenset(shape for frame in entry["frames"] for shape in _SHAPES_OF.get(frame, (frame,)))
        leads = tuple(tuple(str(lead).split()) for lead in entry.get("with", ()))
        return cls(str(entry["term"]), shapes, str(entry["group"]), leads, words)

    @property
    def passive(self) -> bool:
        """Whether all its shapes are passives."""
        return self.shapes <= _PASSIVES


Shape = Callable[[Unit, int, int, Trigger], Range | None]


def _group(unit: Unit, i: int) -> int | None:
    """Where the passive group begins whose participle stands at `i`; None without a form of be, or with a modal that
    only wonders."""
    start = verb_group(unit, i)
    group = unit.words[start:i]
    if _FINITE.isdisjoint(group) or not any(word in BE for word in group) or not _WONDERING.isdisjoint(group):
        return None
    return start


def raised(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“He is believed to have left.”"""
    words = unit.words
    start = _group(unit, i)
    if start is None or end + 1 >= len(words) or words[end] != "to" or not _infinitive(unit, end + 1):
        return None
    if start and (words[start - 1] in _FIRST or words[start - 1] in _COMPARED):
        return None
    if trigger.term == "known" and (_known_to(words[end + 1]) or "been" in words[start:i]):
        return None  # known to police; have been known to fib
    return start, end + 1


def reduced(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“A man, believed to be in his 40s, …”, “documents thought to be lost”, “the sale, hailed then as a triumph”."""
    words = unit.words
    start = i
    if end >= len(words):
        return None
    while start and is_adverb(words[start - 1]):
        start -= 1
    if start and words[start - 1] in STOP - {QUOTE} and (words[end],) in trigger.leads and words[end] not in _AFTER_IT:
        return start, end + 1  # missing, presumed dead
    if trigger.leads and start and words[start - 1] in STOP - {QUOTE} and words[end] != "to":
        if trigger.group == "reputation" and words[start - 1] == "," and (called := _led_to(unit, end, trigger)):
            return None if words[end] == "the" and start == i else (start, end + called)
        lead = next((j for j in range(end, min(end + 5, len(words))) if words[j] == "as"), None)
        if lead is None or ("as",) not in trigger.leads or _agent(unit, end) or _COMPARED & set(words[end:lead]):
            return None
        return start, lead + 1
    if words[end : end + 2] not in (["to", "be"], ["to", "have"]) or not start:
        return None
    if words[start - 1] in AUXILIARY or words[start - 1] in SUBJECT or words[start - 1] in CONJUNCTION - {"but"}:
        return None
    return start, end + 1


def impersonal(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“It is understood that he left”, “the sale, it was claimed, had failed”."""
    words = unit.words
    start = _group(unit, i)
    if not start or words[start - 1] != "it" or (start > 1 and words[start - 2] in _COMPARED):
        return None
    behind = words[end] if end < len(words) else ""
    if behind == "to" or behind in ("by", "as", "in", "with", "at", "for"):
        return None
    return start - 1, end


def came_out(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“It then emerged that”, “it became known that”, “it appears that”."""
    words = unit.words
    start = verb_group(unit, i)
    if not start or words[start - 1] != "it" or any(word in _WONDERING | NEGATED for word in words[start:i]):
        return None
    if start > 1 and words[start - 2] in _COMPARED:
        return None
    behind = words[end] if end < len(words) else ""
    if behind in STOP or behind in PREPOSITION or behind in AUXILIARY or not behind or is_adverb(behind):
        return None
    if trigger.group == "belief" and behind != "that":
        return None
    return start - 1, end


def ascribed(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“She is widely seen as”, “he has been accused of”."""
    words = unit.words
    start = _group(unit, i)
    if start is None:
        return None
    led = _led_to(unit, end, trigger)
    if not led or (start and (words[start - 1] in _FIRST or words[start - 1] in _COMPARED)):
        return None
    if trigger.term == "called":  # as opposed to its name: it is called the Quay
        return (start, end + led) if {"been", "being"} & set(words[start:i]) else None
    if trigger.term != "estimated" and words[end + led : end + led + 1] == [QUOTE]:
        return None
    return start, end + led


def _led_to(unit: Unit, end: int, trigger: Trigger) -> int:
    """How many words behind `end` are those that must follow; 0 where they do not, or nothing does, or an agent."""
    words = unit.words
    lead = next((lead for lead in trigger.leads if tuple(words[end : end + len(lead)]) == lead), ())
    behind = end + len(lead)
    if not lead or (behind >= unit.last() and lead[-1] in _AFTER_IT) or _agent(unit, behind):
        return 0
    return len(lead)


def widely(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“The plan has been widely criticised.”"""
    words = unit.words
    start = _group(unit, i)
    if start is None or not i or words[i - 1] not in _WIDELY or (start and words[start - 1] in (_FIRST | _COMPARED)):
        return None
    return None if _agent(unit, end) else (start, end)


def reaction(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“The plan has drawn criticism”, “it was met with anger”, “the firm faces claims that”, “he came under fire”."""
    words = unit.words
    start = i
    while (
        start
        and i - start < _SHORT_STEP
        and words[start - 1] not in trigger.words.draws
        and _modifies(words[start - 1])
    ):
        start -= 1
    if not start:
        return None
    verb = start - 1
    if words[verb] == "to" and verb and words[verb - 1] in _LED and words[i] != "fire":
        verb -= 1  # has led to calls for
    elif words[verb] in ("under", "with") and verb:
        if words[verb - 1] not in trigger.words.draws and words[verb - 1] not in _MEETING:
            return None
        verb -= 1
    elif words[verb] not in trigger.words.draws:
        return None
    first = verb
    while first and (words[first - 1] in AUXILIARY or is_adverb(words[first - 1])):
        first -= 1
    group = set(words[first:verb])
    if words[verb].startswith("rais") and (not first or words[first - 1] not in _EVENTS):
        return None  # somebody raised them, who is named
    if group & _WONDERING or group & _EMPTY or group & NEGATED or (first and words[first - 1] == "to"):
        return None
    return None if _agent(unit, end) else (first, end)


def _modifies(word: str) -> bool:
    """Whether the word can stand between a verb and its noun: no verb of its own, no preposition."""
    return word not in AUXILIARY and word not in STOP and word not in PREPOSITION and word not in POSSESSIVE


def passive_noun(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:  # noqa: PLR0911
    """“Questions were raised about”, “concerns over the cost have been voiced”, “rumours persist”."""
    words = unit.words
    start = _noun_start(unit, i, trigger)
    if start is None:
        return None
    if trigger.term == "report":
        return None
    for j in range(end, min(end + 8, len(words))):
        word = words[j]
        if word in STOP or word in CONJUNCTION - {"about"} or word in ("that", "which", "who", "."):
            return None
        if word in trigger.words.thrives and j == end:
            return start, j + 1
        if word in AUXILIARY:
            if word in _WONDERING or word in NEGATED:
                return None
            k = j
            while k < len(words) and (words[k] in AUXILIARY or is_adverb(words[k])):
                k += 1
            if (
                k >= len(words)
                or words[k] not in trigger.words.done
                or any(w in _WONDERING or w in _EMPTY for w in words[j:k])
            ):
                return None
            if trigger.term in ("call", "report") and words[k] in ("asked", "heard"):
                return None
            return None if _agent(unit, k + 1, 2) else (start, k + 1)
    return None


def existential(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“There have been claims that”, “there is growing concern”."""
    words = unit.words
    low = max(0, i - 8)
    there = next((j for j in range(i - 1, low - 1, -1) if words[j] == "there"), None)
    if there is None or end >= unit.last():
        return None
    if words[end] not in _STATED and words[end] not in SUBJECT and words[end] not in DETERMINER:
        return None
    k = there + 1
    while k < i and (words[k] in AUXILIARY or is_adverb(words[k])):
        k += 1
    if k == there + 1 or not any(word in BE for word in words[there + 1 : k]):
        return None
    between = words[there + 1 : i]
    if any(w in _EMPTY or w in _WONDERING or w in NEGATED or w in STOP or w in PREPOSITION for w in between):
        return None
    return None if _agent(unit, end) else (there, end)


def ownerless(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“Amid fears that the bank would close”, “fuelled by rumours he had left”."""
    words = unit.words
    start = i
    while start and (words[start - 1] in trigger.words.grows or is_adverb(words[start - 1])):
        start -= 1
    if not start or end >= unit.last() or trigger.term == "question":
        return None
    lead, heard = words[start - 1], trigger.term in _HEARSAY
    sunk = lead == "in" and start > 1 and words[start - 2] in _SUNK
    if lead not in _LEADS and not sunk:
        return None
    if words[start - 1] == "to" and (start < 2 or words[start - 2] not in _CAUSED):  # too much to hope that
        return None
    clause = words[end] == "that" or words[end] in SUBJECT or words[end] in ("the", "they")
    told = heard and (words[end] in _SAYING or words[end] in ("a", "an"))  # after reports a man had been seen
    charged = words[end] == "of" and trigger.term in _CHARGES and (sunk or lead in _AFTERMATH)
    about = lead in ("amid", "amidst") and words[end] in _ABOUT
    beset = lead == "by" and start > 1 and words[start - 2] in _BESET and words[end] in (_STATED | {"of"})
    return (start - 1, end) if clause or told or charged or about or beset else None


def answering(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“The club denied reports that it was for sale”: hearsay that is answered, and nobody told it."""
    words = unit.words
    start = i
    while start and (words[start - 1] in trigger.words.grows or is_adverb(words[start - 1])):
        start -= 1
    if not start or words[start - 1] not in _ANSWERS or trigger.term not in _HEARSAY or end >= unit.last():
        return None
    if words[end] not in _STATED and words[end] not in SUBJECT and words[end] not in DETERMINER:
        return None
    return None if _agent(unit, end, 2) else (start - 1, end)


def view_is(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“The fear in the village is that”, “word round the paddock is that”, “talk is that”."""
    words = unit.words
    start = _noun_start(unit, i, trigger)
    if start is None or end >= unit.last() or words[end : end + 1] in (["of"], ["from"], ["by"]):
        return None
    if trigger.group in ("accusation", "judgement") or (start == i and trigger.term not in _UNCOUNTED):
        return None
    for j in range(end, min(end + _PLACED, unit.last() - 1)):
        if words[j] in STOP or words[j] in SUBJECT:
            return None
        if words[j] in AUXILIARY:
            placed = trigger.term in _BARE if j == end else words[end] in PREPOSITION
            return (start, j + 2) if placed and words[j] in ("is", "was") and words[j + 1] == "that" else None
    return None


def adjective(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“Other rumoured names”, “the rumoured sale”."""
    words = unit.words
    if end >= unit.last() or words[end] in STOP or words[end] in PREPOSITION or words[end] == "to":
        return None
    if i and (words[i - 1] in DETERMINER or words[i - 1] in ("other", "his", "her", "its")):
        return i, end + 1
    return None


def adverb(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“He allegedly sold it”, “the sale, reportedly for £3m, …”, “less than expected”; but not “by analysts”."""
    owned = trigger.group == "forecast" and unit.words[end : end + 1] in (["by"], ["of"], ["from"], ["among"])
    return None if owned else (i, end)


def reported(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“More deaths are being reported”, “crossings were also reported overnight”."""
    words = unit.words
    start = _group(unit, i)
    if (
        start is None
        or not start
        or words[start - 1] == "it"
        or words[end : end + 1] in (["to"], ["by"], ["as"], ["missing"])
    ):
        return None
    if words[start - 1] in SUBJECT or words[start - 1] in STOP or _EMPTY.intersection(words[max(0, start - 4) : i]):
        return None  # no damage was reported
    return start, end


def _agent(unit: Unit, start: int, reach: int = 60) -> bool:
    """Whether the clause goes on, within so many words, to say by whom, or from whom."""
    words = unit.words
    for j in range(start, min(start + reach, len(words) - 1)):
        if words[j] in STOP or words[j] == ".":
            return False
        if (
            words[j] in _BY
            and not words[j + 1].endswith("ing")
            and not words[j + 1][0].isdigit()
            and words[j + 1] not in TIME
        ):
            return True
    return False


def _known_to(word: str) -> bool:
    """Whether those who know it follow, and no infinitive: known to police, known to fans."""
    return word in _KNOWING or (word.endswith("s") and not word.endswith(("ss", "us")))


def _infinitive(unit: Unit, i: int) -> bool:
    word = unit.words[i]
    return word not in DETERMINER and word not in POSSESSIVE and word not in STOP and unit.raw[i][0].islower()


def _noun_start(unit: Unit, i: int, trigger: Trigger) -> int | None:
    """Where the phrase begins that the noun at `i` heads, if nobody owns it and it can be a subject."""
    words = unit.words
    start = i
    while start and (words[start - 1] in trigger.words.grows or words[start - 1] in ("a", "the", "these", "those")):
        start -= 1
    before = words[start - 1] if start else ""
    if before in POSSESSIVE or before.endswith(("'s", "s'")) or before in PREPOSITION or before in _EMPTY:
        return None
    if (
        before
        and before not in STOP
        and before not in CONJUNCTION
        and before not in ("and", "that", ".", "but", "later")
    ):
        return None
    return start


_PASSIVES = frozenset(("raised", "reduced", "impersonal", "ascribed", "widely", "reported"))
# In this order; the first that holds is the frame.
SHAPES: tuple[tuple[str, Shape], ...] = (
    ("raised", raised),
    ("reduced", reduced),
    ("impersonal", impersonal),
    ("ascribed", ascribed),
    ("widely", widely),
    ("existential", existential),
    ("passive-noun", passive_noun),
    ("reaction", reaction),
    ("ownerless", ownerless),
    ("view-is", view_is),
    ("answering", answering),
    ("came-out", came_out),
    ("reported", reported),
    ("adverb", adverb),
    ("adjective", adjective),
)
