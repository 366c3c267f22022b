"""What every kind of check is: a way of looking at a story that a rule file gives words to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Story
from hedgelint.finding import Related
from hedgelint.span import Span


@dataclass(frozen=True, slots=True)
class Match:
    """What a check saw: a span of the prose, words for the message's {fields}, and what supports it.

    `related` are (message, span) pairs. `severity` is set only where the check itself lowers or raises it.
    """

    span: Span
    fields: Mapping[str, str] = field(default_factory=dict)
    related: tuple[tuple[str, Span], ...] = ()
    reasons: tuple[str, ...] = ()
    severity: str | None = None
    related_elsewhere: tuple[Related, ...] = ()  # places in other files, ready to print


class Check(Protocol):
    """A frozen dataclass whose fields are the keys a rule file may give it beside the common ones.

    `kind` is the name in YAML. `phrases` go into the one automaton; their hits come back to `find`.
    `find` yields matches in any order; scope and suppression are judged elsewhere.
    """

    kind: ClassVar[str]

    def phrases(self) -> Sequence[str]: ...

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]: ...
