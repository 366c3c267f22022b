"""Where words stand one after another, in time in proportion to both, however often they repeat themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def standing(wanted: Sequence[str], words: Sequence[str]) -> Iterator[int]:
    """Positions in `words` at which all of `wanted`, of which there is at least one, begin; in order, overlapping too.

    By the failure function of Knuth, Morris and Pratt: what has been compared is never compared anew.
    """
    again = [0] * len(wanted)  # how many of its first words each beginning of `wanted` ends with
    k = 0
    for i in range(1, len(wanted)):
        while k and wanted[i] != wanted[k]:
            k = again[k - 1]
        k += wanted[i] == wanted[k]
        again[i] = k
    k = 0
    for at, word in enumerate(words):
        while k and (k == len(wanted) or word != wanted[k]):
            k = again[k - 1]
        k += word == wanted[k]
        if k == len(wanted):
            yield at - k + 1
