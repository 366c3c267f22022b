"""Who says so: the noun phrase to the left or to the right of a cue."""

from __future__ import annotations

from collections.abc import Container

from hedgelint.annotate.attributions.closed import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    PAST,
    PREPOSITION,
    STOP,
    SUBJECT,
    TIME,
    is_number,
    word_set,
)
from hedgelint.annotate.attributions.subjects import credible, nearest
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.annotate.attributions.verb_groups import adjunct, is_adverb

_REACH = 40
_RELATIVE = frozenset(("who", "which", "that", "where", "when", "whose"))
_DASH = ("—", "–", "-")
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
_ARTICLES = ("a", "an", "the", "one", "another", "now", "then")
_CLOSING = {"(": ")"}
VENUE = word_set(
    "interview statement email e-mail speech tweet conference telephone phone release post message briefing letter memo"
)


def before(unit: Unit, end: int, finite: Container[str]) -> tuple[int, int] | None:
    """The subject that ends just before word `end`."""
    words = unit.words
    if end == 0:
        return None
    last = words[end - 1]
    if last in SUBJECT:
        return end - 1, end
    if last in _RELATIVE:
        return (end - 1, end) if last in ("which",) else None
    if last in ("and", "but", "or", "to"):
        return None
    if last == ",":
        if end > 2 and words[end - 2] == ")":
            return before(unit, end - 1, finite)
        return _aged(unit, end) or _apposed(unit, end, finite) or _bracketed(unit, end)
    if last in _DASH:
        return _dashed(unit, end, finite)
    if last == ")":
        i = _before_bracket(words, end)
        head = _phrase(unit, i, finite)
        return (head, end) if head < i else None
    aside = adjunct(unit, end)
    if aside < end and words[aside - 1] == "who":
        return aside - 1, aside
    start = _phrase(unit, end, finite)
    if start < end and not credible(unit, start, end):
        start = nearest(unit, start, end)
    return (start, end) if start < end else None


def _apposed(unit: Unit, end: int, finite: Container[str]) -> tuple[int, int] | None:
    words = unit.words
    i = end - 2
    depth = max(0, end - _REACH)
    while i > depth and not (words[i] in (",", ";", ":", "—") or (words[i] == QUOTE and not _titles(words, i))):
        i -= 1
    if words[i] != "," or i == 0:
        return None
    start = _phrase(unit, _before_bracket(words, i), finite)
    if start >= i - 1 and words[i - 1] == ")":
        return None
    if start == i or words[start] in PREPOSITION or end - i < 3:
        return None
    if (words[i + 1].endswith("ing") and words[i + 1] != "including") or words[i + 1] in _ASIDE:
        return start, i
    if (
        start > 1
        and words[start - 1] == ","
        and (words[start] in ("a", "an", "the") or words[start].isdigit() or end - i < 5)
    ):
        further = _phrase(unit, start - 1, finite)
        named = unit.raw[start - 2][0].isupper() or words[start - 2] == ")"
        if (
            named
            and further < start - 1
            and words[further] not in PREPOSITION
            and (further == 0 or (words[further - 1] in STOP and words[further - 1] != ","))
        ):
            start = further
    return start, end


def _before_bracket(words: list[str], end: int) -> int:
    """Index of the bracket that opens what closes just before `end`; `end` where nothing closes there."""
    if words[end - 1] != ")":
        return end
    i = end - 1
    while i and end - i < 12 and words[i] != "(":
        i -= 1
    return i


def _titles(words: list[str], i: int) -> bool:
    """The quotation at `i` is no speech but a part of the phrase: the author of “Going Late”, a “Vote No” badge."""
    return i > 0 and (words[i - 1] in ("of", "and") or words[i - 1] in DETERMINER)


def _aged(unit: Unit, end: int) -> tuple[int, int] | None:
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


def _kin(unit: Unit, name: int) -> int:
    """Where “her husband,” begins before the name at `name`, or else the name."""
    words = unit.words
    for i in range(name - 2, max(-1, name - 6), -1):
        if words[i] in DETERMINER and words[name - 1] == ",":
            return i if i == 0 or words[i - 1] in STOP or words[i - 1] in ("and", "but") else name
        if words[i] in STOP or not unit.raw[i][0].islower():
            break
    return name


def _bracketed(unit: Unit, end: int) -> tuple[int, int] | None:
    """A subject at the head of its clause, and all that is said of it up to the comma: “Hale (Lab.), an engineer of
    67, who owns the mill, said”."""
    words, raw = unit.words, unit.raw
    low = max(0, end - _REACH)
    start = next(
        (
            i + 1
            for i in range(end - 2, low - 1, -1)
            if words[i] in (";", ":") or (words[i] == QUOTE and not _titles(words, i))
        ),
        low,
    )
    if start and start == low:
        return None
    start = _head(unit, start, end)
    comma = next((i for i in range(start + 1, end - 1) if words[i] == ","), None)
    if comma is None or comma - start > 14 or not (raw[start][0].isupper() or words[start] in ("the", "a", "an")):
        return None
    after = words[comma + 1]
    if any(word in AUXILIARY or word in SUBJECT for word in words[start:comma]):
        return None
    if after in _RELATIVE or after in _ARTICLES or after == "of" or after.isdigit() or after.endswith(("ing", "ed")):
        return start, end
    return None


def _head(unit: Unit, start: int, end: int) -> int:
    """Past “And”, “On Monday,” and the like before the subject of a clause that begins at `start`."""
    words = unit.words
    if words[start] in ("and", "but", "or", "yet", "so"):
        start += 1
    while start < end and (words[start] in PREPOSITION or words[start] in CONJUNCTION):
        start = next((i + 1 for i in range(start, min(end, start + 16)) if words[i] == ","), end)
    return min(start, end - 1)


def _dashed(unit: Unit, end: int, finite: Container[str]) -> tuple[int, int] | None:
    """“Hale — an engineer of 67 — said”."""
    mark = unit.words[end - 1]
    for i in range(end - 3, max(0, end - _REACH), -1):
        if unit.words[i] == mark and (mark != "-" or unit.apart(i)):
            start = _phrase(unit, i, finite)
            return (start, end) if start < i else None
    return None


def _phrase(unit: Unit, end: int, finite: Container[str]) -> int:
    """Leftward from `end` while the words can be one noun phrase."""
    words, raw = unit.words, unit.raw
    low = max(0, end - 30)
    i = end
    while i > low:
        word = words[i - 1]
        if word == ")" and i < end:
            back = i - 1
            while back > low and words[back] != "(" and i - back < 8:
                back -= 1
            if words[back] == "(":
                i = back
                continue
        if word in STOP:
            if word == "," and i < end and words[i] in ("jr", "sr", "jr.", "sr.") and i > 1:
                i -= 1
                continue
            if word == "-" and i > 1 and not unit.apart(i - 1):
                i -= 1
                continue
            break
        if word == "than" and i > 1 and words[i - 2] in ("more", "less", "fewer", "other"):
            i -= 1
            continue
        if word == "who" and i < end and i > 1 and words[i - 2] not in STOP:  # a woman who lives there
            i -= 1
            continue
        if word in CONJUNCTION or word == "that" or word in _RELATIVE:
            break
        if word in AUXILIARY or (word in finite and raw[i - 1].islower() and i < end):
            who = _who(unit, i, low)
            if who is not None:
                i = who
                continue
        if word in AUXILIARY or (is_adverb(word) and i == end and raw[i - 1].islower()):
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
    while i < end and (words[i] in ("and", "or", "meanwhile", "still", "also", "then", "so", ".", "to", "'")):
        i += 1
    if (
        i < end
        and words[i] in PREPOSITION
        and not (words[i] == "about" and i + 1 < end and (is_number(words[i + 1]) or words[i + 1] == "a"))
    ):
        i = _after_adjunct(unit, i, end)
    return i


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
        if unit.words[i] in TIME or (unit.words[i].isdigit() and len(unit.words[i]) == 4):
            while i < end and (unit.words[i] in TIME or unit.words[i].isdigit()):
                i += 1
            return i
        i += 1
    return start


def after(unit: Unit, start: int, finite: Container[str], apposed: bool = True) -> tuple[int, int] | None:
    """The noun phrase that begins at word `start`, with the appositions that follow it."""
    words = unit.words
    limit = min(unit.last(), start + 60)
    if start >= limit or words[start] in STOP:
        return None
    if words[start] in SUBJECT:
        return start, start + 1
    i = start
    relative = False
    while i < limit:
        word = words[i]
        if word == ",":
            if not apposed or i + 1 >= limit or not _apposition(unit, i + 1, finite):
                break
            relative = False
        elif (relative and (word in AUXILIARY or word in CONJUNCTION)) or (
            word == QUOTE and i > start and words[i - 1] in ("of", "book", "film", "called", "titled", "report")
        ):
            pass
        elif (
            word in (QUOTE, ";", ":", "—", "–")
            or (word in _RELATIVE and word not in ("that", "who", "whose"))
            or (i > start and (word in AUXILIARY or (word in CONJUNCTION and word not in ("or", "as"))))
            or (i > start and word in TIME and words[i - 1] not in DETERMINER)
            or (
                i > start
                and word in ("in", "at", "on", "during", "to", "after", "when", "as")
                and (_venue(unit, i, limit))
            )
        ):
            break
        relative = relative or (i > start and word in ("who", "whose"))
        i += 1
    while i > start and words[i - 1] in (",", "and", "on", "last", "late"):
        i -= 1
    return (start, i) if i > start else None


def _venue(unit: Unit, i: int, limit: int) -> bool:
    return any(w in VENUE or w in TIME for w in unit.words[i + 1 : min(limit, i + 5)])


def _apposition(unit: Unit, i: int, finite: Container[str]) -> bool:
    word = unit.words[i]
    if word == "who":
        return unit.words[i + 1] not in finite
    if word == "of" and unit.words[i - 2].isdigit():
        return True
    if word in _RELATIVE or word in PREPOSITION or word in CONJUNCTION or word in SUBJECT:
        return False
    if word in STOP or is_adverb(word) or word in ("and", "adding", "noting"):
        return False
    return not (word.endswith("ing") and unit.raw[i].islower()) and not (word in finite and unit.raw[i].islower())


def opening(unit: Unit, limit: int, finite: Container[str], start: int = 0) -> tuple[int, int] | None:
    """The subject that the sentence opens with, or that stands at word `start`, for a second verb far from it: “The
    mayor rose and said”."""
    return _subject(unit, _head(unit, start, limit + 1), limit, finite)


def main_clause(unit: Unit, start: int, finite: Container[str]) -> tuple[int, int] | None:
    """The subject behind a clause that opens the sentence: “Citing the cost, the mayor refused”."""
    words, limit = unit.words, unit.last()
    for i in range(start, min(limit, start + 40)):
        if (
            words[i] == ","
            and i + 2 < limit
            and (words[i + 1] in SUBJECT or words[i + 1] in DETERMINER or unit.raw[i + 1][0].isupper())
        ):
            found = _subject(unit, i + 1, limit, finite)
            if found is not None:
                return found
    return None


def _subject(unit: Unit, start: int, limit: int, finite: Container[str]) -> tuple[int, int] | None:
    words = unit.words
    if start >= limit or words[start] in STOP:
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
            if word == "," and words[closing + 1].isdigit() and words[closing + 2 : closing + 3] == [","]:
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
