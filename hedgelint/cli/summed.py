"""What a command sums up of each story, told as a table or as data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from hedgelint.cli.desks import Reading
from hedgelint.cli.stories import Stories
from hedgelint.cli.terminal import painter, say, wants_colour

if TYPE_CHECKING:
    from hedgelint.annotate.story import Story

FORM = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="[text]")
Paint = Callable[[str, str], str]


def tell_each(
    paths: Sequence[str],
    how: Reading,
    form: str,
    colour: str,
    *,
    data: Callable[[Story], dict[str, Any]],
    table: Callable[[Story, Paint], Iterable[str]],
) -> None:
    """Leaves with 2 where a story could not be read."""
    stories = Stories(paths, how.desk().annotate)
    painted = wants_colour(colour)
    told = []
    for _, story in stories:
        if form == "json":
            told.append(data(story))
        else:
            for line in table(story, painter(painted)):
                say(line, painted)
    if form == "json":
        click.echo(json.dumps({"format": 1, "stories": told}, ensure_ascii=False, indent=2))
    stories.leave()
