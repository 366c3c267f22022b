"""`hedgelint explain RULE`."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import click

from hedgelint.cli.options import COLOUR, CONFIG, NO_CONFIG, RULES, TRACEBACK, desk_of
from hedgelint.cli.terminal import painter, say, wants_colour, width
from hedgelint.errors import HedgelintError
from hedgelint.manual.explain import explain


@click.command("explain", short_help="Why a rule is there, with its examples.")
@click.argument("names", nargs=-1, required=True, metavar="RULE...")
@COLOUR
@CONFIG
@NO_CONFIG
@RULES
@TRACEBACK
def command(
    names: tuple[str, ...], colour: str, config: Path | None, no_config: bool, rules: tuple[Path, ...], traceback: bool
) -> None:
    """What a rule finds, why, where it looks, what it leaves alone, and on whose authority."""
    desk = desk_of(config, no_config, rules)
    book = desk.rulebook(desk.configs.for_file("<here>"))
    painted = wants_colour(colour)
    for name in names:
        rule = book.rule(name)
        if rule is None:
            near = get_close_matches(name, [rule.id for rule in book.rules], 1)
            hint = f"did you mean “{near[0]}”?" if near else "hedgelint rules lists them"
            raise HedgelintError(f"there is no rule “{name}”", hint=hint)
        for line in explain(rule, book.lexicons, min(width(), 100), painter(painted)):
            say(line, painted)
