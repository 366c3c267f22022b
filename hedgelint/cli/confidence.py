"""`hedgelint confidence STORY…`."""

from __future__ import annotations

import json

import click

from hedgelint.cli.desks import Reading
from hedgelint.cli.options import COLOUR, PATHS, reading
from hedgelint.cli.stories import Stories
from hedgelint.cli.terminal import painter, say, wants_colour
from hedgelint.report.certainties import as_certainties_data, as_table
from hedgelint.summary.certainties import certainties_of


@click.command("confidence", short_help="Every word that says how sure, whose it is, and its band.")
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
    """Every word of a story that says how sure: its place, whose it is, what the scales of probability make of it; and
    a picture of where the story stands between 0 and 100."""
    desk = how.desk()
    stories = Stories(paths, desk.annotate)
    painted = wants_colour(colour)
    told = []
    for _, story in stories:
        if form == "json":
            told.append(as_certainties_data(certainties_of(story)))
        else:
            for line in as_table(certainties_of(story), painter(painted)):
                say(line, painted)
    if form == "json":
        click.echo(json.dumps({"format": 1, "stories": told}, ensure_ascii=False, indent=2))
    stories.leave()
