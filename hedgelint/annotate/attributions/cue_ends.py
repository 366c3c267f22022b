"""Where a cue ends: behind its particles, the manner and the place of what was said, and the colon."""

from __future__ import annotations

from hedgelint.annotate.attributions.closed import AUXILIARY, PREPOSITION, STOP, SUBJECT, TIME, VENUE, WH
from hedgelint.annotate.attributions.cues import Verb
from hedgelint.annotate.attributions.tokens import Unit

_NOT_MANNER = frozenset(("early", "only", "shortly", "daily", "family"))
_ANNOUNCED = 8  # words behind a cue up to the colon that ends its paragraph
_PLACED = frozenset(("in", "on", "at", "via", "during", "by", "over"))


def cue_end(unit: Unit, i: int, verb: Verb) -> int | None:
    """Past the verb and the words that it joins; None where it says nothing without them."""
    words = unit.words
    if verb.unless and i + 1 < len(words) and words[i + 1] in verb.unless:
        return None
    if verb.joins:
        manner = i + 2 < len(words) and words[i + 1].endswith("ly") and words[i + 1] not in _NOT_MANNER
        for first in (i + 1, i + 2) if manner else (i + 1,):  # “complained bitterly about”
            for end in (first + 3, first + 2, first + 1):
                if end <= len(words) and tuple(words[first:end]) in verb.joins and not _dated(words, end):
                    return end
    return i + 1 if verb.frame or verb.object_with or (verb.passive and words[i + 1 : i + 2] == ["by"]) else None


def _dated(words: list[str], end: int) -> bool:
    """“Warned on Monday” is no “warned on profits”."""
    return words[end - 1] == "on" and end < len(words) and words[end] in TIME


def tail_end(unit: Unit, i: int, end: int, verb: Verb) -> int:
    """Behind a verb of saying, an adverb belongs to the cue, and so do the place where it was said and the colon before
    the statement: “said sarcastically”, “wrote on Facebook”, “said in a statement that”."""
    words, last = unit.words, unit.last()
    if end == i + 1 and "tag" in verb.frame and not verb.hearer and end < last:
        if words[end].endswith("ly") and unit.raw[end].islower() and words[end] not in _NOT_MANNER:
            behind = words[end + 1] if end + 1 < last else ","
            if behind in STOP or behind in PREPOSITION or behind in TIME or behind == "that":
                end += 1
        elif words[end] in _PLACED:
            end = _venue_end(unit, end)
        elif words[end : end + 2] in (["with", "a"], ["with", "an"]):  # said with a wry smile
            end = next((j for j in (end + 3, end + 4) if j == last or (j < last and words[j] == ",")), end)
    return end + 1 if words[end : end + 1] == [":"] else end


def _venue_end(unit: Unit, start: int) -> int:
    """Index after the place that begins at `start`, where the statement or nothing follows it; `start` where it is
    none."""
    words, last = unit.words, unit.last()
    for end in range(start + 2, min(last, start + 6) + 1):
        named = (
            end == start + 2
            and words[start] in ("on", "via")
            and unit.raw[end - 1].isalpha()
            and unit.raw[end - 1][0].isupper()
        )
        if words[end - 1] in STOP or words[end - 1] in TIME:
            return start
        if named or (words[end - 1] in VENUE and unit.raw[end - 1].islower()):  # “by the Post” is no place
            behind = words[end] if end < last else ""
            closed = (named or words[start] in ("by", "over")) and (not behind or behind in STOP or behind in TIME)
            return end if closed or behind in ("that", ":") else start
    return start


def announces(unit: Unit, end: int) -> bool:
    """Whether a colon ends the unit, and behind the cue stands at most whom or where it is said: “Hale told us:”, “Hale
    said in a statement:”."""
    words = unit.words
    if words[-1] != ":" or len(words) - end > _ANNOUNCED:
        return False
    behind = words[end:-1]
    return not (behind and (STOP.union(WH, SUBJECT, AUXILIARY) & {*behind}))


def hearer_end(unit: Unit, end: int) -> int:
    """Index of the comma behind whoever was told (“the lock, she told the Post, is”); `end` where there is none."""
    for i in range(end, min(unit.last(), end + 6)):
        if unit.words[i] == ",":
            return i
        if unit.words[i] in STOP or unit.words[i] in WH or unit.words[i] in SUBJECT or unit.words[i] in AUXILIARY:
            break
    return end
