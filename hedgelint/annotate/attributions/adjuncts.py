"""What stands between a cue and its statement: when, where and how it was said, and what is thrown in."""

from __future__ import annotations

from collections.abc import Container

from hedgelint.annotate.attributions import contents
from hedgelint.annotate.attributions.closed import AUXILIARY, DETERMINER, PREPOSITION, SUBJECT, TIME, VENUE
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.annotate.attributions.verb_groups import is_adverb

_PLACED = PREPOSITION - {"into"}  # nobody says anything into a place
_SETTING = frozenset(
    ("in", "on", "at", "during", "after", "before", "despite", "for", "from", "via", "over", "without")
)
_REACH = 24  # words of an adjunct with a clause, or a “that”, behind it


def skip_adjunct(unit: Unit, i: int) -> int | None:  # noqa: PLR0911
    """Past “on Monday”, “in a statement” to the “that”, colon or quotation which the statement begins with."""
    words = unit.words
    limit = min(unit.last(), i + 14)
    if i >= limit:
        return None
    if words[i] in _PLACED or words[i] in TIME or is_adverb(words[i]) or words[i] == ",":
        j = i
        while j < limit:
            if words[j] in ("that", QUOTE):
                return j
            if words[j] == ":":
                return j + 1 if j + 1 < limit else None
            if j > i + 1 and words[j] in SUBJECT and words[j - 1] in VENUE and words[j + 1 : j + 2] != [","]:
                return j if not AUXILIARY.isdisjoint(words[j + 1 : j + 2]) else None  # in a letter it was
            if words[j] in (";", "and") or (j > i and words[j] in SUBJECT):
                break
            j += 1
        far = _that_behind(unit, i) if words[i] in PREPOSITION and words[i] != "to" else None
        if far is not None:
            return far
        if words[i] in TIME:
            day = past_days(unit, i)
            return day if contents.begins_clause(unit, day) else None
        if words[i] == "on" and i + 1 < limit and words[i + 1] in TIME:
            return i + 2 if contents.begins_clause(unit, i + 2) else None
        if words[i] in ("for", "in") and i + 2 < limit and words[i + 2] in SUBJECT - {"who"}:
            return i if words[i] == "in" else i + 2  # “said for weeks he”, “said in politics it”
    return None


def past_days(unit: Unit, i: int) -> int:
    """Past “on Monday”, “last month” or “earlier this week” at `i`."""
    words, j = unit.words, i
    if words[j] == "on" and not TIME.isdisjoint(words[j + 1 : j + 2]):
        j += 1
    while j < unit.last() and (words[j] in TIME or words[j].isdigit()):
        j += 1
    return j


def _that_behind(unit: Unit, i: int) -> int | None:
    """“of the meeting they had last week that …”, “on the radio, where she is a guest, that …”, from the preposition
    at `i`: the “that” behind a comma, or the one that no noun stands before."""
    words = unit.words
    for j in range(i + 2, min(unit.last() - 1, i + _REACH)):
        if words[j] in (QUOTE, ";", ":"):
            return None
        if words[j] == "that" and (words[j - 1] == "," or words[j - 1] in TIME):
            return j
    return None


def skip_aside(unit: Unit, i: int, object_too: bool) -> int | None:
    """Past “, however,” or “— as he often does —” from the mark at `i` to the “that” or the quotation behind it, or to
    any object where the verb takes one."""
    words = unit.words
    for j in range(i + 2, min(unit.last() - 1, i + 12)):
        if words[j] == words[i]:
            behind = words[j + 1]
            opens = behind in ("that", QUOTE) or behind in SUBJECT
            return j + 1 if opens or (object_too and words[i + 1] in PREPOSITION and behind in DETERMINER) else None
        if words[j] in (QUOTE, ";", ":"):
            return None
    return None


def clause_behind(unit: Unit, i: int, finite: Container[str]) -> int | None:
    """Where a clause without “that” begins behind the adjunct at `i`: “said in a letter on Monday he was ill”, “argued
    in the hearing, the lock was old”."""
    words, last = unit.words, unit.last()
    if words[i] not in _SETTING and words[i] not in TIME:
        return None
    for j in range(i + 2, min(last - 2, i + _REACH)):
        word = words[j]
        if word in (QUOTE, ";", ":", "—", "–"):
            return None
        if word in SUBJECT and word != "who" and words[j + 1] in AUXILIARY:
            return j
        if (words[j - 1] == "," or words[j - 1] in TIME) and _opens(unit, j) and contents.carries(unit, j, finite):
            return j
    return None


def _opens(unit: Unit, i: int) -> bool:
    word = unit.words[i]
    if word in TIME or word == "who":
        return False
    return word in SUBJECT or word in DETERMINER or word == "there" or unit.raw[i][0].isupper()
