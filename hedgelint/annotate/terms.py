"""Many phrases looked for in one pass, by the automaton of `ahocorasick_rs`, or by a tree of their letters where there
is no such package for a machine or a Python. What is found is the same; the tree takes some ten times as long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

try:
    from ahocorasick_rs import AhoCorasick, MatchKind
except ImportError:
    AhoCorasick = None  # type: ignore[assignment, misc]

# Of a text, the places of all terms, of those within others too: the term's number, start, end; in any order.
Finder = Callable[[str], Iterable[tuple[int, int, int]]]


def finder_of(terms: Sequence[str]) -> Finder:
    """Of terms that are not empty and none of which is there twice."""
    if AhoCorasick is None:
        return TermTree(terms).places
    automaton = AhoCorasick(terms, matchkind=MatchKind.Standard)
    return lambda text: automaton.find_matches_as_indexes(text, overlapping=True)


class TermTree:
    """Letters lead from node to node; where a term ends, None leads to its number."""

    def __init__(self, terms: Sequence[str]) -> None:
        self._root: dict[str | None, Any] = {}
        for number, term in enumerate(terms):
            node = self._root
            for letter in term:
                node = node.setdefault(letter, {})
            node[None] = number

    def places(self, text: str) -> Iterator[tuple[int, int, int]]:
        """In order of their starts. What is looked at again for each start is no longer than the longest term."""
        root, length = self._root, len(text)
        for start, letter in enumerate(text):
            node, at = root.get(letter), start + 1
            while node is not None:
                if None in node:
                    yield node[None], start, at
                if at == length:
                    break
                node, at = node.get(text[at]), at + 1


__all__ = ["Finder", "TermTree", "finder_of"]
