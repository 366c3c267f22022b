"""The X-ray of a run: one page for all its stories."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hedgelint.finding import Result
from hedgelint.report.run import Run, Seeing
from hedgelint.report.xray.page import Seen, Shown, page_of, shown
from hedgelint.values import replace

if TYPE_CHECKING:
    from hedgelint.annotate.story import Story


class Html(Seeing):
    """Of a story only its part of the page is kept."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.parts: list[Shown] = []

    def see(self, story: Story | None, result: Result) -> Iterator[str]:
        told = replace(result, findings=tuple(self.run.shown(result, "info")))
        self.parts.append(shown(Seen(story, told), len(self.parts)))
        return iter(())

    def story(self, result: Result) -> Iterator[str]:
        return self.see(None, result)

    def end(self) -> Iterator[str]:
        yield page_of(self.parts).removesuffix("\n")
