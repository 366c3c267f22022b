"""`hedgelint claims STORY…`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from hedgelint.cli.options import COLOUR, PATHS, desk_of, reading
from hedgelint.cli.terminal import painter, wants_colour
from hedgelint.config.discovery import discover
from hedgelint.errors import InputError
from hedgelint.report.claims import as_checklist, as_csv, as_sheet, as_sheet_data
from hedgelint.summary.claims import Sheet, sheet_of


@click.command("claims", short_help="The fact-checker's sheet: what to check, who answers.")
@PATHS
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "csv", "json"]),
    default="text",
    help="[text] markdown: a list to tick off.",
)
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
    """Every statement of a story that wants checking, in order: where, of what kind, the words, who answers for it
    and how (by name, in a document, without a name, nobody), and whether the rules asked, and if not, why."""
    if not paths:
        raise click.UsageError("no story given")
    desk = desk_of(config, no_config, rules, encoding, stdin_filename, input_format)
    painted = wants_colour(colour)
    sheets: list[Sheet] = []
    failed = False
    for path in discover(paths):
        for got in [path] if isinstance(path, InputError) else desk.claims(path):
            if isinstance(got, InputError):
                click.echo(f"hedgelint: {got}", err=True)
                failed = True
                continue
            story, result, findings = got
            for note in result.notes:
                click.echo(f"hedgelint: {result.path}: {note}", err=True)
            failed = failed or bool(result.problems)
            for problem in result.problems:
                click.echo(f"hedgelint: {result.path}: {problem.message}", err=True)
            sheet = sheet_of(story, findings, result.notes)
            if form == "text":
                for line in as_sheet(sheet, painter(painted)):
                    click.echo(line, color=painted)
            elif form == "markdown":
                click.echo("\n".join((*([""] if sheets else []), *as_checklist(sheet))))
            sheets.append(sheet)
    if form == "csv":
        click.echo(as_csv(sheets), nl=False)
    if form == "json":
        data = {"format": 1, "stories": [as_sheet_data(sheet) for sheet in sheets]}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    if failed:
        sys.exit(2)
