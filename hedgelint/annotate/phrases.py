"""One pass over the prose for all phrases of all rules and lexicons."""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, overload

from hedgelint.annotate.terms import Finder, finder_of
from hedgelint.patterns import pattern_of
from hedgelint.span import Span, SpanSet

# Addresses of pages and of mail: their words are nobody's.
_LINK = pattern_of(r"\b(?:https?://|www\.|pic\.)[^\s<>“”\"]+|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]+")
_NONE = SpanSet()
_PIECE = 100_000  # code points
FEW = 20_000  # code points of text for which nothing is made of all phrases
# One character for one: offsets in the folded text are offsets in the text. "İ" is the only letter whose
# lower case is longer than itself.
_FOLD = (("―", "—"), ("İ", "i"), ("’", "'"), ("‘", "'"), ("\u00a0", " "))


class Hit(NamedTuple):
    """A phrase at `text[start:end]`; `number` is its place in its owner's list."""

    start: int
    end: int
    number: int


class Hits(Sequence[Hit]):
    """Hits in order, in the room that their numbers take: a long story has a few for every line."""

    __slots__ = ("_numbers",)

    def __init__(self) -> None:
        self._numbers = array("i")

    def add(self, start: int, end: int, number: int) -> None:
        self._numbers.extend((start, end, number))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def __len__(self) -> int:
        return len(self._numbers) // 3

    def __iter__(self) -> Iterator[Hit]:
        each = iter(self._numbers)
        return map(Hit, each, each, each)

    @overload
    def __getitem__(self, at: int) -> Hit: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Hit]: ...
    def __getitem__(self, at: int | slice) -> Hit | Sequence[Hit]:
        if isinstance(at, slice):
            return tuple(self)[at]
        number = range(len(self))[at]
        return Hit(*self._numbers[3 * number : 3 * number + 3])


def straight(text: str) -> str:
    """Straight apostrophes and plain blanks; same length as `text`."""
    if not text.isascii():
        for old, new in _FOLD:
            text = text.replace(old, new)
    return text.replace("\n", " ").replace("\t", " ")


def fold(text: str) -> str:
    """Lower case too."""
    return straight(text).lower()


def _folded(terms: Sequence[str]) -> list[str]:
    """All at once: there are thousands of them at every start."""
    return fold("\x00".join(terms)).split("\x00") if terms else []


def is_word(char: str) -> bool:
    """Letters, digits, the underscore, and combining marks (which `str.isalnum` forgets)."""
    return char.isalnum() or char == "_" or (char > "\u02ff" and unicodedata.category(char)[0] == "M")


class PhraseScanner:
    """Finds whole words only, any case; within one owner's list the leftmost, then longest, phrase wins."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        self._owners: list[tuple[tuple[str, int], ...]] = []
        number: dict[str, int] = {}
        owners: list[list[tuple[str, int]]] = []
        for owner, terms in phrases.items():
            for index, key in enumerate(_folded(terms)):
                at = number.setdefault(key, len(owners))
                if at == len(owners):
                    owners.append([])
                owners[at].append((owner, index))
        self._owners = [tuple(names) for names in owners]
        self._terms = list(number)
        self._firsts: list[str] | None = None
        self._finder: Finder | None = None
        self._left = FEW

    def scan(self, text: str) -> dict[str, Hits]:
        """Hits by owner, in order, none overlapping another of the same owner, none inside an address."""
        if not self._terms:
            return {}
        found: dict[str, Hits] = {}
        for start, end in _pieces(text):
            for owner, hits in self._in(text[start:end]).items():
                _keep_leftmost_longest(hits, start, found.setdefault(owner, Hits()))
        return found

    def _in(self, text: str) -> dict[str, list[tuple[int, int, int]]]:
        """By owner, start, end below nought and place in the owner's list, in any order."""
        folded = fold(text)
        links = SpanSet(Span(*link.span()) for link in _LINK.finditer(text)) if "/" in text or "@" in text else _NONE
        found: dict[str, list[tuple[int, int, int]]] = {}
        words = {char for char in set(folded) if is_word(char)}
        padded = f"{folded} "  # so that the place before the first and after the last character is a blank
        finder, numbers = self._finder_for(folded)
        for number, start, end in finder(folded):
            if padded[start - 1] in words and padded[start] in words:
                continue
            if padded[end] in words and padded[end - 1] in words:
                continue
            if links and links.at(start) is not None:
                continue
            for owner, index in self._owners[numbers[number]]:
                if owner in found:
                    found[owner].append((start, -end, index))
                else:
                    found[owner] = [(start, -end, index)]
        return found

    def _finder_for(self, folded: str) -> tuple[Finder, Sequence[int]]:
        """Of phrases, and their places among all of them. The first stories have one of the phrases that can stand in
        them, whose first words they have: making that of all takes as long as annotating a few."""
        if self._finder is None:
            self._left -= len(folded)
            if self._left > 0:
                numbers = self._possible(folded)
                return finder_of([self._terms[number] for number in numbers]), numbers
            self._finder = finder_of(self._terms)
        return self._finder, range(len(self._terms))

    def _possible(self, folded: str) -> list[int]:
        """A hit begins where a word does and ends where one ends: the first word of its phrase is a word of the text.
        Where a phrase begins with no word, what comes first is nothing, and stands in every text."""
        if self._firsts is None:
            joined = "\x00".join(self._terms)
            self._firsts = [term.partition(" ")[0] for term in _blanked(joined, "\x00").split("\x00")]
        words = {"", *_blanked(folded).split()}
        return [number for number, first in enumerate(self._firsts) if first in words]


def _blanked(text: str, but: str = "") -> str:
    """The text with a blank for every character that is no part of a word, but for one."""
    return text.translate({ord(char): " " for char in set(text) if char != but and not is_word(char)})


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """[start, end) of pieces that end with a paragraph, since no phrase goes over a blank line: what is made of a piece
    is gone before the next."""
    start = 0
    while start < len(text):
        end = text.find("\n\n", start + _PIECE)
        end = len(text) if end < 0 else end + 1
        yield start, end
        start = end


def _keep_leftmost_longest(hits: list[tuple[int, int, int]], start: int, kept: Hits) -> None:
    """`start` is where the piece begins in which they were found."""
    hits.sort()
    reached = 0
    for first, end, number in hits:
        if first >= reached:
            kept.add(start + first, start - end, number)
            reached = -end
