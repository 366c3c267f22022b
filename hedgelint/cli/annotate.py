"""`hedgelint annotate`: what hedgelint understood of a story."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hedgelint.cli.options import COLOUR, PATHS, desk_of, reading
from hedgelint.cli.terminal import painter, say, wants_colour
from hedgelint.config.discovery import discover
from hedgelint.errors import InputError
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
    config: Path | None,
    no_config: bool,
    rules: tuple[Path, ...],
    encoding: str | None,
    stdin_filename: str,
    input_format: str | None,
    traceback: bool,
) -> None:
    """What hedgelint understood of stories: sentences, quotations, sources, cues, contents, words of confidence.

    A .jsonl file holds a story a line, {"id": …, "text": …}, and every record comes back with its id.
    """
    if why is not None and why != "all" and not why.isdecimal():  # --why STORY: the option took the story's name
        paths, why = (why, *paths), "all"
    if not paths:
        raise click.UsageError("no story given")
    desk = desk_of(config, no_config, rules, encoding, stdin_filename, input_format)
    if why is not None:
        _tell_why(desk, paths, form, int(why) if why.isdecimal() else None, wants_colour(colour))
        return
    painted = wants_colour(colour)
    stories, failed = [], False
    if form == "text":
        paint = painter(painted)
        say("  ".join(paint(label, label) for label in LABELS), painted)
    for path in discover(paths):
        for got in [path] if isinstance(path, InputError) else desk.annotate(path):
            if isinstance(got, InputError):
                say(f"hedgelint: {got}", err=True)
                failed = True
                continue
            name, story = got
            if form == "text":
                say(f"\n{painter(painted)(name, 'bold')}", painted)
                for line in as_marked(story, painter(True) if painted else None):
                    say(line, painted)
                continue
            _, of_many, record = name.partition(".jsonl#")
            data = ({"id": record} if of_many else {"path": name}) | as_data(story)
            if form == "jsonl":
                click.echo(json.dumps(data, ensure_ascii=False))
            else:
                stories.append(data)
    if form == "json":
        click.echo(json.dumps(stories, ensure_ascii=False, indent=2))
    if failed:
        sys.exit(2)


def _tell_why(desk: Desk, paths: Sequence[str], form: str, line: int | None, painted: bool) -> None:
    from hedgelint.report.why import as_lines, why_data

    told, failed = [], False
    for path in discover(paths):
        for got in [path] if isinstance(path, InputError) else desk.why(path):
            if isinstance(got, InputError):
                say(f"hedgelint: {got}", err=True)
                failed = True
                continue
            name, story, reasons = got
            here = [one for one in reasons if line is None or one.start.line <= line <= one.end.line]
            if form == "text":
                say(painter(painted)(name, "bold"), painted)
                for row in as_lines(here):
                    say(row, painted)
                continue
            _, of_many, record = name.partition(".jsonl#")
            data = ({"id": record} if of_many else {"path": name}) | as_data(story) | {"why": why_data(here)}
            if form == "jsonl":
                click.echo(json.dumps(data, ensure_ascii=False))
            else:
                told.append(data)
    if form == "json":
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    if failed:
        sys.exit(2)
