"""Who says so: the noun phrase to the left or to the right of a cue."""

from __future__ import annotations

from collections.abc import Container

from hedgelint.annotate.attributions.appositions import (
    aged,
    apposed,
    before_bracket,
    bracketed,
    dashed,
    listed,
    relative,
    titles,
)
from hedgelint.annotate.attributions.closed import (
    AUXILIARY,
    BE,
    CONJUNCTION,
    DASHES,
    DETERMINER,
    HAVE,
    PREPOSITION,
    STOP,
    SUBJECT,
    TIME,
    VENUE,
)
from hedgelint.annotate.attributions.noun_phrases import RELATIVE, phrase
from hedgelint.annotate.attributions.subjects import credible, nearest
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.annotate.attributions.verb_groups import adjunct, is_adverb

_ASIDE = 10  # words of what somebody is doing, with a quotation at its end
_MISTER = frozenset(("mr", "mrs", "ms", "dr", "sen", "rep", "gov"))
_RELATIVE = 20  # words of a clause that closes what is said of a source
_DATED = frozenset(("released", "published", "conducted", "taken", "issued", "filed"))
_PARTS_OF_DAYS = frozenset(("morning", "evening", "night", "week", "today", "year", "month"))  # in names of papers
_VERBAL = ("s", "ed")


def before(unit: Unit, end: int, finite: Container[str]) -> tuple[int, int] | None:  # noqa: C901, PLR0911, PLR0912
    """The subject that ends just before word `end`."""
    words = unit.words
    if end == 0:
        return None
    last = words[end - 1]
    if (
        last == "who" == unit.raw[end - 1]
        and end > 1
        and unit.raw[end - 2][0].isupper()
        and unit.raw[end - 2].isalpha()
    ):
        return _name_before(unit, end - 1), end
    if last in SUBJECT:
        return end - 1, end
    if last in RELATIVE:
        return (end - 1, end) if last in ("which",) else None
    if last in ("and", "but", "or", "to"):
        return None
    if last == ",":
        if end > 2 and words[end - 2] == ")":
            return before(unit, end - 1, finite)
        found = relative(unit, end) or aged(unit, end) or apposed(unit, end, finite) or bracketed(unit, end)
        return _described(unit, found, finite) if found is not None else None
    if last == QUOTE:
        return _before_marks(unit, end, finite)
    if last in DASHES:
        return dashed(unit, end, finite)
    if last == ")":
        i = before_bracket(words, end)
        head = phrase(unit, i, finite)
        return (head, end) if head < i else None
    if end > 2 and words[end - 2] == "on" and last in TIME:  # Hale on Monday said
        return before(unit, end - 2, finite)
    aside = adjunct(unit, end)
    if aside < end and words[aside - 1] == "who":
        return aside - 1, aside
    start = phrase(unit, end, finite)
    if 0 < start < end and words[start - 1] in SUBJECT and words[start - 1] != "who" and words[start].endswith(_VERBAL):
        return None  # he faces claims: no faces claim that
    if start < end and not credible(unit, start, end):
        start = nearest(unit, start, end)
    elif 0 < start < end and words[start - 1] == "whose":
        start -= 1
    elif 1 < start < end and words[start - 1] == "," and "and" in words[start:end]:
        start = listed(unit, start)
    elif 3 < start < end < start + 3 and words[start - 1] == "," and words[start - 3] in ("of", "from"):
        town = phrase(unit, start - 1, finite)  # Hale of Carrow, Ohio says
        if words[town] not in PREPOSITION and unit.raw[start][0].isupper() and unit.raw[start - 2][0].isupper():
            start = town
    return (start, end) if start < end else None


def _name_before(unit: Unit, end: int) -> int:
    """Where the name begins behind which a “who” stands without a comma: “seconded by Ida Hale who said”."""
    i = end
    while i and unit.raw[i - 1][0].isupper() and unit.raw[i - 1].isalpha():
        i -= 1
    return i if end - i > 1 else end


def _described(unit: Unit, who: tuple[int, int], finite: Container[str]) -> tuple[int, int]:
    """“Hale, who was a clerk,” whole; “Hale, who has left,” as Hale: a clause that tells what a known speaker did, and
    not who that is, is no part of the source."""
    words, (start, end) = unit.words, who
    i = next((i for i in range(start + 1, end - 2) if words[i] == "who" and words[i - 1] == ","), None)
    if i is None:
        return who
    does = words[i + 1] in HAVE or words[i + 1] in finite
    known = i - 1 - start == 1 or (i - 1 - start == 2 and words[start] in _MISTER)
    if words[i + 1] in BE or not (does or known):
        return who
    return start, i - 1 + ("," in words[start : i - 1])  # an apposition has its second comma


def _before_marks(unit: Unit, end: int, finite: Container[str]) -> tuple[int, int] | None:
    """“Hale, the clerk known as “Grey,” said”, “Hale, citing “the law,” said”: the comma stands within the marks."""
    words = unit.words
    if titles(words, end - 1) or (end > 1 and words[end - 2].endswith("'s")):
        return apposed(unit, end, finite) or bracketed(unit, end)
    for i in range(end - 2, max(0, end - _ASIDE), -1):
        if words[i] == ",":
            return before(unit, i, finite) if words[i + 1].endswith("ing") else None
    return None


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
            if not apposed or i + 1 >= limit or not _apposition(unit, start, i + 1, finite):
                break
            relative = False
        elif (relative and (word in AUXILIARY or word in CONJUNCTION)) or (
            word == QUOTE and i > start and words[i - 1] in ("of", "book", "film", "called", "titled", "report")
        ):
            pass
        elif (
            word in (QUOTE, ";", ":", "—", "–")
            or (word in RELATIVE and word not in ("that", "who", "whose") and words[i - 1] != ",")
            or (i > start and (word in AUXILIARY or (word in CONJUNCTION and word not in ("or", "as"))))
            or (i > start and not relative and _when(unit, i))
            or (
                i > start
                and word in ("in", "at", "on", "during", "to", "after", "when", "as")
                and (_venue(unit, i, limit))
            )
        ):
            break
        relative = relative or (i > start and word in ("who", "whose", "which"))
        i += 1
    if i < limit and not relative and words[i] in AUXILIARY:  # by the board, and the shares were sold
        i = next((j for j in range(i - 2, start, -1) if words[j] == "and" and words[j + 1] in DETERMINER), i)
    while i > start and words[i - 1] in (",", "and", "on", "last", "late"):
        i -= 1
    return (start, i) if i > start else None


def _when(unit: Unit, i: int) -> bool:
    """A day behind the source, which is none of it: not USA TODAY, and not a poll released Sunday."""
    before, raw = unit.words[i - 1], unit.raw
    if unit.words[i] in _PARTS_OF_DAYS and raw[i][0].isupper() and raw[i - 1][0].isupper():
        return False
    return unit.words[i] in TIME and before not in DETERMINER and before not in _DATED and not unit.raw[i].isupper()


def _venue(unit: Unit, i: int, limit: int) -> bool:
    return any(w in VENUE or w in TIME for w in unit.words[i + 1 : min(limit, i + 5)])


def _apposition(unit: Unit, start: int, i: int, finite: Container[str]) -> bool:
    word = unit.words[i]
    if word == "who":
        behind = unit.words[i + 1] if i + 1 < len(unit.words) else ""
        return bool(behind) and (behind not in finite or behind in AUXILIARY)
    if word == "of" and unit.words[i - 2].isdigit():
        return True
    if word in ("now", "then"):  # now a clerk, then Hale's deputy
        behind = unit.words[i + 1] if i + 1 < len(unit.words) else ""
        return behind in DETERMINER or behind.endswith(("'s", "s'"))
    if word == "which":  # Hale, director of the port, which runs it
        return "," in unit.words[start : i - 1] and "," not in unit.words[i + 1 : i + _RELATIVE]
    if word in RELATIVE or word in PREPOSITION or word in CONJUNCTION or word in SUBJECT:
        return False
    if word in STOP or is_adverb(word) or word in ("and", "adding", "noting"):
        return False
    return not (word.endswith("ing") and unit.raw[i].islower()) and not (word in finite and unit.raw[i].islower())
