"""`hedgelint sources STORY…`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from hedgelint.cli.options import COLOUR, PATHS, desk_of, reading
from hedgelint.cli.terminal import painter, say, wants_colour
from hedgelint.config.discovery import discover
from hedgelint.errors import InputError
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
    config: Path | None,
    no_config: bool,
    rules: tuple[Path, ...],
    encoding: str | None,
    stdin_filename: str,
    input_format: str | None,
    traceback: bool,
) -> None:
    """Who speaks in a story: name, kind, first place, quotations, paraphrases, share of the words; and the share that
    nobody answers for."""
    if not paths:
        raise click.UsageError("no story given")
    desk = desk_of(config, no_config, rules, encoding, stdin_filename, input_format)
    painted = wants_colour(colour)
    stories, failed = [], False
    for path in discover(paths):
        for got in [path] if isinstance(path, InputError) else desk.annotate(path):
            if isinstance(got, InputError):
                say(f"hedgelint: {got}", err=True)
                failed = True
            elif form == "json":
                stories.append(as_voices_data(voices_of(got[1])))
            else:
                for line in as_table(voices_of(got[1]), painter(painted)):
                    say(line, painted)
    if form == "json":
        click.echo(json.dumps({"format": 1, "stories": stories}, ensure_ascii=False, indent=2))
    if failed:
        sys.exit(2)
