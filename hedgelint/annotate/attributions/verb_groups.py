"""What belongs to a verb before it: auxiliaries, adverbs and what stands between them."""

from __future__ import annotations

from hedgelint.annotate.attributions.closed import ADVERB, AUXILIARY, HAVE, MODAL, STOP, SUBJECT, word_set
from hedgelint.annotate.attributions.tokens import Unit

_FINITE = HAVE | MODAL
_ENDING = STOP | AUXILIARY | SUBJECT
_OPENING = word_set("in at on for since over during until last late early this")
_FLOATING = word_set("all both each best better well")
_DO = word_set("do does did")
_TURN = word_set("however though meanwhile nevertheless nonetheless instead therefore moreover indeed also")
_NAMES = word_set("long early")
_LONGEST = 6  # words of a group before its verb, adjuncts aside


def is_adverb(word: str) -> bool:
    return word in ADVERB or (word.endswith("ly") and word not in ("family", "ally", "july", "italy", "rally", "only"))


def verb_group(unit: Unit, verb: int) -> int:
    """First word of the group that the word at `verb` heads: “has in the past repeatedly” before “denied”."""
    words = unit.words
    i = _auxiliaries(unit, verb)
    aside = adjunct(unit, i)
    if aside < i and words[aside - 1] in _FINITE:
        i = _auxiliaries(unit, aside)
    return i


def adjunct(unit: Unit, end: int) -> int:
    """Where “in the past”, “for weeks” or “last month” begins that stands before word `end`, behind an auxiliary or
    who; `end` where none does."""
    words = unit.words
    for i in (end - 2, end - 3, end - 4):
        if i > 0 and words[i] in _OPENING and (words[i - 1] in _FINITE or words[i - 1] in ("who", "which")):
            return end if any(word in _ENDING for word in words[i + 1 : end]) else i
    return end


def _auxiliaries(unit: Unit, end: int) -> int:
    words, i = unit.words, end
    while i and end - i < _LONGEST and (words[i - 1] in AUXILIARY or _adverb(unit, i - 1) or _floats(unit, i - 1)):
        i -= 1
    aside = words[max(0, i - 4) : i]  # he did, however, admit
    if len(aside) == 4 and aside[0] in _DO and aside[1] == aside[3] == "," and aside[2] in _TURN:
        return _auxiliaries(unit, i - 3)
    return i


def _adverb(unit: Unit, i: int) -> bool:
    """Kelly and Reilly are no adverbs, at the head of a sentence either; “Just” in a headline is one."""
    word = unit.words[i]
    return is_adverb(word) and (unit.raw[i][0].islower() or (word in ADVERB and (word not in _NAMES or i == 0)))


def _floats(unit: Unit, i: int) -> bool:
    """“They have all said”, “she is best known”."""
    return i > 0 and unit.words[i] in _FLOATING and (unit.words[i - 1] in AUXILIARY or is_adverb(unit.words[i - 1]))
