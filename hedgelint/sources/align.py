"""The words of a quotation laid along a stretch of a source, with both ends of the source free."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from hedgelint.sources.steps import walked
from hedgelint.values import dataclass

# Above this many words the exact table costs more than it gives; long quotations have anchors enough without it.
_TABLE = 80
# Another word costs a little more than a cut with the right word behind it.
_OPEN, _EXTEND, _OTHER = 1.0, 0.25, 1.02
# Looks at places of equal words, for each word of both sides, after which the longest blocks are looked for no more:
# a speech needs a few, a chant that repeats its words would need the square of its length.
_PATIENCE = 64


@dataclass(frozen=True, slots=True)
class Step:
    """Words [i1, i2) of the quotation against [j1, j2) of the source; `same` when they are equal."""

    same: bool
    i1: int
    i2: int
    j1: int
    j2: int


def align(quote: Sequence[str], source: Sequence[str], start: int, end: int) -> list[Step]:
    """Steps in order over source[start:end], indices those of the whole source; empty where nothing is alike."""
    window = source[start:end]
    pairs = _by_table(quote, window) if len(quote) <= _TABLE else _by_blocks(quote, window)
    if not pairs:
        return []
    return _steps(pairs, len(quote), start, len(window))


def _by_blocks(quote: Sequence[str], window: Sequence[str]) -> list[tuple[int, int]]:
    """The longest equal block first, then those on either side of it; step by step where that would take too long."""
    matcher = SequenceMatcher(None, quote, window, autojunk=False)
    places = Counter(window)
    looks = list(accumulate((1 + places[word] for word in quote), initial=0))
    left = _PATIENCE * (len(quote) + len(window))
    todo = [(0, len(quote), 0, len(window))]
    pairs: list[tuple[int, int]] = []
    while todo:
        i1, i2, j1, j2 = todo.pop()
        left -= looks[i2] - looks[i1]
        if left < 0:
            return walked(quote, window)
        i, j, size = matcher.find_longest_match(i1, i2, j1, j2)
        if size:
            pairs += ((i + k, j + k) for k in range(size))
            todo += ((i1, i, j1, j), (i + size, i2, j + size, j2))
    return sorted(pairs)


def _by_table(quote: Sequence[str], window: Sequence[str]) -> list[tuple[int, int]]:
    """Equal pairs of the cheapest alignment; a long cut in the source costs little more than a short one."""
    n = len(window)
    best = [0.0] * (n + 1)
    back: list[bytearray] = []
    gone: list[list[int]] = []
    for i, word in enumerate(quote, 1):
        row = [float(i)] + [0.0] * n
        moves = bytearray(n + 1)
        moves[0] = 2
        cuts = [0] * (n + 1)
        gap, gap_from = 1e9, 0
        for j in range(1, n + 1):
            opened = row[j - 1] + _OPEN
            if opened <= gap + _EXTEND:
                gap, gap_from = opened, j - 1
            else:
                gap += _EXTEND
            cost, move = (best[j - 1], 1) if word == window[j - 1] else (best[j - 1] + _OTHER, 1)
            if best[j] + _OTHER < cost:
                cost, move = best[j] + _OTHER, 2
            if gap < cost:
                cost, move = gap, 3
                cuts[j] = gap_from
            row[j], moves[j] = cost, move
        best = row
        back.append(moves)
        gone.append(cuts)
    j = min(range(n + 1), key=best.__getitem__)
    i = len(quote)
    pairs: list[tuple[int, int]] = []
    while i > 0:
        move = back[i - 1][j]
        if move == 3:
            j = gone[i - 1][j]
        elif move == 2:
            i -= 1
        else:
            i, j = i - 1, j - 1
            if quote[i] == window[j]:
                pairs.append((i, j))
    return pairs[::-1]


def _steps(pairs: list[tuple[int, int]], m: int, start: int, n: int) -> list[Step]:
    """What lies between equal pairs, and as much source as the quotation has words left over at its ends."""
    out: list[Step] = []
    i, j = 0, max(0, pairs[0][1] - pairs[0][0])
    for a, b in pairs:
        if (a, b) != (i, j):
            out.append(Step(False, i, a, start + j, start + b))
        if out and out[-1].same:
            out[-1] = Step(True, out[-1].i1, a + 1, out[-1].j1, start + b + 1)
        else:
            out.append(Step(True, a, a + 1, start + b, start + b + 1))
        i, j = a + 1, b + 1
    if i < m:
        out.append(Step(False, i, m, start + j, start + min(n, j + m - i)))
    return out
