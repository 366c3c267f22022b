"""Word lists as values: what the rulebook makes of rules/lexicon/*.yaml and the annotators read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from hedgelint.values import dataclass, field

Made = TypeVar("Made")


def spellings(form: Any) -> tuple[Any, ...]:
    """A grammatical form as an entry gives it: one word, or a list of its spellings (labeled, labelled)."""
    return tuple(form) if isinstance(form, list) else (form,)


@dataclass(frozen=True, slots=True)
class Column:
    """What an entry of a word list may say beside its term, declared by the room that reads it.

    `shape` is text, texts, yes, pattern, verb-forms or bands; `values` what a text may be, each with what it does;
    `required` columns have no value that would do no harm where an entry leaves them out.
    """

    told: str
    shape: str = "text"
    values: Mapping[str, str] = field(default_factory=dict)
    required: bool = False


Columns = Mapping[str, Column]

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


@dataclass(frozen=True, slots=True)
class Lexicons:
    """All lists of a rulebook by name. A missing list reads as an empty one: a house may do without."""

    by_name: Mapping[str, Lexicon] = field(default_factory=dict)
    _made: dict[object, Any] = field(default_factory=dict, compare=False)

    def made(self, make: Callable[[Lexicons], Made]) -> Made:
        """What is derived from these lists, made when it is first asked for and once for all who ask."""
        if make not in self._made:
            self._made[make] = make(self)
        found: Made = self._made[make]
        return found

    def __getitem__(self, name: str) -> Lexicon:
        return self.by_name.get(name) or Lexicon(name, ())
