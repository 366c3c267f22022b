"""Where the noun phrase begins that ends before a word."""

from __future__ import annotations

from collections.abc import Container

from hedgelint.annotate.attributions.closed import (
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    PREPOSITION,
    STOP,
    SUBJECT,
    TIME,
    is_number,
    word_set,
)
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.patterns import pattern_of

RELATIVE = frozenset(("who", "which", "that", "where", "when", "whose", "whom"))
# What stands before a subject and is no part of it.
_LEADING = word_set(
    "and or nor even perhaps thus meanwhile still also then so just including first now instead . to ' -"
)


_STANDING = frozenset(("accused", "charged", "convicted", "suspected", "cleared", "acquitted"))
_CLOCK = pattern_of(r"\d{1,2}(?::\d\d(?:[ap]m)?|(?:\.\d\d)?[ap]m)")
_OF_A_CLOCK = frozenset(("am", "pm", "a.m", "p.m", ".", ",", "gmt", "bst", "est", "et", "local", "time"))
# Prepositions that may open a clause too, and endings of nouns that stand before a name as its title.
_ALSO_CONJUNCTIONS = frozenset(("after", "before", "since", "until"))
_OF_PERSONS = ("er", "or", "ist", "ian", "man", "woman", "ant", "ess", "eer", "ee", "boss", "chief", "head", "mp")
_OF_THINGS = word_set(
    "answer letter order matter offer number paper poster banner manner chapter cover sticker error mirror summer "
    "winter "
    "dinner corner border power water weather disaster river tower quarter semester encounter murder slaughter answer "
    "terror horror floor door labor tenor sector factor motor warrant grant restaurant moment process business success "
    "progress congress press mess stress dress address access loss career fee committee"
)
_NICKNAME = 18  # code points, marks included


def phrase(unit: Unit, end: int, finite: Container[str]) -> int:  # noqa: C901, PLR0912, PLR0915
    """Leftward from `end` while the words can be one noun phrase."""
    words, raw = unit.words, unit.raw
    low = max(0, end - 30)
    i = end
    while i > low:
        word = words[i - 1]
        if word == ")" and i < end:
            back = i - 1
            while back > low and words[back] != "(":
                back -= 1
            if words[back] == "(":
                i = back
                continue
        if word == QUOTE and _nickname(unit, i - 1, end):
            i -= 1
            continue
        if word in STOP:
            if word == "," and words[i] in ("jr", "sr", "jr.", "sr."):
                i -= 1
                continue
            if word == "-" and i > 1 and not unit.apart(i - 1):
                i -= 1
                continue
            break
        if word == "than" and words[i - 2] in ("more", "less", "fewer", "other"):
            i -= 1
            continue
        if word == "who" and i > 1 and words[i - 2] not in STOP:  # a woman who lives there
            i -= 1
            continue
        if word in _STANDING and words[i] in ("of", "with"):
            i -= 1  # a clerk accused of theft told the jury
            continue
        if word == "nor":  # neither Hale nor Voss
            i -= 1
            continue
        if word in CONJUNCTION or word in RELATIVE:
            break
        if word in AUXILIARY or word in finite:
            who = _who(unit, i, low)
            if who is not None:
                i = who
                continue
        if word in AUXILIARY:
            break
        if word in SUBJECT and i < end:
            if words[i] == "and":
                i -= 1
            break
        if (
            word in finite
            and raw[i - 1].islower()
            and i < end
            and words[i - 2 if i > 1 else 0]
            not in (
                "the",
                "a",
                "an",
                "his",
                "her",
                "their",
                "of",
                "new",
                "its",
                "and",
            )
        ):
            break
        i -= 1
    while words[i] in _LEADING:
        i += 1
    if words[i] in PREPOSITION and not (words[i] == "about" and is_number(words[i + 1])):
        i = _after_adjunct(unit, i, end)
    if words[i] in ("last", "this", "next", "earlier") and words[i + 1] in TIME:  # last week the mayor
        i += 3 if words[i + 1] == "this" else 2
    if 0 < i < end and words[i - 1] in _ALSO_CONJUNCTIONS:
        i = _behind_event(unit, i, end)
    return min(i, end)


def _behind_event(unit: Unit, start: int, end: int) -> int:
    """“After the match Ida Hale said”: the name alone is the subject, but of “After the keeper Ida Hale said so,”."""
    raw, i = unit.raw, end
    while i > start and raw[i - 1][0].isupper():
        i -= 1
    opens = start == 1 or unit.words[start - 2] in STOP or unit.words[start - 2] in ("and", "but")
    if not opens or not start < i < end or unit.words[i - 1] in DETERMINER | PREPOSITION:
        return start
    return start if is_person_noun(unit.words[i - 1]) else i


def is_person_noun(word: str) -> bool:
    """By its ending: the keeper, the chairman."""
    return word.endswith(_OF_PERSONS) and word not in _OF_THINGS


def _nickname(unit: Unit, i: int, end: int) -> bool:
    """The marks in Joan “Birdie” Hale."""
    if not 0 < i < end - 1 or not (unit.raw[i - 1][0].isupper() and unit.raw[i + 1][0].isupper()):
        return False
    first, last = unit.places[i]
    return last - first <= _NICKNAME and unit.raw[i - 1].isalpha()


def _who(unit: Unit, i: int, low: int) -> int | None:
    """“People who have battled threats”: the word before “who”, back from a verb at `i` - 1."""
    for k in range(i - 1, max(low, i - 8), -1):
        if unit.words[k] in STOP:
            return None
        if unit.words[k] in ("who", "whose"):
            return k if k and unit.words[k - 1] not in STOP else None
    return None


def _after_adjunct(unit: Unit, start: int, end: int) -> int:
    """A time or place before the subject without a comma is no part of it: “On Monday the mayor said”."""
    i = start + 1
    while i < end and i - start < 6:
        if _CLOCK.fullmatch(unit.words[i]):  # at 3:00 p.m. on Monday the mayor
            i += 1
            while i < end and (unit.words[i] in _OF_A_CLOCK or unit.words[i] in TIME or unit.words[i] == "on"):
                i += 1
            return i
        if unit.words[i] in TIME or (unit.words[i].isdigit() and len(unit.words[i]) == 4):
            while i < end and (unit.words[i] in TIME or unit.words[i].isdigit()):
                i += 1
            return i
        i += 1
    return start
