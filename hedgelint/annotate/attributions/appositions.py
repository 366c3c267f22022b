"""Subjects that end with a comma or a dash: a name and what is said of it."""

from __future__ import annotations

from collections.abc import Container

from hedgelint.annotate.attributions.clause_subjects import head
from hedgelint.annotate.attributions.closed import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    PREPOSITION,
    STOP,
    SUBJECT,
    TIME,
    word_set,
)
from hedgelint.annotate.attributions.contents import begins_clause
from hedgelint.annotate.attributions.noun_phrases import RELATIVE, is_person_noun, phrase
from hedgelint.annotate.attributions.tokens import QUOTE, Unit

_REACH = 40
_DESCRIBED = 16  # words of what is said of a name between commas
_ITEM = 6  # words of one of several who speak
_NO_ITEM = (
    PREPOSITION
    | ADVERB
    | SUBJECT
    | TIME
    | CONJUNCTION
    | word_set("meanwhile however and there sorry according alongside early late back elsewhere speaking the")
)
_ASIDE_REACH = 14  # words of what stands between “who” and its verb
_ASIDE = (PREPOSITION | ADVERB) - {"of", "from", "then", "now", "once", "long", "soon", "about"} | {
    "however",
    "meanwhile",
    "though",
    "too",
    "therefore",
    "like",
    "unlike",
    "when",
    "while",
}
_PARTICLES = word_set("de van von der la el al bin")
_CALLED = word_set("of and as called titled entitled named dubbed")
_ARTICLES = ("a", "an", "the", "one", "another", "now", "then")


def listed(unit: Unit, start: int) -> int:
    """Where “Hale, Voss and the clerks” begins, from its last two at `start`; `start` where no list leads to them."""
    first = start
    while first > 1 and unit.words[first - 1] == ",":
        i = first - 1
        while i and first - i < _ITEM and unit.words[i - 1] not in STOP and unit.words[i - 1] not in AUXILIARY:
            i -= 1
        if not _is_item(unit, i, first - 1):
            break
        first = i
    return first


def _is_item(unit: Unit, start: int, comma: int) -> bool:
    """One of several who speak: with a capital, and no “Meanwhile,” or “Most recently,”."""
    words = unit.words
    if start == comma or words[start] in _NO_ITEM or words[comma - 1].endswith("ly"):
        return False
    return not start or (unit.raw[start][0].isupper() and words[start - 1] in STOP)


def relative(unit: Unit, end: int) -> tuple[int, int] | None:
    """“Who, on a call on Friday, said”: the “who”."""
    words = unit.words
    for i in range(end - 2, max(1, end - _ASIDE_REACH), -1):
        if words[i] in (";", ":", QUOTE) or (words[i] == "," and words[i - 1] != "who"):
            return None
        if words[i] == ",":
            return i - 1, i
    return None


def apposed(unit: Unit, end: int, finite: Container[str]) -> tuple[int, int] | None:
    words = unit.words
    i = end - 2
    depth = max(0, end - _REACH)
    while i > depth and not (words[i] in (",", ";", ":", "—") or (words[i] == QUOTE and not titles(words, i))):
        i -= 1
    if i <= 0 or words[i] != ",":
        return None
    start = phrase(unit, before_bracket(words, i), finite)
    if start >= i - 1 and words[i - 1] == ")":
        return None
    if start == i or words[start] in PREPOSITION or end - i < 3:
        return None
    if (words[i + 1].endswith("ing") and words[i + 1] != "including") or words[i + 1] in _ASIDE:
        return start, i
    if (
        start > 1
        and words[start - 1] == ","
        and (
            words[start] in ("a", "an", "the") or words[start].isdigit() or end - i < 5 or unit.raw[start][0].islower()
        )
    ):
        further = phrase(unit, start - 1, finite)
        named = unit.raw[start - 2][0].isupper() or words[start - 2] == ")"
        if (
            named
            and further < start - 1
            and words[further] not in PREPOSITION
            and (further == 0 or (words[further - 1] in STOP and words[further - 1] != ","))
        ):
            start = further
    return start, end


def described_until(unit: Unit, comma: int) -> int | None:
    """The comma that closes what is said of a name which stands before the one at `comma`, with a clause behind it:
    “according to Ida Hale, a clerk in Carrow, the lock leaks”."""
    words = unit.words
    named = comma > 0 and unit.raw[comma - 1][0].isupper()
    if words[comma : comma + 1] != [","] or comma < 1 or not (named or is_person_noun(words[comma - 1])):
        return None
    first = words[comma + 1 : comma + 2]
    close = next((i for i in range(comma + 2, min(unit.last() - 1, comma + _DESCRIBED)) if words[i] == ","), None)
    if close is None or not first or not begins_clause(unit, close + 1) or words[close + 1] in RELATIVE:
        return None
    inside = words[comma + 1 : close]
    if not AUXILIARY.isdisjoint(inside) or QUOTE in inside or not SUBJECT.isdisjoint(inside):
        return None
    if not named:  # the coroner, Dr Ida Hale, and not the coroner, Hale, a doctor, said
        return (
            close
            if all(r[0].isupper() for r in unit.raw[comma + 1 : close]) and words[close + 1] not in ("a", "an")
            else None
        )
    if inside[0] in ("a", "an", "of", "from") or inside[0].isdigit() or inside[0].endswith(("'s", "s'")):
        return close
    head = next((i for i, word in enumerate(inside) if word in PREPOSITION), len(inside))
    return close if head and is_person_noun(inside[head - 1]) else None


def aged(unit: Unit, end: int) -> tuple[int, int] | None:
    """“Ida Hale, 67, a clerk in Carrow, Pa., said”, from the name on."""
    words = unit.words
    for i in range(end - 2, max(1, end - _REACH), -1):
        if words[i] in (";", ":", QUOTE, "—"):
            return None
        if words[i].isdigit() and words[i - 1] == "," and words[i + 1] == ",":
            start = i - 1
            while start and i - start < 7 and (unit.raw[start - 1][0].isupper() or words[start - 1] in _PARTICLES):
                start -= 1
            return (_kin(unit, start), end) if start < i - 1 else None
    return None


def bracketed(unit: Unit, end: int) -> tuple[int, int] | None:
    """A subject at the head of its clause, and all that is said of it up to the comma: “Hale (Lab.), an engineer of
    67, who owns the mill, said”."""
    words, raw = unit.words, unit.raw
    low = max(0, end - _REACH)
    start = next(
        (
            i + 1
            for i in range(end - 2, low - 1, -1)
            if words[i] in (";", ":") or (words[i] == QUOTE and not titles(words, i))
        ),
        low,
    )
    if start and start == low:
        return None
    start = head(unit, start, end)
    comma = next((i for i in range(start + 1, end - 1) if words[i] == ","), None)
    if comma is None or comma - start > 14 or not (raw[start][0].isupper() or words[start] in ("the", "a", "an")):
        return None
    after = words[comma + 1]
    if any(word in AUXILIARY or word in SUBJECT for word in words[start:comma]):
        return None
    if after in RELATIVE or after in _ARTICLES or after == "of" or after.isdigit() or after.endswith(("ing", "ed")):
        return start, end
    return None


def dashed(unit: Unit, end: int, finite: Container[str]) -> tuple[int, int] | None:
    """“Hale — an engineer of 67 — said”."""
    mark = unit.words[end - 1]
    for i in range(end - 3, max(0, end - _REACH), -1):
        if unit.words[i] == mark and (mark != "-" or unit.apart(i)):
            start = phrase(unit, i, finite)
            return (start, end) if start < i else None
    return None


def before_bracket(words: list[str], end: int) -> int:
    """Index of the bracket that opens what closes just before `end`; `end` where nothing closes there."""
    if words[end - 1] != ")":
        return end
    i = end - 1
    while i and end - i < 12 and words[i] != "(":
        i -= 1
    return i


def titles(words: list[str], i: int) -> bool:
    """The quotation at `i` is no speech but a part of the phrase: the author of “Going Late”, a “Vote No” badge, the
    clerk known as “Grey,”."""
    return i > 0 and (words[i - 1] in _CALLED or words[i - 1] in DETERMINER)


def _kin(unit: Unit, name: int) -> int:
    """Where “her husband,” begins before the name at `name`, or else the name."""
    words = unit.words
    if name < 2 or words[name - 1] != ",":
        return name
    for i in range(name - 2, max(-1, name - 9), -1):
        opens = i == 0 or words[i - 1] in STOP or words[i - 1] in ("and", "but")
        if words[i] in DETERMINER and opens:
            return i
        if opens or words[i] in AUXILIARY:
            break
    return name
