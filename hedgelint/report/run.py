"""What a report is given: the run's findings story by story, and what there is to know of rules and settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from hedgelint.finding import SEVERITIES, Finding, Result
from hedgelint.values import dataclass, field, replace

if TYPE_CHECKING:  # the terminal's door imports this room, and a word to a person needs no rule engine
    from hedgelint.annotate.story import Story
    from hedgelint.rulebook.rule import Rule

Paint = Callable[[str, str], str]


def plain(text: str, style: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Run:
    """`severity` is the least that is shown, None the format's own; those suppressed are shown only if asked for.
    `rule` gives the rule of an id, `settings` what is in force for a path; `paint(text, style)` colours: the styles are
    the severities, bold and dim. `quiet` leaves out notes and the summary of reports for people."""

    severity: str | None = None
    suppressed: bool = False
    rule: Callable[[str], Rule | None] = lambda name: None
    settings: Callable[[str], Mapping[str, Any]] = lambda path: {}
    width: int = 100
    paint: Paint = plain
    quiet: bool = False

    def shown(self, result: Result, severity: str) -> list[Finding]:
        """The findings of a story that a report shows whose own least severity is `severity`."""
        least = SEVERITIES.index(self.severity or severity)
        return [
            finding
            for finding in result.findings
            if SEVERITIES.index(finding.severity) >= least and (self.suppressed or finding.suppressed is None)
        ]


class Report(Protocol):
    """One form of telling. Lines come without their ends: those of a story as soon as it has been linted where the
    form allows it, the rest at the end."""

    def story(self, result: Result) -> Iterator[str]: ...

    def end(self) -> Iterator[str]: ...


class Seeing:
    """The base of reports that show the story itself: `see` is called in the place of `story`."""

    def see(self, story: Story | None, result: Result) -> Iterator[str]:
        """`story` is None where nothing could be made of the file: the result's problems say why."""
        raise NotImplementedError


@dataclass(slots=True)
class Collected:
    """The base of reports that say at their head how much there is: they keep the findings until the end, and of a
    story's text only whether there was any."""

    run: Run
    results: list[Result] = field(default_factory=list)

    def story(self, result: Result) -> Iterator[str]:
        self.results.append(replace(result, source=result.source[:1]))
        return iter(())
