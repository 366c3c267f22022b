"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from hedgelint.cli.desks import Reading
from hedgelint.document.formats import READ

Command = Callable[..., Any]
_PATH = click.Path(path_type=Path)

PATHS = click.argument("paths", nargs=-1, metavar="PATH...")
CONFIG = click.option("--config", type=_PATH, metavar="FILE", help="Settings to use for every story.")
NO_CONFIG = click.option("--no-config", is_flag=True, help="Use no settings but those of this command.")
RULES = click.option(
    "--rules",
    multiple=True,
    type=_PATH,
    metavar="PATH",
    help="More rules: a YAML file or a folder of them. Repeatable.",
)
ENCODING = click.option("--encoding", metavar="NAME", help="Read the stories in this encoding.")
STDIN_NAME = click.option("--stdin-filename", metavar="NAME", default="", help="What to call standard input.")
INPUT_FORMAT = click.option(
    "--input-format",
    type=click.Choice([form.name for form in READ]),
    metavar="NAME",
    help="Read them as this. [by name, content]",
)
COLOUR = click.option(
    "--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour. [auto]"
)
OUTPUT = click.option("--output-file", "-o", "output", metavar="FILE", help="Write there instead of to the terminal.")
TRACEBACK = click.option("--traceback", is_flag=True, hidden=True, help="Show where a fault of hedgelint's own lies.")


def reading(command: Command) -> Command:
    """The options by which stories are read, given to the command as one `Reading`."""
    names = tuple(Reading.__annotations__)

    @wraps(command)
    def read(**given: Any) -> Any:
        how = Reading(**{name: given.pop(name) for name in names})
        return command(**given, how=how)

    for option in (TRACEBACK, INPUT_FORMAT, STDIN_NAME, ENCODING, RULES, NO_CONFIG, CONFIG):
        read = option(read)
    return read
