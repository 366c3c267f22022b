"""A rule: a check with words, a scope, a message and examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from hedgelint.values import dataclass, replace

if TYPE_CHECKING:
    from hedgelint.checks.check import Check


@dataclass(frozen=True, slots=True)
class Scope:
    """Three questions, each answered by a set of spans.

    `parts` are kinds of document parts; `quotation` is outside, inside or any; `attribution` is attributed,
    unattributed or any.
    """

    parts: tuple[str, ...]
    quotation: str = "outside"
    attribution: str = "any"


@dataclass(frozen=True, slots=True)
class Reference:
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence in which [[…]] marks where the rule must speak. `verdict` is bad, good, or missed: a known limit, on
    which the rule is silent although it should not be. `line` (from 1) is its place in the rule file."""

    text: str
    verdict: str
    line: int


def examples_of(given: Mapping[str, Any], lines: Mapping[str, int]) -> tuple[Example, ...]:
    """Those of a rule's or a word list's file; `lines` are by verdict and number."""
    return tuple(
        Example(text, verdict, lines.get(f"{verdict}/{i}", 1))
        for verdict in ("bad", "good", "missed")
        for i, text in enumerate(given.get(verdict, ()))
    )


@dataclass(frozen=True, slots=True)
class Proof:
    """A text of an entry of a word list: under `finds` [[…]] marks what is found, under `leaves` nothing is. `line` and
    `column` (from 1) are its place in the file."""

    term: str
    key: str
    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class ListExamples:
    """The examples of a word list file: `lexicon` is its list, `terms` all that it adds to it. In a bad one hedgelint
    must mark something at the marks; in a good one none of the terms."""

    lexicon: str
    path: str
    terms: tuple[str, ...]
    examples: tuple[Example, ...]
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Nearness:
    """A named source within so many sentences after the match; `to` is the severity it then has, or None to say
    nothing at all."""

    sentences: int
    to: str | None


WHOLE = ("unless_pattern", "unless_story")  # the keys of silences that every rule may have


@dataclass(frozen=True, slots=True)
class Silence:
    """A pattern that keeps a rule silent, the `number`-th (from 0) under `key`. In each of the `examples` the rule
    would speak without it; `reason` is empty where a house gives none. `place` is its line and column, from 1; `places`
    are those of its examples."""

    key: str
    number: int
    pattern: str
    reason: str
    examples: tuple[str, ...]
    place: tuple[int, int]
    places: tuple[tuple[int, int], ...]


def owner_of(rule_id: str) -> str:
    """Under which the hits of its phrases are told."""
    return f"rule:{rule_id}"


LINKED = ("silent", "info", "suggestion")
FIXES = ("safe", "unsafe", "none")
ENGLISH = ("british", "american")
# Told once in a paragraph, in the story, for the same words, or for the same source (and verb, or group of sources).
ONCE = ("paragraph", "story", "words", "source")


class Making:
    """A check that is made when it is first asked for."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Check]) -> None:
        self._make = make
        self._made: Check | None = None

    @property
    def check(self) -> Check:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Making) and self.check == other.check

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Rule:
    """`path` and `line` (from 1) say where the rule was written. `default` off: runs only where it is asked for."""

    id: str
    category: str
    title: str
    kind: str
    severity: str
    message: str
    why: str
    scope: Scope
    making: Making
    # Its examples, by verdict, and `lines`, where each stands; its silences by key, as JSON.
    written: Mapping[str, Any]
    references: tuple[Reference, ...] = ()
    default: bool = True
    near: tuple[Nearness, ...] = ()
    unless_pattern: tuple[str, ...] = ()  # of the sentence
    unless_story: tuple[str, ...] = ()  # of the whole story
    linked: str = ""  # where its sentence leads to another page: `silent`, or the highest severity it then has
    instead_of: tuple[str, ...] = ()  # rules that are silent where this one speaks
    once: str = ""  # what makes several matches one fault: one of ONCE
    path: str = ""
    line: int = 1
    own: bool = False  # comes with hedgelint
    fix: str = "safe"  # one of FIXES: what its edits are
    preview: bool = False  # may change or go with any version: runs only where it or all of preview is asked for
    english: str = ""  # one of ENGLISH: runs where the settings ask for that English

    @property
    def check(self) -> Check:
        """Made when it is first asked for. Raises ValueError where the keys of the rule's kind do not fit together."""
        return self.making.check

    @property
    def examples(self) -> tuple[Example, ...]:
        return examples_of(self.written["examples"], self.written["lines"])

    @property
    def silences(self) -> tuple[Silence, ...]:
        """Those of all its keys, in their order."""
        import json

        return tuple(
            Silence(
                key,
                number,
                one["pattern"],
                one["reason"],
                tuple(one["examples"]),
                tuple(one["place"]),
                tuple(tuple(place) for place in one["places"]),
            )
            for key, listed in json.loads(self.written["silences"]).items()
            for number, one in enumerate(listed)
        )

    def without(self, silence: Silence) -> Rule:
        """The rule that speaks where this silence alone has kept it silent."""
        left = [one.pattern for one in self.silences if one.key == silence.key and one.number != silence.number]
        return self.silenced_by(silence.key, left)

    def silenced_by(self, key: str, patterns: Iterable[str]) -> Rule:
        """The rule with these patterns under this key of silences, whatever its file says."""
        if key == "unless_pattern":
            return replace(self, unless_pattern=tuple(patterns))
        if key == "unless_story":
            return replace(self, unless_story=tuple(patterns))
        check: Any = self.check
        changed: Check = replace(check, **{key: tuple(patterns)})
        return replace(self, making=Making(lambda: changed))
