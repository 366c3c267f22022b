"""`hedgelint cache`."""

from __future__ import annotations

import sys

import click

from hedgelint.cache import cache_folder, clear
from hedgelint.cli.terminal import say


@click.command("cache", short_help="What is kept between runs: where it lies, and away with it.")
@click.argument("what", type=click.Choice(["clear", "where"]))
def command(what: str) -> None:
    """Compiled rules and patterns, the words of many sources, and the findings of stories that have not changed.

    Nothing in it cannot be made again; HEDGELINT_CACHE_DIR moves it.
    """
    folder = cache_folder()
    if what == "where":
        say(str(folder))
        return
    gone, left = clear()
    say(f"{folder}: {gone} {'file' if gone == 1 else 'files'} removed" + (f", {left} could not be." if left else "."))
    sys.exit(2 if left else 0)
