"""Word lists as values: what the rulebook makes of rules/lexicon/*.yaml and the annotators read."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from hedgelint.values import dataclass, field

Made = TypeVar("Made")


def spellings(form: Any) -> tuple[Any, ...]:
    """A grammatical form as an entry gives it: one word, or a list of its spellings (labeled, labelled)."""
    return tuple(form) if isinstance(form, list) else (form,)


@dataclass(frozen=True, slots=True)
class Column:
    """What an entry of a word list may say beside its term, declared by the room that reads it.

    `shape` is text, texts, yes, pattern, beside (a pattern that may match nothing), marked (texts with [[…]]),
    verb-forms or bands; `values` what a text may be, each with what it does; `of` the list whose terms it names, in
    place of values; `required` columns have no value that would do no harm where an entry leaves them out.
    """

    told: str
    shape: str = "text"
    values: Mapping[str, str] = field(default_factory=dict)
    required: bool = False
    of: str = ""


Columns = Mapping[str, Column]

GROUP = "from"  # of a pattern beside a word: what is meant begins where this group does
# Stands in the entries that a house has given tests of their sense: their patterns may be anything.
HOUSE = "(of a house)"
# What SensedTerms looks at, for every list that it reads.
SENSES: Columns = {
    "forms": Column("its other forms, each found as the term is", "texts"),
    "followed_by": Column("a pattern that the words behind it must match", "pattern"),
    "not_followed_by": Column("a pattern that the words behind it must not match", "pattern"),
    "preceded_by": Column("a pattern that the words before it must match", "pattern"),
    "not_preceded_by": Column("a pattern that the words before it must not match", "pattern"),
    "case": Column(
        "which letters count",
        values={"lower": "only where it has no capital", "as-written": "only as the term is written"},
    ),
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One list. Every entry is a mapping as the YAML gives it, with at least `term` (a word or phrase, lower case
    unless its case matters); the other keys are what the annotators that read this list look for."""

    name: str
    entries: tuple[Mapping[str, Any], ...]

    def terms(self, **wanted: Any) -> tuple[str, ...]:
        """Terms of the entries whose keys have these values, in the order of the file."""
        return tuple(e["term"] for e in self.entries if all(e.get(k) == v for k, v in wanted.items()))


class Lists(Mapping[str, Lexicon]):
    """Lists by name, whose entries are given as they are, or packed as `marshal` writes them: those are read when the
    list is first asked for."""

    def __init__(self, rows: Mapping[str, Sequence[Mapping[str, Any]] | bytes]) -> None:
        self._rows = rows
        self._read: dict[str, Lexicon] = {}

    def __getitem__(self, name: str) -> Lexicon:
        if name not in self._read:
            rows = self._rows[name]
            self._read[name] = Lexicon(name, tuple(marshal.loads(rows) if isinstance(rows, bytes) else rows))
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


@dataclass(frozen=True, slots=True)
class Lexicons:
    """All lists of a rulebook by name. A missing list reads as an empty one: a house may do without."""

    by_name: Mapping[str, Lexicon] = field(default_factory=dict)
    # What `plain` was asked for, by name: kept with the lists, so that it need not be made at every start.
    kept: dict[str, Any] = field(default_factory=dict, compare=False)
    _made: dict[object, Any] = field(default_factory=dict, compare=False)

    def made(self, make: Callable[[Lexicons], Made]) -> Made:
        """What is derived from these lists, made when it is first asked for and once for all who ask."""
        if make not in self._made:
            self._made[make] = make(self)
        found: Made = self._made[make]
        return found

    def plain(self, name: str, make: Callable[[Lexicons], Made]) -> Made:
        """As `made`, of plain values (texts, numbers, and tuples, dicts and frozensets of them), under a name that
        nobody else has."""
        if name not in self.kept:
            self.kept[name] = make(self)
        found: Made = self.kept[name]
        return found

    def __getitem__(self, name: str) -> Lexicon:
        return self.by_name.get(name) or Lexicon(name, ())
