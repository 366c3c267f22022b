"""Two long rows of words, walked side by side: what is equal, what one has more, in time in proportion to both.

The greedy algorithm of Myers (“An O(ND) Difference Algorithm and Its Variations”, 1986), taken up anew where so many
words differ that to go on from the start would take the square of it.
"""

from __future__ import annotations

from collections.abc import Sequence

_REACH = 64  # differing words after which what was found stands, and the walk begins anew


def walked(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Equal pairs in order, from the start of both until one of them ends; what is left of the other is nobody's."""
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(ours) and j < len(theirs):
        found, (i, j) = _stretch(ours, theirs, i, j)
        pairs += found
    return pairs


def _stretch(
    ours: Sequence[str], theirs: Sequence[str], i: int, j: int
) -> tuple[list[tuple[int, int]], tuple[int, int]]:
    """Equal pairs from (i, j) on, and how far they lead: to an end, or as far as `_REACH` differences allow."""
    m, n = len(ours) - i, len(theirs) - j
    furthest = {1: 0}  # by diagonal (words of ours less words of theirs), how many of ours are behind us
    trace: list[dict[int, int]] = []  # the same before each difference
    x = y = most = 0
    best = 0, 0, 0
    for most in range(_REACH + 1):
        trace.append(dict(furthest))
        for diagonal in range(-most, most + 1, 2):
            x = _reached(furthest, diagonal, most)
            y = x - diagonal
            while x < m and y < n and ours[i + x] == theirs[j + y]:
                x, y = x + 1, y + 1
            furthest[diagonal] = x
            if x == m or y == n:
                return _back(trace[: most + 1], i, j, x, y), (i + x, j + y)
            best = max(best, (x + y, x, most))
    both, x, most = best
    return _back(trace[: most + 1], i, j, x, both - x), (i + x, j + both - x)


def _reached(furthest: dict[int, int], diagonal: int, most: int) -> int:
    """How many of ours are behind us on a diagonal after one more difference, a word of theirs or one of ours."""
    if diagonal == -most or (diagonal != most and furthest[diagonal - 1] < furthest[diagonal + 1]):
        return furthest[diagonal + 1]
    return furthest[diagonal - 1] + 1


def _back(trace: Sequence[dict[int, int]], i: int, j: int, x: int, y: int) -> list[tuple[int, int]]:
    """The equal pairs of the way that led to (x, y)."""
    pairs: list[tuple[int, int]] = []
    for most in range(len(trace) - 1, -1, -1):
        diagonal = x - y
        start = _reached(trace[most], diagonal, most)
        pairs += ((i + k, j + k - diagonal) for k in range(x - 1, start - 1, -1))
        theirs = diagonal == -most or start == trace[most].get(diagonal + 1)
        x = start if theirs else start - 1
        y = start - diagonal - theirs
    return pairs[::-1]
