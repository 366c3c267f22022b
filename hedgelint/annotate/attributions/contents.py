"""What is said: how far the words before or after a cue reach."""

from __future__ import annotations

from collections.abc import Container

from hedgelint.annotate.attributions.closed import (
    AUXILIARY,
    DASHES,
    DETERMINER,
    PAST,
    SUBJECT,
    is_number,
    word_set,
)
from hedgelint.annotate.attributions.noun_phrases import RELATIVE
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.annotate.attributions.verb_groups import is_adverb

# After a comma: words with which the writer goes on where the speaker stopped.
_FURTHER = word_set("including especially particularly notably like or")  # what goes on with a list or an instance
_GLOSS = word_set("but though although who which where a an compared while")
_RELATIVES = frozenset(("which", "who", "where", "whose"))
_RELATIVE = 14  # words of a clause between two commas
_ASIDE = 25  # words between two dashes
_OWN = word_set("and but or as while he she it they his her its their")  # behind a dash: the writer goes on
_TURNS = frozenset(("but", "and", "while", "although", "though"))
_TURNED = 6  # words within which the clause behind one has its verb
_GOING_ON = frozenset(("never", "not", "still", "once"))  # “she was elated but still feared them”


def follows(unit: Unit, start: int, cues: Container[str], participles: Container[str]) -> int:
    """Index after the clause that begins at `start`; the end of the sentence unless another speech begins."""
    words = unit.words
    limit = min(unit.last(), start + 120)
    i = start + 1
    while i < limit:
        word = words[i]
        if word == ";" or (word == "." and (words[i + 1] == QUOTE or unit.raw[i + 1][0].isupper())):
            return i
        if word in DASHES and i + 1 < limit and words[i + 1] not in ("and", "or") and unit.apart(i):
            closed = _closed(unit, i, limit, cues)
            if closed is None:
                return i
            i = closed
        if word == "," and i + 1 < limit:
            after = words[i + 1]
            if after in participles or after in ("according", "per"):
                return i
            aside = _relative_closed(unit, i + 1, limit) if after in _RELATIVES else None
            if aside is not None:
                i = aside
                continue
            if after in _GLOSS or (after == "with" and any(word in participles for word in words[i + 2 : i + 9])):
                return i  # also where “with Hale calling it mad” follows
            if after in ("but", "and") and _resumes(unit, i + 2, limit, cues):
                return i
        if word in ("and", "but") and _resumes(unit, i + 1, limit, cues):
            return i
        if word == "according":
            return i
        i += 1
    return limit


def infinitive_end(unit: Unit, start: int, end: int) -> int:
    """Where a clause with a subject and an auxiliary of its own follows what somebody is said to do: “to sail, but the
    crew had left”."""
    words = unit.words
    for i in range(start + 2, end - 2):
        if words[i] in _TURNS and not AUXILIARY.isdisjoint(words[i + 2 : min(end, i + _TURNED)]):
            described = words[i + 1] in DETERMINER or unit.raw[i + 1][0].isupper()
            if words[i + 1] in SUBJECT or (described and not _of_a_relative(words[i + 2 : i + _TURNED])):
                return i - (words[i - 1] == ",")
    return end


def _of_a_relative(words: list[str]) -> bool:
    """Whether the first auxiliary is that of “who has” or “which had”."""
    at = next(i for i, word in enumerate(words) if word in AUXILIARY)
    return not RELATIVE.isdisjoint(words[:at]) or "to" in words[:at]


def _relative_closed(unit: Unit, start: int, limit: int) -> int | None:
    """The comma that closes the clause at `start`, with the verb of the statement behind it: “the crane, which is old,
    would be sold”."""
    for i in range(start + 2, min(limit - 1, start + _RELATIVE)):
        if unit.words[i] == ",":
            return i if unit.words[i + 1] in AUXILIARY else None
        if unit.words[i] in (";", QUOTE, "—", "–"):
            return None
    return None


def past_relative(unit: Unit, i: int) -> int:
    """The comma that closes a clause which opens with the comma at `i`, “Bell, who runs the farm,”; else `i`."""
    words = unit.words
    if words[i : i + 1] != [","] or i + 1 >= unit.last() or words[i + 1] not in _RELATIVES:
        return i
    for j in range(i + 3, min(unit.last() - 1, i + 1 + _RELATIVE)):
        if words[j] == ",":
            return j
        if words[j] in (";", QUOTE, "—", "–"):
            break
    return i


def _closed(unit: Unit, dash: int, limit: int, cues: Container[str]) -> int | None:
    """Where the dash that closes an aside stands, if the sentence goes on behind it: “the gate – so old – leaks”."""
    for i in range(dash + 2, min(limit - 1, dash + _ASIDE)):
        if unit.words[i] in DASHES:
            after = unit.words[i + 1]
            return None if after in _OWN or after in RELATIVE or after in cues else i
        if unit.words[i] in (";", QUOTE):
            break
    return None


def _resumes(unit: Unit, i: int, limit: int, cues: Container[str]) -> bool:
    """The sentence takes up its own subject at word `i`, behind “and”: “and later called for”, “and has called for”."""
    words = unit.words
    has = i < limit and words[i] in ("has", "have", "had")
    i += has
    while i < limit and is_adverb(words[i]) and words[i] not in _GOING_ON:
        i += 1
    return i < limit and words[i] in cues


def object_end(unit: Unit, start: int) -> int:
    """Index after the noun phrase that begins at `start`, with what stands close to it."""
    words = unit.words
    limit = min(unit.last(), start + 120)
    for i in range(start + 1, limit):
        if words[i] == "," and words[i + 1 : i + 2] and words[i + 1] not in _FURTHER:
            if words[i + 1 : i + 3] == ["and", "that"]:  # believes it leaked, and that nobody looked
                continue
            if _lists(unit, i + 1, limit):
                continue
            return i
    return limit


def _lists(unit: Unit, i: int, limit: int) -> bool:
    """“As kind, funny and stubborn”: one more word of a list, its last behind “and”."""
    words = unit.words
    plain = i + 2 < limit and unit.raw[i].islower() and words[i] not in SUBJECT
    return plain and not words[i].endswith("ing") and words[i + 1] in ("and", "or")


def leads(unit: Unit, end: int) -> int:
    """First word of the statement that ends just before `end`."""
    words = unit.words
    low = max(0, end - 120)
    for i in range(end - 1, low - 1, -1):
        if words[i] == ";" or (words[i] in (".", "?", "!") and i + 1 < end and not unit.raw[i + 1][0].islower()):
            start = i + 1
            break
    else:
        start = low
    while start < end - 1 and words[start] in (",", "|", "-", ")", "("):
        start += 1
    return start


def has_finite(unit: Unit, end: int) -> bool:
    """A verb that can carry a statement stands among the words before `end`, of those that are told by their form."""
    return any(word in AUXILIARY for word in unit.words[leads(unit, end) + 1 : end])


def begins_clause(unit: Unit, i: int) -> bool:
    """A subject can stand here: the test for a clause without “that”."""
    if i >= unit.last():
        return False
    word, raw = unit.words[i], unit.raw[i]
    return (
        word == QUOTE
        or word in SUBJECT
        or word in DETERMINER
        or word in ("there", "if")
        or raw[0].isupper()
        or (raw[0].isdigit() or (word.endswith("s") and word.isalpha()))
        or (word in ("about", "around", "nearly", "almost") and any(map(is_number, unit.words[i + 1 : i + 2])))
    )


def carries(unit: Unit, i: int, finite: Container[str]) -> bool:
    """A verb of its own may stand in what begins at word `i`, before a mark that ends it."""
    words, raw = unit.words, unit.raw
    if words[i] == QUOTE or words[i] in SUBJECT or words[i] in ("there", "if"):
        return True
    for j in range(i + 1, min(unit.last(), i + 30)):
        word = words[j]
        if word == QUOTE or word in AUXILIARY or word in SUBJECT:
            return True
        if raw[j].islower() and (word in finite or word in PAST or word.endswith(("ed", "s"))):
            if word.endswith("s") and j == i + 1 and (words[i] in DETERMINER or is_number(words[i])):
                continue  # found two boats: many of what was counted
            return True
        if word in (";", ":", "—"):
            return False
    return False


def names(unit: Unit, i: int) -> bool:
    """A named or described person can begin at word `i`."""
    return unit.raw[i][0].isupper() or unit.words[i] in ("a", "an")
