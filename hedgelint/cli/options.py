"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hedgelint.cli.desks import Reading
from hedgelint.document.formats import READ

Command = Callable[..., Any]
_PATH = click.Path(path_type=Path)


if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def files_like(context: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """What a shell puts behind Tab: files, which it knows itself."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(begun, type="file")]


def rules_like(context: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Rules and categories that begin so; of several with commas between, the last."""
    from click.shell_completion import CompletionItem

    from hedgelint.cli.desks import desk_of
    from hedgelint.errors import HedgelintError
    from hedgelint.finding import CATEGORIES

    desk = desk_of(None, False, ())
    try:
        rules = {rule.id: rule.title for rule in desk.rulebook(desk.configs.for_file("<here>")).rules}
    except HedgelintError:  # told when the command runs
        return []
    before, comma, last = begun.rpartition(",")
    names = {**dict.fromkeys(CATEGORIES, "a category"), **rules}
    return [CompletionItem(before + comma + name, help=told) for name, told in names.items() if name.startswith(last)]


PATHS = click.argument("paths", nargs=-1, metavar="PATH...", shell_complete=files_like)
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
