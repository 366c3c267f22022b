"""Frames of a noun of saying that nobody owns: questions were raised, there are claims, amid fears that."""

from __future__ import annotations

from collections.abc import Sequence

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
)
from hedgelint.annotate.attributions.found import Range
from hedgelint.annotate.attributions.tokens import Unit
from hedgelint.annotate.attributions.verb_groups import is_adverb
from hedgelint.annotate.nameless import frame_sets
from hedgelint.annotate.nameless.triggers import Trigger


def passive_noun(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:  # noqa: PLR0911
    """“Questions were raised about”, “concerns over the cost have been voiced”, “rumours persist”."""
    words = unit.words
    start = noun_start(unit, i, trigger)
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
            if word in frame_sets.WONDERING or word in NEGATED:
                return None
            k = j
            while k < len(words) and (words[k] in AUXILIARY or is_adverb(words[k])):
                k += 1
            if (
                k >= len(words)
                or words[k] not in trigger.words.done
                or any(w in frame_sets.WONDERING or w in frame_sets.EMPTY for w in words[j:k])
            ):
                return None
            if trigger.term in ("call", "report") and words[k] in ("asked", "heard"):
                return None
            return None if agent(unit, k + 1, 2) else (start, k + 1)
    return None


def existential(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“There have been claims that”, “there is growing concern”."""
    words = unit.words
    low = max(0, i - 8)
    there = next((j for j in range(i - 1, low - 1, -1) if words[j] == "there"), None)
    if there is None or end >= unit.last():
        return None
    if not _states(words[end]):
        return None
    k = there + 1
    while k < i and (words[k] in AUXILIARY or is_adverb(words[k])):
        k += 1
    if k == there + 1 or not any(word in BE for word in words[there + 1 : k]):
        return None
    between = words[there + 1 : i]
    if any(
        w in frame_sets.EMPTY or w in frame_sets.WONDERING or w in NEGATED or w in STOP or w in PREPOSITION
        for w in between
    ):
        return None
    return None if agent(unit, end) else (there, end)


def ownerless(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“Amid fears that the bank would close”, “fuelled by rumours he had left”."""
    words = unit.words
    start = _grown(words, i, trigger)
    if not start or end >= unit.last() or trigger.term == "question":
        return None
    lead, heard = words[start - 1], trigger.term in frame_sets.HEARSAY
    sunk = lead == "in" and start > 1 and words[start - 2] in frame_sets.SUNK
    if lead not in frame_sets.LEADS and not sunk:
        return None
    if words[start - 1] == "to" and (start < 2 or words[start - 2] not in frame_sets.CAUSED):  # too much to hope that
        return None
    clause = words[end] == "that" or words[end] in SUBJECT or words[end] in ("the", "they")
    told = heard and (words[end] in frame_sets.SAYING or words[end] in ("a", "an"))  # after reports a man had been seen
    charged = words[end] == "of" and trigger.term in frame_sets.CHARGES and (sunk or lead in frame_sets.AFTERMATH)
    about = lead in ("amid", "amidst") and words[end] in frame_sets.ABOUT
    beset = (
        lead == "by"
        and start > 1
        and words[start - 2] in frame_sets.BESET
        and words[end] in (frame_sets.STATED | {"of"})
    )
    return (start - 1, end) if clause or told or charged or about or beset else None


def answering(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“The club denied reports that it was for sale”: hearsay that is answered, and nobody told it."""
    words = unit.words
    start = _grown(words, i, trigger)
    if (
        not start
        or words[start - 1] not in frame_sets.ANSWERS
        or trigger.term not in frame_sets.HEARSAY
        or end >= unit.last()
    ):
        return None
    if not _states(words[end]):
        return None
    return None if agent(unit, end, 2) else (start - 1, end)


def view_is(unit: Unit, i: int, end: int, trigger: Trigger) -> Range | None:
    """“The fear in the village is that”, “word round the paddock is that”, “talk is that”."""
    words = unit.words
    start = noun_start(unit, i, trigger)
    if start is None or end >= unit.last() or words[end : end + 1] in (["of"], ["from"], ["by"]):
        return None
    if trigger.group in ("accusation", "judgement") or (start == i and trigger.term not in frame_sets.UNCOUNTED):
        return None
    for j in range(end, min(end + frame_sets.PLACED, unit.last() - 1)):
        if words[j] in STOP or words[j] in SUBJECT:
            return None
        if words[j] in AUXILIARY:
            placed = trigger.term in frame_sets.BARE if j == end else words[end] in PREPOSITION
            return (start, j + 2) if placed and words[j] in ("is", "was") and words[j + 1] == "that" else None
    return None


def _grown(words: Sequence[str], i: int, trigger: Trigger) -> int:
    """Where what swells the noun at `i` begins: “growing” fears, “newly” raised doubts."""
    while i and (words[i - 1] in trigger.words.grows or is_adverb(words[i - 1])):
        i -= 1
    return i


def _states(word: str) -> bool:
    """Whether what is said can begin with the word behind its noun: claims that, reports he, fears the."""
    return word in frame_sets.STATED or word in SUBJECT or word in DETERMINER


def agent(unit: Unit, start: int, reach: int = 60) -> bool:
    """Whether the clause goes on, within so many words, to say by whom, or from whom."""
    words = unit.words
    for j in range(start, min(start + reach, len(words) - 1)):
        if words[j] in STOP or words[j] == ".":
            return False
        if (
            words[j] in frame_sets.BY
            and not words[j + 1].endswith("ing")
            and not words[j + 1][0].isdigit()
            and words[j + 1] not in TIME
        ):
            return True
    return False


def noun_start(unit: Unit, i: int, trigger: Trigger) -> int | None:
    """Where the phrase begins that the noun at `i` heads, if nobody owns it and it can be a subject."""
    words = unit.words
    start = i
    while start and (words[start - 1] in trigger.words.grows or words[start - 1] in ("a", "the", "these", "those")):
        start -= 1
    before = words[start - 1] if start else ""
    if before in POSSESSIVE or before.endswith(("'s", "s'")) or before in PREPOSITION or before in frame_sets.EMPTY:
        return None
    if (
        before
        and before not in STOP
        and before not in CONJUNCTION
        and before not in ("and", "that", ".", "but", "later")
    ):
        return None
    return start
