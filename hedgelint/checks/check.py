"""What every kind of check is: a way of looking at a story that a rule file gives words to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Protocol, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Story
from hedgelint.errors import one_of
from hedgelint.finding import Related
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span
from hedgelint.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Match:
    """What a check saw: a span of the prose, words for the message's {fields}, and what supports it.

    `related` are (message, span) pairs. `severity` is set only where the check itself lowers or raises it. `about` is
    the source it is about, with what else makes two matches one fault (the verb, say); empty where the check does not
    know.
    """

    span: Span
    fields: Mapping[str, str] = field(default_factory=dict)
    related: tuple[tuple[str, Span], ...] = ()
    reasons: tuple[str, ...] = ()
    severity: str | None = None
    related_elsewhere: tuple[Related, ...] = ()  # places in other files, ready to print
    about: str = ""
    edits: tuple[tuple[Span, str], ...] = ()  # what mends it, where there is one right answer; an empty span inserts


class KeyMistake(ValueError):
    """What a rule gives that its kind cannot use: the path of the key in the rule, what is wrong, and a hint."""

    def __init__(self, at: tuple[str | int, ...], message: str, hint: str = "") -> None:
        self.at, self.message, self.hint = at, message, hint
        super().__init__(f"{message} ({hint})" if hint else message)


def demand(at: tuple[str | int, ...], given: Any, allowed: Collection[str], what: str) -> None:
    """Raises KeyMistake where a value, or one of a list of them, is none of those that there are."""
    listed = isinstance(given, list | tuple)
    for i, value in enumerate(given if listed else [given]):
        if value not in allowed:
            there = allowed if isinstance(allowed, Sequence | Mapping) else sorted(allowed)
            raise KeyMistake((*at, i) if listed else at, f"no such {what} “{value}”", one_of(value, there))


def waits(check: Check) -> tuple[str, ...]:
    """What of a story it needs one at least; nothing where it has to be asked of any story."""
    found: tuple[str, ...] = getattr(check, "waits", ())
    return found


def is_due(waits: Collection[str], story: Story, hits: Sequence[Hit]) -> bool:
    """Whether a check that waits so can find something in the story; `hits` are those of its own phrases."""
    return not waits or any(hits if one == "hits" else getattr(story, one) for one in waits)


class Check(Protocol):
    """A way of looking. `kind` is its name in YAML; `keys` the keys a rule file may give it and their shapes
    (string, strings, pattern, patterns, silence, integer, mapping, pairs, groups); `required` are groups of
    keys of which each must have one.

    `make` gets the rule's own keys and raises KeyMistake where they do not fit together. `fields` are the names a
    message may use in braces beside {match}. `phrases` go into the one
    automaton, their hits come back to `find`, which yields matches in any order; scope is judged elsewhere. A kind may
    say by `waits` of which of a story it needs one at least: its own `hits`, or what the story calls `claims`, `loaded`
    and so on. Where there is none it finds nothing, and is not asked, nor even made.
    """

    kind: ClassVar[str]
    keys: ClassVar[Mapping[str, str]]
    required: ClassVar[tuple[tuple[str, ...], ...]]

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self: ...

    def fields(self) -> Collection[str]: ...

    def phrases(self) -> Sequence[str]: ...

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]: ...
