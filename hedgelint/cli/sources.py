"""`hedgelint sources STORY…`."""

from __future__ import annotations

import json

import click

from hedgelint.cli.desks import Reading
from hedgelint.cli.options import COLOUR, PATHS, reading
from hedgelint.cli.stories import Stories
from hedgelint.cli.terminal import painter, say, wants_colour
from hedgelint.report.voices import as_table, as_voices_data
from hedgelint.summary.voices import voices_of


@click.command("sources", short_help="Who speaks in a story, and how much of it each carries.")
@PATHS
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="[text]")
@COLOUR
@reading
def command(
    paths: tuple[str, ...],
    form: str,
    colour: str,
    how: Reading,
) -> None:
    """Who speaks in a story: name, kind, first place, quotations, paraphrases, share of the words; and the share that
    nobody answers for."""
    desk = how.desk()
    stories = Stories(paths, desk.annotate)
    painted = wants_colour(colour)
    told = []
    for _, story in stories:
        if form == "json":
            told.append(as_voices_data(voices_of(story)))
        else:
            for line in as_table(voices_of(story), painter(painted)):
                say(line, painted)
    if form == "json":
        click.echo(json.dumps({"format": 1, "stories": told}, ensure_ascii=False, indent=2))
    stories.leave()
