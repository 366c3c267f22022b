"""Cues of two verbs: “issued a statement saying”, “responded to the charge by saying”."""

from __future__ import annotations

from collections.abc import Container

from hedgelint.annotate.attributions.closed import (
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    PAST,
    PREPOSITION,
    STOP,
    SUBJECT,
    word_set,
)
from hedgelint.annotate.attributions.tokens import Unit

_BETWEEN = 7  # words between the message and what it says: “sent a tweet on Monday night saying”
_CLAUSE = CONJUNCTION | AUXILIARY | SUBJECT | {"that", "before", "after"}
_TURNS = word_set(
    "responded responds began begins opened opens started starts continued continues concluded concludes ended ends "
    "closed closes followed replied replies"
)
_FLOOR = 8  # words between the verb and its “by”: “responded on Friday to the charge by saying”
_WITHIN = 6  # words between the verb and its message: “put out a short joint statement”


def issued(unit: Unit, i: int, messages: Container[str]) -> int | None:
    """Index of the verb that sends out the message which the participle at `i` opens."""
    words = unit.words
    if i > 1 and words[i - 1] == ",":
        i -= 1
    noun = next(
        (j for j in range(i - 1, max(-1, i - 2 - _BETWEEN), -1) if _ends(words[j]) or words[j] in messages), None
    )
    if noun is None or words[noun] not in messages or not unit.raw[noun].islower():
        return None
    for verb in range(noun - 1, max(0, noun - 2 - _WITHIN), -1):
        word = words[verb]
        if _ends(word) or word in PREPOSITION:
            return None
        if unit.raw[verb].islower() and words[verb - 1] not in DETERMINER and (word in PAST or word.endswith("ed")):
            return verb
    return None


def turned(unit: Unit, i: int) -> int | None:
    """Index of the verb by which somebody takes the floor, before the “by” that stands before the participle at `i`."""
    words = unit.words
    if not i or words[i - 1] != "by":
        return None
    for verb in range(i - 2, max(0, i - 3 - _FLOOR), -1):
        if words[verb] in STOP or words[verb] in AUXILIARY:
            return None
        if words[verb] in _TURNS:
            return verb
    return None


def _ends(word: str) -> bool:
    return word in STOP or word in _CLAUSE
