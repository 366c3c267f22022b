"""`hedgelint claims STORY…`."""

from __future__ import annotations

import json

import click

from hedgelint.cli.desks import Reading
from hedgelint.cli.options import COLOUR, PATHS, reading
from hedgelint.cli.stories import Stories
from hedgelint.cli.terminal import painter, say, wants_colour
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
    how: Reading,
) -> None:
    """Every statement of a story that wants checking, in order: where, of what kind, the words, who answers for it
    and how (by name, in a document, without a name, nobody), and whether the rules asked, and if not, why."""
    desk = how.desk()
    stories = Stories(paths, desk.claims)
    painted = wants_colour(colour)
    sheets: list[Sheet] = []
    for story, result, findings in stories:
        for note in result.notes:
            say(f"hedgelint: {result.path}: {note}", err=True)
        for problem in result.problems:
            say(f"hedgelint: {result.path}: {problem.message}", err=True)
            stories.failed = True
        sheet = sheet_of(story, findings, result.notes)
        if form == "text":
            for line in as_sheet(sheet, painter(painted)):
                say(line, painted)
        elif form == "markdown":
            click.echo("\n".join((*([""] if sheets else []), *as_checklist(sheet))))
        sheets.append(sheet)
    if form == "csv":
        click.echo(as_csv(sheets), nl=False)
    if form == "json":
        data = {"format": 1, "stories": [as_sheet_data(sheet) for sheet in sheets]}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    stories.leave()
