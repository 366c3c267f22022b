"""A stretch of a source as a good ear writes it down: without false starts, fillers and, if need be, asides."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hedgelint.sources.index import SourceIndex
from hedgelint.sources.sameness import DASH, Sameness
from hedgelint.sources.standing import standing

_LONGEST = 4  # words of a false start
_ASIDE = 6  # words between two dashes


def fluent(same: Sameness, source: SourceIndex, start: int, end: int, *, asides: bool) -> list[int]:
    """The words [start, end) of the source that are left, as positions."""
    kept = [k for k in range(start, end) if not same.is_optional(source, k)]
    gone = same.fillers(source, start, end)
    if asides:
        gone |= _asides(source, start, end)
    kept = [k for k in kept if k not in gone]
    return _without_repeats(source.words.forms, kept)


def found_in(forms: Sequence[str], source: SourceIndex, kept: Sequence[int]) -> list[int]:
    """Where the words stand one after another among those kept; empty where they do not."""
    at = next(standing(forms, [source.words.forms[k] for k in kept]), -1)
    return list(kept[at : at + len(forms)]) if at >= 0 else []


def _asides(source: SourceIndex, start: int, end: int) -> set[int]:
    """Words between two dashes, and what is said again behind the second."""
    forms = source.words.forms
    betweens = ((k, source.between(k)) for k in range(max(1, start), end))
    dashes = [k for k, between in betweens if between != " " and DASH.search(between)]
    gone: set[int] = set()
    for first, second in pairwise(dashes):
        if second - first > _ASIDE or first in gone:
            continue
        gone.update(range(first, second))
        before = forms[max(start, first - _ASIDE) : first]
        for size in range(_LONGEST, 0, -1):
            again = forms[second : second + size]
            if any(before[k : k + size] == again for k in range(len(before) - size + 1)):
                gone.update(range(second, second + size))
                break
    return gone


def _without_repeats(forms: Sequence[str], kept: list[int]) -> list[int]:
    """Of words said twice on end, the second time."""
    out = list(kept)
    before = -1
    while before != len(out):
        before = len(out)
        for size in range(_LONGEST, 0, -1):
            out = _said_once(forms, out, size)
    return out


def _said_once(forms: Sequence[str], words: list[int], size: int) -> list[int]:
    """Without the first of two runs of this size that follow one another, from left to right."""
    rest = words[::-1]  # the next word stands last, so that it is taken away at no cost
    out: list[int] = []
    while len(rest) >= 2 * size:
        if all(forms[rest[-1 - k]] == forms[rest[-1 - size - k]] for k in range(size)):
            del rest[-size:]
        else:
            out.append(rest.pop())
    return out + rest[::-1]
