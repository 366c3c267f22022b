"""A file as it stood in an editor, and what came of looking at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hedgelint.annotate.story import Story
from hedgelint.finding import SEVERITIES, Finding, Problem, Result
from hedgelint.lsp.positions import Positions
from hedgelint.span import Span


@dataclass(frozen=True, slots=True)
class Looked:
    """`version` is the editor's count of the text, `desk` the server's of its desks; `seen` has the stories whose
    places are those of the text, `problems` what kept others from being read."""

    uri: str
    path: str
    version: int | None
    desk: int
    text: str
    positions: Positions
    seen: tuple[tuple[Story, Result], ...] = ()
    problems: tuple[Problem, ...] = ()

    def findings(self, severity: str) -> Iterator[Finding]:
        """Those from this severity on that nobody has answered for."""
        least = SEVERITIES.index(severity)
        for _, result in self.seen:
            for finding in result.findings:
                if finding.suppressed is None and SEVERITIES.index(finding.severity) >= least:
                    yield finding

    def stories_at(self, offset: int) -> Iterator[tuple[Story, int]]:
        """(story, code point of its prose) where a story's words stand at an offset of the text."""
        for story, _ in self.seen:
            at = story.document.map.prose(offset)
            if at is not None:
                yield story, at


def place_of(finding: Finding) -> Span:
    """Where a finding stands in the text, in code points."""
    return Span(finding.start.offset, finding.end.offset)
