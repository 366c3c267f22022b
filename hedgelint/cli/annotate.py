"""`hedgelint annotate`: what hedgelint understood of a story."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from hedgelint.cli.desks import Reading
from hedgelint.cli.options import COLOUR, PATHS, reading
from hedgelint.cli.stories import Stories
from hedgelint.cli.terminal import painter, say, wants_colour
from hedgelint.report.annotations import as_data
from hedgelint.report.marked import LABELS, as_marked

if TYPE_CHECKING:
    from hedgelint.desk.desk import Desk


@click.command("annotate", short_help="What hedgelint understood: who says what, how sure.")
@PATHS
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "jsonl"]),
    default="text",
    help="[text] jsonl: a line a story.",
)
@click.option(
    "--why",
    is_flag=False,
    flag_value="all",
    metavar="[LINE]",
    help="Say why: the shape of each attribution, what stopped every other cue, who answers for each claim, what "
    "silenced each rule; of one line, or of all.",
)
@COLOUR
@reading
def command(
    paths: tuple[str, ...],
    form: str,
    why: str | None,
    colour: str,
    how: Reading,
) -> None:
    """What hedgelint understood of stories: sentences, quotations, sources, cues, contents, words of confidence.

    A .jsonl file holds a story a line, {"id": …, "text": …}, and every record comes back with its id.
    """
    if why is not None and why != "all" and not why.isdecimal():  # --why STORY: the option took the story's name
        paths, why = (why, *paths), "all"
    desk = how.desk()
    painted = wants_colour(colour)
    if why is not None:
        _tell_why(desk, paths, form, int(why) if why.isdecimal() else None, painted)
        return
    stories = Stories(paths, desk.annotate)
    told = []
    if form == "text":
        paint = painter(painted)
        say("  ".join(paint(label, label) for label in LABELS), painted)
    for name, story in stories:
        if form == "text":
            say(f"\n{painter(painted)(name, 'bold')}", painted)
            for line in as_marked(story, painter(True) if painted else None):
                say(line, painted)
        else:
            told += _given(_named(name) | as_data(story), form)
    if form == "json":
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    stories.leave()


def _tell_why(desk: Desk, paths: Sequence[str], form: str, line: int | None, painted: bool) -> None:
    from hedgelint.report.why import as_lines, why_data

    stories = Stories(paths, desk.why)
    told = []
    for name, story, reasons in stories:
        here = [one for one in reasons if line is None or one.start.line <= line <= one.end.line]
        count = story.document.lines.place(len(story.document.source)).line
        if form == "text":
            say(painter(painted)(name, "bold"), painted)
            for row in as_lines(here):
                say(row, painted)
            if line is not None and not here:
                say(f"  line {line} has nothing to explain: no cue, no claim, no finding ({count} lines)", painted)
        else:
            told += _given(_named(name) | as_data(story) | {"why": why_data(here)}, form)
    if form == "json":
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    stories.leave()


def _named(name: str) -> dict[str, Any]:
    """A record by its id, any other story by its path."""
    _, of_many, record = name.partition(".jsonl#")
    return {"id": record} if of_many else {"path": name}


def _given(data: dict[str, Any], form: str) -> list[dict[str, Any]]:
    """A line of its own at once for jsonl; what is to be kept until the end for json."""
    if form == "json":
        return [data]
    click.echo(json.dumps(data, ensure_ascii=False))
    return []
