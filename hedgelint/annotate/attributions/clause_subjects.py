"""The subject of a clause, from the clause's beginning: for a second verb, and for what stands before a main clause."""

from __future__ import annotations

from collections.abc import Container

from hedgelint.annotate.attributions.closed import (
    AUXILIARY,
    CONJUNCTION,
    DASHES,
    DETERMINER,
    PAST,
    PREPOSITION,
    STOP,
    SUBJECT,
    TIME,
)
from hedgelint.annotate.attributions.tokens import Unit
from hedgelint.annotate.attributions.verb_groups import is_adverb

_CLOSING = {"(": ")"}
_WITH = 12  # words of a subject behind “with”
_WHEN = 5  # words of “Earlier this week,”
_DATELINE = 16  # words before its dash


def head(unit: Unit, start: int, end: int) -> int:
    """Past “CARROW (AP) —”, “And”, “On Monday,” and the like before the subject of a clause that begins at `start`."""
    words = unit.words
    if not start and len(unit.raw[0]) > 2 and unit.raw[0].isupper():
        start = next((i + 1 for i in range(1, min(end, _DATELINE)) if words[i] in DASHES), 0)
    if words[start] in ("and", "but", "or", "yet", "so"):
        start += 1
    while start < end and (words[start] in PREPOSITION or words[start] in CONJUNCTION):
        start = next((i + 1 for i in range(start, min(end, start + 16)) if words[i] == ","), end)
    if start < end and (words[start] in TIME or is_adverb(words[start]) or words[start] == "more"):
        comma = next((i for i in range(start, min(end, start + _WHEN)) if words[i] == ","), None)
        if comma is not None:
            start = comma + 1
        elif words[start] in ("then", "now"):
            start += 1
    return min(start, end - 1)


def opening(unit: Unit, limit: int, finite: Container[str], start: int = 0) -> tuple[int, int] | None:
    """The subject that the sentence opens with, or that stands at word `start`, for a second verb far from it: “The
    mayor rose and said”."""
    return _subject(unit, head(unit, start, limit + 1), limit, finite)


def main_clause(unit: Unit, start: int, finite: Container[str]) -> tuple[int, int] | None:
    """The subject behind a clause that opens the sentence: “Citing the cost, the mayor refused”."""
    words, limit = unit.words, unit.last()
    for i in range(start, min(limit - 2, start + 40)):
        if words[i] == "," and (words[i + 1] in SUBJECT or words[i + 1] in DETERMINER or unit.raw[i + 1][0].isupper()):
            found = _subject(unit, i + 1, limit, finite)
            if found is not None:
                return found
    return None


def behind_with(unit: Unit, end: int) -> tuple[int, int] | None:
    """The subject of a participle at `end`: “…, with half of the clerks saying C”."""
    for i in range(end - 2, max(0, end - _WITH), -1):
        if unit.words[i] == "with":
            return (i + 1, end) if unit.words[i - 1] in STOP else None
        if unit.words[i] in STOP or unit.words[i] in AUXILIARY:
            return None
    return None


def _subject(unit: Unit, start: int, limit: int, finite: Container[str]) -> tuple[int, int] | None:
    words = unit.words
    if words[start] in STOP:
        return None
    if words[start] in SUBJECT:
        return start, start + 1
    i = start + 1
    while i < min(limit, start + 30):
        word = words[i]
        if word in (",", "(", "-", "–", "—"):
            closing = next((j for j in range(i + 1, min(limit, i + 16)) if words[j] == _CLOSING.get(word, word)), None)
            if closing is None:
                return None
            age = "".join(words[closing + 1 : closing + 2]).isdigit()
            if word == "," and age and words[closing + 2 : closing + 3] == [","]:
                closing += 2
            i = closing
        elif word in STOP:
            return None
        elif word in AUXILIARY or (unit.raw[i].islower() and (word.endswith("ed") or word in PAST or word in finite)):
            while i > start + 1 and is_adverb(words[i - 1]) and unit.raw[i - 1].islower():
                i -= 1
            return start, i
        i += 1
    return None
