"""Whether words before a verb can be who says so: a verb's subject, and one that agrees with it in number."""

from __future__ import annotations

from collections.abc import Container

from hedgelint.annotate.attributions.closed import (
    AUXILIARY,
    DETERMINER,
    PAST,
    PREPOSITION,
    STOP,
    SUBJECT,
    is_number,
    word_set,
)
from hedgelint.annotate.attributions.found import Range
from hedgelint.annotate.attributions.tokens import QUOTE, Unit

# Prepositions that a number may stand behind: “about half”, “at least 40”, “under a third”.
_MEASURING = word_set("about over under around at between near like within")
_PLURAL = word_set(
    "people men women children police officials data media some many most few all both half percent cent these those "
    "they we you i others several majority number none who which third quarter dozens hundreds thousands millions and "
    "whose"
)
_NAMING = word_set("called named dubbed titled")
_INDEFINITE = word_set("a an another one some several two three")
_BEHIND_NAME = (STOP - {QUOTE}) | PREPOSITION | AUXILIARY | PAST
_SINGULAR_ENDS = ("ss", "us", "'s", "is")


def credible(unit: Unit, start: int, end: int) -> bool:
    """Words `start` to `end` stand as a subject does: behind no auxiliary and no preposition of their own, with a
    noun at their end."""
    words, raw = unit.words, unit.raw
    first, last = words[start], words[end - 1]
    if words[start - 1] in AUXILIARY and raw[start][0].islower() and first not in SUBJECT:
        return first in DETERMINER and first not in ("no", "all", "both", "each", "another", "any", "a")
    if last in PREPOSITION and raw[end - 1][0].islower():
        return False
    if first in PREPOSITION:
        behind = words[start + 1] if start + 1 < end else ""
        return first in _MEASURING and (behind in ("least", "most") or is_number(behind.split("-")[0]))
    if raw[start][0].islower() and (first in PAST or first.endswith(("ed", "ing"))):
        behind = words[start + 1] if start + 1 < end else ""
        return bool(behind) and behind not in DETERMINER and behind not in PREPOSITION and first not in PAST
    return True


def nearest(unit: Unit, start: int, end: int) -> int:
    """Where the name begins that ends at `end`, inside words that are no subject as a whole: “at the moment Ida Hale”;
    `end` where there is none."""
    raw, i = unit.raw, end
    while i > start and raw[i - 1][0].isupper():
        i -= 1
    if i > start and i < end and unit.words[i - 1] == "the":
        i -= 1
    return end if i <= start or unit.words[end - 1].endswith(("'s", "s'")) or unit.words[i - 1] in PREPOSITION else i


def names_only(unit: Unit, who: Range, verb: int) -> bool:
    """“A group called Harbour First”: a name given, and nothing said of it."""
    words, raw = unit.words, unit.raw
    if words[verb] not in _NAMING or words[who[0]] not in _INDEFINITE or verb + 1 >= unit.last():
        return False
    i = verb + 1
    while i < unit.last() and (raw[i][0].isupper() or raw[i][0].isdigit() or words[i] in ("the", "of", "for", "and")):
        i += 1
    if i == verb + 1:
        return False
    return i == unit.last() or words[i] in _BEHIND_NAME or (raw[i].islower() and words[i].endswith("ed"))


def counted(unit: Unit, who: Range, verb: int) -> bool:
    """“384 pledged delegates”: a figure before a participle, and a noun behind it."""
    words = unit.words
    return (
        who[1] - who[0] == 1
        and words[who[0]][0].isdigit()
        and words[verb].endswith("ed")
        and verb + 1 < unit.last()
        and unit.raw[verb + 1].islower()
        and words[verb + 1].endswith("s")
    )


def ends_in_a_verb(unit: Unit, who: Range, past: Container[str]) -> bool:
    """“Hale denied claims that”: a name and a verb before what is a noun."""
    start, end = who
    return (
        end - start > 1
        and unit.words[end - 1] in past
        and unit.raw[end - 1].islower()
        and (unit.raw[end - 2][0].isupper() or unit.words[end - 2].endswith("s"))
    )


def plural(unit: Unit, start: int, end: int) -> bool:
    """Something in words `start` to `end` may be plural."""
    return any(
        word in _PLURAL
        or word.endswith("men")
        or is_number(word.split("-")[0])
        or (word.endswith("s") and not word.endswith(_SINGULAR_ENDS))
        for word in unit.words[start:end]
    )
