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
    TIME,
    word_set,
)
from hedgelint.annotate.attributions.found import Range
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.annotate.attributions.verb_groups import is_adverb, verb_group
from hedgelint.annotate.nameless.triggers import Trigger

_FINITE = AUXILIARY - word_set("be been being having")
_WONDERING = word_set("should must can could would might may 'd shall do does did cannot can't couldn't")
_COMPARED = word_set("than as until before when if whether where what unless once how")
_FIRST = word_set("i we you")
_EMPTY = word_set("no any little without not never")  # there is no question that
_LEADS = word_set("amid amidst with of to after over despite following by on about into at from")
_CAUSED = word_set(
    "led leading leads due thanks rise response responding contributed contributing owing according prompted"
)
_ABOUT = word_set("about over of around regarding surrounding for at")
_STATED = word_set("that at about over of among around from in how why whether")
_BY = word_set("by from")
_WIDELY = word_set(
    "warmly widely universally generally roundly heavily broadly sharply bitterly fiercely strongly commonly frequently"
)
_AFTER_IT = PREPOSITION | DETERMINER | word_set("as be too one")  # something has to follow
_BESET = word_set("dogged plagued beset surrounded overshadowed haunted hit rocked fuelled fueled clouded marred")
# What can raise a question by itself.
EVENTS = word_set(
    "decision move case crash plan incident affair death arrest findings ruling vote bill law attack fire deal sale"
    " closure delay result results revelation revelations episode collapse announcement proposal scandal killing"
    " shooting appointment merger takeover discovery footage"
)
_OBJECTS = word_set("subject target object focus butt centre center")
_BECAME = word_set("become became becomes becoming")
_ONLINE = (["online"], ["on", "social", "media"], ["in", "some", "quarters"])  # where nobody in particular says so
_MEETING = word_set("met greeted")
_SHORT_STEP = 4  # words between what meets with it and the noun of saying


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
    if (
        start < i
        and words[start - 1] in STOP - {QUOTE}
        and (words[end],) in trigger.leads
        and (words[end] in DETERMINER or words[end] == "among")
        and trigger.group in ("judgement", "reputation")
        and not _agent(unit, end)
    ):
        return start, end + 1  # , widely considered the best
    if trigger.leads and start and words[start - 1] in STOP - {QUOTE} and words[end] != "to":
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
    lead = next((lead for lead in trigger.leads if tuple(words[end : end + len(lead)]) == lead), None)
    if lead is None or (start and (words[start - 1] in _FIRST or words[start - 1] in _COMPARED)):
        return None
    if (end + len(lead) >= unit.last() and lead[-1] in _AFTER_IT) or (
        trigger.term != "estimated" and words[end + len(lead) : end + len(lead) + 1] == [QUOTE]
    ):
        return None
    return None if _agent(unit, end + len(lead)) else (start, end + len(lead))


def widely(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“The plan has been widely criticised”, “it was mocked online”."""
    words = unit.words
    start = _group(unit, i)
    if start is None or not i or (start and words[start - 1] in (_FIRST | _COMPARED)):
        return None
    where = end + 2 if words[end : end + 1] == ["and"] else end  # mocked and questioned online
    online = next((where + len(place) for place in _ONLINE if words[where : where + len(place)] == place), None)
    if words[i - 1] not in _WIDELY and online is None:
        return None
    return None if _agent(unit, online or end) else (start, online or end)


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
    if words[verb] == "of" and verb > 1 and words[verb - 1] in _OBJECTS:
        return _is_object(unit, verb - 1, end)
    if words[verb] in ("under", "with") and verb:
        if words[verb - 1] not in trigger.words.draws and words[verb - 1] not in _MEETING:
            return None
        verb -= 1
    elif words[verb] not in trigger.words.draws:
        return None
    first = verb
    while first and (words[first - 1] in AUXILIARY or is_adverb(words[first - 1])):
        first -= 1
    group = set(words[first:verb])
    if words[verb].startswith("rais") and (not first or words[first - 1] not in EVENTS):
        return None  # somebody raised them, who is named
    if group & _WONDERING or group & _EMPTY or group & NEGATED or (first and words[first - 1] == "to"):
        return None
    return None if _agent(unit, end) else (first, end)


def _is_object(unit: Unit, i: int, end: int) -> Range | None:
    """“She was the subject of online speculation”: `i` is what somebody is of the noun of saying."""
    words = unit.words
    first = i
    while first and (
        words[first - 1] in ("the", "a", "at", *_BECAME) or words[first - 1] in AUXILIARY or is_adverb(words[first - 1])
    ):
        first -= 1
    group = set(words[first:i])
    if group & (_WONDERING | _EMPTY | NEGATED) or not group & (BE | _BECAME):
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
    if not start or words[start - 1] not in _LEADS or end >= unit.last() or trigger.term == "question":
        return None
    if words[start - 1] == "to" and (start < 2 or words[start - 2] not in _CAUSED):  # too much to hope that
        return None
    if words[end] == "that" or words[end] in SUBJECT or words[end] in ("the", "they"):
        return start - 1, end
    if words[start - 1] in ("amid", "amidst") and words[end] in _ABOUT:
        return start - 1, end
    if words[start - 1] == "by" and start > 1 and words[start - 2] in _BESET and words[end] in (_STATED | {"of"}):
        return start - 1, end  # dogged by rumours about
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
    """“He allegedly sold it”, “the sale, reportedly for £3m, …”."""
    return i, end


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
    ("came-out", came_out),
    ("reported", reported),
    ("adverb", adverb),
    ("adjective", adjective),
)
