"""`hedgelint explain RULE`."""

from __future__ import annotations

from pathlib import Path

import click

from hedgelint.cli.desks import desk_of
from hedgelint.cli.options import COLOUR, CONFIG, NO_CONFIG, RULES, TRACEBACK, rules_like
from hedgelint.cli.terminal import painter, say, wants_colour, width
from hedgelint.config.active import UNUSED
from hedgelint.config.former import Former
from hedgelint.errors import HedgelintError, nearest
from hedgelint.finding import CATEGORIES
from hedgelint.manual.explain import explain, explain_piece


@click.command("explain", short_help="Why a rule is there, with its examples.")
@click.argument("names", nargs=-1, required=True, metavar="RULE...", shell_complete=rules_like)
@COLOUR
@CONFIG
@NO_CONFIG
@RULES
@TRACEBACK
def command(
    names: tuple[str, ...], colour: str, config: Path | None, no_config: bool, rules: tuple[Path, ...], traceback: bool
) -> None:
    """What a rule finds, why, where it looks, what it leaves alone, and on whose authority; or what a piece of
    patterns, "<his or her>", stands for."""
    desk = desk_of(config, no_config, rules)
    book = desk.rulebook(desk.configs.for_file("<here>"))
    painted = wants_colour(colour)
    for given in names:
        name = given.lower()
        if piece := next((one for one in book.pieces if name == f"<{one['name']}>"), None):
            for line in explain_piece(piece, min(width(), 100), painter(painted)):
                say(line, painted)
            continue
        if name in CATEGORIES:
            for one in book.rules:
                if one.category == name:
                    say(f"{one.id}: {one.title}")
            continue
        if name == UNUSED:
            say(f"{UNUSED}: A waiver that waives nothing")
            say("The place was mended, or the rule's name is misspelt: take the waiver out, or write the right name.")
            continue
        former = Former.of(book)
        if told := former.told(name):
            say(f"{told[0].upper()}{told[1:]}.")
            if name not in former.now:
                continue
            name = former.now[name]
        rule = book.rule(name)
        if rule is None:
            pieces = [f"<{one['name']}>" for one in book.pieces]
            known = pieces if given.startswith("<") else [*(rule.id for rule in book.rules), *CATEGORIES, UNUSED]
            raise HedgelintError(
                f"there is no {'piece' if known is pieces else 'rule'} “{given}”",
                hint=nearest(name, known) or "hedgelint rules lists them",
            )
        for line in explain(rule, book.lexicons, min(width(), 100), painter(painted)):
            say(line, painted)
