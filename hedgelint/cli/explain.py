"""`hedgelint explain RULE`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from hedgelint.cli.desks import desk_of
from hedgelint.cli.options import COLOUR, CONFIG, NO_CONFIG, RULES, TRACEBACK, rules_like
from hedgelint.cli.terminal import painter, say, wants_colour, width
from hedgelint.config.active import UNUSED
from hedgelint.config.former import Former
from hedgelint.errors import HedgelintError, nearest
from hedgelint.finding import CATEGORIES
from hedgelint.manual.explain import explain, explain_frame, explain_piece
from hedgelint.rulebook.rulebook import Rulebook


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
    patterns, "<his or her>", stands for, or a frame of claims, verdict-noun, is."""
    desk = desk_of(config, no_config, rules)
    book = desk.rulebook(desk.configs.for_file("<here>"))
    painted = wants_colour(colour)
    for given in names:
        name = given.lower()
        if told_of := list(_no_rule(book, name, painter(painted))):
            for line in told_of:
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
            frames = [one["term"] for one in book.lexicons["frames"].entries]
            named = [*(rule.id for rule in book.rules), *CATEGORIES, UNUSED, *frames]
            known = pieces if given.startswith("<") else named
            raise HedgelintError(
                f"there is no {'piece' if known is pieces else 'rule'} “{given}”",
                hint=nearest(name, known) or "hedgelint rules lists them",
            )
        for line in explain(rule, book.lexicons, min(width(), 100), painter(painted)):
            say(line, painted)


def _no_rule(book: Rulebook, name: str, paint: Callable[[str, str], str]) -> Iterator[str]:
    """A piece of patterns or a frame of claims; nothing where the name is of neither, or of a rule too."""
    wide = min(width(), 100)
    for piece in book.pieces:
        if name == f"<{piece['name']}>":
            yield from explain_piece(piece, wide, paint)
            return
    if book.rule(name) is None and any(one["term"] == name for one in book.lexicons["frames"].entries):
        proofs = (proof for file in book.list_examples for proof in file.proofs)
        yield from explain_frame(name, book.lexicons, proofs, wide, paint)
