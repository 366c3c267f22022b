"""Where reports go: the terminal, story by story, or files, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from hedgelint.cli.terminal import echo, painter, wants_colour, width
from hedgelint.errors import nearest
from hedgelint.finding import Result
from hedgelint.report.formats import FORMATS, own_format, report
from hedgelint.report.run import Report, Run, Seeing
from hedgelint.values import dataclass, field

if TYPE_CHECKING:
    from hedgelint.annotate.story import Story
    from hedgelint.desk.desk import Desk


@dataclass(slots=True)
class Sink:
    """A report and its file; without one its lines are printed as they come. What a file will hold waits on the disk,
    so that no run is too long for the memory."""

    report: Report
    file: str | None
    colour: bool
    read: list[str] = field(default_factory=list)  # no report takes the place of a story
    _kept: BinaryIO | None = None

    @property
    def seeing(self) -> bool:
        """Whether the report shows the story itself."""
        return isinstance(self.report, Seeing)

    def story(self, result: Result, story: Story | None = None) -> None:
        file = result.path.partition("#")[0]
        if not self.read or self.read[-1] != file:
            self.read.append(file)
        report = self.report
        self._take(report.see(story, result) if isinstance(report, Seeing) else report.story(result))

    def end(self) -> None:
        """Raises HedgelintError where the file cannot be written."""
        self._take(self.report.end())
        if self.file is not None and self._kept is not None:
            from hedgelint.files import write_whole

            self._kept.seek(0)
            write_whole(self.file, self._kept, self.read)

    def close(self) -> None:
        if self._kept is not None:
            self._kept.close()

    def _take(self, told: Iterator[str]) -> None:
        lines = list(told)
        if self.file is None:
            if lines:
                echo("\n".join(lines), self.colour)
            return
        if self._kept is None:
            from tempfile import TemporaryFile

            self._kept = TemporaryFile()  # noqa: SIM115 (until `close`)
        for line in lines:
            self._kept.write(f"{line}\n".encode("utf-8", "backslashreplace"))


def sinks_of(
    forms: tuple[str, ...],
    output: str | None,
    colour: str,
    desk: Callable[[], Desk],
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
        run = Run(
            severity,
            suppressed,
            lambda name: desk().rule(name),
            lambda path: desk().in_force(path),
            width(),
            painter(painted),
            quiet,
        )
        sinks.append(Sink(report(name, run), place, painted))
    return sinks
