"""`hedgelint schema`."""

from __future__ import annotations

import json

import click

from hedgelint.manual.schema import SCHEMAS


@click.command("schema", short_help="JSON Schemas of rule files, settings and the report.")
@click.argument("name", type=click.Choice(list(SCHEMAS)))
def command(name: str) -> None:
    """The JSON Schema of a rule file, a lexicon, named pieces, the settings, the report or the annotations."""
    click.echo(json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=2))
