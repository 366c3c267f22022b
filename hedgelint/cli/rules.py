"""`hedgelint rules`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from hedgelint.cli.desks import desk_of
from hedgelint.cli.options import COLOUR, CONFIG, NO_CONFIG, RULES, TRACEBACK
from hedgelint.cli.terminal import painter, say, wants_colour
from hedgelint.errors import HedgelintError, nearest


@click.command("rules", short_help="All rules: what they find, how much they count.")
@click.argument("names", nargs=-1, metavar="[NAMES]...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="[text]")
@COLOUR
@CONFIG
@NO_CONFIG
@RULES
@TRACEBACK
def command(
    names: tuple[str, ...],
    form: str,
    colour: str,
    config: Path | None,
    no_config: bool,
    rules: tuple[Path, ...],
    traceback: bool,
) -> None:
    """All rules as the settings of this folder have them, or those of these categories, kinds and names."""
    desk = desk_of(config, no_config, rules)
    here = str(Path.cwd() / "story.txt")
    book = desk.rulebook(desk.configs.for_file(here))
    active = desk.settings(here).active
    asked = [name.lower() for name in names]
    chosen = [r for r in book.rules if not asked or any(name in (r.category, r.kind) or name in r.id for name in asked)]
    if not chosen:
        raise HedgelintError(
            f"no rule has “{names[0]}” in its name", hint=nearest(names[0], (r.id for r in book.rules))
        )
    if form == "json":
        rows = [
            {
                "id": rule.id,
                "category": rule.category,
                "title": rule.title,
                "kind": rule.kind,
                "severity": active.get(rule.id, rule.severity),
                "active": rule.id in active,
                "default": rule.default,
                "status": "preview" if rule.preview else "stable",
                "english": rule.english,
                "references": [{"title": r.title, "url": r.url} for r in rule.references],
            }
            for rule in chosen
        ]
        click.echo(json.dumps({"format": 1, "rules": rows}, ensure_ascii=False, indent=2))
        return
    painted = wants_colour(colour)
    paint = painter(painted)
    wide = max(len(rule.id) for rule in chosen)
    category = ""
    for rule in chosen:
        if rule.category != category:
            say(("\n" if category else "") + paint(rule.category, "bold"), painted)
            category = rule.category
        severity = active.get(rule.id, "off")
        shown = paint(f"{severity:<10}", severity if severity != "off" else "dim")
        say(f"  {rule.id:<{wide}}  {shown}  {rule.title}{' (preview)' if rule.preview else ''}", painted)
