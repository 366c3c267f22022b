"""`hedgelint xray STORY…`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from hedgelint.cli.desks import Reading
from hedgelint.cli.options import PATHS, reading
from hedgelint.cli.stories import Stories
from hedgelint.cli.terminal import say
from hedgelint.config.model import Layer
from hedgelint.files import write_whole
from hedgelint.finding import Result
from hedgelint.report.xray.page import Seen, page
from hedgelint.values import replace


@click.command("xray", short_help="The story as a page: who answers for each word, how sure, what was found.")
@PATHS
@click.option("--output-file", "-o", "output", metavar="FILE", help="Where to write the page. [STORY.xray.html]")
@click.option("--source", "sources", multiple=True, metavar="PATH", help="Hold quotations against this. Repeatable.")
@click.option("--open/--no-open", "show", default=None, help="Show it in the browser. [on a terminal]")
@reading
def command(
    paths: tuple[str, ...],
    output: str | None,
    sources: tuple[str, ...],
    show: bool | None,
    how: Reading,
) -> None:
    """One page that needs nothing else: the story tinted by who answers for its words, its sources with their share,
    words of more and less certainty on a scale, claims without a source, quotations beside their source, findings.

    Leaves with 0 when the page is written, and with 2 where a story could not be read.
    """
    desk = how.desk(Layer(sources=sources))
    stories = Stories(paths, desk.seen)
    seen = [Seen(story, _counting(result)) for story, result in stories]
    if not seen:
        sys.exit(2)
    name = output or f"{Path(seen[0].result.path).stem or 'story'}.xray.html"
    write_whole(name, page(seen).encode("utf-8", "backslashreplace"), paths)
    say(f"{name} written")
    if show or (show is None and sys.stdout.isatty()):
        click.launch(name)
    sys.exit(2 if stories.failed or any(one.result.problems for one in seen) else 0)


def _counting(result: Result) -> Result:
    return replace(result, findings=tuple(finding for finding in result.findings if finding.suppressed is None))
