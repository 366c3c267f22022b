"""One pass over the prose for all phrases of all rules and lexicons."""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Self, overload

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
_LONG = 1_000_000  # code points


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
    if len(text) > _LONG:
        return _straight_by_pieces(text)
    if not text.isascii():
        for old, new in _FOLD:
            text = text.replace(old, new)
    return text.replace("\n", " ").replace("\t", " ")


def _straight_by_pieces(text: str) -> str:
    """Each replacement is a text of its own, and two of them stand beside the story. Put together as UTF-8, which takes
    half the room of a text with curly marks."""
    made = bytearray()
    for at in range(0, len(text), _PIECE):
        made += straight(text[at : at + _PIECE]).encode("utf-8", "surrogatepass")
    return made.decode("utf-8", "surrogatepass")


def fold(text: str) -> str:
    """Lower case too."""
    return straight(text).lower()


def _folded(terms: Sequence[str]) -> list[str]:
    """All at once: there are thousands of them at every start."""
    return fold("\x00".join(terms)).split("\x00") if terms else []


def is_word(char: str) -> bool:
    """Letters, digits, the underscore, and combining marks (which `str.isalnum` forgets)."""
    return char.isalnum() or char == "_" or (char > "\u02ff" and unicodedata.category(char)[0] == "M")


# By the first word of each phrase, a line for each: what it is, folded, then owner and number, and again for each who
# looks for it, with tabs between. A folded phrase has neither. Texts are the quickest to read from a cache.
Table = Mapping[str, str]
Owned = tuple[str, tuple[tuple[str, int], ...]]  # a phrase, its owners and its number in the list of each


def phrase_table(phrases: Mapping[str, Sequence[str]]) -> Table:
    """Of phrases by their owners."""
    lines: dict[str, list[str]] = {}
    for owner, terms in phrases.items():
        for number, key in enumerate(_folded(terms)):
            lines.setdefault(key, [key]).append(f"{owner}\t{number}")
    # A hit begins where a word does and ends where one ends: the first word of its phrase is a word of the text. Where
    # a phrase begins with no word, what comes first is nothing, and stands in every text.
    firsts = (term.partition(" ")[0] for term in _blanked("\x00".join(lines), "\x00").split("\x00"))
    table: dict[str, list[str]] = {}
    for first, line in zip(firsts, lines.values(), strict=False):
        table.setdefault(first, []).append("\t".join(line))
    return {first: "\n".join(rows) for first, rows in table.items()}


class PhraseScanner:
    """Finds whole words only, any case; within one owner's list the leftmost, then longest, phrase wins."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        self._begin(phrase_table(phrases), ())

    @classmethod
    def of(cls, table: Table, without: Collection[str] = ()) -> Self:
        """Of the phrases of a table, but for those of some owners."""
        made = cls.__new__(cls)
        made._begin(table, without)
        return made

    def _begin(self, table: Table, without: Collection[str]) -> None:
        self._table, self._without = table, frozenset(without)
        self._rows: dict[str, list[Owned]] = {}  # by first word, where it was met
        self._all: tuple[Finder, list[Owned]] | None = None
        self._left = FEW

    def scan(self, text: str) -> dict[str, Hits]:
        """Hits by owner, in order, none overlapping another of the same owner, none inside an address."""
        if not self._table:
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
        finder, rows = self._finder_for(folded)
        for number, start, end in finder(folded):
            if padded[start - 1] in words and padded[start] in words:
                continue
            if padded[end] in words and padded[end - 1] in words:
                continue
            if links and links.at(start) is not None:
                continue
            for owner, index in rows[number][1]:
                if owner in found:
                    found[owner].append((start, -end, index))
                else:
                    found[owner] = [(start, -end, index)]
        return found

    def _finder_for(self, folded: str) -> tuple[Finder, list[Owned]]:
        """Of phrases, with their owners. The first stories have one of the phrases that can stand in them, whose first
        words they have: making that of all takes as long as annotating a few."""
        if self._all is None:
            self._left -= len(folded)
            if self._left > 0:
                return self._finder_of({"", *_blanked(folded).split()})
            self._all = self._finder_of(self._table)
            self._rows = {}
        return self._all

    def _finder_of(self, firsts: Iterable[str]) -> tuple[Finder, list[Owned]]:
        rows = [row for first in firsts if first in self._table for row in self._beginning(first)]
        return finder_of([term for term, _ in rows]), rows

    def _beginning(self, first: str) -> list[Owned]:
        """The phrases that begin with a word, as far as somebody here looks for them."""
        if first not in self._rows:
            self._rows[first] = rows = []
            for line in self._table[first].split("\n"):
                term, *owned = line.split("\t")
                owners = tuple(
                    (owner, int(number))
                    for owner, number in zip(owned[::2], owned[1::2], strict=True)
                    if owner not in self._without
                )
                if owners:
                    rows.append((term, owners))
        return self._rows[first]


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
