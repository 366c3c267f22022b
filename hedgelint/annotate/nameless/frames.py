"""Frames that say that somebody says so, and not who: a passive, an impersonal “it”, a noun of saying.

Each shape takes a unit, the index of its trigger word and the trigger's entry, and gives the words of the frame.
"""

from __future__ import annotations

from collections.abc import Callable

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
)
from hedgelint.annotate.attributions.found import Range
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.annotate.attributions.verb_groups import is_adverb, verb_group
from hedgelint.annotate.nameless import frame_sets
from hedgelint.annotate.nameless.nouns import agent, answering, existential, ownerless, passive_noun, view_is
from hedgelint.annotate.nameless.triggers import Trigger

Shape = Callable[[Unit, int, int, Trigger], Range | None]


def _group(unit: Unit, i: int) -> int | None:
    """Where the passive group begins whose participle stands at `i`; None without a form of be, or with a modal that
    only wonders."""
    start = verb_group(unit, i)
    group = unit.words[start:i]
    if (
        frame_sets.FINITE.isdisjoint(group)
        or not any(word in BE for word in group)
        or not frame_sets.WONDERING.isdisjoint(group)
    ):
        return None
    return start


def raised(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“He is believed to have left.”"""
    words = unit.words
    start = _group(unit, i)
    if start is None or end + 1 >= len(words) or words[end] != "to" or not _infinitive(unit, end + 1):
        return None
    if start and (words[start - 1] in frame_sets.FIRST or words[start - 1] in frame_sets.COMPARED):
        return None
    if trigger.term == "known" and (_known_to(words[end + 1]) or "been" in words[start:i]):
        return None  # known to police; have been known to fib
    return start, end + 1


def reduced(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:  # noqa: PLR0911
    """“A man, believed to be in his 40s, …”, “documents thought to be lost”, “the sale, hailed then as a triumph”."""
    words = unit.words
    start = i
    if end >= len(words):
        return None
    while start and is_adverb(words[start - 1]):
        start -= 1
    if (
        start
        and words[start - 1] in STOP - {QUOTE}
        and (words[end],) in trigger.leads
        and words[end] not in frame_sets.AFTER_IT
    ):
        return start, end + 1  # missing, presumed dead
    if (
        start < i
        and words[start - 1] in STOP - {QUOTE}
        and (words[end],) in trigger.leads
        and (words[end] in DETERMINER or words[end] == "among")
        and trigger.group in ("judgement", "reputation")
        and not agent(unit, end)
    ):
        return start, end + 1  # , widely considered the best
    if trigger.leads and start and words[start - 1] in STOP - {QUOTE} and words[end] != "to":
        if trigger.group == "reputation" and words[start - 1] == "," and (called := _led_to(unit, end, trigger)):
            return None if words[end] == "the" and start == i else (start, end + called)
        lead = next((j for j in range(end, min(end + 5, len(words))) if words[j] == "as"), None)
        if (
            lead is None
            or ("as",) not in trigger.leads
            or agent(unit, end)
            or frame_sets.COMPARED & set(words[end:lead])
        ):
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
    if not start or words[start - 1] != "it" or (start > 1 and words[start - 2] in frame_sets.COMPARED):
        return None
    behind = words[end] if end < len(words) else ""
    if behind == "to" or behind in ("by", "as", "in", "with", "at", "for"):
        return None
    return start - 1, end


def came_out(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“It then emerged that”, “it became known that”, “it appears that”."""
    words = unit.words
    start = verb_group(unit, i)
    if not start or words[start - 1] != "it" or any(word in frame_sets.WONDERING | NEGATED for word in words[start:i]):
        return None
    if start > 1 and words[start - 2] in frame_sets.COMPARED:
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
    if not led or (start and (words[start - 1] in frame_sets.FIRST or words[start - 1] in frame_sets.COMPARED)):
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
    if not lead or (behind >= unit.last() and lead[-1] in frame_sets.AFTER_IT) or agent(unit, behind):
        return 0
    return len(lead)


def widely(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“The plan has been widely criticised”, “it was mocked online”."""
    words = unit.words
    start = _group(unit, i)
    if start is None or not i or (start and words[start - 1] in (frame_sets.FIRST | frame_sets.COMPARED)):
        return None
    where = end + 2 if words[end : end + 1] == ["and"] else end  # mocked and questioned online
    online = next(
        (where + len(place) for place in frame_sets.ONLINE if words[where : where + len(place)] == place), None
    )
    if words[i - 1] not in frame_sets.WIDELY and online is None:
        return None
    return None if agent(unit, online or end) else (start, online or end)


def reaction(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“The plan has drawn criticism”, “it was met with anger”, “the firm faces claims that”, “he came under fire”."""
    words = unit.words
    start = i
    while (
        start
        and i - start < frame_sets.SHORT_STEP
        and words[start - 1] not in trigger.words.draws
        and _modifies(words[start - 1])
    ):
        start -= 1
    if not start:
        return None
    verb = start - 1
    if words[verb] == "of" and verb > 1 and words[verb - 1] in frame_sets.OBJECTS:
        return _is_object(unit, verb - 1, end)
    if words[verb] == "to" and verb and words[verb - 1] in frame_sets.LED and words[i] != "fire":
        verb -= 1  # has led to calls for
    elif words[verb] in ("under", "with") and verb:
        if words[verb - 1] not in trigger.words.draws and words[verb - 1] not in frame_sets.MEETING:
            return None
        verb -= 1
    elif words[verb] not in trigger.words.draws:
        return None
    first = verb
    while first and (words[first - 1] in AUXILIARY or is_adverb(words[first - 1])):
        first -= 1
    group = set(words[first:verb])
    if words[verb].startswith("rais") and (not first or words[first - 1] not in frame_sets.EVENTS):
        return None  # somebody raised them, who is named
    if (
        group & frame_sets.WONDERING
        or group & frame_sets.EMPTY
        or group & NEGATED
        or (first and words[first - 1] == "to")
    ):
        return None
    return None if agent(unit, end) else (first, end)


def _is_object(unit: Unit, i: int, end: int) -> Range | None:
    """“She was the subject of online speculation”: `i` is what somebody is of the noun of saying."""
    words = unit.words
    first = i
    while first and (
        words[first - 1] in ("the", "a", "at", *frame_sets.BECAME)
        or words[first - 1] in AUXILIARY
        or is_adverb(words[first - 1])
    ):
        first -= 1
    group = set(words[first:i])
    if group & (frame_sets.WONDERING | frame_sets.EMPTY | NEGATED) or not group & (BE | frame_sets.BECAME):
        return None
    return None if agent(unit, end) else (first, end)


def _modifies(word: str) -> bool:
    """Whether the word can stand between a verb and its noun: no verb of its own, no preposition."""
    return word not in AUXILIARY and word not in STOP and word not in PREPOSITION and word not in POSSESSIVE


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
    if (
        words[start - 1] in SUBJECT
        or words[start - 1] in STOP
        or frame_sets.EMPTY.intersection(words[max(0, start - 4) : i])
    ):
        return None  # no damage was reported
    return start, end


def _known_to(word: str) -> bool:
    """Whether those who know it follow, and no infinitive: known to police, known to fans."""
    return word in frame_sets.KNOWING or (word.endswith("s") and not word.endswith(("ss", "us")))


def _infinitive(unit: Unit, i: int) -> bool:
    word = unit.words[i]
    return word not in DETERMINER and word not in POSSESSIVE and word not in STOP and unit.raw[i][0].islower()


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
