"""The results of a run on their way to its reports: counted, and each handed on as soon as it is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hedgelint.cli.progress import Progress
from hedgelint.cli.sinks import Sink
from hedgelint.errors import HedgelintError
from hedgelint.finding import OF_A_SOURCE, SEVERITIES, Problem, Result, problem_of
from hedgelint.values import replace

if TYPE_CHECKING:
    from hedgelint.annotate.story import Story

_STOPPED = "stopped here by Ctrl-C: the stories behind this one were not looked at"


class Telling:
    """`fail_on` gives the severity from which on a finding of the story at a path counts. `problems` and `counting` are
    how many there were of each."""

    def __init__(self, sinks: Sequence[Sink], fail_on: Callable[[str], str], *, quiet: bool = False) -> None:
        self.problems = self.counting = 0
        self._sinks, self._fail_on, self._progress = sinks, fail_on, Progress.of_run(quiet)
        self._ended = False
        self._told: set[str] = set()
        self._last: str | None = None  # the path of the story that was told last

    @property
    def seeing(self) -> bool:
        """Whether one of the reports shows the stories themselves."""
        return any(sink.seeing for sink in self._sinks)

    def story(self, result: Result, story: Story | None = None) -> None:
        if any(note.endswith(OF_A_SOURCE) for note in result.notes):
            result = replace(result, notes=tuple(note for note in result.notes if note not in self._told))
            self._told.update(note for note in result.notes if note.endswith(OF_A_SOURCE))
        self.problems += len(result.problems)
        self.counting += self._counted(result)
        self._hand_on(result, story)
        self._progress.step()

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Whatever ends the run, its reports are brought to their end, and say what they do not hold: half a document
        would be of no use to any program."""
        try:
            yield
            self._end()
        except (KeyboardInterrupt, HedgelintError) as stop:
            if self._last is not None and not self._ended:
                told = problem_of(stop) if isinstance(stop, HedgelintError) else Problem(_STOPPED, self._last)
                self._hand_on(Result(self._last, "", problems=(told,)))
                self._end()
            raise
        finally:
            self._progress.clear()
            for sink in self._sinks:
                sink.close()

    def _hand_on(self, result: Result, story: Story | None = None) -> None:
        self._progress.clear()
        self._last = result.path
        for sink in self._sinks:
            sink.story(result, story)

    def _end(self) -> None:
        self._ended = True
        for sink in self._sinks:
            sink.end()

    def _counted(self, result: Result) -> int:
        if not result.findings:
            return 0
        least = SEVERITIES.index(self._fail_on(result.path))
        return sum(one.suppressed is None and SEVERITIES.index(one.severity) >= least for one in result.findings)
