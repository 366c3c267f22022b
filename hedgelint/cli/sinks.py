"""Where reports go: the terminal, line by line, or files, whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hedgelint.cli.terminal import echo, painter, wants_colour, width, write
from hedgelint.desk.desk import Desk
from hedgelint.errors import nearest
from hedgelint.finding import Result
from hedgelint.report.formats import FORMATS, own_format, report
from hedgelint.report.run import Report, Run, Seeing
from hedgelint.values import dataclass, field

if TYPE_CHECKING:
    from hedgelint.annotate.story import Story


@dataclass(slots=True)
class Sink:
    """A report and its file; without one its lines are printed as they come."""

    report: Report
    file: str | None
    colour: bool
    read: list[str] = field(default_factory=list)  # no report takes the place of a story
    kept: list[str] = field(default_factory=list)

    @property
    def seeing(self) -> bool:
        """Whether the report shows the story itself."""
        return isinstance(self.report, Seeing)

    def story(self, result: Result, story: Story | None = None) -> None:
        self.read.append(result.path.partition("#")[0])
        report = self.report
        self._take(list(report.see(story, result) if isinstance(report, Seeing) else report.story(result)))

    def end(self) -> None:
        """Raises HedgelintError where the file cannot be written."""
        self._take(list(self.report.end()))
        if self.file is not None:
            write("\n".join(self.kept), self.file, inputs=self.read)

    def _take(self, lines: list[str]) -> None:
        if self.file is not None:
            self.kept += lines
        elif lines:
            echo("\n".join(lines), self.colour)


def sinks_of(
    forms: tuple[str, ...],
    output: str | None,
    colour: str,
    desk: Desk,
    severity: str | None,
    suppressed: bool,
    quiet: bool,
) -> list[Sink]:
    """Raises click.UsageError for a format that does not exist. Of two for one place the last is meant."""
    sinks: list[Sink] = []
    for given in forms or (own_format(os.environ),):
        name, _, file = given.partition(":")
        if name not in FORMATS:
            hint = nearest(name, FORMATS) or f"there are {', '.join(FORMATS)}"
            from click import UsageError

            raise UsageError(f"there is no format “{name}”; {hint}")
        place = file or output
        sinks = [sink for sink in sinks if sink.file != place]  # of two for one place the last is meant
        painted = (place is None and name == "text" and wants_colour(colour)) or (name == "text" and colour == "always")
        run = Run(severity, suppressed, desk.rule, desk.in_force, width(), painter(painted), quiet)
        sinks.append(Sink(report(name, run), place, painted))
    return sinks
